"""What the model makes of an article, as bytes beside it, and of all articles, as one table."""

import hashlib
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from shopphone.domain.search.entries import Document
from shopphone.meaning.model import DIMENSIONS, Floats, Model

_LAYOUT = 1  # another way of cutting an article up makes all vectors anew
_PASSAGE = 60  # words
_MOST_PASSAGES = 20
_HEAD = 3  # bytes: has a title, passages, wordings
_TITLE, _WHOLE, _PASSAGES = 0.25, 1.0, 0.5
_LEARNT = 0.17  # most that earlier callers' wordings can add or take
_OWN_TEXT = 2  # so many wordings does an article's own text count for
_FEW = 3  # wordings an article: with so many they count by half
_AT_ONCE = 4096  # rows that are made wide enough to multiply


def digest(document: Document) -> str:
    """Tells whether vectors still belong to what an article says."""
    parts = (str(_LAYOUT), document.title, document.body, *document.asked)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def vectors(model: Model, document: Document, between: Callable[[], None]) -> bytes:
    """Of the title, the whole, passages of it if it is long, and what callers asked."""
    title, words = document.title.strip(), document.body.split()
    titled = bool(title and words)  # where there is nothing else, the title is the whole
    whole = f"{title}\n{document.body}".strip()
    passages = [
        f"{title}\n{' '.join(words[start : start + _PASSAGE])}".strip()
        for start in range(0, len(words), _PASSAGE)
        if len(words) > _PASSAGE
    ][:_MOST_PASSAGES]
    rows = model.texts([title] * titled + [whole, *passages], between)
    asked = [model.question(text, between)[None] for text in document.asked]
    content = np.concatenate([rows, *asked]).astype("<f2")
    return bytes((titled, len(passages), len(asked))) + content.tobytes()


@dataclass(frozen=True, slots=True)
class _Rows:
    """One article's rows: title (or the whole again), whole, passages (or the whole), wordings."""

    text: NDArray[np.float16]
    asked: NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class _Table:
    """All articles' rows on top of each other; replaced as a whole, never changed."""

    keys: list[int]
    rows: NDArray[np.float16]
    starts: NDArray[np.intp]  # of each article's rows: title, whole, passages
    turns: NDArray[np.intp]  # where its passages begin, where the next article does, in turn
    learnt: "_Learnt | None"


@dataclass(frozen=True, slots=True)
class _Learnt:
    """What earlier callers asked, drawn towards each article's own text, so that nobody is buried.

    Questions and texts lie in two clouds: each is seen from the middle of its own.
    """

    middle: Floats  # of the questions
    towards: NDArray[np.float16]  # a direction for each article
    weight: float


class Meanings:
    """The vectors of the shop's articles. closeness() may run while another thread calls put()."""

    def __init__(self) -> None:
        self._articles: dict[int, _Rows] = {}
        self._table = _table({})
        self._writing = threading.Lock()

    def __len__(self) -> int:
        return len(self._table.keys)

    def put(self, contents: Iterable[tuple[int, bytes]], gone: Iterable[int] = ()) -> list[int]:
        """Take over vectors; gives the keys whose bytes are no vectors, so that they are made again."""
        damaged = []
        with self._writing:
            for key in gone:
                self._articles.pop(key, None)
            for key, content in contents:
                try:
                    self._articles[key] = _rows(content)
                except ValueError:
                    damaged.append(key)
            self._table = _table(self._articles)
        return damaged

    def closeness(self, question: Floats) -> dict[int, float]:
        """How near each article is to what was asked; unrelated texts have about .75 too."""
        table = self._table
        if not table.keys:
            return {}
        near = _products(table.rows, question)
        titles, wholes = near[table.starts], near[table.starts + 1]
        passages = np.maximum.reduceat(near, table.turns)[::2]
        sums = _TITLE * titles + _WHOLE * wholes + _PASSAGES * passages
        found = sums / np.float32(_TITLE + _WHOLE + _PASSAGES)
        if table.learnt is not None:
            seen = _direction(question - table.learnt.middle)
            found += np.float32(table.learnt.weight) * _products(table.learnt.towards, seen)
        return dict(zip(table.keys, found.tolist(), strict=True))


def _rows(content: bytes) -> _Rows:
    """Raises ValueError if the bytes are not what vectors() made."""
    if len(content) < _HEAD:
        raise ValueError("no vectors")
    titled, passages, asked = content[:_HEAD]
    count = titled + 1 + passages
    if len(content) != _HEAD + 2 * DIMENSIONS * (count + asked):
        raise ValueError("vectors of another size")
    rows = np.frombuffer(content, "<f2", offset=_HEAD).astype(np.float16).reshape(-1, DIMENSIONS)
    whole = rows[titled : titled + 1]
    text = [rows[:1] if titled else whole, whole, rows[titled + 1 : count] if passages else whole]
    return _Rows(np.concatenate(text), rows[count:])


def _table(articles: dict[int, _Rows]) -> _Table:
    keys = sorted(articles)
    rows = [articles[key].text for key in keys] or [np.zeros((0, DIMENSIONS), np.float16)]
    ends = np.cumsum([len(each) for each in rows], dtype=np.intp)
    starts = np.append(0, ends[:-1])
    turns = np.column_stack([starts + 2, ends]).ravel()[:-1]
    return _Table(keys, np.concatenate(rows), starts, turns, _learnt([articles[k] for k in keys]))


def _learnt(articles: list[_Rows]) -> _Learnt | None:
    """The more wordings there are for an article on average, the more all of them count."""
    asked = [each.asked for each in articles if len(each.asked)]
    if not asked:
        return None
    wholes = np.concatenate([each.text[1:2] for each in articles]).astype(np.float32)
    questions = np.concatenate(asked).astype(np.float32)
    middle: Floats = questions.mean(axis=0)
    sums = _OWN_TEXT * _direction(wholes - wholes.mean(axis=0))
    owners = np.repeat(np.arange(len(articles)), [len(each.asked) for each in articles])
    np.add.at(sums, owners, _direction(questions - middle))
    average = len(questions) / len(articles)
    weight = _LEARNT * average / (average + _FEW)
    return _Learnt(middle, _direction(sums).astype(np.float16), weight)


def _direction(rows: Floats) -> Floats:
    """Of length one, or nothing where there is no direction."""
    found: Floats = rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-3)
    return found


def _products(rows: NDArray[np.float16], question: Floats) -> Floats:
    found = np.empty(len(rows), np.float32)
    for start in range(0, len(rows), _AT_ONCE):
        found[start : start + _AT_ONCE] = (
            rows[start : start + _AT_ONCE].astype(np.float32) @ question
        )
    return found
