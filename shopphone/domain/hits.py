"""In which order found articles stand while someone reads, points at and types on."""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def in_place(found: Sequence[T], held: T | None, row: int) -> tuple[T, ...]:
    """The new order, with the held one still in its row; the others keep the order they came in."""
    if held is None or held not in found:
        return tuple(found)
    others = [each for each in found if each != held]
    row = min(row, len(others))
    return (*others[:row], held, *others[row:])
