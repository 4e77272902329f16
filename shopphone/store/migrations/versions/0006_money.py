"""Money of an order: VAT modes and rates, other prices, coupons, deposits, mandates."""

import sqlalchemy as sa
from alembic import op

revision = '0006'
down_revision = '0005'


def upgrade() -> None:
    op.create_table('coupon',
    sa.Column('code', sa.Text(), nullable=False),
    sa.Column('percent', sa.BigInteger(), server_default='0', nullable=False),
    sa.Column('amount', sa.BigInteger(), server_default='0', nullable=False),
    sa.Column('starts_on', sa.Text(), nullable=True),
    sa.Column('ends_on', sa.Text(), nullable=True),
    sa.Column('minimum', sa.BigInteger(), server_default='0', nullable=False),
    sa.Column('position', sa.Integer(), server_default='0', nullable=False),
    sa.PrimaryKeyConstraint('code', name=op.f('pk_coupon'))
    )
    op.create_table('vat_rate',
    sa.Column('country', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('starts_on', sa.Text(), nullable=False),
    sa.Column('percent', sa.BigInteger(), nullable=False),
    sa.PrimaryKeyConstraint('country', 'kind', 'starts_on', name=op.f('pk_vat_rate'))
    )
    op.create_table('product_price',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('product_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('price', sa.BigInteger(), nullable=False),
    sa.Column('from_quantity', sa.BigInteger(), server_default='1000', nullable=False),
    sa.Column('customer_group', sa.Text(), server_default='', nullable=False),
    sa.Column('starts_on', sa.Text(), nullable=True),
    sa.Column('ends_on', sa.Text(), nullable=True),
    sa.Column('name', sa.Text(), server_default='', nullable=False),
    sa.ForeignKeyConstraint(['product_id'], ['product.id'], name=op.f('fk_product_price_product_id_product')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_product_price'))
    )
    with op.batch_alter_table('product_price', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_product_price_product_id'), ['product_id'], unique=False)

    op.create_table('order_mandate',
    sa.Column('order_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('reference', sa.Text(), nullable=False),
    sa.Column('iban', sa.Text(), nullable=False),
    sa.Column('holder', sa.Text(), nullable=False),
    sa.Column('bank', sa.Text(), server_default='', nullable=False),
    sa.Column('returned_on', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['order_id'], ['sale_order.id'], name=op.f('fk_order_mandate_order_id_sale_order')),
    sa.PrimaryKeyConstraint('order_id', name=op.f('pk_order_mandate')),
    sa.UniqueConstraint('reference', name=op.f('uq_order_mandate_reference'))
    )
    with op.batch_alter_table('customer', schema=None) as batch_op:
        batch_op.add_column(sa.Column('group', sa.Text(), server_default='', nullable=False))
        batch_op.add_column(sa.Column('vat_id', sa.Text(), server_default='', nullable=False))

    with op.batch_alter_table('order_line', schema=None) as batch_op:
        batch_op.add_column(sa.Column('deposit', sa.BigInteger(), server_default='0', nullable=False))
        batch_op.add_column(sa.Column('gross_price', sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column('minimum_age', sa.Integer(), server_default='0', nullable=False))

    with op.batch_alter_table('product', schema=None) as batch_op:
        batch_op.add_column(sa.Column('deposit', sa.BigInteger(), server_default='0', nullable=False))
        batch_op.add_column(sa.Column('minimum_age', sa.Integer(), server_default='0', nullable=False))
        batch_op.add_column(sa.Column('bulky', sa.Boolean(), server_default='0', nullable=False))

    with op.batch_alter_table('sale_order', schema=None) as batch_op:
        batch_op.add_column(sa.Column('vat_mode', sa.Text(), server_default='gross', nullable=False))
        batch_op.add_column(sa.Column('vat_id', sa.Text(), server_default='', nullable=False))
        batch_op.add_column(sa.Column('coupon_code', sa.Text(), server_default='', nullable=False))
        batch_op.add_column(sa.Column('coupon', sa.BigInteger(), server_default='0', nullable=False))
        batch_op.add_column(sa.Column('shop_total', sa.BigInteger(), nullable=True))

    op.execute("update sale_order set vat_mode = 'small' where small_business")
    with op.batch_alter_table('sale_order', schema=None) as batch_op:
        batch_op.drop_column('small_business')
