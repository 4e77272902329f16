"""Scoring a typed question against a segment: words, parts, synonyms, spelling, letter groups."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from shopphone.domain.search.analysis import Lists, grams, stem, words
from shopphone.domain.search.closer import Meant, together
from shopphone.domain.search.compounds import split
from shopphone.domain.search.guesses import near, prefixed, related
from shopphone.domain.search.postings import Floats, Postings, idf
from shopphone.domain.search.segment import Segment, Weighing

_LONGEST_QUERY = 2000
_MOST_WORDS = 60
_MOST_GRAMS = 160
_LOOKED_AT = 20  # documents
_SURE = 0.25  # share of the question's letter groups that makes a hit without any word in common


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How a kind of index is asked and made."""

    grams: float = 0.5
    stop_grams: float = 1.0
    synonym: float = 0.2
    instead: float = 0.5  # a synonym of a word the shop itself never uses
    part: float = 0.5
    spelling: float = 0.65
    prefix: float = 0.5
    related: float = 0.3
    nearness: float = 0.2
    likeness: float = 0.2
    weighing: Weighing = field(default_factory=Weighing)


ARTICLES = Weights()
GOODS = Weights(grams=1.0, nearness=0.1, weighing=Weighing(k1=1.6, opening=0.0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Scores by place, at most about 1 + the weight of the letter groups; 0 is not worth showing.

    covered: which share of the question's words each document says, 0 to 1 and the same measure in
    every answer. meets: where a word of weight meets.
    """

    scores: Floats
    covered: Floats
    meets: NDArray[np.bool_]


def ask(segment: Segment, text: str, lists: Lists, weights: Weights) -> Answer:
    typed = list(dict.fromkeys(words(text[:_LONGEST_QUERY])))[:_MOST_WORDS]
    question = _Question(segment, lists, weights, typed, not text[-1:].isalnum())
    heavy, light = question.terms()
    by_words = np.zeros(segment.size, np.float32)
    _sum(segment.stems, heavy, by_words)
    meets = by_words > 0
    _sum(segment.stems, light, by_words)
    by_grams = np.zeros(segment.size, np.float32)
    _sum(segment.grams, question.grams(), by_grams)
    most = question.possible() * (weights.weighing.k1 + 1)
    covered = np.minimum(by_words / np.float32(most), np.float32(1))
    scores = _share(by_words) + np.float32(weights.grams) * _share(by_grams)
    scores[~(meets | (by_grams > _SURE * question.possible_grams()))] = 0
    _look_closer(segment, question.meant(), scores, weights)
    return Answer(scores=scores, covered=covered, meets=meets)


def _look_closer(segment: Segment, meant: Meant, scores: Floats, weights: Weights) -> None:
    places = best_places(scores, _LOOKED_AT)
    if not places:
        return
    nearness, likeness = together(segment, places, meant)
    scores[places] += weights.nearness * _share(nearness) + weights.likeness * _share(likeness)


def best_places(scores: Floats, limit: int) -> list[int]:
    """Places of the best scores above nothing, with all that tie with the last of them."""
    places = np.flatnonzero(scores > 0)
    if len(places) > limit > 0:
        found = scores[places]
        last = np.partition(found, len(found) - limit)[len(found) - limit]
        places = places[found >= last]
    return places.tolist()


class _Question:
    """The words of a question, weighed."""

    def __init__(
        self, segment: Segment, lists: Lists, weights: Weights, typed: list[str], complete: bool
    ) -> None:
        self._segment = segment
        self._lists = lists
        self._weights = weights
        self._typed = typed
        self._language = segment.vocabulary.language
        self._stems = [stem(word, self._language) for word in typed]
        self._growing = "" if complete or not typed else typed[-1]
        stops = [lists.stops.get(each, 1.0) for each in self._stems]
        self._guessed: dict[str, list[int]] = {}
        self._light = [1.0] * len(stops) if all(each < 1 for each in stops) else stops

    def terms(self) -> tuple[dict[int, float], dict[int, float]]:
        """Stem numbers with their weights: those that carry the question, and stop words."""
        heavy: dict[int, float] = {}
        light: dict[int, float] = {}
        for word, stemmed, weight in zip(self._typed, self._stems, self._light, strict=True):
            self._add_word(heavy if weight == 1 else light, word, stemmed, weight)
        return heavy, light

    def grams(self) -> dict[int, float]:
        found: dict[int, float] = {}
        ids = self._segment.vocabulary.gram_ids
        for word, weight in zip(self._typed, self._light, strict=True):
            groups = grams(word)
            if word == self._growing and len(groups) > 1:
                groups.pop()  # the end of a word being typed is not its end
            if weight < 1:
                weight *= self._weights.stop_grams
            for gram in groups if weight else ():
                number = ids.get(gram)
                if number is not None:
                    _raise(found, number, weight)
            if len(found) > _MOST_GRAMS:
                break
        return found

    def meant(self) -> Meant:
        """Each word of the question, and the stems it stands for."""
        ids = self._segment.vocabulary.stem_ids
        word_of: dict[int, int] = {}
        for n, stemmed in enumerate(self._stems):
            for number in (ids.get(stemmed), *self._guessed.get(stemmed, ())):
                if number is not None:
                    word_of.setdefault(number, n)
        pairs = zip(self._stems, self._light, strict=True)
        worth = [weight * self._rarity(self._frequency(each)) for each, weight in pairs]
        stops = self._lists.stops.items()
        return Meant(
            word_of=word_of,
            worth=np.array(worth, np.float32),
            light={ids[each]: weight for each, weight in stops if each in ids},
        )

    def possible(self) -> float:
        """About the score of a document that says all of it; unknown words count as rare ones."""
        pairs = zip(self._stems, self._light, strict=True)
        return sum(weight * self._rarity(self._frequency(each)) for each, weight in pairs) or 1.0

    def possible_grams(self) -> float:
        ids, of = self._segment.vocabulary.gram_ids, self._segment.grams.frequency
        return sum(
            weight * self._rarity(of(ids.get(gram)))
            for word, weight in zip(self._typed, self._light, strict=True)
            for gram in grams(word)
        )

    def _frequency(self, stemmed: str) -> int:
        return self._segment.stems.frequency(self._segment.vocabulary.stem_ids.get(stemmed))

    def _rarity(self, frequency: int) -> float:
        return idf(frequency, self._segment.size)

    def _add_word(self, terms: dict[int, float], word: str, stemmed: str, weight: float) -> None:
        segment, weights = self._segment, self._weights
        ids = segment.vocabulary.stem_ids
        number = ids.get(stemmed)
        known = segment.stems.frequency(number) > 0
        if number is not None:
            _raise(terms, number, weight)
        if self._language == "de":
            for part in split(word, segment.parts_known):
                self._add(terms, stem(part, self._language), weights.part * weight)
        meant = weights.synonym if known else weights.instead
        for synonym in self._lists.synonyms.get(stemmed, ()):
            self._add(terms, synonym, meant * weight)
        for each, shared in related(segment, stemmed) if weight == 1 else ():
            _raise(terms, each, weights.related * shared)
        becoming = prefixed(segment, word) if word == self._growing else ()
        for each in becoming:
            _raise(terms, each, weights.prefix * weight / len(becoming) ** 0.5)
        spelt = known or becoming or stemmed in self._lists.synonyms
        if not spelt and weight == 1:
            guessed = self._guesses(stemmed)
            self._guessed[stemmed] = [each for each, _ in guessed]
            for each, closeness in guessed:
                _raise(terms, each, weights.spelling * closeness)

    def _guesses(self, stemmed: str) -> list[tuple[int, float]]:
        """Words it may have been meant for; whatever was mistyped, no small word carries a question."""
        named, stops = self._segment.vocabulary.stems, self._lists.stops
        return [
            (each, closeness * stops.get(named[each], 1.0))
            for each, closeness in near(self._segment, stemmed)
        ]

    def _add(self, terms: dict[int, float], stemmed: str, weight: float) -> None:
        number = self._segment.vocabulary.stem_ids.get(stemmed)
        if number is not None:
            _raise(terms, number, weight)


def _raise(terms: dict[int, float], term: int, weight: float) -> None:
    terms[term] = max(terms.get(term, 0.0), weight)


def _sum(postings: Postings, terms: dict[int, float], scores: Floats) -> None:
    for term, weight in terms.items():
        found = postings.of(term)
        if found is not None:
            places, amounts = found
            scores[places] += amounts * np.float32(weight * postings.scales[term])


def _share(scores: Floats) -> Floats:
    best = scores.max(initial=0)
    return scores / best if best > 0 else scores
