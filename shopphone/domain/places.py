"""Where in the window something is shown."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A screen by its code, and what to show there: a key of its own, or words to search."""

    screen: str
    wanted: int | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A thing that was found, as a line shows it. title: its number or name; on: its day."""

    place: Place
    title: str
    detail: str = ""
    on: date | None = None

    @property
    def is_list(self) -> bool:
        """Not one person but everybody these words fit."""
        return self.place.screen == "customers" and isinstance(self.place.wanted, str)
