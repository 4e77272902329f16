"""Words of the shop that a typed word may become, or may have been meant for."""

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


def near(segment: Segment, word: str) -> tuple[tuple[int, float], ...]:
    """Stems one typing mistake away, two for long words (Damerau-Levenshtein), and how close."""
    if len(word) < _SHORTEST_CORRECTED or not word.isalpha():
        return ()
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    most = 1 if len(word) < _LONG else 2
    candidates = _alike(segment, word, most)
    found = process.extract(
        word, candidates, scorer=OSA.distance, score_cutoff=most, limit=_MOST_NEAR
    )
    return tuple((number, 1.0 if far <= 1 else _FARTHER) for _, far, number in found)


def _alike(segment: Segment, word: str, most: int) -> dict[int, str]:
    """Stems in use with nearly the same letters: each mistake changes at most two of them."""
    vocabulary = segment.vocabulary
    off = np.bitwise_count(segment.letters ^ np.uint64(letters(word)))
    lengths = segment.lengths.astype(np.int16)
    fits = (off <= 2 * most) & (abs(lengths - len(word)) <= most) & (segment.frequencies > 0)
    fits &= lengths >= _SHORTEST_CORRECTED - 1
    return {number: vocabulary.stems[number] for number in np.flatnonzero(fits).tolist()}
