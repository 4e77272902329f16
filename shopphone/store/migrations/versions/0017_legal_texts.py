"""Letters record the dated texts of law they were written with."""

import sqlalchemy as sa
from alembic import op

revision = '0017'
down_revision = '0016'


def upgrade() -> None:
    with op.batch_alter_table('letter', schema=None) as batch_op:
        batch_op.add_column(sa.Column('legal_texts', sa.Text(), server_default='', nullable=False))
