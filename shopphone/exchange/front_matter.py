"""The head of a Markdown file between two lines of dashes: its facts as YAML, its text below."""

from collections.abc import Mapping, Sequence
from typing import Any

_LINE = "---\n"
_RARE_BREAKS = frozenset("\x85\u2028\u2029")  # breaks to YAML: folded into blanks unless escaped
Head = dict[str, str | tuple[str, ...]]


class Unreadable(Exception):
    """The head is not YAML of names with words or lists of words."""


def split(text: str) -> tuple[Head, str]:
    """The head, empty where there is none, and everything below it. Raises Unreadable."""
    if not text.startswith(_LINE):
        return {}, text
    end = text.find("\n" + _LINE, len(_LINE) - 1)
    if end < 0:
        # a rule of dashes at the top is Markdown, too
        return {}, text
    head, body = text[len(_LINE) : end + 1], text[end + 1 + len(_LINE) :]
    return _read(head), body


def join(head: Mapping[str, str | Sequence[str]], body: str) -> str:
    import yaml

    shown = yaml.dump(
        {
            key: value if isinstance(value, str) else list(value)
            for key, value in head.items()
            if value
        },
        Dumper=_dumper(),
        allow_unicode=True,
        sort_keys=False,
        width=100_000,
    )
    return f"{_LINE}{shown}{_LINE}{body}\n"


def _read(head: str) -> Head:
    """All words as they are written: no "no" that becomes false, no date that changes its form."""
    import yaml

    try:
        # the loader in C is eight times faster; every wheel has it, a build from source may not
        told = yaml.load(head, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise Unreadable from error
    if told is None or told == "":
        return {}
    if not isinstance(told, dict):
        raise Unreadable
    return {str(key).strip().lower(): _words(value) for key, value in told.items()}


def _words(value: object) -> str | tuple[str, ...]:
    if isinstance(value, list):
        return tuple(_word(each) for each in value)
    return _word(value)


def _word(value: object) -> str:
    if not isinstance(value, str):
        raise Unreadable
    return value


def _dumper() -> Any:
    """Texts of several lines stand as such, for people who edit the file."""
    import yaml

    class Dumper(yaml.SafeDumper):  # type: ignore[misc]  # PyYAML comes without types
        pass

    def text(dumper: Any, value: str) -> Any:
        style = '"' if _RARE_BREAKS & set(value) else "|" if "\n" in value else None
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)

    Dumper.add_representer(str, text)
    return Dumper
