"""Filters of the call log that somebody gave a name."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedFilter:
    """choices: what was chosen, by the filter's own codes; "the last 7 days" stay the last ones."""

    filter_id: int
    name: str
    choices: dict[str, str]
