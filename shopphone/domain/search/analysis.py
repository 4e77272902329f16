"""Text made comparable: folded words, stems, groups of letters, and the shop's own word lists."""

import re
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import import_module

_WORD = re.compile(r"\w+")
_FOLD = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "é": "e", "è": "e", "ê": "e", "á": "a", "à": "a",
     "â": "a", "ç": "c", "ñ": "n", "ó": "o", "ò": "o", "ô": "o", "í": "i", "î": "i", "ú": "u",
     "\N{COMBINING DIAERESIS}": "e"}
)  # fmt: skip
_STEMMERS = {"de": "german", "en": "english"}
_LONGEST_WORD = 60
_LONGEST_TEXT = 40_000
_STOP_WEIGHT = 0.2
GRAM = 4


@dataclass(frozen=True, slots=True)
class Lists:
    """Of one language, by stem: how little stop words weigh, and words that mean nearly the same."""

    stops: Mapping[str, float] = field(default_factory=dict)
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


SearchLists = Mapping[str, Lists]
"""Lists by language code."""


def lists_from_texts(language: str, stops: str, synonyms: str) -> Lists:
    """stops: words, a number at a line's start is their weight; synonyms: a group a line.

    A line that begins with # is a remark.
    """
    weights: dict[str, float] = {}
    for line in _lines(stops):
        weight, rest = _weighted(line)
        for word in words(rest):
            weights.setdefault(stem(word, language), weight)
    groups: dict[str, set[str]] = {}
    for line in _lines(synonyms):
        stems = {stem(word, language) for word in words(line)}
        for each in stems:
            groups.setdefault(each, set()).update(stems - {each})
    return Lists(weights, {each: tuple(sorted(group)) for each, group in groups.items()})


def words(text: str) -> list[str]:
    """The folded words of a text: lower case, umlauts spelled out."""
    return [
        word[:_LONGEST_WORD] for word in _WORD.findall(folded(text[:_LONGEST_TEXT])) if word != "_"
    ]


def word_places(text: str) -> Iterable[tuple[int, int, str]]:
    """Each word's range in the text, and the word, both as it stands."""
    return ((*found.span(), found.group()) for found in _WORD.finditer(text))


@lru_cache(maxsize=8192)
def folded_word(word: str) -> str:
    return folded(word)[:_LONGEST_WORD]


def folded(text: str) -> str:
    return text.lower().translate(_FOLD)


@lru_cache(maxsize=8192)
def stem(word: str, language: str) -> str:
    """Snowball's stem of a folded word; its German rules make größe, groesse and grösse meet."""
    return _stemmer(language)(word)


def grams(word: str) -> list[str]:
    """Groups of four letters of "<word>"; a short word is one group."""
    text = f"<{word}>"
    return [text[start : start + GRAM] for start in range(max(len(text) - GRAM + 1, 1))]


def _weighted(line: str) -> tuple[float, str]:
    head, _, rest = line.strip().partition(" ")
    try:
        return float(head), rest
    except ValueError:
        return _STOP_WEIGHT, line


def _lines(text: str) -> Iterable[str]:
    return (line for line in text.splitlines() if line.strip() and not line.startswith("#"))


class _Stemmers(threading.local):
    """Stemmers of one thread: a stemmer keeps the word it works on in itself."""

    def __init__(self) -> None:
        self.by_language: dict[str, Callable[[str], str]] = {}


_stemmers = _Stemmers()


def _stemmer(language: str) -> Callable[[str], str]:
    known = _stemmers.by_language.get(language)
    if known is None:
        known = _stemmers.by_language[language] = _new_stemmer(_STEMMERS.get(language, "english"))
    return known


def _new_stemmer(name: str) -> Callable[[str], str]:
    stem_of: Callable[[str], str] = import_module("Stemmer").Stemmer(name).stemWord
    return stem_of
