"""Kinds, versions, the customer's yes, parcels and events of orders; addresses with c/o and Postnummer."""

import sqlalchemy as sa
from alembic import op

revision = '0007'
down_revision = '0006'


def upgrade() -> None:
    op.create_table('order_event',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('order_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('code', sa.Text(), nullable=False),
    sa.Column('words', sa.Text(), server_default='', nullable=False),
    sa.Column('at', sa.BigInteger(), nullable=False),
    sa.Column('staff_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.ForeignKeyConstraint(['order_id'], ['sale_order.id'], name=op.f('fk_order_event_order_id_sale_order')),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_order_event_staff_id_staff')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_order_event'))
    )
    with op.batch_alter_table('order_event', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_order_event_order_id'), ['order_id'], unique=False)

    op.create_table('order_minor',
    sa.Column('order_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('parent', sa.Text(), server_default='', nullable=False),
    sa.Column('asked_on', sa.Text(), nullable=False),
    sa.Column('answer', sa.Text(), server_default='', nullable=False),
    sa.Column('words', sa.Text(), server_default='', nullable=False),
    sa.Column('answered_at', sa.BigInteger(), nullable=True),
    sa.Column('staff_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.ForeignKeyConstraint(['order_id'], ['sale_order.id'], name=op.f('fk_order_minor_order_id_sale_order')),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_order_minor_staff_id_staff')),
    sa.PrimaryKeyConstraint('order_id', name=op.f('pk_order_minor'))
    )
    op.create_table('order_parcel',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('order_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('carrier', sa.Text(), server_default='', nullable=False),
    sa.Column('tracking', sa.Text(), server_default='', nullable=False),
    sa.Column('tracking_url', sa.Text(), server_default='', nullable=False),
    sa.Column('content', sa.Text(), nullable=False),
    sa.Column('sent_on', sa.Text(), nullable=False),
    sa.Column('staff_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.ForeignKeyConstraint(['order_id'], ['sale_order.id'], name=op.f('fk_order_parcel_order_id_sale_order')),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_order_parcel_staff_id_staff')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_order_parcel'))
    )
    with op.batch_alter_table('order_parcel', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_order_parcel_order_id'), ['order_id'], unique=False)

    op.create_table('order_version',
    sa.Column('order_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('agreed', sa.Text(), nullable=False),
    sa.Column('kept', sa.Text(), nullable=False),
    sa.Column('ended_at', sa.BigInteger(), nullable=False),
    sa.Column('ended_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('call_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('words', sa.Text(), server_default='', nullable=False),
    sa.ForeignKeyConstraint(['call_id'], ['call.id'], name=op.f('fk_order_version_call_id_call')),
    sa.ForeignKeyConstraint(['ended_by'], ['staff.id'], name=op.f('fk_order_version_ended_by_staff')),
    sa.ForeignKeyConstraint(['order_id'], ['sale_order.id'], name=op.f('fk_order_version_order_id_sale_order')),
    sa.PrimaryKeyConstraint('order_id', 'version', name=op.f('pk_order_version'))
    )
    op.create_table('order_yes',
    sa.Column('order_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('received_on', sa.Text(), nullable=False),
    sa.Column('recorded_at', sa.BigInteger(), nullable=False),
    sa.Column('channel', sa.Text(), nullable=False),
    sa.Column('words', sa.Text(), server_default='', nullable=False),
    sa.Column('evidence_name', sa.Text(), server_default='', nullable=False),
    sa.Column('evidence', sa.LargeBinary(), nullable=True),
    sa.Column('sha256', sa.Text(), server_default='', nullable=False),
    sa.Column('staff_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.ForeignKeyConstraint(['order_id'], ['sale_order.id'], name=op.f('fk_order_yes_order_id_sale_order')),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_order_yes_staff_id_staff')),
    sa.PrimaryKeyConstraint('order_id', name=op.f('pk_order_yes'))
    )
    with op.batch_alter_table('customer', schema=None) as batch_op:
        batch_op.add_column(sa.Column('revision', sa.Integer(), server_default='1', nullable=False))

    with op.batch_alter_table('customer_address', schema=None) as batch_op:
        batch_op.add_column(sa.Column('co', sa.Text(), server_default='', nullable=False))
        batch_op.add_column(sa.Column('post_number', sa.Text(), server_default='', nullable=False))

    with op.batch_alter_table('order_line', schema=None) as batch_op:
        batch_op.add_column(sa.Column('cancelled_in', sa.Integer(), nullable=True))

    with op.batch_alter_table('order_told', schema=None) as batch_op:
        batch_op.add_column(sa.Column('facts', sa.Text(), server_default='', nullable=False))
        batch_op.add_column(sa.Column('wording', sa.Text(), server_default='', nullable=False))

    with op.batch_alter_table('sale_order', schema=None) as batch_op:
        batch_op.add_column(sa.Column('kind', sa.Text(), server_default='new', nullable=False))
        batch_op.add_column(sa.Column('matter', sa.Text(), server_default='goods', nullable=False))
        batch_op.add_column(sa.Column('direction', sa.Text(), server_default='in', nullable=False))
        batch_op.add_column(sa.Column('based_on', sa.Text(), server_default='', nullable=False))
        batch_op.add_column(sa.Column('offer_number', sa.Text(), server_default='', nullable=False))
        batch_op.add_column(sa.Column('revision', sa.Integer(), server_default='1', nullable=False))
        batch_op.add_column(sa.Column('salutation', sa.Text(), server_default='', nullable=False))
        batch_op.add_column(sa.Column('last_name', sa.Text(), server_default='', nullable=False))
        batch_op.add_column(sa.Column('company', sa.Text(), server_default='', nullable=False))
        batch_op.add_column(sa.Column('of_age', sa.Text(), server_default='', nullable=False))
        batch_op.add_column(sa.Column('shipping_days', sa.Text(), server_default='', nullable=False))
        batch_op.add_column(sa.Column('latest_delivery', sa.Text(), nullable=True))
        batch_op.add_column(sa.Column('early_start', sa.Boolean(), server_default='0', nullable=False))
        batch_op.add_column(sa.Column('term_months', sa.Integer(), server_default='0', nullable=False))
        batch_op.add_column(sa.Column('notice_days', sa.Integer(), server_default='0', nullable=False))
        batch_op.add_column(sa.Column('renewal', sa.Text(), server_default='', nullable=False))
        batch_op.add_column(sa.Column('refunded_on', sa.Text(), nullable=True))
        batch_op.add_column(sa.Column('exported_at', sa.BigInteger(), nullable=True))

    # who ordered is copied from now on; for earlier orders the customer as it stands is the nearest
    for name in ('salutation', 'last_name', 'company'):
        op.execute(
            f'update sale_order set {name} = coalesce('
            f'(select c.{name} from customer c where c.id = sale_order.customer_id), \'\')'
        )
    counter = sa.table('counter', sa.column('name', sa.Text()), sa.column('last', sa.Integer()))
    op.bulk_insert(counter, [{'name': 'offer', 'last': 0}])
