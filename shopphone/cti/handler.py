"""Dial through whatever program the system opens tel:, callto: or sip: links with."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from shopphone.domain.consent import Permit
from shopphone.domain.errors import Unavailable

SCHEMES = ("tel", "callto", "sip")
_OURS = "shopphone"
_SECONDS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Handler:
    """Which kind of link is opened. domain: of sip: links, without it the number alone."""

    scheme: str = "tel"
    domain: str = ""


def dial(handler: Handler, number: str, permit: Permit) -> None:
    """Open the link. Raises Unavailable: dialler_is_us, dialler_missing, dialler_failed."""
    if number != permit.number:
        raise ValueError("the permit is for another number")
    if handler.scheme not in SCHEMES:
        raise Unavailable("dialler_missing", handler.scheme)
    if is_ours(handler.scheme):
        raise Unavailable("dialler_is_us", handler.scheme)
    _open(uri(handler, number))


def uri(handler: Handler, number: str) -> str:
    host = f"@{handler.domain}" if handler.scheme == "sip" and handler.domain else ""
    return f"{handler.scheme}:{number}{host}"


def is_ours(scheme: str) -> bool:
    """Whether the system would give such a link back to us, as far as it says."""
    if sys.platform == "win32":
        return _OURS in _windows_choice(scheme).casefold()
    if sys.platform == "darwin":
        return False  # it does not tell a program like us; app notices the link that comes back
    program = shutil.which("xdg-mime")
    if program is None:
        return False
    asked = [program, "query", "default", f"x-scheme-handler/{scheme}"]
    try:
        done = subprocess.run(asked, capture_output=True, text=True, timeout=_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return _OURS in done.stdout.casefold()


def _windows_choice(scheme: str) -> str:
    found = ""
    if sys.platform == "win32":
        import winreg

        key = rf"Software\Microsoft\Windows\Shell\Associations\UrlAssociations\{scheme}\UserChoice"
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                found = str(winreg.QueryValueEx(opened, "ProgId")[0])
        except OSError:
            found = ""  # never chosen: the system will ask
    return found


def _open(link: str) -> None:
    if sys.platform == "win32":
        try:
            os.startfile(link)
        except OSError as error:
            raise Unavailable("dialler_failed", str(error)) from error
    else:
        run(("open" if sys.platform == "darwin" else "xdg-open", link))


def run(command: Sequence[str]) -> None:
    """Start a program that dials, without a shell and without waiting for the call's end."""
    program = shutil.which(command[0])
    if program is None:
        raise Unavailable("dialler_missing", command[0])
    try:
        started = subprocess.Popen(
            [program, *command[1:]],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise Unavailable("dialler_failed", str(error)) from error
    try:
        code = started.wait(_BRIEFLY)
    except subprocess.TimeoutExpired:
        started.returncode = 0  # a softphone that goes on running: not ours to wait for
        return
    if code:
        raise Unavailable("dialler_failed", f"{command[0]}: {code}")


_BRIEFLY = 1.5
