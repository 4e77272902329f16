"""What a withdrawal gives back is kept as it was reckoned: standard delivery, received day, service done."""

import sqlalchemy as sa
from alembic import op

revision = '0018'
down_revision = '0017'


def upgrade() -> None:
    with op.batch_alter_table('sale_order', schema=None) as batch_op:
        batch_op.add_column(sa.Column('standard_shipping', sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column('paid_by', sa.Text(), server_default='', nullable=False))
        batch_op.add_column(sa.Column('taken_off', sa.BigInteger(), server_default='0', nullable=False))
        batch_op.add_column(sa.Column('given_back', sa.BigInteger(), server_default='0', nullable=False))

    with op.batch_alter_table('withdrawal', schema=None) as batch_op:
        batch_op.add_column(sa.Column('received_on', sa.Text(), nullable=True))
        batch_op.add_column(sa.Column('named_surcharge', sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column('surcharge_reason', sa.Text(), server_default='', nullable=False))
        batch_op.add_column(sa.Column('shipping', sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column('surcharge', sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column('surplus', sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column('refund', sa.BigInteger(), nullable=True))

    with op.batch_alter_table('withdrawal_line', schema=None) as batch_op:
        batch_op.add_column(sa.Column('amount', sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column('done', sa.BigInteger(), server_default='0', nullable=False))
        batch_op.add_column(sa.Column('done_reason', sa.Text(), server_default='', nullable=False))

    # what was refunded had been paid; 0013 looked at what was paid only
    op.execute("UPDATE sale_order SET paid_amount = total WHERE payment_state = 'refunded' AND paid_amount = 0")
    # nothing was handed over for these, so nothing is to come back
    nothing_out = sa.text(
        "UPDATE withdrawal SET goods_out = :out WHERE order_id IN "
        "(SELECT id FROM sale_order WHERE matter NOT IN ('goods', 'regular'))"
    )
    op.execute(nothing_out.bindparams(sa.bindparam('out', False, sa.Boolean())))
