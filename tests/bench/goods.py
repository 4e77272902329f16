"""Goods while they are typed among 22,000, beside FTS5 asked the way an expert would ask it.

With SHOPPHONE_TESTDATA the goods are a real catalogue's, else as many made from the demo's words.
"""

import csv
import os
import random
import re
import sqlite3
from contextlib import closing
from decimal import Decimal
from pathlib import Path

from sqlalchemy import insert

import shopphone.services.finder as finder
import shopphone.services.products as products
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from tests.bench import bigshop_goods, desks
from tests.bench.measuring import Bench, Figure, interleaved, percentile

BOUND = 1.0
GOODS, _QUESTIONS, _SHOWN = 22_000, 40, 12
_FTS = """
create virtual table found using fts5(name, sku, tokenize = 'unicode61', prefix = '2 3');
insert into found (found, rank) values ('rank', 'bm25(10.0, 1.0)');
"""
_ASK = "select rowid, name, sku from found where found match ? order by rank limit ?"


def figures(bench: Bench) -> list[Figure]:
    folder = bench.scratch / "goods"
    folder.mkdir(parents=True, exist_ok=True)
    desk = desks.desk_on(folder)
    told = _goods()
    _fill(desk, told)
    finder.warm_up(desk)
    with closing(_fts(folder, told)) as raw:
        typed = _typed(told)
        for text in typed[:50]:
            products.find(desk, text, limit=_SHOWN)
            _ask(raw, text)
        found = interleaved(
            bench.runs,
            typed,
            lambda text: products.find(desk, text, limit=_SHOWN),
            lambda text: _ask(raw, text),
            lambda _: raw.execute("select 1").fetchall(),
        )
    desk.db.close()
    desk.local.close()
    ours, theirs, floor = (percentile(times, 0.99) for times in found)
    return [
        Figure(
            name=f"goods per keystroke p99 among {len(told):,}",
            ours=ours / 1000,
            yardstick=theirs / 1000,
            unit="ms",
            bound=BOUND,
            runs=bench.runs,
            control=floor / 1000,
        )
    ]


def _goods() -> list[tuple[str, str]]:
    """SKU and name of each."""
    data = os.environ.get("SHOPPHONE_TESTDATA")
    if not data:
        dice = random.Random(11)
        return [(f"N-{n}", " ".join(bigshop_goods.draw(dice, "de", 5))) for n in range(GOODS)]
    file = Path(data) / "products" / "amazon_catalogue_22k.csv"
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="|"))
    return [(f"{row['modelno'] or 'X'}-{row['id']}", row["title"]) for row in rows]


def _fill(desk: Desk, told: list[tuple[str, str]]) -> None:
    with desk.db.writing() as tx:
        rows = [
            {"sku": sku, "name": name, "price": Decimal("9.90"), "vat": Decimal(19)}
            for sku, name in told
        ]
        tx.execute(insert(t.product), rows)


def _fts(folder: Path, told: list[tuple[str, str]]) -> sqlite3.Connection:
    connection = sqlite3.connect(folder / "fts.db", isolation_level=None)
    for pragma in ("journal_mode = wal", "cache_size = -64000", "mmap_size = 268435456"):
        connection.execute(f"pragma {pragma}")
    connection.executescript(_FTS)
    connection.execute("begin")
    connection.executemany("insert into found (sku, name) values (?, ?)", told)
    connection.execute("commit")
    connection.execute("insert into found (found) values ('optimize')")
    return connection


def _ask(raw: sqlite3.Connection, text: str) -> list[tuple[object, ...]]:
    words = [f'"{word}"' for word in re.findall(r"\w+", text)]
    if not words:
        return []
    words[-1] += "*"
    return raw.execute(_ASK, (" OR ".join(words), _SHOWN)).fetchall()


def _typed(told: list[tuple[str, str]]) -> list[str]:
    """Every state of the input while the first words of some goods' names are typed."""
    dice = random.Random(7)
    wanted = [" ".join(name.split()[:3]) for _, name in dice.sample(told, _QUESTIONS)]
    return [text[:n] for text in wanted for n in range(1, len(text) + 1)]
