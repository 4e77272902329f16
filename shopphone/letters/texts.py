"""The dated texts of law and letters: the newest one that is valid on the letter's day counts."""

import tomllib
from datetime import date
from functools import cache
from typing import Any

from shopphone.domain.errors import Unavailable
from shopphone.paths import resources


def text_of(name: str, language: str, on: date) -> dict[str, Any]:
    """The text `name` ("withdrawal", "confirmation") valid on a day."""
    versions = [text for text in _versions(name, language) if text["valid_from"] <= on]
    if versions:
        return versions[-1]
    oldest = _versions(name, language)
    if not oldest:
        raise Unavailable("legal_text", f"{language}/{name}")
    return oldest[0]


@cache
def _versions(name: str, language: str) -> tuple[dict[str, Any], ...]:
    files = sorted((resources() / "legal" / language).glob(f"{name}-*.toml"))
    return tuple(tomllib.loads(file.read_text(encoding="utf-8")) for file in files)
