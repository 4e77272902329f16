"""The shop's own paragraphs of letters, each saved text with its day; letters record which they had."""

import time

import sqlalchemy as sa
from alembic import op

revision = '0010'
down_revision = '0009'


def upgrade() -> None:
    op.create_table('letter_text',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('letter', sa.Text(), nullable=False),
    sa.Column('part', sa.Text(), nullable=False),
    sa.Column('language', sa.Text(), nullable=False),
    sa.Column('content', sa.Text(), nullable=True),
    sa.Column('saved_at', sa.BigInteger(), nullable=False),
    sa.Column('staff_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_letter_text_staff_id_staff')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_letter_text'))
    )
    with op.batch_alter_table('letter_text', schema=None) as batch_op:
        batch_op.create_index('ix_letter_text_place', ['language', 'letter', 'part'], unique=False)

    with op.batch_alter_table('letter', schema=None) as batch_op:
        batch_op.add_column(sa.Column('text_edition', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), server_default='0', nullable=False))

    _take_over_settings()


_DEFAULTS = {
    ('text.greeting_de', 'vielen Dank für Ihre telefonische Bestellung. Wir haben sie am Telefon angenommen und bestätigen Ihnen hiermit den Vertrag.'),
    ('text.greeting_en', 'thank you for your order by telephone. We accepted it on the phone and confirm the contract with this letter.'),
    ('text.closing_de', 'Mit freundlichen Grüßen'),
    ('text.closing_en', 'Kind regards'),
}
_PLACES = {'text.greeting': ('confirmation', 'opening'), 'text.closing': ('every', 'closing')}


def _take_over_settings() -> None:
    """What a shop had written in four settings goes on as its own text."""
    setting = sa.table('setting', sa.column('key', sa.Text()), sa.column('value', sa.Text()))
    old = setting.c.key.in_([key for key, _ in _DEFAULTS])
    rows = op.get_bind().execute(sa.select(setting.c.key, setting.c.value).where(old)).all()
    letter_text = sa.table('letter_text', *(sa.column(name, sa.Text()) for name in ('letter', 'part', 'language', 'content')), sa.column('saved_at', sa.BigInteger()))
    now = int(time.time() * 1000)
    for key, value in rows:
        if value.strip() and (key, value) not in _DEFAULTS:
            name, language = key.rsplit('_', 1)
            letter, part = _PLACES[name]
            op.execute(letter_text.insert().values(letter=letter, part=part, language=language, content=value, saved_at=now))
    op.execute(setting.delete().where(old))
