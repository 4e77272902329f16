"""The dated texts of law and letters: the newest one that is valid on the letter's day counts."""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import cache
from typing import Any

from shopphone.domain.errors import Unavailable
from shopphone.paths import resources


def text_of(name: str, language: str, on: date) -> dict[str, Any]:
    """The text `name` ("withdrawal", "confirmation") valid on a day."""
    versions = [text for text in _versions(name, language) if text["valid_from"] <= on]
    chosen = versions[-1:] or _versions(name, language)[:1]
    if not chosen:
        raise Unavailable("legal_text", f"{language}/{name}")
    used = _used.get()
    if used is not None:
        used.add(f"{language}/{name}-{chosen[0]['valid_from']}")
    return chosen[0]


@contextmanager
def noted() -> Iterator[set[str]]:
    """The dated texts that are asked for inside, by the names of their files."""
    used: set[str] = set()
    before = _used.set(used)
    try:
        yield used
    finally:
        _used.reset(before)


_used: ContextVar[set[str] | None] = ContextVar("_used", default=None)


@cache
def _versions(name: str, language: str) -> tuple[dict[str, Any], ...]:
    files = sorted((resources() / "legal" / language).glob(f"{name}-*.toml"))
    return tuple(tomllib.loads(file.read_text(encoding="utf-8")) for file in files)
