"""Postings of one language as flat arrays: BM25F over words, BM25 over letter groups."""

import math
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from shopphone.domain.search.analysis import Compounds, grams, stem, words

Floats = NDArray[np.float32]
Places = NDArray[np.int32]

K1, B = 1.6, 0.9
TITLE, BODY, ASKED = 2.0, 1.0, 1.0
PART = 0.5
GRAM_K1, GRAM_B = 1.2, 0.75
_SLICE = 64  # documents between two chances for the window's thread


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What can be found: a title, a body, and the words earlier callers asked with."""

    key: int
    language: str
    title: str
    body: str
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Postings:
    """term -> (places, weights) as slices of two flat arrays."""

    terms: dict[str, tuple[int, int]]
    places: Places
    weights: Floats

    def of(self, term: str) -> tuple[Places, Floats] | None:
        span = self.terms.get(term)
        if span is None:
            return None
        return self.places[span[0] : span[1]], self.weights[span[0] : span[1]]

    def frequency(self, term: str) -> int:
        span = self.terms.get(term)
        return 0 if span is None else span[1] - span[0]


@dataclass(frozen=True, slots=True)
class Segment:
    """Documents of one language, ready to be scored. keys[place] is a document's key."""

    keys: tuple[int, ...]
    words: Postings
    grams: Postings
    vocabulary: tuple[str, ...]
    compounds: Compounds

    @property
    def size(self) -> int:
        return len(self.keys)


def build(documents: Sequence[Document], language: str) -> Segment:
    """Analyse and index; slow work in slices, so the window's thread is never kept waiting."""
    vocabulary = _vocabulary(documents)
    compounds = Compounds(vocabulary if language == "de" else ())
    word_rows, gram_rows = [], []
    for n, document in enumerate(documents):
        if n % _SLICE == 0:
            time.sleep(0)
        fields = _fields(document)
        word_rows.append([_terms(each, language, compounds) for each in fields])
        gram_rows.append(_grams(fields))
    return Segment(
        keys=tuple(document.key for document in documents),
        words=_word_postings(word_rows),
        grams=_gram_postings(gram_rows),
        vocabulary=tuple(sorted({stem(word, language) for word in vocabulary})),
        compounds=compounds,
    )


def idf(frequency: int, size: int) -> float:
    return math.log(1 + (size - frequency + 0.5) / (frequency + 0.5))


def _fields(document: Document) -> tuple[list[str], list[str], list[str]]:
    return words(document.title), words(document.body), words(" ".join(document.asked))


def _vocabulary(documents: Iterable[Document]) -> set[str]:
    found: set[str] = set()
    for document in documents:
        for each in _fields(document):
            found.update(each)
    return found


def _terms(text: list[str], language: str, compounds: Compounds) -> Counter[str]:
    """Stems with their counts; parts of compounds count half."""
    terms: Counter[str] = Counter()
    for word in text:
        terms[stem(word, language)] += 2
        for part in compounds.parts(word):
            terms[stem(part, language)] += 1
    return terms


def _grams(fields: Iterable[list[str]]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for n, text in enumerate(fields):
        for word in text:
            for gram in grams(word):
                counted[gram] += 2 if n == 0 else 1
    return counted


def _word_postings(rows: list[list[Counter[str]]]) -> Postings:
    """Weighted, length-normed frequency per field, summed and saturated (BM25F)."""
    weights = (TITLE, BODY, ASKED)
    averages = [_mean_length(rows, n) for n in range(3)]
    found: dict[str, dict[int, float]] = {}
    for place, row in enumerate(rows):
        if place % _SLICE == 0:
            time.sleep(0)
        for field, counts in enumerate(row):
            if not counts:
                continue
            length = sum(counts.values()) / 2
            norm = 1 - B + B * length / averages[field]
            for term, twice in counts.items():
                at = found.setdefault(term, {})
                at[place] = at.get(place, 0.0) + weights[field] * (twice / 2) / norm
    return _flat(found, len(rows), K1)


def _gram_postings(rows: list[Counter[str]]) -> Postings:
    average = (sum(sum(row.values()) for row in rows) / len(rows) if rows else 1) or 1
    found: dict[str, dict[int, float]] = {}
    for place, row in enumerate(rows):
        if place % _SLICE == 0:
            time.sleep(0)
        norm = 1 - GRAM_B + GRAM_B * sum(row.values()) / average
        for gram, count in row.items():
            found.setdefault(gram, {})[place] = count / norm
    return _flat(found, len(rows), GRAM_K1)


def _mean_length(rows: list[list[Counter[str]]], field: int) -> float:
    lengths = [sum(row[field].values()) / 2 for row in rows if row[field]]
    return sum(lengths) / len(lengths) if lengths else 1.0


def _flat(found: dict[str, dict[int, float]], size: int, k1: float) -> Postings:
    total = sum(map(len, found.values()))
    places = np.empty(total, np.int32)
    weights = np.empty(total, np.float32)
    spans: dict[str, tuple[int, int]] = {}
    start = 0
    for n, (term, at) in enumerate(found.items()):
        if n % 1024 == 0:
            time.sleep(0)
        end = start + len(at)
        places[start:end] = list(at)
        frequencies = np.fromiter(at.values(), np.float32, len(at))
        weights[start:end] = idf(len(at), size) * frequencies * (k1 + 1) / (frequencies + k1)
        spans[term] = (start, end)
        start = end
    return Postings(spans, places, weights)
