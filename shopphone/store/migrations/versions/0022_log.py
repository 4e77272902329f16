"""The log's filters, callbacks with attempts, merged customers, guided conversations."""

import sqlalchemy as sa
from alembic import op

revision = '0022'
down_revision = '0021'


def upgrade() -> None:
    op.create_table('call_filter',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('wanted', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_call_filter')),
    sa.UniqueConstraint('name', name=op.f('uq_call_filter_name'))
    )
    op.create_table('script',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('language', sa.Text(), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('retired', sa.Boolean(), server_default='0', nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_script'))
    )
    op.create_table('customer_merge',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('kept_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('other_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('moved', sa.Text(), nullable=False),
    sa.Column('at', sa.BigInteger(), nullable=False),
    sa.Column('by', sa.Text(), server_default='', nullable=False),
    sa.Column('undone_at', sa.BigInteger(), nullable=True),
    sa.ForeignKeyConstraint(['kept_id'], ['customer.id'], name=op.f('fk_customer_merge_kept_id_customer')),
    sa.ForeignKeyConstraint(['other_id'], ['customer.id'], name=op.f('fk_customer_merge_other_id_customer')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_customer_merge'))
    )
    with op.batch_alter_table('customer_merge', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_customer_merge_kept_id'), ['kept_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_customer_merge_other_id'), ['other_id'], unique=False)

    op.create_table('script_version',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('script_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('steps', sa.Text(), nullable=False),
    sa.Column('made_at', sa.BigInteger(), nullable=False),
    sa.Column('made_by', sa.Text(), server_default='', nullable=False),
    sa.ForeignKeyConstraint(['script_id'], ['script.id'], name=op.f('fk_script_version_script_id_script')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_script_version')),
    sa.UniqueConstraint('script_id', 'number', name=op.f('uq_script_version_script_id_number'))
    )
    with op.batch_alter_table('script_version', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_script_version_script_id'), ['script_id'], unique=False)

    op.create_table('call_check',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('call_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('customer_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('order_number', sa.Text(), server_default='', nullable=False),
    sa.Column('passed', sa.Boolean(), server_default='0', nullable=False),
    sa.Column('at', sa.BigInteger(), nullable=False),
    sa.Column('by', sa.Text(), server_default='', nullable=False),
    sa.ForeignKeyConstraint(['call_id'], ['call.id'], name=op.f('fk_call_check_call_id_call')),
    sa.ForeignKeyConstraint(['customer_id'], ['customer.id'], name=op.f('fk_call_check_customer_id_customer')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_call_check'))
    )
    with op.batch_alter_table('call_check', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_call_check_call_id'), ['call_id'], unique=False)

    op.create_table('script_run',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('call_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('version_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('begun_at', sa.BigInteger(), nullable=False),
    sa.Column('ended_at', sa.BigInteger(), nullable=True),
    sa.Column('by', sa.Text(), server_default='', nullable=False),
    sa.ForeignKeyConstraint(['call_id'], ['call.id'], name=op.f('fk_script_run_call_id_call')),
    sa.ForeignKeyConstraint(['version_id'], ['script_version.id'], name=op.f('fk_script_run_version_id_script_version')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_script_run'))
    )
    with op.batch_alter_table('script_run', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_script_run_call_id'), ['call_id'], unique=False)

    op.create_table('callback_attempt',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('callback_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('call_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('at', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['call_id'], ['call.id'], name=op.f('fk_callback_attempt_call_id_call')),
    sa.ForeignKeyConstraint(['callback_id'], ['callback.id'], name=op.f('fk_callback_attempt_callback_id_callback')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_callback_attempt')),
    sa.UniqueConstraint('call_id', name=op.f('uq_callback_attempt_call_id'))
    )
    with op.batch_alter_table('callback_attempt', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_callback_attempt_callback_id'), ['callback_id'], unique=False)

    op.create_table('script_tick',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('run_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('step', sa.Text(), nullable=False),
    sa.Column('read', sa.Text(), server_default='', nullable=False),
    sa.Column('answer', sa.Text(), server_default='', nullable=False),
    sa.Column('at', sa.BigInteger(), nullable=False),
    sa.Column('taken_back_at', sa.BigInteger(), nullable=True),
    sa.ForeignKeyConstraint(['run_id'], ['script_run.id'], name=op.f('fk_script_tick_run_id_script_run')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_script_tick'))
    )
    with op.batch_alter_table('script_tick', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_script_tick_run_id'), ['run_id'], unique=False)

    with op.batch_alter_table('call', schema=None) as batch_op:
        batch_op.add_column(sa.Column('answered_by', sa.Text(), server_default='', nullable=False))

    if op.get_bind().dialect.name == 'sqlite':
        words = ['rang_at', 'id', 'direction', 'state', 'purpose', 'outcome_id', 'staff_id', 'customer_id', 'e164', 'raw_number', 'note']
        op.create_index('ix_call_words', 'call', words, unique=False)

    with op.batch_alter_table('callback', schema=None) as batch_op:
        batch_op.add_column(sa.Column('asked_by', sa.Text(), server_default='', nullable=False))
        batch_op.add_column(sa.Column('about', sa.Text(), server_default='', nullable=False))
        batch_op.add_column(sa.Column('until_at', sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column('written_at', sa.BigInteger(), nullable=True))

    with op.batch_alter_table('customer', schema=None) as batch_op:
        batch_op.add_column(sa.Column('merged_into', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True))
        batch_op.create_index(batch_op.f('ix_customer_merged_into'), ['merged_into'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_customer_merged_into_customer'), 'customer', ['merged_into'], ['id'])

    with op.batch_alter_table('customer_phone', schema=None) as batch_op:
        batch_op.add_column(sa.Column('valid_until', sa.Text(), nullable=True))
        batch_op.add_column(sa.Column('first_extension', sa.Text(), server_default='', nullable=False))
        batch_op.add_column(sa.Column('last_extension', sa.Text(), server_default='', nullable=False))

    with op.batch_alter_table('outcome', schema=None) as batch_op:
        batch_op.add_column(sa.Column('not_reached', sa.Boolean(), server_default='0', nullable=False))
        batch_op.add_column(sa.Column('wrong_number', sa.Boolean(), server_default='0', nullable=False))
        batch_op.add_column(sa.Column('retired', sa.Boolean(), server_default='0', nullable=False))

    op.execute("UPDATE outcome SET wrong_number = TRUE WHERE key = 'wrong'")
    for key, german, english, flag in _NEW_OUTCOMES:
        op.execute(
            f"INSERT INTO outcome (key, name_de, name_en, {flag}position) SELECT '{key}', '{german}', '{english}', "
            f"{'TRUE, ' if flag else ''}max(position) + 1 FROM outcome "
            f"HAVING count(*) > 0 AND NOT EXISTS (SELECT 1 FROM outcome WHERE key = '{key}')"
        )


# a shop on its first day has no outcomes yet and gets these with the others
_NEW_OUTCOMES = (
    ('not_reached', 'Nicht erreicht', 'Not reached', 'not_reached, '),
    ('window_closed', 'Fenster vorher geschlossen', 'Window closed before choosing', ''),
)
