"""The documents of one language while they are written: entries, word counts, compounds."""

import time
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from shopphone.domain.search.compounds import may_be_part, split, touched
from shopphone.domain.search.entries import Document, Entries, entries
from shopphone.domain.search.postings import Postings
from shopphone.domain.search.segment import Segment, Weighing, assembled, build
from shopphone.domain.search.vocabulary import Vocabulary

_COMPOUNDING = frozenset(("de",))
_ALL_AGAIN_AT = 200  # so many changed words: looking at every compound is quicker
_SLICE = 500


class Library:
    """Changes add up here; segment() makes of them what searches read."""

    def __init__(self, language: str, weighing: Weighing) -> None:
        self.vocabulary = Vocabulary(language)
        self.documents: dict[int, Entries] = {}
        self.parts: dict[int, tuple[str, ...]] = {}
        self._weighing = weighing
        self._times = np.zeros(0, np.int32)  # by word number: in how many documents
        self._known: set[str] = set()
        self._changed: set[str] = set()
        self._new: list[str] = []

    def put(self, document: Document) -> None:
        """A document whose key is not there."""
        found, new = entries(document, self.vocabulary)
        self._new += new
        self.documents[found.key] = found
        self._count(found, 1)

    def remove(self, key: int) -> None:
        self._count(self.documents.pop(key), -1)

    def segment(self) -> Segment:
        self._make_room()
        self.vocabulary.sort_in(self._new)
        self._new = []
        if self.vocabulary.language in _COMPOUNDING:
            self._split_again()
        self._changed.clear()
        parts = {
            word: tuple(self.vocabulary.stem_id(part) for part in parts)
            for word, parts in self.parts.items()
        }
        known = frozenset(self._known)
        return build(self.vocabulary, self._in_order(), parts, known, self._weighing)

    def reopened(self, stems: Postings, grams: Postings) -> Segment:
        """The segment these postings were kept of."""
        return assembled(self.vocabulary, self._in_order(), stems, grams, frozenset(self._known))

    def adopt(self, documents: Iterable[Entries], words: NDArray[np.int32]) -> None:
        """Become what was kept; words: of all documents. The compounds are known already."""
        self.documents = {each.key: each for each in documents}
        self._times = np.bincount(words, minlength=len(self.vocabulary.words)).astype(np.int32)
        if self.vocabulary.language in _COMPOUNDING:
            used = (self.vocabulary.words[n] for n in np.flatnonzero(self._times).tolist())
            self._known = {word for word in used if may_be_part(word)}

    def _in_order(self) -> list[Entries]:
        return [self.documents[key] for key in sorted(self.documents)]

    def _make_room(self) -> None:
        missing = len(self.vocabulary.words) - len(self._times)
        if missing > 0:
            self._times = np.pad(self._times, (0, missing + len(self._times)))

    def _count(self, found: Entries, step: int) -> None:
        self._make_room()
        before = self._times[found.words]
        self._times[found.words] = before + step
        for word in found.words[(before == 0) | (before + step == 0)].tolist():
            self._turned(self.vocabulary.words[word], step)

    def _turned(self, word: str, step: int) -> None:
        """A word came into use or went out of it."""
        if self.vocabulary.language not in _COMPOUNDING:
            return
        self._changed.add(word)
        if step > 0 and may_be_part(word):
            self._known.add(word)
        else:
            self._known.discard(word)

    def _split_again(self) -> None:
        used = [word for n, word in enumerate(self.vocabulary.words) if self._times[n]]
        if len(self._changed) < _ALL_AGAIN_AT:
            again = {*touched(used, self._changed), *self._changed}
        else:
            again = set(used)
        for n, word in enumerate(again):
            if n % _SLICE == 0:
                time.sleep(0)
            number = self.vocabulary.word_ids[word]
            parts = split(word, self._known) if self._times[number] else ()
            if parts:
                self.parts[number] = parts
            else:
                self.parts.pop(number, None)
