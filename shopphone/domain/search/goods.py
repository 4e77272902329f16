"""Goods by number or by name: a known number always comes first, names are ranked like answers."""

import re
import threading
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from shopphone.domain.search.analysis import SearchLists
from shopphone.domain.search.index import Document, Found, SearchIndex
from shopphone.domain.search.query import GOODS

_NOT_IN_CODES = re.compile(r"[\W_]+")
_SHORTEST_BEGINNING = 3
_EXACT, _BEGINS = 100.0, 50.0
_LONGEST_QUERY = 200
_LANGUAGE = "de"  # its compounds; English names lose nothing by it


@dataclass(frozen=True, slots=True, kw_only=True)
class Good:
    """A product as it is looked for. codes: EAN, earlier SKUs, the maker's number."""

    key: int
    sku: str
    name: str
    codes: tuple[str, ...] = ()
    option: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True)
class _Codes:
    """Every code in its bare form, sorted, and the product it means."""

    bare: list[str]
    keys: list[int]

    def exactly(self, code: str) -> list[int]:
        low = bisect_left(self.bare, code)
        return self.keys[low : bisect_left(self.bare, code + "\0", lo=low)]

    def beginning(self, code: str, limit: int) -> list[int]:
        low = bisect_left(self.bare, code)
        high = bisect_left(self.bare, code + "\U0010ffff", lo=low)
        return self.keys[low : min(high, low + limit)]


class GoodsIndex:
    """Goods that can be found. find() may run while another thread calls put()."""

    def __init__(self, language_lists: SearchLists) -> None:
        self._names = SearchIndex(language_lists, GOODS)
        self._writing = threading.Lock()
        self._goods: dict[int, tuple[str, ...]] = {}
        self._codes = _Codes([], [])  # replaced as a whole, never changed

    @classmethod
    def from_bytes(
        cls, content: bytes, goods: Iterable[Good], language_lists: SearchLists
    ) -> "GoodsIndex":
        """The kept names of exactly these goods. Raises ValueError if the bytes are not that."""
        index = cls(language_lists)
        told = list(goods)
        index._names.restore(content, (_document(good) for good in told))
        index._goods = {good.key: _bare_codes(good) for good in told}
        index._codes = _sorted_codes(index._goods)
        return index

    def to_bytes(self) -> bytes:
        return self._names.to_bytes()

    def put(self, goods: Iterable[Good]) -> None:
        """Add or replace goods."""
        with self._writing:
            told = {good.key: good for good in goods}
            self._goods.update({key: _bare_codes(good) for key, good in told.items()})
            self._codes = _sorted_codes(self._goods)
            self._names.put(_document(good) for good in told.values())

    def remove(self, keys: Iterable[int]) -> None:
        with self._writing:
            gone = set(keys)
            self._goods = {key: codes for key, codes in self._goods.items() if key not in gone}
            self._codes = _sorted_codes(self._goods)
            self._names.remove(gone)

    def find(self, query: str, *, limit: int = 20) -> tuple[Found, ...]:
        """The good with this SKU, EAN or earlier SKU first, then codes that begin so, then names."""
        text = query[:_LONGEST_QUERY]
        found: dict[int, float] = {}
        for key in self._by_code(text):
            found.setdefault(key, _EXACT)
        for key in self._beginning(text, limit):
            found.setdefault(key, _BEGINS)
        hits = self._names.find(text, language=_LANGUAGE, limit=limit)
        for hit in hits:
            found[hit.key] = found.get(hit.key, 0.0) + hit.score
        best = sorted(found.items(), key=lambda each: (-each[1], each[0]))[:limit]
        return tuple(Found(key=key, language=_LANGUAGE, score=score) for key, score in best)

    def __len__(self) -> int:
        return len(self._goods)

    def _by_code(self, text: str) -> list[int]:
        whole = self._codes.exactly(_bare(text)) if _bare(text) else []
        if whole:
            return whole
        numbers = (_bare(word) for word in text.split() if any(map(str.isdigit, word)))
        return [key for number in numbers if number for key in self._codes.exactly(number)]

    def _beginning(self, text: str, limit: int) -> list[int]:
        code = _bare(text)
        if len(code) < _SHORTEST_BEGINNING or not any(map(str.isdigit, code)):
            return []
        return self._codes.beginning(code, limit)


def _document(good: Good) -> Document:
    return Document(
        key=good.key,
        language=_LANGUAGE,
        title=f"{good.name} {good.option}",
        body=f"{good.sku} {' '.join(good.codes)} {good.category}",
    )


def _bare_codes(good: Good) -> tuple[str, ...]:
    return tuple({bare for code in (good.sku, *good.codes) if (bare := _bare(code))})


def _sorted_codes(goods: dict[int, tuple[str, ...]]) -> _Codes:
    pairs = sorted((code, key) for key, codes in goods.items() for code in codes)
    return _Codes([code for code, _ in pairs], [key for _, key in pairs])


def _bare(code: str) -> str:
    return _NOT_IN_CODES.sub("", code).casefold()
