"""Documents of one language ready to be asked: BM25F over words, BM25 over letter groups, the text."""

import time
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from shopphone.domain.search.entries import ASKED, FIRST_WORDING, Entries
from shopphone.domain.search.postings import (
    Floats,
    Ints,
    Postings,
    Run,
    divided,
    merged,
    summed,
    weighed,
)
from shopphone.domain.search.vocabulary import Vocabulary

_FEW = 60  # documents at a time: all letter groups at once would take a gigabyte
_SOME_WORDINGS = 3  # so many count half of what many do


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """The constants of the score. opening: what its first words add to the body's.

    What earlier callers asked never counts more than a title does, however often they asked it.
    """

    title: float = 2.0
    body: float = 1.0
    opening: float = 0.3
    asked: float = 1.5
    part: float = 0.5
    k1: float = 2.0
    b: float = 0.9
    gram_k1: float = 1.2
    gram_b: float = 0.75
    gram_title: float = 2.0
    gram_asked: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Documents of one language, ready to be scored. keys[place] is a document's key."""

    vocabulary: Vocabulary
    in_order: list[str]
    stems_in_order: list[str]
    keys: tuple[int, ...]
    stems: Postings
    grams: Postings
    documents: Sequence[Entries]
    stem_of: NDArray[np.int32]  # by word number
    frequencies: NDArray[np.int32]  # by stem number, as the two below
    letters: NDArray[np.uint64]
    lengths: NDArray[np.uint8]
    parts_known: frozenset[str]

    @property
    def size(self) -> int:
        return len(self.keys)

    def place_of(self, key: int) -> int | None:
        place = bisect_left(self.keys, key)
        return place if place < len(self.keys) and self.keys[place] == key else None


def build(
    vocabulary: Vocabulary,
    documents: Sequence[Entries],
    parts: dict[int, tuple[int, ...]],
    parts_known: frozenset[str],
    weighing: Weighing,
) -> Segment:
    """Turn what each document says into postings; numpy's long steps leave the window's thread free."""
    stems = _stem_postings(vocabulary, documents, parts, weighing)
    grams = _gram_postings(vocabulary, documents, weighing)
    return assembled(vocabulary, documents, stems, grams, parts_known)


def assembled(
    vocabulary: Vocabulary,
    documents: Sequence[Entries],
    stems: Postings,
    grams: Postings,
    parts_known: frozenset[str],
) -> Segment:
    return Segment(
        vocabulary=vocabulary,
        in_order=vocabulary.in_order,
        stems_in_order=vocabulary.stems_in_order,
        keys=tuple(each.key for each in documents),
        stems=stems,
        grams=grams,
        documents=documents,
        stem_of=np.array(vocabulary.stem_of, np.int32),
        frequencies=np.diff(stems.starts).astype(np.int32),
        letters=np.array(vocabulary.letters_of_stem, np.uint64),
        lengths=np.array(vocabulary.length_of_stem, np.uint8),
        parts_known=parts_known,
    )


def _stem_postings(
    vocabulary: Vocabulary,
    documents: Sequence[Entries],
    parts: dict[int, tuple[int, ...]],
    weighing: Weighing,
) -> Postings:
    """Weighted, length-normed frequency per field, summed and saturated (BM25F)."""
    size = len(documents)
    lengths = np.array([each.lengths for each in documents], np.float32).reshape(-1, 3)
    norm = 1 / (1 - weighing.b + weighing.b * lengths / _averages(lengths))
    fields = np.array([weighing.title, weighing.body, 0, weighing.asked], np.float32)
    factors: Floats = (fields * norm[:, [0, 1, 1, 2]]).astype(np.float32)
    factors[:, 2] = weighing.opening  # always about as long
    factors[:, 3] *= _trusted(documents)
    stem_of = np.array(vocabulary.stem_of, np.int64)
    ends, flat = _ragged(parts, len(vocabulary.words))
    runs = []
    for places, words, counts in _few(documents):
        said = _said(counts, factors[places], weighing.title)
        which, items = _expanded(words, ends)
        runs.append(
            summed(
                np.concatenate([stem_of[words], flat[items]]),
                np.concatenate([places, places[which]]),
                np.concatenate([said, said[which] * np.float32(weighing.part)]),
                size,
            )
        )
    found = merged(runs, len(vocabulary.stems), size)
    return weighed(found, size, weighing.k1)


def _gram_postings(
    vocabulary: Vocabulary, documents: Sequence[Entries], weighing: Weighing
) -> Postings:
    size = len(documents)
    fields = np.array([weighing.gram_title, 1, 0, weighing.gram_asked], np.float32)
    factors = np.tile(fields, (size, 1))
    factors[:, 3] *= _trusted(documents)
    ends = np.concatenate([[0], np.array(vocabulary.grams_end, np.int64)])
    flat = np.array(vocabulary.grams_of, np.int32)
    lengths = np.zeros(size, np.float64)
    runs: list[Run] = []
    for places, words, counts in _few(documents):
        said = _said(counts, factors[places], weighing.gram_title)
        which, items = _expanded(words, ends)
        runs.append(summed(flat[items].astype(np.int64), places[which], said[which], size))
        lengths += np.bincount(runs[-1].places, weights=runs[-1].amounts, minlength=size)
    found = merged(runs, len(vocabulary.gram_ids), size)
    average = (lengths.mean() if size else 1.0) or 1.0
    norm = 1 - weighing.gram_b + weighing.gram_b * lengths / average
    divided(found, norm.astype(np.float32))
    return weighed(found, size, weighing.gram_k1)


def _few(
    documents: Sequence[Entries],
) -> Iterator[tuple[Ints, NDArray[np.int32], NDArray[np.uint8]]]:
    """The words of a few documents at a time: place, word number, counts."""
    for begin in range(0, len(documents), _FEW):
        some = documents[begin : begin + _FEW]
        places = np.repeat(np.arange(begin, begin + len(some)), [len(each.words) for each in some])
        yield (
            places,
            np.concatenate([each.words for each in some]),
            np.concatenate([each.counts for each in some]),
        )
        time.sleep(0)


def _said(counts: NDArray[np.uint8], factors: Floats, most: float) -> Floats:
    fields = counts * factors
    np.minimum(fields[:, ASKED], np.float32(most), out=fields[:, ASKED])
    said: Floats = fields.sum(axis=1, dtype=np.float32)
    return said


def _trusted(documents: Sequence[Entries]) -> Floats:
    """A few wordings may be chance, so they count less than many: n / (n + 3)."""
    many = np.array([len(each.lines) - FIRST_WORDING for each in documents], np.float32)
    return many / (many + _SOME_WORDINGS)


def _averages(lengths: Floats) -> Floats:
    """Mean length of each field over the documents that have it."""
    filled = np.maximum((lengths > 0).sum(axis=0), 1)
    averages: Floats = np.maximum(lengths.sum(axis=0) / filled, 1).astype(np.float32)
    return averages


def _ragged(parts: dict[int, tuple[int, ...]], count: int) -> tuple[Ints, Ints]:
    lengths = np.zeros(count + 1, np.int64)
    for word, items in parts.items():
        lengths[word + 1] = len(items)
    flat = [item for word in sorted(parts) for item in parts[word]]
    return np.cumsum(lengths), np.array(flat, np.int64)


def _expanded(words: NDArray[np.int32], ends: Ints) -> tuple[Ints, Ints]:
    """For each word its items: the index of the word in words, and of the item in the flat list."""
    lengths = ends[words + 1] - ends[words]
    which = np.repeat(np.arange(len(words)), lengths)
    before = np.cumsum(lengths) - lengths
    items = np.arange(len(which)) - before[which] + ends[words][which]
    return which, items
