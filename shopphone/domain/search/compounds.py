"""German compounds taken apart with the words the shop itself uses."""

from collections.abc import Collection, Container

_JOINTS = ("", "s", "n", "en", "es", "er", "e")
_SHORTEST_PART = 3
_SHORTEST_COMPOUND = 6
_MOST_PARTS = 3


def split(word: str, known: Container[str]) -> tuple[str, ...]:
    """The parts of a folded compound, or nothing if it is none; fewest parts win."""
    if len(word) < _SHORTEST_COMPOUND or not word.isalpha():
        return ()
    return _split(word, known, _MOST_PARTS) or ()


def may_be_part(word: str) -> bool:
    return len(word) >= _SHORTEST_PART and word.isalpha()


def touched(words: Collection[str], changed: Collection[str]) -> list[str]:
    """Those words whose split may depend on the changed ones."""
    parts = [each for each in changed if may_be_part(each)]
    return [word for word in words if any(part in word for part in parts)]


def _split(word: str, known: Container[str], most: int) -> tuple[str, ...] | None:
    best: tuple[str, ...] | None = None
    for cut in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
        head = word[:cut]
        if head not in known:
            continue
        for joint in _JOINTS:
            if not word.startswith(joint, cut):
                continue
            rest = _rest(word[cut + len(joint) :], known, most)
            if rest and (best is None or len(rest) + 1 < len(best)):
                best = (head, *rest)
                if len(best) == 2:
                    return best
    return best


def _rest(tail: str, known: Container[str], most: int) -> tuple[str, ...] | None:
    if len(tail) < _SHORTEST_PART:
        return None
    if tail in known:
        return (tail,)
    return _split(tail, known, most - 1) if most > 2 else None
