"""The first shop."""

import sqlalchemy as sa
from alembic import op

revision = '0001'
down_revision = None


def upgrade() -> None:
    op.create_table('article',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('pair', sa.Text(), server_default='', nullable=False),
    sa.Column('language', sa.Text(), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('say', sa.Text(), server_default='', nullable=False),
    sa.Column('details', sa.Text(), server_default='', nullable=False),
    sa.Column('letter_paragraph', sa.Text(), server_default='', nullable=False),
    sa.Column('internal_note', sa.Text(), server_default='', nullable=False),
    sa.Column('category', sa.Text(), server_default='', nullable=False),
    sa.Column('owner', sa.Text(), server_default='', nullable=False),
    sa.Column('review_on', sa.Text(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('helped', sa.Integer(), server_default='0', nullable=False),
    sa.Column('not_helped', sa.Integer(), server_default='0', nullable=False),
    sa.Column('changed_at', sa.BigInteger(), nullable=False),
    sa.Column('changed_by', sa.Text(), server_default='', nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_article'))
    )
    with op.batch_alter_table('article', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_article_pair'), ['pair'], unique=False)

    op.create_table('counter',
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('last', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('name', name=op.f('pk_counter'))
    )
    op.create_table('customer',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('number', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('salutation', sa.Text(), server_default='', nullable=False),
    sa.Column('first_name', sa.Text(), server_default='', nullable=False),
    sa.Column('last_name', sa.Text(), server_default='', nullable=False),
    sa.Column('company', sa.Text(), server_default='', nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('sort_name', sa.Text().with_variant(sa.Text(collation='C'), 'postgresql'), nullable=False),
    sa.Column('language', sa.Text(), server_default='', nullable=False),
    sa.Column('email', sa.Text(), server_default='', nullable=False),
    sa.Column('note', sa.Text(), server_default='', nullable=False),
    sa.Column('created_at', sa.BigInteger(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_customer')),
    sa.UniqueConstraint('number', name=op.f('uq_customer_number'))
    )
    with op.batch_alter_table('customer', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_customer_sort_name'), ['sort_name'], unique=False)

    op.create_table('gap',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('language', sa.Text(), nullable=False),
    sa.Column('asked_at', sa.BigInteger(), nullable=False),
    sa.Column('times', sa.Integer(), server_default='1', nullable=False),
    sa.Column('closed_at', sa.BigInteger(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_gap'))
    )
    op.create_table('outcome',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('key', sa.Text(), nullable=False),
    sa.Column('name_de', sa.Text(), nullable=False),
    sa.Column('name_en', sa.Text(), server_default='', nullable=False),
    sa.Column('reached', sa.Boolean(), server_default='0', nullable=False),
    sa.Column('sale', sa.Boolean(), server_default='0', nullable=False),
    sa.Column('answered', sa.Boolean(), server_default='0', nullable=False),
    sa.Column('complaint', sa.Boolean(), server_default='0', nullable=False),
    sa.Column('callback', sa.Boolean(), server_default='0', nullable=False),
    sa.Column('no_advertising', sa.Boolean(), server_default='0', nullable=False),
    sa.Column('position', sa.Integer(), server_default='0', nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_outcome')),
    sa.UniqueConstraint('key', name=op.f('uq_outcome_key'))
    )
    op.create_table('product',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('sku', sa.Text(), nullable=False),
    sa.Column('ean', sa.Text(), server_default='', nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('name_en', sa.Text(), server_default='', nullable=False),
    sa.Column('option', sa.Text(), server_default='', nullable=False),
    sa.Column('group', sa.Text(), server_default='', nullable=False),
    sa.Column('category', sa.Text(), server_default='', nullable=False),
    sa.Column('description', sa.Text(), server_default='', nullable=False),
    sa.Column('description_en', sa.Text(), server_default='', nullable=False),
    sa.Column('price', sa.BigInteger(), nullable=False),
    sa.Column('vat', sa.BigInteger(), nullable=False),
    sa.Column('stock', sa.BigInteger(), nullable=True),
    sa.Column('next_supply_on', sa.Text(), nullable=True),
    sa.Column('content', sa.BigInteger(), nullable=True),
    sa.Column('content_unit', sa.Text(), server_default='', nullable=False),
    sa.Column('weight_g', sa.Integer(), nullable=True),
    sa.Column('withdrawal_rule', sa.Text(), server_default='normal', nullable=False),
    sa.Column('warning', sa.Text(), server_default='', nullable=False),
    sa.Column('active', sa.Boolean(), server_default='1', nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_product')),
    sa.UniqueConstraint('sku', name=op.f('uq_product_sku'))
    )
    with op.batch_alter_table('product', schema=None) as batch_op:
        batch_op.create_index('ix_product_ean', ['ean'], unique=False)
        batch_op.create_index('ix_product_group', ['group'], unique=False)

    op.create_table('setting',
    sa.Column('key', sa.Text(), nullable=False),
    sa.Column('value', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('key', name=op.f('pk_setting'))
    )
    op.create_table('shipping_method',
    sa.Column('code', sa.Text(), nullable=False),
    sa.Column('content', sa.Text(), nullable=False),
    sa.Column('position', sa.Integer(), server_default='0', nullable=False),
    sa.PrimaryKeyConstraint('code', name=op.f('pk_shipping_method'))
    )
    op.create_table('staff',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('role', sa.Text(), server_default='', nullable=False),
    sa.Column('active', sa.Boolean(), server_default='1', nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_staff')),
    sa.UniqueConstraint('name', name=op.f('uq_staff_name'))
    )
    op.create_table('article_product',
    sa.Column('article_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('product_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['article_id'], ['article.id'], name=op.f('fk_article_product_article_id_article')),
    sa.ForeignKeyConstraint(['product_id'], ['product.id'], name=op.f('fk_article_product_product_id_product')),
    sa.PrimaryKeyConstraint('article_id', 'product_id', name=op.f('pk_article_product'))
    )
    with op.batch_alter_table('article_product', schema=None) as batch_op:
        batch_op.create_index('ix_article_product_product_id', ['product_id'], unique=False)

    op.create_table('article_version',
    sa.Column('article_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('content', sa.Text(), nullable=False),
    sa.Column('changed_at', sa.BigInteger(), nullable=False),
    sa.Column('changed_by', sa.Text(), server_default='', nullable=False),
    sa.ForeignKeyConstraint(['article_id'], ['article.id'], name=op.f('fk_article_version_article_id_article')),
    sa.PrimaryKeyConstraint('article_id', 'version', name=op.f('pk_article_version'))
    )
    op.create_table('call',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('call_key', sa.Text(), nullable=False),
    sa.Column('source', sa.Text(), nullable=False),
    sa.Column('direction', sa.Text(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('raw_number', sa.Text(), server_default='', nullable=False),
    sa.Column('e164', sa.Text(), nullable=True),
    sa.Column('own_number', sa.Text(), server_default='', nullable=False),
    sa.Column('rang_at', sa.BigInteger(), nullable=False),
    sa.Column('answered_at', sa.BigInteger(), nullable=True),
    sa.Column('ended_at', sa.BigInteger(), nullable=True),
    sa.Column('seconds', sa.Integer(), nullable=True),
    sa.Column('ended_by', sa.Text(), server_default='', nullable=False),
    sa.Column('by_machine', sa.Boolean(), server_default='0', nullable=False),
    sa.Column('customer_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('staff_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('purpose', sa.Text(), server_default='', nullable=False),
    sa.Column('outcome_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('satisfaction', sa.Integer(), nullable=True),
    sa.Column('note', sa.Text(), server_default='', nullable=False),
    sa.ForeignKeyConstraint(['customer_id'], ['customer.id'], name=op.f('fk_call_customer_id_customer')),
    sa.ForeignKeyConstraint(['outcome_id'], ['outcome.id'], name=op.f('fk_call_outcome_id_outcome')),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_call_staff_id_staff')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_call')),
    sa.UniqueConstraint('call_key', name=op.f('uq_call_call_key'))
    )
    with op.batch_alter_table('call', schema=None) as batch_op:
        batch_op.create_index('ix_call_customer_id', ['customer_id', 'rang_at'], unique=False)
        batch_op.create_index('ix_call_e164', ['e164', 'rang_at'], unique=False)
        batch_op.create_index('ix_call_outcome_id', ['outcome_id', 'rang_at'], unique=False)
        batch_op.create_index('ix_call_rang_at', ['rang_at', 'id'], unique=False)
        batch_op.create_index('ix_call_state', ['state', 'rang_at'], unique=False)

    op.create_table('consent',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('customer_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('channel', sa.Text(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('scope', sa.Text(), server_default='', nullable=False),
    sa.Column('wording', sa.Text(), server_default='', nullable=False),
    sa.Column('source', sa.Text(), server_default='', nullable=False),
    sa.Column('at', sa.BigInteger(), nullable=False),
    sa.Column('recorded_at', sa.BigInteger(), nullable=False),
    sa.Column('recorded_by', sa.Text(), server_default='', nullable=False),
    sa.ForeignKeyConstraint(['customer_id'], ['customer.id'], name=op.f('fk_consent_customer_id_customer')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consent'))
    )
    with op.batch_alter_table('consent', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_consent_customer_id'), ['customer_id'], unique=False)

    op.create_table('customer_address',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('customer_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('name', sa.Text(), server_default='', nullable=False),
    sa.Column('extra', sa.Text(), server_default='', nullable=False),
    sa.Column('street', sa.Text(), server_default='', nullable=False),
    sa.Column('postcode', sa.Text(), server_default='', nullable=False),
    sa.Column('town', sa.Text(), server_default='', nullable=False),
    sa.Column('country', sa.Text(), server_default='', nullable=False),
    sa.ForeignKeyConstraint(['customer_id'], ['customer.id'], name=op.f('fk_customer_address_customer_id_customer')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_customer_address'))
    )
    with op.batch_alter_table('customer_address', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_customer_address_customer_id'), ['customer_id'], unique=False)

    op.create_table('customer_phone',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('customer_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('raw', sa.Text(), nullable=False),
    sa.Column('e164', sa.Text(), nullable=True),
    sa.Column('label', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['customer_id'], ['customer.id'], name=op.f('fk_customer_phone_customer_id_customer')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_customer_phone'))
    )
    with op.batch_alter_table('customer_phone', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_customer_phone_customer_id'), ['customer_id'], unique=False)
        batch_op.create_index('ix_customer_phone_e164', ['e164'], unique=False)

    op.create_table('product_code',
    sa.Column('product_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('code', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['product_id'], ['product.id'], name=op.f('fk_product_code_product_id_product')),
    sa.PrimaryKeyConstraint('product_id', 'code', name=op.f('pk_product_code'))
    )
    with op.batch_alter_table('product_code', schema=None) as batch_op:
        batch_op.create_index('ix_product_code_code', ['code'], unique=False)

    op.create_table('wording',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('article_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('at', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['article_id'], ['article.id'], name=op.f('fk_wording_article_id_article')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_wording'))
    )
    with op.batch_alter_table('wording', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_wording_article_id'), ['article_id'], unique=False)

    op.create_table('article_use',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('article_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('call_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('verdict', sa.Text(), nullable=False),
    sa.Column('at', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['article_id'], ['article.id'], name=op.f('fk_article_use_article_id_article')),
    sa.ForeignKeyConstraint(['call_id'], ['call.id'], name=op.f('fk_article_use_call_id_call')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_article_use'))
    )
    with op.batch_alter_table('article_use', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_article_use_article_id'), ['article_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_article_use_call_id'), ['call_id'], unique=False)

    op.create_table('callback',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('customer_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('call_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('raw_number', sa.Text(), server_default='', nullable=False),
    sa.Column('e164', sa.Text(), nullable=True),
    sa.Column('asked_at', sa.BigInteger(), nullable=False),
    sa.Column('words', sa.Text(), server_default='', nullable=False),
    sa.Column('due_at', sa.BigInteger(), nullable=False),
    sa.Column('staff_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('done_at', sa.BigInteger(), nullable=True),
    sa.ForeignKeyConstraint(['call_id'], ['call.id'], name=op.f('fk_callback_call_id_call')),
    sa.ForeignKeyConstraint(['customer_id'], ['customer.id'], name=op.f('fk_callback_customer_id_customer')),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_callback_staff_id_staff')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_callback'))
    )
    with op.batch_alter_table('callback', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_callback_customer_id'), ['customer_id'], unique=False)
        batch_op.create_index('ix_callback_done_at', ['done_at', 'due_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_callback_e164'), ['e164'], unique=False)

    op.create_table('sale_order',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('number', sa.Text(), nullable=False),
    sa.Column('draft_key', sa.Text(), nullable=True),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('customer_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('call_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('staff_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('payment_state', sa.Text(), server_default='open', nullable=False),
    sa.Column('placed_at', sa.BigInteger(), nullable=False),
    sa.Column('language', sa.Text(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('billing', sa.Text(), nullable=False),
    sa.Column('deliver_to', sa.Text(), nullable=True),
    sa.Column('email', sa.Text(), server_default='', nullable=False),
    sa.Column('delivery_phone', sa.Text(), server_default='', nullable=False),
    sa.Column('delivery_e164', sa.Text(), nullable=True),
    sa.Column('shipping_code', sa.Text(), server_default='', nullable=False),
    sa.Column('shipping_name', sa.Text(), server_default='', nullable=False),
    sa.Column('shipping_gross', sa.BigInteger(), nullable=False),
    sa.Column('discount', sa.BigInteger(), nullable=False),
    sa.Column('total', sa.BigInteger(), nullable=False),
    sa.Column('line_count', sa.Integer(), nullable=False),
    sa.Column('first_line', sa.Text(), server_default='', nullable=False),
    sa.Column('small_business', sa.Boolean(), server_default='0', nullable=False),
    sa.Column('extension_months', sa.Integer(), server_default='0', nullable=False),
    sa.Column('return_cost', sa.Text(), server_default='', nullable=False),
    sa.Column('payment_code', sa.Text(), server_default='', nullable=False),
    sa.Column('due_on', sa.Text(), nullable=True),
    sa.Column('paid_on', sa.Text(), nullable=True),
    sa.Column('carrier', sa.Text(), server_default='', nullable=False),
    sa.Column('tracking', sa.Text(), server_default='', nullable=False),
    sa.Column('tracking_url', sa.Text(), server_default='', nullable=False),
    sa.Column('shipped_on', sa.Text(), nullable=True),
    sa.Column('delivered_on', sa.Text(), nullable=True),
    sa.Column('remark', sa.Text(), server_default='', nullable=False),
    sa.ForeignKeyConstraint(['call_id'], ['call.id'], name=op.f('fk_sale_order_call_id_call')),
    sa.ForeignKeyConstraint(['customer_id'], ['customer.id'], name=op.f('fk_sale_order_customer_id_customer')),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_sale_order_staff_id_staff')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sale_order')),
    sa.UniqueConstraint('draft_key', name=op.f('uq_sale_order_draft_key')),
    sa.UniqueConstraint('number', name=op.f('uq_sale_order_number'))
    )
    with op.batch_alter_table('sale_order', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_sale_order_call_id'), ['call_id'], unique=False)
        batch_op.create_index('ix_sale_order_customer_id', ['customer_id', 'placed_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_sale_order_delivery_e164'), ['delivery_e164'], unique=False)
        batch_op.create_index('ix_sale_order_placed_at', ['placed_at', 'id'], unique=False)
        batch_op.create_index('ix_sale_order_state', ['state', 'placed_at'], unique=False)

    op.create_table('letter',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('order_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('order_version', sa.Integer(), nullable=True),
    sa.Column('customer_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('language', sa.Text(), nullable=False),
    sa.Column('created_at', sa.BigInteger(), nullable=False),
    sa.Column('staff_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('pdf', sa.LargeBinary(), nullable=False),
    sa.Column('sha256', sa.Text(), nullable=False),
    sa.Column('pages', sa.Integer(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['customer_id'], ['customer.id'], name=op.f('fk_letter_customer_id_customer')),
    sa.ForeignKeyConstraint(['order_id'], ['sale_order.id'], name=op.f('fk_letter_order_id_sale_order')),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_letter_staff_id_staff')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_letter'))
    )
    with op.batch_alter_table('letter', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_letter_customer_id'), ['customer_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_letter_order_id'), ['order_id'], unique=False)
        batch_op.create_index('ix_letter_state', ['state', 'created_at'], unique=False)

    op.create_table('order_article',
    sa.Column('order_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('article_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['article_id'], ['article.id'], name=op.f('fk_order_article_article_id_article')),
    sa.ForeignKeyConstraint(['order_id'], ['sale_order.id'], name=op.f('fk_order_article_order_id_sale_order')),
    sa.PrimaryKeyConstraint('order_id', 'article_id', name=op.f('pk_order_article'))
    )
    op.create_table('order_line',
    sa.Column('order_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('product_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('sku', sa.Text(), server_default='', nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('option', sa.Text(), server_default='', nullable=False),
    sa.Column('description', sa.Text(), server_default='', nullable=False),
    sa.Column('quantity', sa.BigInteger(), nullable=False),
    sa.Column('unit_price', sa.BigInteger(), nullable=False),
    sa.Column('discount', sa.BigInteger(), nullable=False),
    sa.Column('vat', sa.BigInteger(), nullable=False),
    sa.Column('gross', sa.BigInteger(), nullable=False),
    sa.Column('price_source', sa.Text(), server_default='', nullable=False),
    sa.Column('price_note', sa.Text(), server_default='', nullable=False),
    sa.Column('content', sa.BigInteger(), nullable=True),
    sa.Column('content_unit', sa.Text(), server_default='', nullable=False),
    sa.Column('withdrawal_rule', sa.Text(), server_default='normal', nullable=False),
    sa.ForeignKeyConstraint(['order_id'], ['sale_order.id'], name=op.f('fk_order_line_order_id_sale_order')),
    sa.ForeignKeyConstraint(['product_id'], ['product.id'], name=op.f('fk_order_line_product_id_product')),
    sa.PrimaryKeyConstraint('order_id', 'position', name=op.f('pk_order_line'))
    )
    with op.batch_alter_table('order_line', schema=None) as batch_op:
        batch_op.create_index('ix_order_line_product_id', ['product_id'], unique=False)

    op.create_table('order_move',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('order_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('source', sa.Text(), server_default='', nullable=False),
    sa.Column('target', sa.Text(), nullable=False),
    sa.Column('at', sa.BigInteger(), nullable=False),
    sa.Column('staff_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('reason', sa.Text(), server_default='', nullable=False),
    sa.ForeignKeyConstraint(['order_id'], ['sale_order.id'], name=op.f('fk_order_move_order_id_sale_order')),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_order_move_staff_id_staff')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_order_move'))
    )
    with op.batch_alter_table('order_move', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_order_move_order_id'), ['order_id'], unique=False)

    op.create_table('order_told',
    sa.Column('order_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('point', sa.Text(), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('told_at', sa.BigInteger(), nullable=False),
    sa.Column('staff_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.ForeignKeyConstraint(['order_id'], ['sale_order.id'], name=op.f('fk_order_told_order_id_sale_order')),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_order_told_staff_id_staff')),
    sa.PrimaryKeyConstraint('order_id', 'point', name=op.f('pk_order_told'))
    )
    op.create_table('letter_event',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('letter_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('channel', sa.Text(), nullable=False),
    sa.Column('at', sa.BigInteger(), nullable=False),
    sa.Column('printer', sa.Text(), server_default='', nullable=False),
    sa.Column('job', sa.Text(), server_default='', nullable=False),
    sa.Column('error', sa.Text(), server_default='', nullable=False),
    sa.ForeignKeyConstraint(['letter_id'], ['letter.id'], name=op.f('fk_letter_event_letter_id_letter')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_letter_event'))
    )
    with op.batch_alter_table('letter_event', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_letter_event_letter_id'), ['letter_id'], unique=False)

    # the rows exist from the start: two desks that need the first number must not both make one
    counter = sa.table("counter", sa.column("name", sa.Text()), sa.column("last", sa.Integer()))
    op.bulk_insert(counter, [{"name": "customer", "last": 0}, {"name": "order", "last": 0}])
