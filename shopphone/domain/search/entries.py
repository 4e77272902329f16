"""What each document says, as numbers of a vocabulary; everything searched is made from this."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from shopphone.domain.search.analysis import words
from shopphone.domain.search.vocabulary import Vocabulary

_MOST_OF_ONE = 255


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What can be found: a title, a body, and the words earlier callers asked with."""

    key: int
    language: str
    title: str
    body: str
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entries:
    """Word numbers of a document, how often each stands in title, body and asked, and their sums."""

    key: int
    words: NDArray[np.int32]
    counts: NDArray[np.uint8]
    lengths: tuple[int, int, int]


def entries(document: Document, vocabulary: Vocabulary) -> tuple[Entries, list[str]]:
    """What a document says, and the words that were new to the vocabulary."""
    fields = [
        words(document.title),
        words(document.body),
        [word for each in document.asked for word in words(each)],
    ]
    counted = [Counter(field) for field in fields]
    said = list(dict.fromkeys(word for field in fields for word in field))
    new = vocabulary.add(said)
    found = Entries(
        document.key,
        np.fromiter((vocabulary.word_ids[word] for word in said), np.int32, len(said)),
        _counts(said, counted),
        (len(fields[0]), len(fields[1]), len(fields[2])),
    )
    return found, new


def _counts(said: list[str], counted: Iterable[Counter[str]]) -> NDArray[np.uint8]:
    rows = [[min(field[word], _MOST_OF_ONE) for word in said] for field in counted]
    return np.array(rows, np.uint8).reshape(3, len(said)).T.copy()
