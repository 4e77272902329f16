"""Scoring a typed question against a segment: words, parts, synonyms, spelling, letter groups."""

from bisect import bisect_left
from dataclasses import dataclass

import numpy as np

from shopphone.domain.search.analysis import Lists, folded, grams, stem, words
from shopphone.domain.search.segment import Floats, Postings, Segment

STOP = 0.2
SYNONYM = 0.2
QUERY_PART = 0.5
SPELLING = 0.65
PREFIX = 0.5
GRAMS = 0.5
_MOST_PREFIXED = 40
_MOST_GRAMS = 160
_SHORTEST_CORRECTED = 4


@dataclass(frozen=True, slots=True)
class Weights:
    """How a kind of index is scored; articles and goods differ."""

    grams: float = GRAMS
    spelling: float = SPELLING


def score(segment: Segment, text: str, language: str, lists: Lists, weights: Weights) -> Floats:
    """One number per document, 0 to about 1.5; 0 means it does not match at all."""
    typed = words(text)
    if not typed or not segment.size:
        return np.zeros(segment.size, np.float32)
    complete = not text[-1:].isalnum()
    terms = _weighted_terms(segment, typed, complete, language, lists, weights)
    by_words = _sum(segment.words, terms, segment.size)
    gram_terms = _weighted_grams(typed, complete, language, lists)
    by_grams = _sum(segment.grams, gram_terms, segment.size)
    return _share(by_words) + np.float32(weights.grams) * _share(by_grams)


def _weighted_terms(
    segment: Segment,
    typed: list[str],
    complete: bool,
    language: str,
    lists: Lists,
    weights: Weights,
) -> dict[str, float]:
    terms: dict[str, float] = {}
    only_stops = all(stem(word, language) in lists.stops for word in typed)
    for n, word in enumerate(typed):
        stemmed = stem(word, language)
        weight = STOP if stemmed in lists.stops and not only_stops else 1.0
        _add(terms, stemmed, weight)
        for part in segment.compounds.parts(word):
            _add(terms, stem(part, language), QUERY_PART * weight)
        for synonym in lists.synonyms.get(stemmed, ()):
            _add(terms, synonym, SYNONYM * weight)
        last = n == len(typed) - 1 and not complete
        if last:
            _add_prefixed(segment, terms, word, weight)
        if stemmed not in segment.words.terms and weight == 1.0:
            for near, closeness in _near(segment, stemmed):
                _add(terms, near, weights.spelling * closeness)
    return terms


def _add_prefixed(segment: Segment, terms: dict[str, float], word: str, weight: float) -> None:
    """The word being typed stands for every word it may become."""
    start = folded(word)
    if len(start) < 2:
        return
    low = bisect_left(segment.vocabulary, start)
    high = bisect_left(segment.vocabulary, start + "\U0010ffff")
    becoming = segment.vocabulary[low : min(high, low + _MOST_PREFIXED)]
    for term in becoming:
        _add(terms, term, PREFIX * weight / len(becoming) ** 0.5)


def _near(segment: Segment, word: str) -> tuple[tuple[str, float], ...]:
    """Words of the shop one letter away, two for long words (Damerau-Levenshtein)."""
    if len(word) < _SHORTEST_CORRECTED or not word.isalpha():
        return ()
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    most = 1 if len(word) < 8 else 2
    found = process.extract(
        word, segment.vocabulary, scorer=OSA.distance, score_cutoff=most, limit=5
    )
    return tuple(
        (term, 1.0 if distance == 1 else 0.7)
        for term, distance, _ in found
        if len(term) >= _SHORTEST_CORRECTED - 1
    )


def _weighted_grams(
    typed: list[str], complete: bool, language: str, lists: Lists
) -> dict[str, float]:
    terms: dict[str, float] = {}
    for n, word in enumerate(typed):
        weight = STOP if stem(word, language) in lists.stops else 1.0
        groups = grams(word)
        if n == len(typed) - 1 and not complete and len(groups) > 1:
            groups = groups[:-1]  # the end of a word being typed is not its end
        for gram in groups:
            _add(terms, gram, weight)
        if len(terms) > _MOST_GRAMS:
            break
    return terms


def _add(terms: dict[str, float], term: str, weight: float) -> None:
    terms[term] = max(terms.get(term, 0.0), weight)


def _sum(postings: Postings, terms: dict[str, float], size: int) -> Floats:
    scores = np.zeros(size, np.float32)
    for term, weight in terms.items():
        found = postings.of(term)
        if found is not None:
            scores[found[0]] += np.float32(weight) * found[1]
    return scores


def _share(scores: Floats) -> Floats:
    best = scores.max(initial=0)
    return scores / best if best > 0 else scores
