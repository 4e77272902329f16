"""Where in the window something is shown."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A screen by its code, and what to show there: a key of its own, or words to search."""

    screen: str
    wanted: int | str
