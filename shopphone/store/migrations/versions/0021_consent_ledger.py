"""The consent ledger is append-only and chained; every attempt to call is kept."""

import hashlib
import hmac
import json
import secrets

import sqlalchemy as sa
from alembic import op

revision = '0021'
down_revision = '0019'


def upgrade() -> None:
    op.create_table('consent_evidence',
    sa.Column('sha256', sa.Text(), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=False),
    sa.Column('kept_at', sa.BigInteger(), nullable=False),
    sa.PrimaryKeyConstraint('sha256', name=op.f('pk_consent_evidence'))
    )
    op.create_table('do_not_call',
    sa.Column('digest', sa.Text(), nullable=False),
    sa.Column('since', sa.BigInteger(), nullable=False),
    sa.PrimaryKeyConstraint('digest', name=op.f('pk_do_not_call'))
    )
    op.create_table('dial_attempt',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('at', sa.BigInteger(), nullable=False),
    sa.Column('staff_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('raw_number', sa.Text(), server_default='', nullable=False),
    sa.Column('e164', sa.Text(), nullable=True),
    sa.Column('customer_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('purpose', sa.Text(), nullable=False),
    sa.Column('topic', sa.Text(), server_default='', nullable=False),
    sa.Column('given_reason', sa.Text(), server_default='', nullable=False),
    sa.Column('way', sa.Text(), nullable=False),
    sa.Column('permitted', sa.Boolean(), nullable=False),
    sa.Column('basis', sa.Text(), server_default='', nullable=False),
    sa.Column('denial', sa.Text(), server_default='', nullable=False),
    sa.Column('dialler', sa.Text(), server_default='', nullable=False),
    sa.Column('callback_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('call_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.ForeignKeyConstraint(['customer_id'], ['customer.id'], name=op.f('fk_dial_attempt_customer_id_customer')),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_dial_attempt_staff_id_staff')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_dial_attempt'))
    )
    with op.batch_alter_table('dial_attempt', schema=None) as batch_op:
        batch_op.create_index('ix_dial_attempt_at', ['at', 'id'], unique=False)
        batch_op.create_index('ix_dial_attempt_customer_id', ['customer_id', 'at'], unique=False)
        batch_op.create_index('ix_dial_attempt_e164', ['e164', 'at'], unique=False)

    with op.batch_alter_table('consent', schema=None) as batch_op:
        batch_op.add_column(sa.Column('entry_no', sa.Integer(), server_default='0', nullable=False))
        batch_op.add_column(sa.Column('number', sa.Text(), server_default='', nullable=False))
        batch_op.add_column(sa.Column('person', sa.Text(), nullable=True))
        batch_op.add_column(sa.Column('company', sa.Text(), nullable=True))
        batch_op.add_column(sa.Column('wording_version', sa.Text(), server_default='', nullable=False))
        batch_op.add_column(sa.Column('evidence_name', sa.Text(), server_default='', nullable=False))
        batch_op.add_column(sa.Column('evidence_sha256', sa.Text(), server_default='', nullable=False))
        batch_op.add_column(sa.Column('late', sa.Boolean(), server_default='0', nullable=False))
        batch_op.add_column(sa.Column('call_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True))
        batch_op.add_column(sa.Column('previous', sa.Text(), server_default='', nullable=False))
        batch_op.add_column(sa.Column('hash', sa.Text(), server_default='', nullable=False))

    connection = op.get_bind()
    counter = sa.table('counter', sa.column('name', sa.Text()), sa.column('last', sa.Integer()))
    op.bulk_insert(counter, [{'name': 'consent', 'last': _chain(connection)}])
    _remember_objections(connection)
    with op.batch_alter_table('consent', schema=None) as batch_op:
        batch_op.create_index('ix_consent_entry_no', ['entry_no'], unique=True)
    for statement in _SQLITE if connection.dialect.name == 'sqlite' else _POSTGRESQL:
        op.execute(sa.text(statement))


_HASHED = (
    'customer_id', 'channel', 'state', 'scope', 'wording', 'source', 'at', 'recorded_at', 'recorded_by',
    'entry_no', 'number', 'wording_version', 'evidence_name', 'evidence_sha256', 'call_id', 'previous',
)


def _chain(connection: sa.Connection) -> int:
    """Number the entries there are and hash each with the one before; says how many there are."""
    table = sa.table('consent', sa.column('id'), sa.column('hash'), *(sa.column(name) for name in _HASHED))
    previous, number = '', 0
    for row in connection.execute(sa.select(table).order_by(table.c.id)).mappings().all():
        number += 1
        values = {name: row[name] for name in _HASHED}
        values |= {'entry_no': number, 'previous': previous}
        facts = {**values, 'person': None, 'company': None, 'late': False}
        text = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(',', ':'))
        made = hashlib.sha256(text.encode('utf-8')).hexdigest()
        connection.execute(
            sa.update(table)
            .where(table.c.id == row['id'])
            .values(entry_no=number, previous=previous, hash=made)
        )
        previous = made
    return number


def _remember_objections(connection: sa.Connection) -> None:
    """The numbers of those who want no calls, as digests that outlive their erasure."""
    consent = sa.table('consent', *(sa.column(name) for name in ('id', 'customer_id', 'channel', 'state', 'at')))
    newest: dict[int, sa.RowMapping] = {}
    query = sa.select(consent).where(consent.c.channel == 'phone').order_by(consent.c.at, consent.c.id)
    for row in connection.execute(query).mappings():
        newest[row['customer_id']] = row
    objecting = {key: row['at'] for key, row in newest.items() if row['state'] == 'withdrawn'}
    if not objecting:
        return
    salt = secrets.token_hex(32)
    setting = sa.table('setting', sa.column('key'), sa.column('value'))
    connection.execute(sa.insert(setting).values(key='privacy.salt', value=salt))
    phone = sa.table('customer_phone', sa.column('customer_id'), sa.column('e164'))
    digests = {
        hmac.new(bytes.fromhex(salt), row.e164.encode(), hashlib.sha256).hexdigest(): objecting[row.customer_id]
        for row in connection.execute(sa.select(phone).where(phone.c.e164.is_not(None)))
        if row.customer_id in objecting
    }
    table = sa.table('do_not_call', sa.column('digest'), sa.column('since'))
    if digests:
        connection.execute(sa.insert(table), [{'digest': d, 'since': at} for d, at in digests.items()])


# REPLACE deletes without asking the delete trigger, so an insert looks first
_SQLITE = (
    *(
        f"create trigger {table}_no_{action} before {action} on {table} begin "
        f"select raise(abort, 'the consent ledger is never changed, entries are only added'); end"
        for table in ('consent', 'consent_evidence')
        for action in ('update', 'delete')
    ),
    "create trigger consent_no_replace before insert on consent "
    "when exists (select 1 from consent where id = new.id or entry_no = new.entry_no) begin "
    "select raise(abort, 'the consent ledger is never changed, entries are only added'); end",
    "create trigger consent_evidence_no_replace before insert on consent_evidence "
    "when exists (select 1 from consent_evidence where sha256 = new.sha256) begin "
    "select raise(abort, 'the consent ledger is never changed, entries are only added'); end",
)
_POSTGRESQL = (
    "create function consent_is_append_only() returns trigger language plpgsql as $$ begin "
    "raise exception 'the consent ledger is never changed, entries are only added' "
    "using errcode = 'restrict_violation'; end $$",
    *(
        f"create trigger {table}_no_{name} before {action} on {table} for each {each} "
        f"execute function consent_is_append_only()"
        for table in ('consent', 'consent_evidence')
        for name, action, each in (('change', 'update or delete', 'row'), ('truncate', 'truncate', 'statement'))
    ),
)
