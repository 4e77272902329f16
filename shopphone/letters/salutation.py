"""How a customer is greeted in writing."""

from collections.abc import Mapping
from typing import Any

_KEYS = {"Herr": "mr", "Mr": "mr", "Frau": "ms", "Ms": "ms", "Mrs": "ms"}


def of(salutation: str, last_name: str, named: str, words: Mapping[str, Any]) -> str:
    """By salutation and last name where both are known, else by the whole name; words: the letter's."""
    key = _KEYS.get(salutation)
    if key is not None and last_name:
        return str(words[key].format(name=last_name))
    return str(words["neutral"].format(name=named) if named else words["nobody"])
