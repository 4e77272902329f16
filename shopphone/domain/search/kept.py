"""An index as bytes and back: own format with a version and a check sum, nothing is executed."""

import hashlib
import json
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray

from shopphone.domain.search.entries import ASKED, Entries
from shopphone.domain.search.library import Library
from shopphone.domain.search.segment import Weighing

_MARK = b"shopphone index 3\n"
_DIGEST = 32
_FIELDS = ASKED + 1


def packed(libraries: dict[str, Library]) -> bytes:
    heads = []
    blocks: list[bytes] = []
    for language, library in libraries.items():
        documents = [library.documents[key] for key in sorted(library.documents)]
        heads.append(_head(language, library, documents))
        blocks += [each.words.astype("<i4").tobytes() for each in documents]
        blocks += [each.counts.tobytes() for each in documents]
        blocks += [each.order.astype("<u2").tobytes() for each in documents]
        blocks += [each.lines.astype("<u2").tobytes() for each in documents]
    head = json.dumps(heads).encode("ascii")
    blocks[:0] = [len(head).to_bytes(8, "little"), head]
    digest = hashlib.sha256()
    for block in blocks:
        digest.update(block)
    return b"".join((_MARK, digest.digest(), *blocks))


def unpacked(content: memoryview, weighing: Weighing) -> dict[str, Library]:
    """Raises ValueError if the bytes are not a whole kept index."""
    if content[: len(_MARK)] != _MARK:
        raise ValueError("these bytes are not a search index of this version")
    digest, rest = content[len(_MARK) :][:_DIGEST], content[len(_MARK) + _DIGEST :]
    if hashlib.sha256(rest).digest() != digest:
        raise ValueError("the kept search index is damaged")
    size = int.from_bytes(rest[:8], "little")
    start = 8 + size
    libraries = {}
    for head in json.loads(bytes(rest[8:start])):
        blocks, start = _blocks(rest, start, head)
        libraries[head["language"]] = _library(head, blocks, weighing)
    return libraries


@dataclass(frozen=True, slots=True)
class _Blocks:
    """Of all documents one after the other what each Entries has."""

    words: NDArray[np.int32]
    counts: NDArray[np.uint8]
    order: NDArray[np.uint16]
    lines: NDArray[np.uint16]


def _blocks(content: memoryview, start: int, head: dict[str, Any]) -> tuple[_Blocks, int]:
    words, read, lines = (sum(head[name]) for name in ("sizes", "read", "lines"))
    ends = list(accumulate((4 * words, _FIELDS * words, 2 * read, 2 * lines), initial=start))
    found = _Blocks(
        np.frombuffer(content, "<i4", words, ends[0]).astype(np.int32),
        np.frombuffer(content, np.uint8, _FIELDS * words, ends[1]).reshape(-1, _FIELDS).copy(),
        np.frombuffer(content, "<u2", read, ends[2]).astype(np.uint16),
        np.frombuffer(content, "<u2", lines, ends[3]).astype(np.uint16),
    )
    return found, ends[4]


def _head(language: str, library: Library, documents: list[Entries]) -> dict[str, Any]:
    words = library.vocabulary.words
    return {
        "language": language,
        "words": "\n".join(words),
        "parts": "\n".join(f"{number} {' '.join(each)}" for number, each in library.parts.items()),
        "keys": [each.key for each in documents],
        "sizes": [len(each.words) for each in documents],
        "read": [len(each.order) for each in documents],
        "lines": [len(each.lines) for each in documents],
        "lengths": [each.lengths for each in documents],
    }


def _library(head: dict[str, Any], blocks: _Blocks, weighing: Weighing) -> Library:
    library = Library(head["language"], weighing)
    new = library.vocabulary.add(head["words"].split("\n") if head["words"] else ())
    library.vocabulary.sort_in(new)
    for line in head["parts"].splitlines():
        number, *parts = line.split(" ")
        library.parts[int(number)] = tuple(parts)
    documents = []
    word = read = line = 0
    for key, size, long, many, lengths in zip(
        head["keys"], head["sizes"], head["read"], head["lines"], head["lengths"], strict=True
    ):
        documents.append(
            Entries(
                key,
                blocks.words[word : word + size],
                blocks.counts[word : word + size],
                tuple(lengths),
                blocks.order[read : read + long],
                blocks.lines[line : line + many],
            )
        )
        word, read, line = word + size, read + long, line + many
    library.adopt(documents, blocks.words)
    return library
