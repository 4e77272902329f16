"""The desk's search engines: built on a worker, kept on disk, brought up to date after every change.

A few documents are brought up to date by the next question. Of many that takes seconds: questions
are answered from what was known before, until renew() has made the new state beside them.
"""

import hashlib
import logging
import threading
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, select

from shopphone.domain.search.analysis import Lists, lists_from_texts
from shopphone.domain.search.index import Document, SearchIndex
from shopphone.domain.search.query import ARTICLES, GOODS, Weights
from shopphone.paths import resources
from shopphone.services.desk import Desk, Finding
from shopphone.store import tables as t
from shopphone.store.types import Record

_LOG = logging.getLogger("shopphone.search")
_ARTICLE_TABLES = frozenset(("article", "article_topic", "wording"))
_KEY, _DIGEST = 8, 16  # bytes
_PAGE = 500
_AT_ONCE = 300  # documents: about a tenth of a second
_GOODS_TABLES = frozenset(("product", "product_code"))

_ARTICLES = select(
    t.article.c.id, t.article.c.language, t.article.c.title, t.article.c.say,
    t.article.c.details, t.article.c.letter_paragraph, t.article.c.version,
).where(t.article.c.state == "in_force")  # fmt: skip
_WORDINGS = select(t.wording.c.article_id, t.wording.c.words).order_by(t.wording.c.id)
_TOPICS = select(t.article_topic.c.article_id, t.article_topic.c.topic).order_by(
    t.article_topic.c.topic
)
_CODES = select(t.product_code).order_by(t.product_code.c.code)
_PRODUCTS = select(
    t.product.c.id, t.product.c.sku, t.product.c.name, t.product.c.name_en, t.product.c.option,
    t.product.c.category,
).where(t.product.c.active)  # fmt: skip


class Finder:
    """Two indexes, articles and goods, each with its own statistics (search facts: never mixed)."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._articles = _Kept(desk, "articles", ARTICLES, article_documents)
        self._goods = _Kept(desk, "goods", GOODS, goods_documents)
        desk.db.on_change(self._changed)

    def articles(self) -> SearchIndex:
        return self._articles.fresh()

    def goods(self) -> SearchIndex:
        return self._goods.fresh()

    def renew(self) -> None:
        self._articles.renew()
        self._goods.renew()

    def keep(self) -> None:
        self._articles.keep()
        self._goods.keep()

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


def renew(desk: Desk) -> None:
    """Bring both indexes up to date; questions read the old state until the new one is whole."""
    finder_of(desk).renew()


def keep(desk: Desk) -> None:
    """Write down what was learnt since the indexes were opened, for the next start."""
    if desk.finder is not None:
        desk.finder.keep()


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


def article_documents(desk: Desk) -> Iterator[Document]:
    asked: dict[int, list[str]] = {}
    topics: dict[int, list[str]] = {}
    for row in _rows(desk, _TOPICS):
        topics.setdefault(row.article_id, []).append(row.topic)
    for row in _rows(desk, _WORDINGS):
        asked.setdefault(row.article_id, []).append(row.words)
    for row in _each(desk, _ARTICLES, t.article.c.id):
        yield Document(
            key=row.id,
            language=row.language,
            title=row.title,
            body="\n".join((row.say, row.details, row.letter_paragraph, *topics.get(row.id, ()))),
            asked=tuple(asked.get(row.id, ())),
        )


def goods_documents(desk: Desk) -> Iterator[Document]:
    codes: dict[int, list[str]] = {}
    for row in _rows(desk, _CODES):
        codes.setdefault(row.product_id, []).append(row.code)
    for row in _each(desk, _PRODUCTS, t.product.c.id):
        yield Document(
            key=row.id,
            language="de",
            title=f"{row.name} {row.option}",
            body=" ".join((row.sku, row.name_en, row.category, *codes.get(row.id, ()))),
        )


class _Kept:
    """An index, its file in the desk's cache, and what it is of."""

    def __init__(
        self,
        desk: Desk,
        name: str,
        weights: Weights,
        told: Callable[[Desk], Iterator[Document]],
    ) -> None:
        self._desk = desk
        self._file = desk.cache / f"{name}.index" if desk.cache else None
        self._weights = weights
        self._index = SearchIndex(search_lists(), weights)
        self._told = told
        self._known: dict[int, bytes] | None = None  # what each document said, as a digest
        self._newest = object()  # another one after every change
        self._read: object = None  # the one the index is of
        self._is_unkept = False
        self._building = threading.Lock()

    def outdate(self) -> None:
        self._newest = object()

    def fresh(self) -> SearchIndex:
        """The newest state, or of many documents the newest there is already."""
        if not self._known:
            self._open()
        if self._read is not self._newest and len(self._index) <= _AT_ONCE:
            self.renew()
        return self._index

    def renew(self) -> None:
        self._open()  # what was kept answers questions meanwhile
        with self._building:
            self._bring_up_to_date()

    def keep(self) -> None:
        with self._building:
            if self._is_unkept:
                self._write()

    def _open(self) -> None:
        """What was kept answers at once, whatever has changed since; nothing kept: make it."""
        with self._building:
            if self._known is None:
                self._known = self._reopened()
            if not self._known:
                self._bring_up_to_date()

    def _bring_up_to_date(self) -> None:
        newest = self._newest
        if self._read is not newest:
            self._update()
            self._read = newest

    def _update(self) -> None:
        """Twice through the documents rather than once: they are many and never all in memory."""
        said = {each.key: _digest(each) for each in self._told(self._desk)}
        known = self._known or {}
        gone = known.keys() - said.keys()
        changed = {key for key, digest in said.items() if known.get(key) != digest}
        if gone or changed:
            self._change(gone, changed)
            self._is_unkept = True
        self._known = said
        if changed == said.keys():  # made from nothing: that took longest
            self._write()

    def _change(self, gone: set[int], changed: set[int]) -> None:
        try:
            if gone:
                self._index.remove(gone)
            if changed:
                self._index.put(each for each in self._told(self._desk) if each.key in changed)
        except Exception:
            # what broke off half-way may have left anything in the index
            self._index, self._known = SearchIndex(search_lists(), self._weights), None
            self._is_unkept = False
            raise

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

    def _write(self) -> None:
        """The file may be lost at any time; half a file never stays."""
        self._is_unkept = False
        if self._file is None or not self._known:
            return
        half = self._file.with_suffix(".new")
        try:
            with half.open("wb") as file:
                file.write(_heads(self._known))
                file.writelines(self._index.pieces())
            half.chmod(0o600)
            half.replace(self._file)
        except OSError as error:
            _LOG.info("the search index cannot be kept: %s", error)  # it is made again


def _digest(document: Document) -> bytes:
    said = repr(document).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(said, digest_size=_DIGEST).digest()


def _heads(said: dict[int, bytes]) -> bytes:
    heads = (key.to_bytes(_KEY, "little") + digest for key, digest in said.items())
    return b"".join((len(said).to_bytes(_KEY, "little"), *heads))


def _opened(file: bytes) -> tuple[dict[int, bytes], memoryview]:
    content = memoryview(file)
    count, size = int.from_bytes(content[:_KEY], "little"), _KEY + _DIGEST
    end = _KEY + count * size
    heads = [
        bytes(content[start : start + size]) for start in range(_KEY, min(end, len(content)), size)
    ]
    return {int.from_bytes(each[:_KEY], "little"): each[_KEY:] for each in heads}, content[end:]


def _each(desk: Desk, query: Select[Any], key: ColumnElement[int]) -> Iterator[Record]:
    """Row by row, read in pages: none of them keeps other work waiting."""
    after = 0
    while rows := _rows(desk, query.where(key > after).order_by(key).limit(_PAGE)):
        yield from rows
        after = rows[-1].id


def _rows(desk: Desk, query: Select[Any]) -> list[Record]:
    with desk.db.reading() as connection:
        return list(connection.execute(query))
