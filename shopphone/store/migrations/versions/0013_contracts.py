"""Changes that are offered first, what has been paid so far, buyers without a right of withdrawal, terms in days."""

import sqlalchemy as sa
from alembic import op

revision = '0013'
down_revision = '0012'


def upgrade() -> None:
    with op.batch_alter_table('sale_order', schema=None) as batch_op:
        batch_op.add_column(sa.Column('amends', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True))
        batch_op.add_column(sa.Column('no_withdrawal', sa.Boolean(), server_default='0', nullable=False))
        batch_op.add_column(sa.Column('term_days', sa.Integer(), server_default='0', nullable=False))
        batch_op.add_column(sa.Column('paid_amount', sa.BigInteger(), server_default='0', nullable=False))
        batch_op.create_index(batch_op.f('ix_sale_order_amends'), ['amends'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_sale_order_amends_sale_order'), 'sale_order', ['amends'], ['id'])

    op.execute("UPDATE sale_order SET paid_amount = total WHERE payment_state = 'paid'")
