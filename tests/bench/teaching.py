"""Wordings taught to a new shop's articles the way the desk teaches them: an answer that helped."""

import random
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import shopphone.services.answers as answers
import shopphone.services.articles as articles
import shopphone.services.finder as finder
from shopphone.domain.articles import LIMITS
from shopphone.domain.knowledge import ArticleDraft
from tests.bench import desks

_SEED = 7
Rows = Sequence[Mapping[str, Any]]


def drawn(queries: Rows, wanted: int) -> tuple[dict[str, list[str]], Rows]:
    """Of each article so many questions to teach, by the same dice every time, and all the others."""
    own: dict[str, list[int]] = {}
    for n, query in enumerate(queries):
        own.setdefault(query["relevant"][0], []).append(n)
    chosen = {
        article: random.Random(f"{_SEED} {article}").sample(places, min(wanted, len(places)))
        for article, places in own.items()
    }
    taught = {n for places in chosen.values() for n in places}
    wordings = {
        article: [queries[n]["query"] for n in places] for article, places in chosen.items()
    }
    return wordings, [query for n, query in enumerate(queries) if n not in taught]


def learnt(rows: Rows, wordings: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """What the product keeps of these wordings, by article."""
    with tempfile.TemporaryDirectory(prefix="shopphone-answers-") as scratch:
        desk = desks.desk_on(Path(scratch))
        with closing(desk.db), closing(desk.local):
            names = {}
            for row in rows:
                title = (row.get("title") or row["id"])[: LIMITS["title"]]
                names[articles.save(desk, ArticleDraft(title=title))] = row["id"]
            numbers = {name: number for number, name in names.items()}
            for name, asked in wordings.items():
                for words in asked:
                    answers.used(desk, numbers[name], None, "helped", words)
            return {names[each.key]: each.asked for each in finder.article_documents(desk)}
