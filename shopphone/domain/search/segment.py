"""Postings of one language as flat arrays: BM25F over words, BM25 over letter groups."""

import math
import time
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from shopphone.domain.search.entries import Entries
from shopphone.domain.search.vocabulary import Vocabulary

_FEW = 250  # documents
Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """The constants of the score; articles and goods differ, languages do not."""

    title: float = 2.0
    body: float = 1.0
    asked: float = 1.0
    part: float = 0.5
    k1: float = 1.6
    b: float = 0.9
    gram_k1: float = 1.2
    gram_b: float = 0.75
    gram_title: float = 2.0


@dataclass(frozen=True, slots=True)
class Postings:
    """Of each term number its places and weights, as slices of two flat arrays."""

    starts: Ints
    places: NDArray[np.integer]
    weights: NDArray[np.floating]

    def of(self, term: int | None) -> tuple[NDArray[np.integer], NDArray[np.floating]] | None:
        if term is None or term + 1 >= len(self.starts):
            return None
        start, end = self.starts[term : term + 2].tolist()
        return (self.places[start:end], self.weights[start:end]) if end > start else None

    def frequency(self, term: int | None) -> int:
        if term is None or term + 1 >= len(self.starts):
            return 0
        start, end = self.starts[term : term + 2].tolist()
        return int(end - start)


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Documents of one language, ready to be scored. keys[place] is a document's key."""

    vocabulary: Vocabulary
    in_order: list[str]
    keys: tuple[int, ...]
    stems: Postings
    grams: Postings
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
    size = len(documents)
    places = np.repeat(np.arange(size), [len(each.words) for each in documents])
    words = np.concatenate([each.words for each in documents] or [np.zeros(0, np.int32)])
    counts = np.concatenate([each.counts for each in documents] or [np.zeros((0, 3), np.uint8)])
    time.sleep(0)
    lengths = np.array([each.lengths for each in documents], np.float32).reshape(-1, 3)
    stems = _stem_postings(vocabulary, places, words, counts, lengths, parts, weighing)
    time.sleep(0)
    return Segment(
        vocabulary=vocabulary,
        in_order=vocabulary.in_order,
        keys=tuple(each.key for each in documents),
        stems=stems,
        grams=_gram_postings(vocabulary, places, words, counts, size, weighing),
        frequencies=np.diff(stems.starts).astype(np.int32),
        letters=np.array(vocabulary.letters_of_stem, np.uint64),
        lengths=np.array(vocabulary.length_of_stem, np.uint8),
        parts_known=parts_known,
    )


def idf(frequency: int, size: int) -> float:
    return math.log1p((size - frequency + 0.5) / (frequency + 0.5))


def _stem_postings(
    vocabulary: Vocabulary,
    places: Ints,
    words: NDArray[np.int32],
    counts: NDArray[np.uint8],
    lengths: Floats,
    parts: dict[int, tuple[int, ...]],
    weighing: Weighing,
) -> Postings:
    """Weighted, length-normed frequency per field, summed and saturated (BM25F)."""
    fields = np.array([weighing.title, weighing.body, weighing.asked], np.float32)
    factors = fields / (1 - weighing.b + weighing.b * lengths / _averages(lengths))
    said = (counts * factors[places]).sum(axis=1)
    stem_of = np.array(vocabulary.stem_of, np.int64)
    terms = [stem_of[words]]
    at = [places]
    amounts = [said]
    if parts:
        ends, flat = _ragged(parts, len(vocabulary.words))
        which, items = _expanded(words, ends)
        terms.append(flat[items])
        at.append(places[which])
        amounts.append(said[which] * np.float32(weighing.part))
    size = len(lengths)
    run = _summed(np.concatenate(terms), np.concatenate(at), np.concatenate(amounts), size)
    starts, found, summed = _merged([run], (len(vocabulary.stems), size))
    return _weighed(starts, found, summed, size, weighing.k1)


def _gram_postings(
    vocabulary: Vocabulary,
    places: Ints,
    words: NDArray[np.int32],
    counts: NDArray[np.uint8],
    size: int,
    weighing: Weighing,
) -> Postings:
    said: Floats = (counts @ np.array([weighing.gram_title, 1, 1])).astype(np.float32)
    ends = np.concatenate([[0], np.array(vocabulary.grams_end, np.int64)])
    flat = np.array(vocabulary.grams_of, np.int64)
    runs = []
    for few in _slices(places, size):
        which, items = _expanded(words[few], ends)
        runs.append(_summed(flat[items], places[few][which], said[few][which], size))
        time.sleep(0)
    starts, at, amounts = _merged(runs, (len(vocabulary.gram_ids), size))
    lengths = np.bincount(at, weights=amounts, minlength=size)
    average = lengths.mean() if size else 1.0
    norm = 1 - weighing.gram_b + weighing.gram_b * lengths / (average or 1.0)
    amounts /= norm.astype(np.float32)[at]
    return _weighed(starts, at, amounts, size, weighing.gram_k1)


def _slices(places: Ints, size: int) -> Iterator[slice]:
    """The words of a few documents at a time: all letter groups at once would take a gigabyte."""
    for begin in range(0, size, _FEW):
        start, end = np.searchsorted(places, (begin, begin + _FEW)).tolist()
        yield slice(start, end)


@dataclass(frozen=True, slots=True)
class _Run:
    """Amounts by term and place, in that order, each pair once."""

    terms: NDArray[np.int32]
    places: NDArray[np.integer]
    amounts: NDArray[np.float32]


def _summed(terms: Ints, places: Ints, amounts: Floats, size: int) -> _Run:
    """Sort by term and place, and add up what falls together."""
    cells = terms * max(size, 1) + places
    order = np.argsort(cells, kind="stable")
    cells = cells[order]
    if len(cells):
        first = np.flatnonzero(np.concatenate([[True], cells[1:] != cells[:-1]]))
        amounts = np.add.reduceat(amounts[order], first)
        cells = cells[first]
    found, at = np.divmod(cells, max(size, 1))
    return _Run(found.astype(np.int32), at.astype(_small(size)), amounts.astype(np.float32))


def _merged(
    runs: Sequence[_Run], shape: tuple[int, int]
) -> tuple[Ints, NDArray[np.integer], NDArray[np.float32]]:
    """Runs of later and later places as one: each run's part of a term comes after the one before."""
    count, size = shape
    own = [np.bincount(run.terms, minlength=count) for run in runs]
    starts: Ints = np.concatenate([[0], np.cumsum(sum(own, np.zeros(count, np.int64)))])
    places = np.empty(int(starts[-1]), _small(size))
    amounts = np.empty(len(places), np.float32)
    filled = starts[:-1].copy()
    for run, frequencies in zip(runs, own, strict=True):
        begins = np.cumsum(frequencies) - frequencies
        where = (filled - begins)[run.terms] + np.arange(len(run.terms))
        places[where], amounts[where] = run.places, run.amounts
        filled += frequencies
    return starts, places, amounts


def _weighed(
    starts: Ints,
    places: NDArray[np.integer],
    amounts: NDArray[np.float32],
    size: int,
    k1: float,
) -> Postings:
    """Saturated, and rare terms weigh more."""
    frequencies = np.diff(starts)
    rarity = np.log1p((size - frequencies + 0.5) / (frequencies + 0.5)).astype(np.float32)
    weights = np.repeat(rarity * np.float32(k1 + 1), frequencies)
    weights *= amounts
    amounts += np.float32(k1)
    weights /= amounts
    return Postings(starts, places, weights)


def _small(size: int) -> type[np.integer]:
    return np.uint16 if size <= 0xFFFF else np.int32


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
