"""multilingual-e5-small in four bits, read from its file and run with numpy on one core."""

import math
import struct
from array import array
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from shopphone.meaning.pieces import Pieces

Floats = NDArray[np.float32]
DIMENSIONS = 384
_MOST_PIECES = 510  # of one text: the model was trained on so many
_MOST_ASKED = 120  # of a question: more would take too long to wait for
_LONGEST_TEXT = 8_000  # letters
_MARK = b"E5S1"
_BLOCK = np.dtype([("scale", "<f2"), ("halves", "u1", 16)])  # 32 weights of four bits
_AT_ONCE = 512  # pieces that go through the model together


class _Head(NamedTuple):
    version: int
    width: int
    layers: int
    heads: int
    inner: int
    words: int
    places: int
    kinds: int
    epsilon: float
    block: int


class _Layer(NamedTuple):
    attention: Floats
    attention_bias: Floats
    out: Floats
    out_bias: Floats
    first_scale: Floats
    first_shift: Floats
    widen: Floats
    widen_bias: Floats
    narrow: Floats
    narrow_bias: Floats
    second_scale: Floats
    second_shift: Floats


class Model:
    """Vectors of length one; the more two texts mean the same, the larger their product.

    All of it is in memory: a mapped file that is cut short would end the program. The words stay
    packed, the layers do not.
    """

    def __init__(self, file: Path) -> None:
        """Raises OSError, or ValueError if the file is not of this kind."""
        content = np.fromfile(file, np.uint8)
        cursor = _Cursor(content)
        if cursor.bytes(4) != _MARK:
            raise ValueError("not a model file of this kind")
        self._head = _Head._make(cursor.numbers("<I7ifi"))
        self._begin, self._end, self._pieces = _vocabulary(cursor)
        tensors = _Tensors(content, cursor)
        self._words = tensors.blocks("emb.word", self._head.width).copy()  # the rest can go
        self._places = tensors.floats("emb.pos").reshape(-1, self._head.width)
        self._places = self._places + tensors.floats("emb.type")[: self._head.width]
        self._scale = tensors.floats("emb.ln.w")
        self._shift = tensors.floats("emb.ln.b")
        self._layers = [self._layer(tensors, number) for number in range(self._head.layers)]

    def question(self, text: str, between: Callable[[], None]) -> Floats:
        """The vector of what somebody asks."""
        found: Floats = self._vectors([self._cut("query: ", text, _MOST_ASKED)], between)[0]
        return found

    def texts(self, texts: Sequence[str], between: Callable[[], None]) -> Floats:
        """A row for each text that may answer. between is called often and may end it by raising."""
        return self._vectors(
            [self._cut("passage: ", text, _MOST_PIECES) for text in texts], between
        )

    def _cut(self, kind: str, text: str, most: int) -> list[int]:
        pieces = self._pieces.numbers(kind + text[:_LONGEST_TEXT], most)
        return [self._begin, *pieces, self._end]

    def _vectors(self, cut: Sequence[list[int]], between: Callable[[], None]) -> Floats:
        found = np.empty((len(cut), self._head.width), np.float32)
        start = 0
        while start < len(cut):
            end, size = start + 1, len(cut[start])
            while end < len(cut) and size + len(cut[end]) <= _AT_ONCE:
                size += len(cut[end])
                end += 1
            found[start:end] = self._run(cut[start:end], between)
            start = end
        return found

    def _run(self, cut: Sequence[list[int]], between: Callable[[], None]) -> Floats:
        ends = np.cumsum([len(each) for each in cut]).tolist()
        spans = [slice(end - len(each), end) for each, end in zip(cut, ends, strict=True)]
        x = _unpacked(self._words[np.concatenate(cut)], self._head.width)
        for span in spans:
            x[span] += self._places[: span.stop - span.start]
        x = self._evened(x, self._scale, self._shift)
        for layer in self._layers:
            between()
            x += self._attended(x, layer, spans) @ layer.out + layer.out_bias
            x = self._evened(x, layer.first_scale, layer.first_shift)
            x += _bent(x @ layer.widen + layer.widen_bias) @ layer.narrow + layer.narrow_bias
            x = self._evened(x, layer.second_scale, layer.second_shift)
        means = np.stack([x[span].mean(axis=0) for span in spans])
        lengths = np.linalg.norm(means, axis=1, keepdims=True)
        found: Floats = (means / np.maximum(lengths, 1e-6)).astype(np.float32)
        return found

    def _attended(self, x: Floats, layer: _Layer, spans: Sequence[slice]) -> Floats:
        """Every piece looks at the pieces of its own text."""
        heads = self._head.heads
        each = self._head.width // heads
        mixed = x @ layer.attention + layer.attention_bias
        out = np.empty_like(x)
        for span in spans:
            parts = mixed[span].reshape(-1, 3, heads, each).transpose(1, 2, 0, 3)
            shares = parts[0] @ parts[1].transpose(0, 2, 1)
            shares -= shares.max(axis=2, keepdims=True)
            np.exp(shares, out=shares)
            shares /= shares.sum(axis=2, keepdims=True)
            out[span] = (shares @ parts[2]).transpose(1, 0, 2).reshape(-1, self._head.width)
        return out

    def _evened(self, x: Floats, scale: Floats, shift: Floats) -> Floats:
        x -= x.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", x, x)[:, None] / np.float32(self._head.width)
        x *= 1 / np.sqrt(spread + np.float32(self._head.epsilon))
        x *= scale
        x += shift
        return x

    def _layer(self, tensors: "_Tensors", number: int) -> _Layer:
        width, inner = self._head.width, self._head.inner
        softer = np.float32(1 / math.sqrt(width // self._head.heads))

        def weights(name: str, entering: int) -> Floats:
            return np.ascontiguousarray(
                _unpacked(tensors.blocks(f"l{number}.{name}.w", entering), entering).T
            )

        def floats(name: str) -> Floats:
            return tensors.floats(f"l{number}.{name}")

        asked = weights("q", width) * softer
        return _Layer(
            attention=np.hstack([asked, weights("k", width), weights("v", width)]),
            attention_bias=np.concatenate([floats("q.b") * softer, floats("k.b"), floats("v.b")]),
            out=weights("ao", width),
            out_bias=floats("ao.b"),
            first_scale=floats("aln.w"),
            first_shift=floats("aln.b"),
            widen=weights("fi", width),
            widen_bias=floats("fi.b"),
            narrow=weights("fo", inner),
            narrow_bias=floats("fo.b"),
            second_scale=floats("oln.w"),
            second_shift=floats("oln.b"),
        )


class _Cursor:
    """Reads on from where it stands."""

    def __init__(self, content: NDArray[np.uint8]) -> None:
        self._content = content
        self._at = 0

    def bytes(self, size: int) -> bytes:
        found = self._content[self._at : self._at + size].tobytes()
        if len(found) < size:
            raise ValueError("the model file ends too early")
        self._at += size
        return found

    def numbers(self, form: str) -> tuple[int | float, ...]:
        return struct.unpack(form, self.bytes(struct.calcsize(form)))

    def number(self, form: str) -> int:
        return int(self.numbers(form)[0])


class _Tensors:
    """The parts of the file by their names."""

    def __init__(self, content: NDArray[np.uint8], cursor: _Cursor) -> None:
        self._content = content
        self._places: dict[str, tuple[int, int]] = {}
        for _ in range(cursor.number("<i")):
            name = cursor.bytes(cursor.number("<H")).decode("ascii")
            _kind, _count, start, size = cursor.numbers("<BIQQ")
            self._places[name] = (int(start), int(size))

    def blocks(self, name: str, entering: int) -> NDArray[np.void]:
        return self._raw(name).view(_BLOCK).reshape(-1, entering // 32)

    def floats(self, name: str) -> Floats:
        return self._raw(name).view("<f4").astype(np.float32)

    def _raw(self, name: str) -> NDArray[np.uint8]:
        start, size = self._places[name]
        return self._content[start : start + size]


def _vocabulary(cursor: _Cursor) -> tuple[int, int, Pieces]:
    count, begin, end, _padding, unknown, size = cursor.numbers("<5iQ")
    ends = np.frombuffer(cursor.bytes(4 * (int(count) + 1)), "<u4").tolist()
    scores = array("f", np.frombuffer(cursor.bytes(4 * int(count)), "<f4").astype("=f4").tobytes())
    letters = cursor.bytes(int(size))
    numbers = {
        letters[low:high].decode("utf-8", "replace"): number
        for number, (low, high) in enumerate(pairwise(ends))
        if high > low and number != unknown
    }
    return int(begin), int(end), Pieces(numbers, scores, _spellings(cursor), int(unknown))


def _spellings(cursor: _Cursor) -> dict[int, str]:
    """What each letter is written as before a text is cut: full-width forms, ligatures, …"""
    found = {}
    count, _size = cursor.numbers("<iI")
    for _ in range(int(count)):
        letter, length = cursor.numbers("<IB")
        found[int(letter)] = "".join(map(chr, map(int, cursor.numbers(f"<{int(length)}I"))))
    return found


def _unpacked(blocks: NDArray[np.void], entering: int) -> Floats:
    """Rows of weights: of a block's bytes first the low halves, then the high ones, from -8 to 7."""
    halves = blocks["halves"]
    values = np.concatenate([halves & 15, halves >> 4], axis=-1).astype(np.float32)
    values -= 8
    values *= blocks["scale"].astype(np.float32)[..., None]
    return values.reshape(len(blocks), entering)


def _bent(x: Floats) -> Floats:
    """GELU, looked up by the sixteen bits of a half float: numpy has no erf."""
    return _bends()[x.astype(np.float16).view(np.uint16)]


@cache
def _bends() -> Floats:
    halves = np.arange(65_536, dtype=np.uint16).view(np.float16).astype(np.float64)
    halves[~np.isfinite(halves)] = 0
    return np.array([x * 0.5 * (1 + math.erf(x / math.sqrt(2))) for x in halves], np.float32)
