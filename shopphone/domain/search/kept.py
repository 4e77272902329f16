"""An index as bytes and back: own format with a version and a check sum, nothing is executed."""

import hashlib
import json
from typing import Any

import numpy as np

from shopphone.domain.search.entries import Entries
from shopphone.domain.search.library import Library
from shopphone.domain.search.segment import Weighing

_MARK = b"shopphone index 2\n"
_DIGEST = 32


def packed(libraries: dict[str, Library]) -> bytes:
    heads = []
    blocks: list[bytes] = []
    for language, library in libraries.items():
        documents = [library.documents[key] for key in sorted(library.documents)]
        heads.append(_head(language, library, documents))
        words = np.concatenate([each.words for each in documents] or [np.zeros(0, np.int32)])
        counts = np.concatenate([each.counts for each in documents] or [np.zeros((0, 3), np.uint8)])
        blocks += [words.astype("<i4").tobytes(), counts.tobytes()]
    head = json.dumps(heads).encode("ascii")
    content = b"".join([len(head).to_bytes(8, "little"), head, *blocks])
    return _MARK + hashlib.sha256(content).digest() + content


def unpacked(content: bytes, weighing: Weighing) -> dict[str, Library]:
    """Raises ValueError if the bytes are not a whole kept index."""
    if not content.startswith(_MARK):
        raise ValueError("these bytes are not a search index of this version")
    digest, rest = content[len(_MARK) :][:_DIGEST], content[len(_MARK) + _DIGEST :]
    if hashlib.sha256(rest).digest() != digest:
        raise ValueError("the kept search index is damaged")
    size = int.from_bytes(rest[:8], "little")
    start = 8 + size
    libraries = {}
    for head in json.loads(rest[8:start]):
        count = sum(head["sizes"])
        words = np.frombuffer(rest, "<i4", count, start).astype(np.int32)
        counts = np.frombuffer(rest, np.uint8, 3 * count, start + 4 * count).reshape(-1, 3)
        libraries[head["language"]] = _library(head, words, counts, weighing)
        start += 7 * count
    return libraries


def _head(language: str, library: Library, documents: list[Entries]) -> dict[str, Any]:
    words = library.vocabulary.words
    return {
        "language": language,
        "words": "\n".join(words),
        "parts": "\n".join(f"{number} {' '.join(each)}" for number, each in library.parts.items()),
        "keys": [each.key for each in documents],
        "sizes": [len(each.words) for each in documents],
        "lengths": [each.lengths for each in documents],
    }


def _library(head: dict[str, Any], words: Any, counts: Any, weighing: Weighing) -> Library:
    library = Library(head["language"], weighing)
    new = library.vocabulary.add(head["words"].split("\n") if head["words"] else ())
    library.vocabulary.sort_in(new)
    for line in head["parts"].splitlines():
        number, *parts = line.split(" ")
        library.parts[int(number)] = tuple(parts)
    start = 0
    for key, size, lengths in zip(head["keys"], head["sizes"], head["lengths"], strict=True):
        end = start + size
        library.take(Entries(key, words[start:end], counts[start:end], tuple(lengths)))
        start = end
    library.settle()
    return library
