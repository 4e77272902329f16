"""Postings of one language as flat arrays: BM25F over words, BM25 over letter groups."""

import math
import time
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from shopphone.domain.search.entries import Entries
from shopphone.domain.search.vocabulary import Vocabulary

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
    return _postings(
        np.concatenate(terms),
        np.concatenate(at),
        np.concatenate(amounts),
        (len(vocabulary.stems), len(lengths)),
        weighing.k1,
    )


def _gram_postings(
    vocabulary: Vocabulary,
    places: Ints,
    words: NDArray[np.int32],
    counts: NDArray[np.uint8],
    size: int,
    weighing: Weighing,
) -> Postings:
    said = counts @ np.array([weighing.gram_title, 1, 1], np.float32)
    ends = np.concatenate([[0], np.array(vocabulary.grams_end, np.int64)])
    flat = np.array(vocabulary.grams_of, np.int64)
    which, items = _expanded(words, ends)
    at, amounts = places[which], said[which]
    lengths = np.bincount(at, weights=amounts, minlength=size)
    average = lengths.mean() if size else 1.0
    norm = 1 - weighing.gram_b + weighing.gram_b * lengths / (average or 1.0)
    normed = (amounts / norm[at]).astype(np.float32)
    return _postings(flat[items], at, normed, (len(vocabulary.gram_ids), size), weighing.gram_k1)


def _postings(
    terms: Ints, places: Ints, amounts: Floats, shape: tuple[int, int], k1: float
) -> Postings:
    """Sort by term and place, add up what falls together, weigh with the inverse frequency."""
    count, size = shape
    cells = terms * max(size, 1) + places
    order = np.argsort(cells, kind="stable")
    cells = cells[order]
    first = (
        np.flatnonzero(np.concatenate([[True], cells[1:] != cells[:-1]])) if len(cells) else order
    )
    summed = np.add.reduceat(amounts[order], first) if len(cells) else amounts
    cells = cells[first]
    found = cells // max(size, 1)
    frequencies = np.bincount(found, minlength=count)
    rarity = np.log1p((size - frequencies + 0.5) / (frequencies + 0.5))
    weights = rarity[found] * summed * (k1 + 1) / (summed + k1)
    small = np.uint16 if size <= 0xFFFF else np.int32
    return Postings(
        np.concatenate([[0], np.cumsum(frequencies)]),
        (cells % max(size, 1)).astype(small),
        weights.astype(np.float32),
    )


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
