"""What came when, withdrawals with lines and events, defects; why a product has no right."""

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'


def upgrade() -> None:
    op.create_table('order_receipt',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('order_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('mark', sa.Text(), nullable=False),
    sa.Column('day', sa.Text(), nullable=False),
    sa.Column('words', sa.Text(), server_default='', nullable=False),
    sa.Column('at', sa.BigInteger(), nullable=False),
    sa.Column('staff_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('taken_back_at', sa.BigInteger(), nullable=True),
    sa.ForeignKeyConstraint(['order_id'], ['sale_order.id'], name=op.f('fk_order_receipt_order_id_sale_order')),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_order_receipt_staff_id_staff')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_order_receipt'))
    )
    with op.batch_alter_table('order_receipt', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_order_receipt_order_id'), ['order_id'], unique=False)

    op.create_table('defect',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('order_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('call_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('shown_on', sa.Text(), nullable=False),
    sa.Column('reported_at', sa.BigInteger(), nullable=False),
    sa.Column('reported_by', sa.Text(), server_default='', nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('told_at', sa.BigInteger(), nullable=False),
    sa.Column('remedy', sa.Text(), server_default='', nullable=False),
    sa.Column('returned_on', sa.Text(), nullable=True),
    sa.Column('staff_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('letter_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.ForeignKeyConstraint(['call_id'], ['call.id'], name=op.f('fk_defect_call_id_call')),
    sa.ForeignKeyConstraint(['letter_id'], ['letter.id'], name=op.f('fk_defect_letter_id_letter')),
    sa.ForeignKeyConstraint(['order_id'], ['sale_order.id'], name=op.f('fk_defect_order_id_sale_order')),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_defect_staff_id_staff')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_defect'))
    )
    with op.batch_alter_table('defect', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_defect_order_id'), ['order_id'], unique=False)

    op.create_table('withdrawal',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('order_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('call_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('declared_on', sa.Text(), nullable=False),
    sa.Column('received_at', sa.BigInteger(), nullable=False),
    sa.Column('channel', sa.Text(), nullable=False),
    sa.Column('declared_by', sa.Text(), server_default='', nullable=False),
    sa.Column('words', sa.Text(), server_default='', nullable=False),
    sa.Column('decision', sa.Text(), nullable=False),
    sa.Column('decision_words', sa.Text(), server_default='', nullable=False),
    sa.Column('decided_at', sa.BigInteger(), nullable=True),
    sa.Column('decided_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('goods_out', sa.Boolean(), nullable=False),
    sa.Column('pickup', sa.Boolean(), server_default='0', nullable=False),
    sa.Column('order_state', sa.Text(), nullable=False),
    sa.Column('staff_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('taken_back_at', sa.BigInteger(), nullable=True),
    sa.Column('taken_back_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('taken_back_words', sa.Text(), server_default='', nullable=False),
    sa.Column('letter_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.ForeignKeyConstraint(['call_id'], ['call.id'], name=op.f('fk_withdrawal_call_id_call')),
    sa.ForeignKeyConstraint(['decided_by'], ['staff.id'], name=op.f('fk_withdrawal_decided_by_staff')),
    sa.ForeignKeyConstraint(['letter_id'], ['letter.id'], name=op.f('fk_withdrawal_letter_id_letter')),
    sa.ForeignKeyConstraint(['order_id'], ['sale_order.id'], name=op.f('fk_withdrawal_order_id_sale_order')),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_withdrawal_staff_id_staff')),
    sa.ForeignKeyConstraint(['taken_back_by'], ['staff.id'], name=op.f('fk_withdrawal_taken_back_by_staff')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_withdrawal'))
    )
    with op.batch_alter_table('withdrawal', schema=None) as batch_op:
        batch_op.create_index('ix_withdrawal_decision', ['decision'], unique=False)
        batch_op.create_index(batch_op.f('ix_withdrawal_order_id'), ['order_id'], unique=False)

    op.create_table('withdrawal_event',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('withdrawal_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('code', sa.Text(), nullable=False),
    sa.Column('day', sa.Text(), nullable=False),
    sa.Column('at', sa.BigInteger(), nullable=False),
    sa.Column('staff_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('taken_back_at', sa.BigInteger(), nullable=True),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_withdrawal_event_staff_id_staff')),
    sa.ForeignKeyConstraint(['withdrawal_id'], ['withdrawal.id'], name=op.f('fk_withdrawal_event_withdrawal_id_withdrawal')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_withdrawal_event'))
    )
    with op.batch_alter_table('withdrawal_event', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_withdrawal_event_withdrawal_id'), ['withdrawal_id'], unique=False)

    op.create_table('withdrawal_line',
    sa.Column('withdrawal_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('quantity', sa.BigInteger(), nullable=False),
    sa.Column('unsealed', sa.Boolean(), server_default='0', nullable=False),
    sa.Column('loss', sa.BigInteger(), server_default='0', nullable=False),
    sa.Column('loss_reason', sa.Text(), server_default='', nullable=False),
    sa.ForeignKeyConstraint(['withdrawal_id'], ['withdrawal.id'], name=op.f('fk_withdrawal_line_withdrawal_id_withdrawal')),
    sa.PrimaryKeyConstraint('withdrawal_id', 'position', name=op.f('pk_withdrawal_line'))
    )
    with op.batch_alter_table('product', schema=None) as batch_op:
        batch_op.add_column(sa.Column('withdrawal_reason', sa.Text(), server_default='', nullable=False))
