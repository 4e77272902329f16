"""Indexes for what is found at every key: tracking numbers, mail addresses."""

from alembic import op

revision = '0008'
down_revision = '0007'


def upgrade() -> None:
    with op.batch_alter_table('customer', schema=None) as batch_op:
        batch_op.create_index('ix_customer_email', ['email'], unique=False)

    with op.batch_alter_table('order_parcel', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_order_parcel_tracking'), ['tracking'], unique=False)

    with op.batch_alter_table('sale_order', schema=None) as batch_op:
        batch_op.create_index('ix_sale_order_tracking', ['tracking'], unique=False)
