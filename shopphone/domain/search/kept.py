"""An index as bytes and back: own format with a version and a check sum, nothing is executed.

What was opened is copied block by block, so that each goes when it is outdated: of what looks into
the bytes themselves, the last small piece would hold all of them.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from shopphone.domain.search.entries import ASKED, Entries
from shopphone.domain.search.library import Library
from shopphone.domain.search.postings import Postings, returnable
from shopphone.domain.search.segment import Segment, Weighing

_MARK = b"shopphone index 6\n".ljust(24)  # so that everything stands at a multiple of 8
_DIGEST, _WORD = 32, 8
_FIELDS = ASKED + 1


@dataclass(frozen=True, slots=True)
class Kept:
    """The documents of one language, and what searches read."""

    library: Library
    segment: Segment


def packed(
    libraries: Mapping[str, Library], segments: Mapping[str, Segment], weighing: Weighing
) -> Iterator[bytes]:
    """Piece by piece: the whole would take as much memory again as the index."""
    digest = hashlib.sha256()
    for piece in _pieces(libraries, segments, weighing):
        digest.update(piece)
        yield piece
    yield digest.digest()


def unpacked(content: memoryview, weighing: Weighing) -> dict[str, Kept]:
    """Raises ValueError if the bytes are not a whole kept index made with these weights."""
    if content[: len(_MARK)] != _MARK:
        raise ValueError("these bytes are not a search index of this version")
    if hashlib.sha256(content[:-_DIGEST]).digest() != content[-_DIGEST:]:
        raise ValueError("the kept search index is damaged")
    rest = content[len(_MARK) : -_DIGEST]
    size = int.from_bytes(rest[:_WORD], "little")
    head = json.loads(bytes(rest[_WORD : _WORD + size]))
    if head["weighing"] != repr(weighing):
        raise ValueError("the kept search index was weighed otherwise")
    blocks = _Blocks(rest, _WORD + _whole(size))
    return {each["language"]: _opened(each, blocks, weighing) for each in head["languages"]}


class _Blocks:
    """Arrays one after the other."""

    def __init__(self, content: memoryview, start: int) -> None:
        self._content = content
        self._start = start

    def take(self, kind: str, length: int) -> NDArray[Any]:
        found = returnable(length, kind)
        found[:] = np.frombuffer(self._content, kind, length, self._start)
        self._start += _whole(found.nbytes)
        return found

    def postings(self, terms: int, places: str) -> Postings:
        starts = self.take("<i8", terms + 1)
        count = int(starts[-1])
        return Postings(
            starts, self.take(places, count), self.take("u1", count), self.take("<f4", terms)
        )


def _pieces(
    libraries: Mapping[str, Library], segments: Mapping[str, Segment], weighing: Weighing
) -> Iterator[bytes]:
    heads = [_head(name, libraries[name], segment) for name, segment in segments.items()]
    head = json.dumps({"weighing": repr(weighing), "languages": heads}).encode("ascii")
    yield _MARK
    yield len(head).to_bytes(_WORD, "little")
    yield _filled(head)
    for segment in segments.values():
        for each in _arrays(segment):
            yield _filled(each.tobytes())


def _head(language: str, library: Library, segment: Segment) -> dict[str, Any]:
    documents = segment.documents
    return {
        "language": language,
        "words": "\n".join(library.vocabulary.words),
        "parts": "\n".join(f"{number} {' '.join(each)}" for number, each in library.parts.items()),
        "places": segment.stems.places.dtype.newbyteorder("<").str,
        "terms": [len(each.starts) - 1 for each in (segment.stems, segment.grams)],
        "keys": [each.key for each in documents],
        "sizes": [len(each.words) for each in documents],
        "read": [len(each.order) for each in documents],
        "lines": [len(each.lines) for each in documents],
        "lengths": [each.lengths for each in documents],
    }


def _arrays(segment: Segment) -> Iterable[NDArray[Any]]:
    """In the order in which _opened takes them."""
    documents = segment.documents
    yield np.concatenate([each.words for each in documents]).astype("<i4")
    yield np.concatenate([each.counts for each in documents])
    yield np.concatenate([each.order for each in documents]).astype("<u2")
    yield np.concatenate([each.lines for each in documents]).astype("<u2")
    for postings in (segment.stems, segment.grams):
        yield postings.starts.astype("<i8")
        yield postings.places.astype(postings.places.dtype.newbyteorder("<"))
        yield postings.weights
        yield postings.scales.astype("<f4")


def _opened(head: dict[str, Any], blocks: _Blocks, weighing: Weighing) -> Kept:
    library = Library(head["language"], weighing)
    new = library.vocabulary.add(head["words"].split("\n") if head["words"] else ())
    library.vocabulary.sort_in(new)
    for line in head["parts"].splitlines():
        number, *parts = line.split(" ")
        library.parts[int(number)] = tuple(parts)
    words = blocks.take("<i4", sum(head["sizes"]))
    counts = blocks.take("u1", _FIELDS * len(words)).reshape(-1, _FIELDS)
    order = blocks.take("<u2", sum(head["read"]))
    lines = blocks.take("<u2", sum(head["lines"]))
    library.adopt(_entries(head, words, counts, order, lines), words)
    stems, grams = (blocks.postings(terms, head["places"]) for terms in head["terms"])
    return Kept(library, library.reopened(stems, grams))


def _entries(
    head: dict[str, Any],
    words: NDArray[np.int32],
    counts: NDArray[np.uint8],
    order: NDArray[np.uint16],
    lines: NDArray[np.uint16],
) -> Iterable[Entries]:
    word = read = line = 0
    for key, size, long, many, lengths in zip(
        head["keys"], head["sizes"], head["read"], head["lines"], head["lengths"], strict=True
    ):
        yield Entries(
            key,
            words[word : word + size],
            counts[word : word + size],
            tuple(lengths),
            order[read : read + long],
            lines[line : line + many],
        )
        word, read, line = word + size, read + long, line + many


def _whole(length: int) -> int:
    return -(-length // _WORD) * _WORD


def _filled(content: bytes) -> bytes:
    return content.ljust(_whole(len(content)), b"\0")
