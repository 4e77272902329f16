"""Letters handed to a printer together, with their pages, until somebody says how they came out."""

import sqlalchemy as sa
from alembic import op

revision = '0014'
down_revision = '0013'


def upgrade() -> None:
    op.create_table('print_run',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('at', sa.BigInteger(), nullable=False),
    sa.Column('staff_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('printer', sa.Text(), nullable=False),
    sa.Column('job', sa.Text(), server_default='', nullable=False),
    sa.Column('error', sa.Text(), server_default='', nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_print_run_staff_id_staff')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_print_run'))
    )
    with op.batch_alter_table('print_run', schema=None) as batch_op:
        batch_op.create_index('ix_print_run_state', ['state'], unique=False)

    op.create_table('print_run_letter',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('run_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('letter_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('first_page', sa.Integer(), nullable=False),
    sa.Column('last_page', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['letter_id'], ['letter.id'], name=op.f('fk_print_run_letter_letter_id_letter')),
    sa.ForeignKeyConstraint(['run_id'], ['print_run.id'], name=op.f('fk_print_run_letter_run_id_print_run')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_print_run_letter'))
    )
    with op.batch_alter_table('print_run_letter', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_print_run_letter_letter_id'), ['letter_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_print_run_letter_run_id'), ['run_id'], unique=False)
