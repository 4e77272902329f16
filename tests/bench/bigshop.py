"""A shop after three busy years: a hundred thousand customers, a million calls.

    python -m tests.bench.bigshop --out FILE [--calls 1000000]

The same file for the same number of calls. The tables come from the program's own migrations; the
rows go in by plain sqlite3, with the indexes made afterwards. Fewer calls make all the rest smaller.
"""

import argparse
import sqlite3
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shopphone.store import upgrade
from tests.bench import bigshop_goods, bigshop_people, bigshop_trade
from tests.bench.bigshop_days import NOW

CALLS = 1_000_000
Rows = Iterable[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many of each there are."""

    calls: int

    @property
    def customers(self) -> int:
        return max(self.calls // 10, 50)

    @property
    def orders(self) -> int:
        return self.calls * 3 // 10

    @property
    def articles(self) -> int:
        return max(self.calls // 100, 50)

    @property
    def products(self) -> int:
        return max(self.calls // 500, 40)


def make(out: Path, calls: int = CALLS) -> Sizes:
    """Write the shop's file; there must be none yet."""
    sizes = Sizes(calls)
    out.parent.mkdir(parents=True, exist_ok=True)
    upgrade.open_file(out, NOW).close()
    with closing(sqlite3.connect(out, isolation_level=None)) as connection:
        for pragma in ("journal_mode = off", "synchronous = off", "cache_size = -200000"):
            connection.execute(f"pragma {pragma}")
        connection.execute("begin")
        indexes = _take_indexes(connection)
        for table, columns, rows in _tables(sizes):
            _fill(connection, table, columns, rows)
        _count(connection)
        for statement in indexes:
            connection.execute(statement)
        connection.execute("commit")
        connection.execute("pragma journal_mode = wal")
    return sizes


def _tables(sizes: Sizes) -> Iterator[tuple[str, Sequence[str], Rows]]:
    """Table, columns and rows, in an order in which each finds what it points to."""
    yield from bigshop_goods.shop()
    goods = bigshop_goods.Goods(sizes.products)
    yield from goods.tables()
    yield from bigshop_goods.knowledge(sizes.articles, sizes.products)
    people = bigshop_people.People(sizes.customers)
    yield from people.tables()
    trade = bigshop_trade.Trade(people, goods, sizes.calls, sizes.orders, sizes.articles)
    yield from trade.tables()


def _take_indexes(connection: sqlite3.Connection) -> list[str]:
    """Drop the indexes; give the statements that make them again.

    One stays: the ledger's insert trigger looks in it at every entry.
    """
    found = connection.execute(
        "select name, sql from sqlite_master where type = 'index' and sql is not null "
        "and name <> 'ix_consent_entry_no' order by name"
    ).fetchall()
    for name, _ in found:
        connection.execute(f'drop index "{name}"')
    return [statement for _, statement in found]


def _fill(connection: sqlite3.Connection, table: str, columns: Sequence[str], rows: Rows) -> None:
    named = ", ".join(f'"{each}"' for each in columns)
    marks = ", ".join("?" * len(columns))
    connection.executemany(f'insert into "{table}" ({named}) values ({marks})', rows)


def _count(connection: sqlite3.Connection) -> None:
    """The counters stand where the numbers end."""
    for name, table in (("customer", "customer"), ("order", "sale_order"), ("consent", "consent")):
        connection.execute(
            f"update counter set last = (select count(*) from {table}) where name = ?", (name,)
        )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.bigshop")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--calls", type=int, default=CALLS)
    options = parser.parse_args(arguments)
    if options.out.exists():
        print(f"{options.out} is there already.", file=sys.stderr)
        return 1
    began = time.monotonic()
    sizes = make(options.out, options.calls)
    print(
        f"{options.out}: {sizes.customers:,} customers, {sizes.calls:,} calls, "
        f"{sizes.orders:,} orders, {sizes.articles:,} articles, {sizes.products:,} products, "
        f"{options.out.stat().st_size / 2**20:,.0f} MiB in {time.monotonic() - began:.0f} s"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
