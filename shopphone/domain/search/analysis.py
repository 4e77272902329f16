"""Text made comparable: stems, compound parts, folded letter groups; one function for all sides."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

_WORD = re.compile(r"\w+")
_FOLD = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "é": "e", "è": "e", "ê": "e", "á": "a", "à": "a",
     "ç": "c", "ñ": "n", "ó": "o", "í": "i"}
)  # fmt: skip
_STEMMERS = {"de": "german", "en": "english"}
_JOINTS = ("", "s", "n", "en", "es", "er", "e")
_SHORTEST_PART = 4
_SHORTEST_COMPOUND = 8
_LONGEST_WORD = 60
_MOST_WORDS = 2000
GRAM = 4


@dataclass(frozen=True, slots=True)
class Lists:
    """Stop words and synonym groups of one language, already stemmed."""

    stops: frozenset[str] = frozenset()
    synonyms: dict[str, tuple[str, ...]] = field(default_factory=dict)


def lists_from_texts(language: str, stops: str, synonyms: str) -> Lists:
    """stops: words; synonyms: one group a line, words separated by commas; # begins a remark."""
    groups: dict[str, set[str]] = {}
    for line in _lines(synonyms):
        stems = {stem(word, language) for word in words(line)}
        for each in stems:
            groups.setdefault(each, set()).update(stems - {each})
    stemmed = frozenset(stem(word, language) for line in _lines(stops) for word in words(line))
    return Lists(stemmed, {each: tuple(sorted(group)) for each, group in groups.items()})


def words(text: str) -> list[str]:
    return [word[:_LONGEST_WORD] for word in _WORD.findall(text.lower())[:_MOST_WORDS]]


@lru_cache(maxsize=65536)
def stem(word: str, language: str) -> str:
    """Snowball's stem with umlauts spelled out, so größe, groesse and grösse meet."""
    return str(_stemmer(language).stemWord(word.translate(_FOLD)))


@lru_cache(maxsize=65536)
def grams(word: str) -> tuple[str, ...]:
    """Groups of four folded letters of "<word>"; short words are one group."""
    text = f"<{word.translate(_FOLD)}>"
    if len(text) <= GRAM:
        return (text,)
    return tuple(text[start : start + GRAM] for start in range(len(text) - GRAM + 1))


def folded(word: str) -> str:
    return word.lower().translate(_FOLD)


class Compounds:
    """Splits long German words into words the shop itself uses."""

    def __init__(self, vocabulary: Collection[str]) -> None:
        self.vocabulary = {
            folded(word) for word in vocabulary if len(word) >= _SHORTEST_PART and word.isalpha()
        }
        self._kept: dict[str, tuple[str, ...]] = {}

    def parts(self, word: str) -> tuple[str, ...]:
        """The parts of a compound, or nothing if it is none; fewest parts win."""
        text = folded(word)
        if len(text) < _SHORTEST_COMPOUND or not text.isalpha():
            return ()
        kept = self._kept.get(text)
        if kept is None:
            kept = self._split(text, 3) or ()
            self._kept[text] = kept
        return kept

    def _split(self, text: str, most: int) -> tuple[str, ...] | None:
        best: tuple[str, ...] | None = None
        for cut in range(_SHORTEST_PART, len(text) - _SHORTEST_PART + 1):
            head = text[:cut]
            if head not in self.vocabulary:
                continue
            for joint in _JOINTS:
                if not text.startswith(joint, cut):
                    continue
                tail = text[cut + len(joint) :]
                if len(tail) < _SHORTEST_PART:
                    continue
                rest: tuple[str, ...] | None = (tail,) if tail in self.vocabulary else None
                if rest is None and most > 2:
                    rest = self._split(tail, most - 1)
                if rest and (best is None or (len(rest) + 1, -cut) < (len(best), -len(best[0]))):
                    best = (head, *rest)
        return best


def _lines(text: str) -> Iterable[str]:
    return (line for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def _stemmer(language: str) -> Any:
    import Stemmer

    return Stemmer.Stemmer(_STEMMERS.get(language, "english"))
