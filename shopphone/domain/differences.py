"""What changed between two texts, word by word, for people to read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORDS = re.compile(r"\S+\s*|\s+")
_LINES = re.compile(r"[^\n]*\n|[^\n]+")
# difflib compares every token with every other one in the worst case: two texts that are larger
# than this together are shown as replaced, so that nobody waits for seconds
_MOST_PAIRS = 250_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text that is in both ("same"), only in the older ("out") or newer ("in") one."""

    kind: str
    text: str


def pieces(older: str, newer: str) -> tuple[Piece, ...]:
    """The newer text with what was taken out and put in; lines first, then words within them."""
    found: list[Piece] = []
    for out, put in _unlike(_LINES.findall(older), _LINES.findall(newer)):
        if out == put:
            found.append(Piece(kind="same", text=put))
        else:
            found += _of_words(out, put)
    return _joined(found)


def _of_words(older: str, newer: str) -> Iterator[Piece]:
    for out, put in _unlike(_WORDS.findall(older), _WORDS.findall(newer)):
        if out == put:
            yield Piece(kind="same", text=put)
            continue
        if out:
            yield Piece(kind="out", text=out)
        if put:
            yield Piece(kind="in", text=put)


def _unlike(older: Sequence[str], newer: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Stretches that stand at the same place in both; equal ones and replaced ones in turn."""
    if len(older) * len(newer) > _MOST_PAIRS:
        yield from _but_for_ends(older, newer)
        return
    matcher = SequenceMatcher(None, older, newer, autojunk=False)
    for _, a, b, c, d in matcher.get_opcodes():
        yield "".join(older[a:b]), "".join(newer[c:d])


def _but_for_ends(older: Sequence[str], newer: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Too much to compare: what both begin and end with, and one replaced stretch between."""
    most = min(len(older), len(newer))
    head = next((n for n in range(most) if older[n] != newer[n]), most)
    tail = next((n for n in range(most - head) if older[-1 - n] != newer[-1 - n]), most - head)
    same = "".join(newer[:head])
    yield same, same
    yield "".join(older[head : len(older) - tail]), "".join(newer[head : len(newer) - tail])
    same = "".join(newer[len(newer) - tail :])
    yield same, same


def _joined(found: Sequence[Piece]) -> tuple[Piece, ...]:
    joined: list[Piece] = []
    for each in found:
        if joined and joined[-1].kind == each.kind:
            joined[-1] = Piece(kind=each.kind, text=joined[-1].text + each.text)
        elif each.text:
            joined.append(each)
    return tuple(joined)
