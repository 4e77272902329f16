"""The printers of Linux and macOS, through the print system's own programs lp, lpstat and cancel.

They are asked in English (LC_ALL=C) because their answers are read, not shown: what went wrong
becomes a sentence of ours wherever it can.
"""

import os
import re
import subprocess
import tempfile
from pathlib import Path

from shopphone.domain.errors import Unavailable

_SECONDS = 20
_SETTLED_S = 1.0  # after which a job is no longer only about to begin
_SILENT = re.compile(
    r"unavailable|unreachable|not exist|not respond|offline|refused|timed out|no route", re.I
)
_TROUBLE = re.compile(
    r"fail|error|empty|jam|out of|(door|cover) open|stopped|unable|missing|denied", re.I
)


def printers() -> tuple[str, ...]:
    """The names of the printers there are now; none without a print system."""
    try:
        listed = _run("lpstat", "-e").stdout
    except Unavailable:
        return ()
    return tuple(line.strip() for line in listed.splitlines() if line.strip())


def look(printer: str) -> None:
    """Whether the printer would take a letter now. Raises Unavailable with the reason."""
    _refuse_stopped(_run("lpstat", "-p", printer).stdout)
    if "not accepting requests" in _run("lpstat", "-a", printer).stdout:
        raise Unavailable("printer_rejects")


def send(pdf: bytes, printer: str, title: str) -> str:
    """Hand a letter to the print system; gives the job's name. Raises Unavailable with the reason."""
    _refuse_stopped(_run("lpstat", "-p", printer).stdout)
    handle, name = tempfile.mkstemp(suffix=".pdf", prefix="shopphone-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(pdf)
        options = ("-o", "print-scaling=none", "-o", "media=A4")
        done = _run("lp", "-d", printer, "-t", title[:80], *options, "--", name)
    finally:
        Path(name).unlink(missing_ok=True)
    if "not accepting" in done.stderr:
        raise Unavailable("printer_rejects")
    if done.returncode:
        raise Unavailable("printer", done.stderr.strip().removeprefix("lp: "))
    job = re.search(r"request id is (\S+)", done.stdout)
    return job[1] if job else ""


def is_printed(printer: str, job: str, seconds: float) -> bool:
    """Whether the printer has taken the whole job; seconds: how long ago it was sent.

    Raises Unavailable with the reason when it will not: then the job is taken back, or it would
    come out one day beside the letter that was printed again.
    """
    waiting = _run("lpstat", "-W", "not-completed", "-o", printer).stdout
    if job not in waiting.split():
        return True
    try:
        _refuse_trouble(_run("lpstat", "-p", printer).stdout, settled=seconds >= _SETTLED_S)
    except Unavailable:
        _run("cancel", job)
        raise
    return False


def _refuse_trouble(state: str, *, settled: bool) -> None:
    _refuse_stopped(state)
    said = _said(state)
    if _SILENT.search(said):
        raise Unavailable("printer_silent")
    is_idle = " is idle." in state.partition("\n")[0]
    if settled and said and (is_idle or _TROUBLE.search(said)):
        raise Unavailable("printer", f"{said.rstrip('.')}.")


def _refuse_stopped(state: str) -> None:
    """A stopped printer takes jobs and prints nothing: better to say why at once."""
    if " disabled since " not in state:
        return
    said = _said(state).rstrip(".")
    if said and said.casefold() not in ("paused", "reason unknown"):
        raise Unavailable("printer_stopped", said)
    raise Unavailable("printer_paused")


def _said(state: str) -> str:
    """What the printer says of itself: the indented line below its state."""
    return next((line.strip() for line in state.splitlines() if line.startswith("\t")), "")


def _run(*command: str) -> "subprocess.CompletedProcess[str]":
    try:
        return subprocess.run(
            command,
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            env={**os.environ, "LC_ALL": "C"},
        )
    except FileNotFoundError as error:
        raise Unavailable("printer_system") from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Unavailable("printer", str(error)) from error
