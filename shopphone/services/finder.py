"""The desk's search engines: built on a worker, kept on disk, fresh after every change."""

import hashlib
import logging
import threading
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Select, select

from shopphone.domain.search.analysis import Lists, lists_from_texts
from shopphone.domain.search.index import Document, SearchIndex
from shopphone.domain.search.query import GOODS
from shopphone.paths import resources
from shopphone.services.desk import Desk, Finding
from shopphone.store import tables as t
from shopphone.store.types import Record

_LOG = logging.getLogger("shopphone.search")
_ARTICLE_TABLES = frozenset(("article", "article_topic", "wording"))
_KEY, _DIGEST = 8, 16  # bytes
_GOODS_TABLES = frozenset(("product", "product_code"))

_ARTICLES = select(
    t.article.c.id, t.article.c.language, t.article.c.title, t.article.c.say,
    t.article.c.details, t.article.c.letter_paragraph, t.article.c.version,
).where(t.article.c.state == "in_force")  # fmt: skip
_WORDINGS = select(t.wording.c.article_id, t.wording.c.words).order_by(t.wording.c.id)
_TOPICS = select(t.article_topic.c.article_id, t.article_topic.c.topic).order_by(
    t.article_topic.c.topic
)
_PRODUCTS = select(
    t.product.c.id, t.product.c.sku, t.product.c.name, t.product.c.name_en, t.product.c.option,
    t.product.c.category,
).where(t.product.c.active)  # fmt: skip


class Finder:
    """Two indexes, articles and goods, each with its own statistics (search facts: never mixed)."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._articles = _Kept(desk, "articles", SearchIndex(search_lists()), article_documents)
        self._goods = _Kept(desk, "goods", SearchIndex(search_lists(), GOODS), goods_documents)
        desk.db.on_change(self._changed)

    def articles(self) -> SearchIndex:
        return self._articles.fresh()

    def goods(self) -> SearchIndex:
        return self._goods.fresh()

    def outdate(self, tables: frozenset[str]) -> None:
        self._changed(tables)

    def _changed(self, tables: frozenset[str]) -> None:
        if tables & _ARTICLE_TABLES:
            self._articles.outdate()
        if tables & _GOODS_TABLES:
            self._goods.outdate()


def finder_of(desk: Desk) -> Finding:
    with desk.lock:
        if desk.finder is None:
            desk.finder = Finder(desk)
        return desk.finder


def warm_up(desk: Desk) -> None:
    """Build both indexes before the first question."""
    finder = finder_of(desk)
    finder.articles()
    finder.goods()


@cache
def search_lists() -> Mapping[str, Lists]:
    folder = resources() / "search"
    return {
        language: lists_from_texts(
            language,
            (folder / f"stop_{language}.txt").read_text(encoding="utf-8"),
            (folder / f"synonyms_{language}.txt").read_text(encoding="utf-8"),
        )
        for language in ("de", "en")
    }


def article_documents(desk: Desk) -> list[Document]:
    asked: dict[int, list[str]] = {}
    topics: dict[int, list[str]] = {}
    for row in _rows(desk, _TOPICS):
        topics.setdefault(row.article_id, []).append(row.topic)
    for row in _rows(desk, _WORDINGS):
        asked.setdefault(row.article_id, []).append(row.words)
    return [
        Document(
            key=row.id,
            language=row.language,
            title=row.title,
            body="\n".join((row.say, row.details, row.letter_paragraph, *topics.get(row.id, ()))),
            asked=tuple(asked.get(row.id, ())),
        )
        for row in _rows(desk, _ARTICLES)
    ]


def goods_documents(desk: Desk) -> list[Document]:
    return [
        Document(
            key=row.id,
            language="de",
            title=f"{row.name} {row.option}",
            body=f"{row.sku} {row.name_en} {row.category}",
        )
        for row in _rows(desk, _PRODUCTS)
    ]


class _Kept:
    """An index, its file in the desk's cache, and what it is of."""

    def __init__(
        self,
        desk: Desk,
        name: str,
        index: SearchIndex,
        told: Callable[[Desk], list[Document]],
    ) -> None:
        self._desk = desk
        self._file = desk.cache / f"{name}.index" if desk.cache else None
        self._index = index
        self._told = told
        self._known: dict[int, bytes] | None = None  # what each document said, as a digest
        self._outdated = True
        self._building = threading.Lock()

    def outdate(self) -> None:
        self._outdated = True

    def fresh(self) -> SearchIndex:
        if self._outdated or self._known is None:
            with self._building:
                if self._outdated or self._known is None:
                    self._outdated = False
                    try:
                        self._update({each.key: each for each in self._told(self._desk)})
                    except Exception:
                        self._outdated = True  # the next question tries again
                        raise
        return self._index

    def _update(self, told: dict[int, Document]) -> None:
        said = {key: _digest(each) for key, each in told.items()}
        known = self._reopened() if self._known is None else self._known
        gone = known.keys() - said.keys()
        changed = [each for key, each in told.items() if known.get(key) != said[key]]
        if gone:
            self._index.remove(gone)
        if changed:
            self._index.put(changed)
        if self._known is None and (gone or changed):
            self._keep(said)
        self._known = said

    def _reopened(self) -> dict[int, bytes]:
        """What the documents said that the kept index is of; nothing if there is none to open."""
        if self._file is None or not self._file.exists():
            return {}
        try:
            known, content = _opened(self._file.read_bytes())
            self._index.restore(content, known)
        except (OSError, ValueError) as error:
            _LOG.info("search index built anew: %s", error)
            return {}
        return known

    def _keep(self, said: dict[int, bytes]) -> None:
        """The file may be lost at any time; half a file never stays."""
        if self._file is None:
            return
        half = self._file.with_suffix(".new")
        try:
            half.write_bytes(_closed(said, self._index.to_bytes()))
            half.chmod(0o600)
            half.replace(self._file)
        except OSError as error:
            _LOG.info("the search index cannot be kept: %s", error)  # it is made again


def _digest(document: Document) -> bytes:
    said = repr(document).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(said, digest_size=_DIGEST).digest()


def _closed(said: dict[int, bytes], content: bytes) -> bytes:
    heads = (key.to_bytes(_KEY, "little") + digest for key, digest in said.items())
    return b"".join((len(said).to_bytes(_KEY, "little"), *heads, content))


def _opened(content: bytes) -> tuple[dict[int, bytes], bytes]:
    count, size = int.from_bytes(content[:_KEY], "little"), _KEY + _DIGEST
    end = _KEY + count * size
    heads = [content[start : start + size] for start in range(_KEY, min(end, len(content)), size)]
    return {int.from_bytes(each[:_KEY], "little"): each[_KEY:] for each in heads}, content[end:]


def _rows(desk: Desk, query: Select[Any]) -> list[Record]:
    with desk.db.reading() as connection:
        return list(connection.execute(query))
