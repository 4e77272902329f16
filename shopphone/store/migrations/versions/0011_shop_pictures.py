"""The logo and the signature are kept in the shop, where until now only the paths of their files were."""

import hashlib
import time
from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = '0011'
down_revision = '0010'


def upgrade() -> None:
    setting = sa.table('setting', sa.column('key', sa.Text()), sa.column('value', sa.Text()))
    shop_file = sa.table('shop_file', *(sa.column(name) for name in ('key', 'name', 'content', 'sha256', 'added_at')))
    pictures = setting.c.key.in_(['letter.logo', 'letter.signature'])
    for key, path in op.get_bind().execute(sa.select(setting.c.key, setting.c.value).where(pictures)).all():
        content, name = _content(path), ''
        if content:
            name, digest = Path(path).name, hashlib.sha256(content).hexdigest()
            op.execute(shop_file.insert().values(key=key, name=name, content=content, sha256=digest, added_at=int(time.time() * 1000)))
        # a picture that is gone is to be chosen again
        op.execute(setting.update().where(setting.c.key == key).values(value=name))


def _content(path: str) -> bytes:
    try:
        return Path(path).read_bytes() if path and Path(path).is_file() else b''
    except (OSError, ValueError):
        return b''
