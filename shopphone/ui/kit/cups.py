"""The printers of Linux and macOS, through the print system's own programs lp, lpstat and cancel.

They are asked in English (LC_ALL=C) because their answers are read, not shown: what went wrong
becomes a sentence of ours wherever it can.
"""

import os
import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from shopphone.domain.errors import Unavailable
from shopphone.domain.paper import A4_MM, Abilities, Sheets
from shopphone.ui.kit import cups_jobs
from shopphone.ui.kit.cups_jobs import JobState

_SECONDS = 20
_SETTLED_S = 1.0  # after which a job is no longer only about to begin
_SILENT = re.compile(
    r"unavailable|unreachable|not exist|not respond|offline|refused|timed out|no route", re.I
)
_TROUBLE = re.compile(
    r"fail|error|empty|jam|out of|(door|cover) open|stopped|unable|missing|denied", re.I
)
# what the printer reports of itself (RFC 8011, printer-state-reasons)
_NO_PAPER = re.compile(r"media-(empty|needed)|input-tray-missing")
_SIDES = {"one": "one-sided", "both": "two-sided-long-edge"}
_COLOURS = {"grey": "monochrome", "colour": "color"}


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


def abilities(printer: str) -> Abilities:
    """What the printer says it has: trays, both sides, colour; nothing where it does not say."""
    found: dict[str, tuple[str, ...]] = {}
    for line in _run("lpoptions", "-p", printer, "-l").stdout.splitlines():
        name, colon, choices = line.partition(": ")
        if colon:
            found[name.partition("/")[0]] = tuple(each.lstrip("*") for each in choices.split())
    return Abilities(
        trays=found.get("InputSlot", ()),
        both_sides=any(each.startswith("Duplex") for each in found.get("Duplex", ())),
        colour=len(found.get("ColorModel", ())) > 1,
    )


def send(pdf: bytes, printer: str, title: str, sheets: Sheets) -> str:
    """Hand pages to the print system; gives the job's name. Raises Unavailable with the reason."""
    _refuse_stopped(_run("lpstat", "-p", printer).stdout)
    handle, name = tempfile.mkstemp(suffix=".pdf", prefix="shopphone-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(pdf)
        done = _run("lp", "-d", printer, "-t", title[:80], *_options(sheets), "--", name)
    finally:
        Path(name).unlink(missing_ok=True)
    if "not accepting" in done.stderr:
        raise Unavailable("printer_rejects")
    if done.returncode:
        raise Unavailable("printer", done.stderr.strip().removeprefix("lp: "))
    job = re.search(r"request id is (\S+)", done.stdout)
    return job[1] if job else ""


def cancel(job: str) -> None:
    """Take a job back; one that is through already stays so."""
    _run("cancel", job)


def _options(sheets: Sheets) -> list[str]:
    wanted = ["print-scaling=none", f"media={_media(sheets.size_mm)}"]
    if sheets.tray:
        wanted.append(f"InputSlot={sheets.tray}")
    if sheets.sides in _SIDES:
        wanted.append(f"sides={_SIDES[sheets.sides]}")
    if sheets.colour in _COLOURS:
        wanted.append(f"print-color-mode={_COLOURS[sheets.colour]}")
    if sheets.copies > 1:
        wanted += [f"copies={sheets.copies}", "Collate=True"]
    return [part for each in wanted for part in ("-o", each)]


def _media(size_mm: tuple[int, int]) -> str:
    """Short side first, as paper is fed: CUPS turns the page, and finds DL under its own name."""
    if size_mm == A4_MM:
        return "A4"
    short, long = sorted(size_mm)
    return f"Custom.{short}x{long}mm"


def is_printed(printer: str, job: str, seconds: float) -> bool:
    """Whether the printer has taken the whole job; seconds: how long ago it was sent.

    Raises Unavailable with the reason when it will not: then the job is taken back, or it would
    come out one day beside the letter that was printed again.
    """
    waiting = _jobs(printer, "not-completed")
    if job not in waiting:
        ended = _jobs(printer, "completed").get(job, _Ended())
        _refuse_ended(ended, cups_jobs.state_of(printer, job))
        return True
    try:
        if "job-hold" in waiting[job].reasons:
            raise Unavailable("printer_held")
        _refuse_trouble(_run("lpstat", "-l", "-p", printer).stdout, settled=seconds >= _SETTLED_S)
    except Unavailable:
        cancel(job)
        raise
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ended:
    """What the print system says of a job; nothing once it has forgotten it."""

    reasons: str = ""
    said: str = ""


def _jobs(printer: str, which: str) -> dict[str, _Ended]:
    found: dict[str, _Ended] = {}
    listed = _run("lpstat", "-l", "-W", which, "-o", printer).stdout
    for block in re.split(r"\n(?=\S)", listed):
        reasons = re.search(r"^\tAlerts: (.*)$", block, re.M)
        said = re.search(r"^\tStatus: (.+)$", block, re.M)
        name = block.partition(" ")[0]
        found[name] = _Ended(
            reasons=reasons[1] if reasons else "", said=said[1].strip() if said else ""
        )
    return found


def _refuse_ended(job: _Ended, state: JobState | None) -> None:
    """A job that is no longer there need not have come out of the printer."""
    if state is JobState.CANCELLED or "job-cancel" in job.reasons:
        raise Unavailable("printer_cancelled")
    if state is JobState.ABORTED or re.search(r"abort|with-errors", job.reasons):
        raise Unavailable("printer_broke_off", f"{job.said.rstrip('.') or '?'}.")


def _refuse_trouble(state: str, *, settled: bool) -> None:
    _refuse_stopped(state)
    alerts = re.search(r"^\tAlerts: (.*)$", state, re.M)
    if alerts and _NO_PAPER.search(alerts[1]):
        raise Unavailable("printer_paper")
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
    first = next((line.strip() for line in state.splitlines() if line.startswith("\t")), "")
    return "" if first.startswith("Form mounted:") else first


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
