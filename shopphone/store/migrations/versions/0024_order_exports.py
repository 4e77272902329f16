"""Files of orders that were exported, and what was in them."""

import sqlalchemy as sa
from alembic import op

revision = '0024'
down_revision = '0023'


def upgrade() -> None:
    op.create_table('order_export',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('at', sa.BigInteger(), nullable=False),
    sa.Column('staff_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('format', sa.Text(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('orders', sa.Integer(), nullable=False),
    sa.Column('went_through_at', sa.BigInteger(), nullable=True),
    sa.Column('undone_at', sa.BigInteger(), nullable=True),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_order_export_staff_id_staff')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_order_export'))
    )
    op.create_table('order_export_order',
    sa.Column('export_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('order_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['export_id'], ['order_export.id'], name=op.f('fk_order_export_order_export_id_order_export')),
    sa.ForeignKeyConstraint(['order_id'], ['sale_order.id'], name=op.f('fk_order_export_order_order_id_sale_order')),
    sa.PrimaryKeyConstraint('export_id', 'order_id', name=op.f('pk_order_export_order'))
    )
    with op.batch_alter_table('order_export_order', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_order_export_order_order_id'), ['order_id'], unique=False)
