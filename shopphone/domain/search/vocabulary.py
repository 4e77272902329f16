"""The words of one language as numbers; it only grows, so searches may read while a writer adds."""

import time
from array import array
from collections.abc import Iterable

from shopphone.domain.search.analysis import grams, stem

_LETTERS = {letter: 1 << n for n, letter in enumerate("abcdefghijklmnopqrstuvwxyz0123456789")}
_OTHER = 1 << 40
_SLICE = 2000


class Vocabulary:
    """word, stem and letter group -> number, and what belongs to each."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.words: list[str] = []
        self.word_ids: dict[str, int] = {}
        self.stems: list[str] = []
        self.stem_ids: dict[str, int] = {}
        self.gram_ids: dict[str, int] = {}
        self.stem_of = array("i")
        self.grams_of = array("i")
        self.grams_end = array("i")
        self.letters_of_stem = array("Q")
        self.length_of_stem = array("B")
        self.in_order: list[str] = []
        self.stems_in_order: list[str] = []

    def add(self, words: Iterable[str]) -> list[str]:
        """Number these words; the new ones are given back."""
        new = []
        for word in words:
            if word not in self.word_ids:
                self._add(word)
                new.append(word)
        return new

    def sort_in(self, new: list[str]) -> None:
        """Keep the lists that are searched by the beginning of a word; new lists each time."""
        self.in_order = _merged(self.in_order, new)
        self.stems_in_order = _merged(self.stems_in_order, self.stems[len(self.stems_in_order) :])

    def stem_id(self, word: str) -> int:
        """The number of a word's stem, new if need be."""
        name = stem(word, self.language)
        found = self.stem_ids.get(name)
        if found is None:
            found = len(self.stems)
            self.stems.append(name)
            self.letters_of_stem.append(letters(name))
            self.length_of_stem.append(len(name))
            self.stem_ids[name] = found
        return found

    def _add(self, word: str) -> None:
        self.stem_of.append(self.stem_id(word))
        for gram in grams(word):
            number = self.gram_ids.setdefault(gram, len(self.gram_ids))
            self.grams_of.append(number)
        self.grams_end.append(len(self.grams_of))
        self.words.append(word)
        self.word_ids[word] = len(self.words) - 1


def _merged(in_order: list[str], new: list[str]) -> list[str]:
    for start in range(0, len(new), _SLICE):
        run = sorted(new[start : start + _SLICE])
        in_order = sorted(in_order + run)  # two runs: merged, not sorted
        time.sleep(0)
    return in_order


def letters(word: str) -> int:
    """Which letters occur, as bits: words one typing mistake apart differ in two bits at most."""
    found = 0
    for letter in word:
        found |= _LETTERS.get(letter, _OTHER)
    return found
