"""What each document says, as numbers of a vocabulary; everything searched is made from this."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from shopphone.domain.search.analysis import words
from shopphone.domain.search.vocabulary import Vocabulary

_MOST_OF_ONE = 255
_READ_OF_A_BODY = 1500  # words read in their order; all of them can be found
_READ_OF_A_LINE = 60
_OPENING = 40  # words of the body that usually say what it is about
BODY, FIRST_WORDING = 1, 2  # lines of a document; the title is the first
ASKED = 3  # column of the counts


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
    """Word numbers of a document, and how they stand in it.

    counts: of each word in title, body, the body's opening, and the number of wordings that have it.
    lengths: words in title, body, and wordings.
    order: the text as places in words, line by line; lines: how many words each line has.
    """

    key: int
    words: NDArray[np.int32]
    counts: NDArray[np.uint8]
    lengths: tuple[int, int, int]
    order: NDArray[np.uint16]
    lines: NDArray[np.uint16]


def entries(document: Document, vocabulary: Vocabulary) -> tuple[Entries, list[str]]:
    """What a document says, and the words that were new to the vocabulary."""
    title, body = words(document.title), words(document.body)
    asked = [words(each) for each in document.asked]
    once = [word for each in asked for word in dict.fromkeys(each)]
    said = list(dict.fromkeys((*title, *body, *once)))
    new = vocabulary.add(said)
    places = {word: n for n, word in enumerate(said)}
    fields = [[places[word] for word in field] for field in (title, body, body[:_OPENING], once)]
    read = [
        title[:_READ_OF_A_LINE],
        body[:_READ_OF_A_BODY],
        *(each[:_READ_OF_A_LINE] for each in asked),
    ]
    found = Entries(
        document.key,
        np.fromiter((vocabulary.word_ids[word] for word in said), np.int32, len(said)),
        _counts(fields, len(said)),
        (len(title), len(body), len(once)),
        np.array([min(places[word], 0xFFFF) for line in read for word in line], np.uint16),
        np.array([len(line) for line in read], np.uint16),
    )
    return found, new


def _counts(fields: Sequence[list[int]], size: int) -> NDArray[np.uint8]:
    rows = [np.bincount(np.array(field, np.int64), minlength=size) for field in fields]
    return np.minimum(rows, _MOST_OF_ONE).astype(np.uint8).T.copy()
