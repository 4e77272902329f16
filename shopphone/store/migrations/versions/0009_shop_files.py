"""Files the owner has chosen, kept for every desk; what a letter lacks; how often a contract is billed."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_NOTICE = "policy.harmonised_notice"


def upgrade() -> None:
    op.create_table(
        "shop_file",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_shop_file")),
    )
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.add_column(sa.Column("lacks", sa.Text(), server_default="", nullable=False))
    with op.batch_alter_table("sale_order", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("billing_months", sa.Integer(), server_default="0", nullable=False)
        )
    _take_in_the_notice()


def _take_in_the_notice() -> None:
    """Until now only its path was kept; where the file is gone, it is to be chosen again."""
    setting = sa.table("setting", sa.column("key", sa.Text()), sa.column("value", sa.Text()))
    connection = op.get_bind()
    path = connection.execute(
        sa.select(setting.c.value).where(setting.c.key == _NOTICE)
    ).scalar()
    if not path:
        return
    of_notice = sa.update(setting).where(setting.c.key == _NOTICE)
    try:
        content = Path(path).read_bytes()
    except OSError:
        connection.execute(of_notice.values(value=""))
        return
    shop_file = sa.table(
        "shop_file",
        *(sa.column(name) for name in ("key", "name", "content", "sha256", "added_at")),
    )
    connection.execute(
        sa.insert(shop_file).values(
            key=_NOTICE,
            name=Path(path).name,
            content=content,
            sha256=hashlib.sha256(content).hexdigest(),
            added_at=int(datetime.now(UTC).timestamp() * 1000),
        )
    )
    connection.execute(of_notice.values(value=Path(path).name))
