"""The log's filters and index, what outcomes mean, and which customer another one turned out to be."""

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
    with op.batch_alter_table('call', schema=None) as batch_op:
        batch_op.add_column(sa.Column('answered_by', sa.Text(), server_default='', nullable=False))

    if op.get_bind().dialect.name == 'sqlite':
        words = ['rang_at', 'id', 'direction', 'state', 'purpose', 'outcome_id', 'staff_id', 'customer_id', 'e164', 'raw_number', 'note']
        op.create_index('ix_call_words', 'call', words, unique=False)

    with op.batch_alter_table('customer', schema=None) as batch_op:
        batch_op.add_column(sa.Column('merged_into', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True))
        batch_op.create_index(batch_op.f('ix_customer_merged_into'), ['merged_into'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_customer_merged_into_customer'), 'customer', ['merged_into'], ['id'])

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
