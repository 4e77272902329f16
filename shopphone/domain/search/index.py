"""The articles' index a desk holds; searches read a finished state while a writer makes the next."""

import threading
import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from shopphone.domain.search import kept
from shopphone.domain.search.analysis import Lists, SearchLists
from shopphone.domain.search.entries import Document
from shopphone.domain.search.library import Library
from shopphone.domain.search.marks import highlight
from shopphone.domain.search.query import ARTICLES, Answer, Weights, ask, best_places
from shopphone.domain.search.segment import Segment

__all__ = ["Document", "Found", "SearchIndex", "highlight"]

FOREIGN = 0.5  # an article in another language comes after those in the caller's
_SLICE = 32
_NO_LISTS = Lists()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One hit; score is comparable within one answer only."""

    key: int
    language: str
    score: float


class SearchIndex:
    """Documents that can be found. find() may run while another thread calls put()."""

    def __init__(self, language_lists: SearchLists, weights: Weights = ARTICLES) -> None:
        self._lists = dict(language_lists)
        self._weights = weights
        self._writing = threading.Lock()
        self._libraries: dict[str, Library] = {}
        self._language_of: dict[int, str] = {}
        self._segments: dict[str, Segment] = {}  # replaced as a whole, never changed

    def put(self, documents: Iterable[Document]) -> None:
        """Add or replace documents."""
        with self._writing:
            touched = set()
            for n, document in enumerate(documents):
                if n % _SLICE == 0:
                    time.sleep(0)
                touched |= self._forget(document.key)
                self._library(document.language).put(document)
                self._language_of[document.key] = document.language
                touched.add(document.language)
            self._show(touched)

    def remove(self, keys: Iterable[int]) -> None:
        with self._writing:
            touched: set[str] = set()
            for key in keys:
                touched |= self._forget(key)
            self._show(touched)

    def find(
        self,
        query: str,
        *,
        language: str,
        limit: int = 20,
        boost: Mapping[int, float] | None = None,
    ) -> tuple[Found, ...]:
        """Best first. boost: keys that come before all others when a word of the query meets them.

        Only articles in the caller's own language are raised: what they cannot read helps nobody.
        """
        segments = self._segments
        answers = {tongue: self._ask(segments[tongue], query) for tongue in segments}
        best = {tongue: float(each.covered.max(initial=0)) for tongue, each in answers.items()}
        most = max(best.values(), default=0.0) or 1.0
        found: list[Found] = []
        for tongue, answer in answers.items():
            own = tongue == language
            factor = 1.0 if own else FOREIGN * best[tongue] / most
            raised = boost if own and boost else {}
            found += _hits(segments[tongue], tongue, answer, factor, limit, raised)
        found.sort(key=lambda hit: (-hit.score, hit.key))
        return tuple(found[:limit])

    def cover(self, query: str) -> dict[int, float]:
        """Of every document a word of the question meets: the share of the question it says, 0 to 1."""
        covered: dict[int, float] = {}
        for segment in self._segments.values():
            shares = self._ask(segment, query).covered
            places = np.flatnonzero(shares).tolist()
            covered.update(
                zip((segment.keys[n] for n in places), shares[places].tolist(), strict=True)
            )
        return covered

    def languages(self) -> dict[int, str]:
        """The language of every document."""
        return dict(self._language_of)

    def pieces(self) -> Iterator[bytes]:
        """All the index knows, for the next start."""
        with self._writing:
            yield from kept.packed(self._libraries, self._segments, self._weights.weighing)

    def restore(self, content: bytes | memoryview, keys: Collection[int]) -> None:
        """Become a kept index of exactly these documents. Raises ValueError if it is not."""
        with self._writing:
            opened = kept.unpacked(memoryview(content), self._weights.weighing)
            language_of = {
                key: name for name, each in opened.items() for key in each.library.documents
            }
            if language_of.keys() != set(keys):
                raise ValueError("the kept index is of other documents")
            self._language_of = language_of
            self._libraries = {name: each.library for name, each in opened.items()}
            self._segments = {name: each.segment for name, each in opened.items()}

    def __len__(self) -> int:
        return len(self._language_of)

    def _ask(self, segment: Segment, query: str) -> Answer:
        lists = self._lists.get(segment.vocabulary.language, _NO_LISTS)
        return ask(segment, query, lists, self._weights)

    def _library(self, language: str) -> Library:
        if language not in self._libraries:
            self._libraries[language] = Library(language, self._weights.weighing)
        return self._libraries[language]

    def _forget(self, key: int) -> set[str]:
        language = self._language_of.pop(key, None)
        if language is None:
            return set()
        self._libraries[language].remove(key)
        return {language}

    def _show(self, languages: set[str]) -> None:
        changed = {language: self._libraries[language].segment() for language in languages}
        self._segments = {k: v for k, v in {**self._segments, **changed}.items() if v.size}


def _hits(
    segment: Segment,
    language: str,
    answer: Answer,
    factor: float,
    limit: int,
    boost: Mapping[int, float],
) -> list[Found]:
    scores = answer.scores * np.float32(factor)
    places = best_places(scores, limit)
    raised = {key: place for key in boost if (place := segment.place_of(key)) is not None}
    found = {segment.keys[place]: float(scores[place]) for place in places}
    for key, place in raised.items():
        if answer.meets[place]:
            found[key] = float(scores[place]) + boost[key]
    return [Found(key=key, language=language, score=score) for key, score in found.items()]
