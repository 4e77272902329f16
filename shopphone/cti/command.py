"""Dial by a command of the shop's own: any softphone that takes a number on its command line."""

import os
import re
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from shopphone.cti.handler import run
from shopphone.domain.consent import Permit
from shopphone.domain.errors import Unavailable

_PLACE = re.compile(r"\{([^{}]*)\}")
_NUMBER = re.compile(r"\+\d{3,18}")
_OURS = re.compile(r"(?i)shopphone(-cli)?(\.(exe|py|bat|cmd|sh|app|desktop))?")
_LINK = re.compile(r"(?i)^(tel|callto|sips?):")
# what would start another program, which might be us
_STARTERS = re.compile(
    r"(?i)(python[\d.]*w?|py|sh|bash|dash|zsh|fish|cmd|powershell|pwsh|env|xargs|nohup|setsid|start"
    r"|open|xdg-open|gio|kde-open\d*|explorer|rundll32)(\.exe)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """line: words as in a shell, with {number} (+49…) or {plain} (0049…) where the number goes."""

    line: str


def dial(command: Command, number: str, permit: Permit) -> None:
    """Start it. Raises Unavailable: command_unreadable, dialler_is_us, dialler_missing, dialler_failed."""
    if number != permit.number:
        raise ValueError("the permit is for another number")
    run(words(command, number))


def words(command: Command, number: str) -> list[str]:
    """The program and its arguments; a number is digits and a plus, whatever came before."""
    if not _NUMBER.fullmatch(number):
        raise ValueError("not a number that can be dialled")
    places = {"number": number, "plain": f"00{number[1:]}"}
    try:
        # a path on Windows keeps its backslashes
        parts = shlex.split(command.line, posix=os.name == "posix")
    except ValueError as error:
        raise Unavailable("command_unreadable", str(error)) from error
    named = {name for part in parts for name in _PLACE.findall(part)}
    if not parts or not named or not named <= places.keys() or _PLACE.search(parts[0]):
        raise Unavailable("command_unreadable", command.line)
    parts = [part.strip('"') for part in parts]
    if any(_leads_to_us(part) for part in parts):
        raise Unavailable("dialler_is_us", parts[0])
    return [_PLACE.sub(lambda place: places[place[1]], part) for part in parts]


def _leads_to_us(word: str) -> bool:
    """Our own program, or one that starts others: a call could come round for ever."""
    if _LINK.match(word):
        return False
    last = PureWindowsPath(word).name or word
    if _OURS.fullmatch(last) or _STARTERS.fullmatch(last):
        return True
    return Path(word).is_absolute() and _same(Path(word), Path(sys.argv[0]))


def _same(one: Path, other: Path) -> bool:
    try:
        return one.resolve() == other.resolve()
    except OSError:
        return False
