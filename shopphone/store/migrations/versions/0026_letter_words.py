"""Words of letters: the archive finds a letter by what stands in it."""

import sqlalchemy as sa
from alembic import op

revision = '0026'
down_revision = '0024'


def upgrade() -> None:
    op.create_table('letter_words',
    sa.Column('letter_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['letter_id'], ['letter.id'], name=op.f('fk_letter_words_letter_id_letter')),
    sa.PrimaryKeyConstraint('letter_id', name=op.f('pk_letter_words'))
    )
