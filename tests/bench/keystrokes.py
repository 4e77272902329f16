"""Answers while typing, beside FTS5 asked the way an expert would ask it."""

import random
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import shopphone.services.answers as answers
import shopphone.services.finder as finder
from tests.bench import desks
from tests.bench.measuring import Bench, Figure, interleaved, percentile

BOUND = 0.6
_QUESTIONS = 40
_SHOWN = 12
_FTS = """
create virtual table found using fts5(title, body, tokenize = 'unicode61', prefix = '2 3');
insert into found (found, rank) values ('rank', 'bm25(10.0, 1.0)');
"""
_ASK = """
select rowid, title, snippet(found, 1, '[', ']', '…', 20) from found
where found match ? order by rank limit ?
"""


def figures(bench: Bench) -> list[Figure]:
    folder = bench.folder("shop")
    desk = desks.desk_on(folder)
    finder.warm_up(desk)
    with closing(_fts(folder)) as raw:
        typed = _typed(raw)
        for text in typed[:50]:
            answers.find(desk, text)
            _ask(raw, text)
        found = interleaved(
            bench.runs,
            typed,
            lambda text: answers.find(desk, text, "de", None, _SHOWN),
            lambda text: _ask(raw, text),
            lambda _: raw.execute("select 1").fetchall(),
        )
    desk.db.close()
    desk.local.close()
    ours, theirs, floor = (percentile(times, 0.99) for times in found)
    return [
        Figure(
            name="answers per keystroke p99",
            ours=ours / 1000,
            yardstick=theirs / 1000,
            unit="ms",
            bound=BOUND,
            runs=bench.runs,
            control=floor / 1000,
        )
    ]


def _fts(folder: Path) -> sqlite3.Connection:
    """The shop's articles in an index of their own file."""
    connection = sqlite3.connect(folder / "fts.db", isolation_level=None)
    for pragma in ("journal_mode = wal", "cache_size = -64000", "mmap_size = 268435456"):
        connection.execute(f"pragma {pragma}")
    connection.executescript(_FTS)
    connection.execute("attach ? as shop", (str(folder / "shop.db"),))
    connection.execute("begin")
    connection.execute(
        "insert into found (rowid, title, body) select id, title, say || ' ' || details || ' ' ||"
        " letter_paragraph || ' ' || coalesce((select group_concat(topic, ' ')"
        " from shop.article_topic where article_id = article.id), '') from shop.article"
    )
    connection.execute("commit")
    connection.execute("insert into found (found) values ('optimize')")
    return connection


def _ask(raw: sqlite3.Connection, text: str) -> list[tuple[object, ...]]:
    words = [f'"{word}"' for word in re.findall(r"\w+", text)]
    if not words:
        return []
    words[-1] += "*"
    return raw.execute(_ASK, (" OR ".join(words), _SHOWN)).fetchall()


def _typed(raw: sqlite3.Connection) -> list[str]:
    """Every state of the input while questions of two to five words are typed."""
    asked = raw.execute("select words from shop.wording order by id").fetchall()
    questions = [words for (words,) in asked]
    chosen = random.Random(7).sample(questions, min(_QUESTIONS, len(questions)))
    return [question[:n] for question in chosen for n in range(1, len(question) + 1)]
