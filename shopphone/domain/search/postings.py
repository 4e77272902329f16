"""Which term stands where and how much it counts there, as flat arrays."""

import math
import time
from collections.abc import Iterable
from dataclasses import dataclass
from mmap import mmap
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
_STEPS = 255
_AT_ONCE = 1 << 16  # postings


@dataclass(frozen=True, slots=True)
class Amounts:
    """Of each term number its places and how often it stands there, as slices of flat arrays."""

    starts: Ints
    places: NDArray[np.integer]
    amounts: Floats


@dataclass(frozen=True, slots=True)
class Postings:
    """Of each term number its places and weights; scales: by term, what a weight's step is worth."""

    starts: Ints
    places: NDArray[np.integer]
    weights: NDArray[np.uint8]
    scales: Floats

    def of(self, term: int) -> tuple[NDArray[np.integer], NDArray[np.uint8]] | None:
        if term + 1 >= len(self.starts):
            return None
        start, end = self.starts[term : term + 2].tolist()
        return (self.places[start:end], self.weights[start:end]) if end > start else None

    def frequency(self, term: int | None) -> int:
        if term is None or term + 1 >= len(self.starts):
            return 0
        start, end = self.starts[term : term + 2].tolist()
        return int(end - start)


@dataclass(frozen=True, slots=True)
class Run:
    """Amounts by term and place, in that order, each pair once; of some neighbouring places.

    terms: each once; counts: how many places each has.
    """

    terms: Ints
    counts: Ints
    places: NDArray[np.integer]
    amounts: Floats


def summed(terms: Ints, places: Ints, amounts: Floats, size: int) -> Run:
    """Sort by term and place, and add up what falls together."""
    cells = terms * max(size, 1) + places
    order = np.argsort(cells)
    cells = cells[order]
    if len(cells):
        first = np.flatnonzero(np.concatenate([[True], cells[1:] != cells[:-1]]))
        amounts = np.add.reduceat(amounts[order], first)
        cells = cells[first]
    found, at = np.divmod(cells, max(size, 1))
    first = np.flatnonzero(np.diff(found, prepend=-1))
    places_found = returnable(len(cells), _small(size))
    amounts_found = returnable(len(cells), np.float32)
    places_found[:], amounts_found[:] = at, amounts
    counts = np.diff(first, append=len(cells))
    return Run(found[first], counts, places_found, amounts_found)


def merged(runs: list[Run], count: int, size: int) -> Amounts:
    """Runs of later and later places as one; they are given up on the way, to save memory."""
    ends = np.zeros(count, np.int64)
    for run in runs:
        ends[run.terms] += run.counts
    starts: Ints = np.concatenate([[0], np.cumsum(ends)])
    places = returnable(int(starts[-1]), _small(size))
    amounts = returnable(len(places), np.float32)
    filled = starts[:-1].copy()
    runs.reverse()
    while runs:
        run = runs.pop()
        begins = np.cumsum(run.counts) - run.counts
        where = np.repeat(filled[run.terms] - begins, run.counts) + np.arange(len(run.places))
        places[where], amounts[where] = run.places, run.amounts
        filled[run.terms] += run.counts
        time.sleep(0)
    return Amounts(starts, places, amounts)


def divided(found: Amounts, norm: Floats) -> None:
    """Amounts over what is usual for so long a document."""
    for few in _slices(len(found.places)):
        found.amounts[few] /= norm[found.places[few]]


def weighed(found: Amounts, size: int, k1: float) -> Postings:
    """Saturated, in steps of a byte; and rare terms weigh more."""
    frequencies = np.diff(found.starts)
    rarity = np.log1p((size - frequencies + 0.5) / (frequencies + 0.5))
    weights = returnable(len(found.places), np.uint8)
    for few in _slices(len(weights)):
        amounts = found.amounts[few]
        weights[few] = np.maximum(np.rint(amounts / (amounts + k1) * _STEPS), 1)
    return Postings(
        found.starts, found.places, weights, (rarity * (k1 + 1) / _STEPS).astype(np.float32)
    )


def idf(frequency: int, size: int) -> float:
    return math.log1p((size - frequency + 0.5) / (frequency + 0.5))


def returnable(length: int, kind: DTypeLike) -> NDArray[Any]:
    """Memory of its own, given back at once: what C keeps for reuse doubles the index's share."""
    size = max(length * np.dtype(kind).itemsize, 1)
    return np.frombuffer(mmap(-1, size), kind, length)


def _slices(length: int) -> Iterable[slice]:
    return (slice(start, start + _AT_ONCE) for start in range(0, length, _AT_ONCE))


def _small(size: int) -> type[np.integer]:
    return np.uint16 if size <= 0xFFFF else np.int32
