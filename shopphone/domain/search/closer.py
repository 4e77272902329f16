"""A closer look at the best documents: words that stand together, and titles that ask the same."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from shopphone.domain.search.entries import BODY
from shopphone.domain.search.postings import Floats, Ints
from shopphone.domain.search.segment import Segment

_WINDOW = 4  # words
_CODES = 64  # more than a question has words
_LINES = 256
_LINE_NUMBERS = np.minimum(np.arange(1 << 16), _LINES - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """A question word by word. word_of: stem number to the word that means it; worth: by word."""

    word_of: Mapping[int, int]
    worth: Floats
    light: Mapping[int, float]  # stems of stop words, and how little they weigh


@dataclass(frozen=True, slots=True)
class _Read:
    """The words of some documents in their order; word: of the question, or -1."""

    which: Ints
    stems: NDArray[np.int32]
    lines: Ints
    word: NDArray[np.int64]


def together(segment: Segment, places: list[int], meant: Meant) -> tuple[Floats, Floats]:
    """Of each of these documents: how near the question's words stand, and its best line's likeness.

    The lines are the title and the wordings of earlier callers: whichever asks most nearly the same.
    """
    read = _read(segment, places, meant)
    return _nearness(read, meant, len(places)), _likeness(segment, read, meant, len(places))


def _read(segment: Segment, places: list[int], meant: Meant) -> _Read:
    found = [segment.documents[place] for place in places]
    stems = segment.stem_of[np.concatenate([each.words[each.order] for each in found])]
    lines = np.concatenate(
        [np.repeat(_LINE_NUMBERS[: len(each.lines)], each.lines) for each in found]
    )
    which = np.repeat(np.arange(len(places)), [len(each.order) for each in found])
    word_of = np.full(len(segment.vocabulary.stems), -1, np.int64)
    word_of[list(meant.word_of)] = list(meant.word_of.values())
    return _Read(which, stems, lines, word_of[stems])


def _nearness(read: _Read, meant: Meant, count: int) -> Floats:
    """Pairs of words close together in a line; a pair weighs what its lighter word does."""
    at = np.flatnonzero(read.word >= 0)
    line = read.which[at] * _LINES + read.lines[at]
    word = read.word[at]
    pairs, amounts = [], []
    for step in range(1, _WINDOW + 1):
        apart = at[step:] - at[:-step]
        one, other = word[:-step], word[step:]
        fits = (apart <= _WINDOW) & (line[:-step] == line[step:]) & (one != other)
        low, high = np.minimum(one, other)[fits], np.maximum(one, other)[fits]
        pairs.append((read.which[at[:-step]][fits] * _CODES + low) * _CODES + high)
        amounts.append(apart[fits] ** -0.5)
    found, back = np.unique(np.concatenate(pairs), return_inverse=True)
    often = np.bincount(back, weights=np.concatenate(amounts), minlength=len(found))
    rest, high = np.divmod(found, _CODES)
    which, low = np.divmod(rest, _CODES)
    worth = np.minimum(meant.worth[low], meant.worth[high]) * often / (often + 1)
    near: Floats = np.bincount(which, weights=worth, minlength=count).astype(np.float32)
    return near


def _likeness(segment: Segment, read: _Read, meant: Meant, count: int) -> Floats:
    """Cosine between question and line, each word once and by its rarity."""
    inside = read.lines != BODY
    line = read.which[inside] * _LINES + read.lines[inside]
    size = len(segment.vocabulary.stems)
    cells = np.unique(line * size + read.stems[inside])
    line, stems = np.divmod(cells, size)
    lengths = np.bincount(line, weights=_rarity(segment, stems, meant) ** 2)
    word = read.word[inside]
    asked = np.unique((read.which[inside] * _LINES + read.lines[inside])[word >= 0] * _CODES
                      + word[word >= 0])  # fmt: skip
    met, words = np.divmod(asked, _CODES)
    common = np.bincount(met, weights=meant.worth[words] ** 2, minlength=len(lengths))
    own = float(np.sqrt((meant.worth**2).sum())) or 1.0
    likeness = np.zeros(count * _LINES)
    likeness[: len(common)] = common / (np.sqrt(np.maximum(lengths, 1e-9)) * own)
    best: Floats = likeness.reshape(count, _LINES).max(axis=1).astype(np.float32)
    return best


def _rarity(segment: Segment, stems: Ints, meant: Meant) -> NDArray[np.float64]:
    frequencies = segment.frequencies[stems]
    rarity = np.log1p((segment.size - frequencies + 0.5) / (frequencies + 0.5))
    light = np.ones(len(segment.vocabulary.stems), np.float32)
    light[list(meant.light)] = list(meant.light.values())
    found: NDArray[np.float64] = rarity * light[stems]
    return found
