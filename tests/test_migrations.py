"""Every shop that was ever released opens, upgraded, with everything in it, on both databases."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Boolean, Index, MetaData, create_engine, insert, text
from sqlalchemy.exc import OperationalError

import shopphone.services.answers as answers
import shopphone.services.call_log as call_log
import shopphone.services.callbacks as callbacks
import shopphone.services.customers as customers
import shopphone.services.letters as letters
import shopphone.services.orders as orders
import shopphone.services.products as products
import shopphone.services.shop_files as shop_files
from shopphone.domain.calls import CallFilter
from shopphone.domain.errors import Unavailable
from shopphone.domain.orders import OrderDraft
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store import upgrade
from shopphone.store.db import Database
from shopphone.store.local import Local

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
ERAS = sorted((Path(__file__).parent / "eras").glob("shop_*.sql"))
NEWEST = upgrade.newest()
LATER = f"{int(NEWEST) + 1:04}"
every_era = pytest.mark.parametrize("era", ERAS, ids=lambda path: path.stem)


def version_of(era: Path) -> str:
    return era.stem.removeprefix("shop_")


def file_of(era: Path, folder: Path) -> Path:
    file = folder / "shop.db"
    connection = sqlite3.connect(file)
    connection.executescript(era.read_text(encoding="utf-8"))
    connection.close()
    return file


def on_server(era: Path, folder: Path, url: str) -> str:
    """The era's rows in tables as its version would have made them on PostgreSQL."""
    driver_url = url.replace("postgresql://", "postgresql+psycopg://")
    config = Config()
    config.set_main_option("script_location", str(upgrade.MIGRATIONS))
    config.attributes["url"] = driver_url
    command.upgrade(config, version_of(era))
    source = sqlite3.connect(file_of(era, folder))
    source.row_factory = sqlite3.Row
    engine = create_engine(driver_url)
    then = MetaData()
    then.reflect(engine)
    with engine.begin() as connection:
        for table in then.sorted_tables:
            rows = [row_for(table, row) for row in source.execute(f'select * from "{table.name}"')]
            connection.execute(table.delete())
            if rows:
                connection.execute(insert(table), rows)
            if "id" in table.c:
                connection.execute(text(
                    f"select setval(pg_get_serial_sequence('\"{table.name}\"', 'id'), "
                    f'coalesce(max(id), 0) + 1, false) from "{table.name}"'
                ))  # fmt: skip
    source.close()
    engine.dispose()
    return url


def row_for(table: Any, row: sqlite3.Row) -> dict[str, Any]:
    return {
        name: bool(value) if isinstance(table.c[name].type, Boolean) else value
        for name, value in zip(row.keys(), row, strict=True)
    }


@pytest.fixture(params=["sqlite", "postgresql"])
def shop(request: pytest.FixtureRequest, era: Path, tmp_path: Path) -> Iterator[Desk]:
    """The era's shop, opened by the program of today."""
    if request.param == "sqlite":
        db = upgrade.open_file(file_of(era, tmp_path), NOW)
    else:
        url = on_server(era, tmp_path, str(request.getfixturevalue("postgres_url")))
        db = upgrade.open_url(url)
    desk = Desk(db=db, local=Local(tmp_path / "desk.db"), now=lambda: NOW, staff_name="Anna Berger")
    yield desk
    desk.db.close()
    desk.local.close()


def is_there(dialect: str, thing: Any, *_: object) -> bool:
    """Some indexes are for one kind of database."""
    return thing.info.get("only", dialect) == dialect if isinstance(thing, Index) else True


def differences(db: Database) -> list[Any]:
    # Alembic misreads quoted defaults of SQLite; PostgreSQL compares them for both
    options = {
        "compare_type": True,
        "compare_server_default": not db.is_sqlite,
        "include_object": partial(is_there, db.engine.dialect.name),
    }
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts=options)
        return list(compare_metadata(context, t.metadata))


def test_the_newest_version_has_its_era() -> None:
    assert version_of(ERAS[-1]) == upgrade.newest()


@every_era
def test_an_upgraded_shop_has_exactly_todays_tables(shop: Desk, era: Path) -> None:
    assert differences(shop.db) == []


@every_era
def test_an_upgraded_shop_is_whole(shop: Desk, era: Path) -> None:
    (row,) = customers.search(shop, "loeffler annemarie")
    assert customers.detail(shop, row.customer_id).draft.billing.town == "München"
    (order,) = orders.page(shop)
    detail = orders.detail(shop, order.order_id)
    assert (order.number, detail.totals.total) == ("AB-2026-00001", order.total)
    assert len(detail.told) == 5
    (call,) = call_log.page(shop, CallFilter())
    assert call_log.detail(shop, call.call_id).order_numbers == (order.number,)
    (letter,) = letters.archive(shop)
    assert letters.read(shop, letter.letter_id).pdf == b"%PDF-1.7"
    assert [each.raw_number for each in callbacks.due(shop)] == ["089 99998-123"]
    assert answers.find(shop, "rost")[0].title == "Rost"
    assert products.find(shop, "PF-24")[0].name == "Pfanne"


@every_era
def test_an_upgraded_shop_goes_on_counting(shop: Desk, era: Path) -> None:
    (old,) = orders.page(shop)
    detail = orders.detail(shop, old.order_id)
    draft = OrderDraft(
        customer_id=old.customer_id,
        billing=detail.billing,
        lines=[order_line(shop)],
        shipping_code="dhl",
        told={point: NOW.isoformat() for point, *_ in detail.told},
    )
    assert orders.place(shop, draft, {}).number == "AB-2026-00002"


def order_line(shop: Desk) -> Any:
    from shopphone.domain.orders import LineDraft

    product = products.find(shop, "PF-24")[0]
    return LineDraft(name=product.name, product_id=product.product_id, unit_price=product.price)


def test_pictures_of_which_only_the_path_was_kept_are_taken_in(tmp_path: Path) -> None:
    logo, gone = tmp_path / "logo.png", tmp_path / "gone.png"
    logo.write_bytes(b"dots")
    file = file_of(ERAS[0], tmp_path)
    with sqlite3.connect(file) as connection:
        rows = [("letter.logo", str(logo)), ("letter.signature", str(gone))]
        connection.executemany("insert into setting values (?, ?)", rows)
    connection.close()
    upgrade.open_file(file, NOW).close()
    taken = words(file, "select key, name, content from shop_file")
    assert taken == [("letter.logo", "logo.png", b"dots")]
    named = words(file, "select key, value from setting where key like 'letter.%' order by key")
    assert named == [("letter.logo", "logo.png"), ("letter.signature", "")]


def test_what_a_shop_wrote_in_settings_goes_on_as_its_own_text(tmp_path: Path) -> None:
    file = file_of(ERAS[0], tmp_path)
    with sqlite3.connect(file) as connection:
        rows = [("text.closing_de", "Viele Grüße"), ("text.closing_en", "Kind regards")]
        connection.executemany("insert into setting values (?, ?)", rows)
    connection.close()
    upgrade.open_file(file, NOW).close()
    taken = words(file, "select letter, part, language, content from letter_text")
    assert taken == [("every", "closing", "de", "Viele Grüße")]
    assert words(file, "select count(*) from setting where key like 'text.closing%'") == [(0,)]


_LATER = '''
"""A migration as a later version will bring it."""
import sqlalchemy as sa
from alembic import op

revision, down_revision = "{number}", "{newest}"


def upgrade() -> None:
    op.add_column("gap", sa.Column("later", sa.Text(), server_default="neu", nullable=False))
    with op.batch_alter_table("customer") as batch:
        batch.alter_column("note", server_default="-")
    {more}
'''


@pytest.fixture
def later_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program as it will be: one real migration further."""
    folder = tmp_path / "migrations"
    shutil.copytree(upgrade.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(upgrade, "MIGRATIONS", folder)
    script = folder / "versions" / f"{LATER}_later.py"
    script.write_text(next_migration("pass"), encoding="utf-8")
    return script


def next_migration(more: str) -> str:
    return _LATER.format(number=LATER, newest=NEWEST, more=more)


def words(file: Path, query: str) -> list[Any]:
    connection = sqlite3.connect(file)
    found = connection.execute(query).fetchall()
    connection.close()
    return found


def test_a_copy_of_the_old_shop_stays_when_it_is_upgraded(
    later_version: Path, tmp_path: Path
) -> None:
    file = file_of(ERAS[0], tmp_path)
    upgrade.open_file(file, NOW).close()
    assert upgrade.file_version(file) == LATER
    assert words(file, "select number, note from customer") == [("K-00001", "")]
    copy = tmp_path / f"shop-before-{LATER}-from-0001-20261124-090000.db"
    assert upgrade.file_version(copy) == "0001"
    assert words(copy, "select number from customer") == [("K-00001",)]
    assert copy.stat().st_mode & 0o077 == 0
    upgrade.open_file(file, NOW).close()
    assert len(list(tmp_path.glob("shop-before-*"))) == 1


def test_an_upgrade_that_fails_leaves_the_shop_as_it_was(
    later_version: Path, tmp_path: Path
) -> None:
    file = file_of(ERAS[0], tmp_path)
    later_version.write_text(
        next_migration('op.execute("insert into nowhere values (1)")'), encoding="utf-8"
    )
    with pytest.raises((OperationalError, Unavailable)):
        upgrade.open_file(file, NOW)
    assert upgrade.file_version(file) == "0001"
    assert "later" not in str(words(file, "select sql from sqlite_master where name = 'gap'"))
    later_version.write_text(next_migration("pass"), encoding="utf-8")
    upgrade.open_file(file, NOW).close()
    assert upgrade.file_version(file) == LATER


_KILLED = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from shopphone.store import upgrade
upgrade.MIGRATIONS = Path(sys.argv[2])
upgrade.open_file(Path(sys.argv[1]), datetime.now(UTC))
"""


def test_an_upgrade_that_is_killed_leaves_the_shop_as_it_was(
    later_version: Path, tmp_path: Path
) -> None:
    file = file_of(ERAS[0], tmp_path)
    later_version.write_text(next_migration("import os; os.kill(os.getpid(), 9)"), encoding="utf-8")
    killed = subprocess.run(
        [sys.executable, "-c", _KILLED, str(file), str(upgrade.MIGRATIONS)],
        check=False,
        cwd=Path(__file__).parent.parent,
    )
    assert killed.returncode == -9
    assert upgrade.file_version(file) == "0001"
    later_version.write_text(next_migration("pass"), encoding="utf-8")
    upgrade.open_file(file, NOW).close()
    assert words(file, "select number from customer") == [("K-00001",)]


def test_a_notice_that_was_only_named_is_taken_into_the_shop(tmp_path: Path) -> None:
    """Until 0009 the setting was a path, which other desks could not follow."""
    notice = tmp_path / "notice.pdf"
    notice.write_bytes(b"%PDF-1.4 as it was")
    gone = tmp_path / "gone.pdf"
    for n, (path, name, kept) in enumerate(
        ((notice, "notice.pdf", b"%PDF-1.4 as it was"), (gone, "", None))
    ):
        folder = tmp_path / str(n)
        folder.mkdir()
        file = file_of(ERAS[0], folder)
        connection = sqlite3.connect(file)
        row = ("policy.harmonised_notice", str(path))
        connection.execute("insert or replace into setting values (?, ?)", row)
        connection.commit()
        connection.close()
        db = upgrade.open_file(file, NOW)
        desk = Desk(db=db, local=Local(folder / "desk.db"), now=lambda: NOW)
        assert desk.setting("policy.harmonised_notice") == name
        assert shop_files.read(desk, "policy.harmonised_notice") == kept
        db.close()
        desk.local.close()
