"""Words of the shop that a typed word may become, or may have been meant for."""

import math
from bisect import bisect_left

import numpy as np

from shopphone.domain.search.segment import Segment
from shopphone.domain.search.vocabulary import letters

_MOST_PREFIXED = 40
_SHORTEST_PREFIX = 2
_SHORTEST_CORRECTED = 4
_LONG = 8
_MOST_NEAR = 5
_FARTHER = 0.7
_MOST_RELATED = 12
_SHORTEST_SHARED = 4
_SHARED = 0.55  # of the longer word


def prefixed(segment: Segment, start: str) -> tuple[int, ...]:
    """Stem numbers of words in use that begin so, those in most documents first."""
    if len(start) < _SHORTEST_PREFIX:
        return ()
    low = bisect_left(segment.in_order, start)
    high = bisect_left(segment.in_order, start + "\U0010ffff", lo=low)
    vocabulary = segment.vocabulary
    stems = {vocabulary.stem_of[vocabulary.word_ids[w]] for w in segment.in_order[low:high]}
    used = [each for each in stems if segment.stems.frequency(each)]
    used.sort(key=lambda each: (-segment.stems.frequency(each), vocabulary.stems[each]))
    return tuple(used[:_MOST_PREFIXED])


def related(segment: Segment, stemmed: str) -> tuple[tuple[int, float], ...]:
    """Stems that begin alike (gefährlich, gefährdet; cancel, cancellation), and how much is shared."""
    shared = max(_SHORTEST_SHARED, math.ceil(_SHARED * len(stemmed)))
    if len(stemmed) < shared:
        return ()
    start, in_order = stemmed[:shared], segment.stems_in_order
    low = bisect_left(in_order, start)
    high = bisect_left(in_order, start + "\U0010ffff", lo=low)
    found = [(_alike_part(stemmed, each), each) for each in in_order[low:high] if each != stemmed]
    best = sorted(found, key=lambda pair: (-pair[0], pair[1]))[:_MOST_RELATED]
    ids = segment.vocabulary.stem_ids
    return tuple((ids[each], part) for part, each in best if part >= _SHARED)


def _alike_part(one: str, other: str) -> float:
    pairs = zip(one, other, strict=False)
    alike = next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
    return alike / max(len(one), len(other))


def near(segment: Segment, word: str) -> tuple[tuple[int, float], ...]:
    """Stems one typing mistake away, two for long words (Damerau-Levenshtein), and how close.

    The first letter is seldom the mistaken one: Knauf is not meant for Kauf.
    """
    if len(word) < _SHORTEST_CORRECTED or not word.isalpha():
        return ()
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    most = 1 if len(word) < _LONG else 2
    candidates = _candidates(segment, word, most)
    found = process.extract(
        word, candidates, scorer=OSA.distance, score_cutoff=most, limit=_MOST_NEAR
    )
    return tuple(
        (number, 1.0 if far <= 1 and other[0] == word[0] else _FARTHER)
        for other, far, number in found
    )


def _candidates(segment: Segment, word: str, most: int) -> dict[int, str]:
    """Stems in use with nearly the same letters: each mistake changes at most two of them."""
    vocabulary = segment.vocabulary
    off = np.bitwise_count(segment.letters ^ np.uint64(letters(word)))
    lengths = segment.lengths.astype(np.int16)
    fits = (off <= 2 * most) & (abs(lengths - len(word)) <= most) & (segment.frequencies > 0)
    fits &= lengths >= _SHORTEST_CORRECTED - 1
    return {number: vocabulary.stems[number] for number in np.flatnonzero(fits).tolist()}
