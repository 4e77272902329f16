"""The day a parent had the request, a late yes, and an extension in days."""

import sqlalchemy as sa
from alembic import op

revision = '0019'
down_revision = '0018'


def upgrade() -> None:
    with op.batch_alter_table('order_minor', schema=None) as batch_op:
        batch_op.add_column(sa.Column('received_on', sa.Text(), nullable=True))
        batch_op.add_column(sa.Column('pending_from', sa.Text(), nullable=True))

    with op.batch_alter_table('order_yes', schema=None) as batch_op:
        batch_op.add_column(sa.Column('late', sa.Boolean(), server_default='0', nullable=False))

    with op.batch_alter_table('sale_order', schema=None) as batch_op:
        batch_op.add_column(sa.Column('extension_days', sa.Integer(), server_default='0', nullable=False))
