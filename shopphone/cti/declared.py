"""A phone system's settings as its dataclass declares them: drawn as a form, read from text."""

from dataclasses import field, fields
from typing import Any, TypeVar

from shopphone.domain.phones import PhoneField
from shopphone.domain.settings import Kind

T = TypeVar("T", str, int, bool, tuple[str, ...])
_NOT_TYPED = "name"  # what its calls' keys begin with


def setting(default: T, label: str, help: str, *, secret: bool = False) -> T:
    """One field. label and help are English and translated by the window (context "Phones")."""
    declared: T = field(
        default=default,
        repr=not secret,
        metadata={"label": label, "help": help, "secret": secret},
    )
    return declared


def form_of(settings: type[Any]) -> tuple[PhoneField, ...]:
    """The fields a person fills in, in their order."""
    return tuple(
        PhoneField(
            key=each.name,
            label=each.metadata["label"],
            help=each.metadata["help"],
            kind=_KINDS.get(type(each.default), Kind.TEXT),
            default=_as_text(each.default),
            secret=each.metadata["secret"],
        )
        for each in fields(settings)
        if each.name != _NOT_TYPED
    )


def read(settings: type[Any], values: dict[str, str], secret: str) -> dict[str, Any]:
    """The arguments of the dataclass; a number that is none is its default."""
    found: dict[str, Any] = {}
    for each in fields(settings):
        if each.name == _NOT_TYPED:
            continue
        if each.metadata["secret"]:
            found[each.name] = secret
        elif each.name in values:
            found[each.name] = _as_value(each.default, values[each.name].strip())
    return found


_KINDS = {bool: Kind.CHECK, int: Kind.NUMBER}


def _as_text(value: object) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _as_value(default: object, text: str) -> object:
    if isinstance(default, bool):
        return text == "1"
    if isinstance(default, int):
        return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else default
    if isinstance(default, tuple):
        return tuple(part.strip() for part in text.split(",") if part.strip())
    return text
