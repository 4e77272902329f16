"""Numbers as phone systems write them: which are ours, which are extensions of the house."""

from collections.abc import Iterable

_LONGEST_EXTENSION = 5
_NOBODY = frozenset(("<unknown>", "unknown", "<null>", "(null)"))


def digits(number: str) -> str:
    return "".join(char for char in number if char.isdigit())


def concerns(own_numbers: Iterable[str], rang: str) -> bool:
    """Whether a call to this own number is ours; without own numbers every call is.

    A system names an own number without area code; a person may write it in any way.
    """
    ours = [digits(each).lstrip("0") for each in own_numbers]
    named = digits(rang).lstrip("0")
    return not ours or any(named.endswith(each) or each.endswith(named) for each in ours if named)


def is_extension(text: str) -> bool:
    """Whether this is the number of a phone of the house."""
    return text.isascii() and text.isdigit() and len(text) <= _LONGEST_EXTENSION


def said(number: str) -> str:
    """The number as it came; nothing where the system only says that it has none."""
    return "" if number.casefold() in _NOBODY else number


def dialable(number: str, outside: str = "") -> str:
    """As a system at home dials it: 00 for the plus, behind what it wants for an outside line."""
    plain = "".join(char for char in number if char.isdigit() or char in "+*#")
    return outside + (f"00{plain[1:]}" if plain.startswith("+") else plain)
