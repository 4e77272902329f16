"""Withdrawals and defects in words: what was declared, what became of it, what is to be done."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from shopphone.ui.kit.i18n import Words
from shopphone.ui.panels.reckoning_words import dated

if TYPE_CHECKING:
    from shopphone.domain.withdrawals import Noted, Task

_CHANNELS = {
    "phone": "by telephone",
    "letter": "by letter",
    "email": "by e-mail",
    "form": "with the model form",
    "desk": "in the shop",
}
_DECISIONS = {
    "accepted": ("withdrawn", "fine"),
    "asked": ("goodwill?", "careful"),
    "goodwill": ("goodwill", "fine"),
    "declined": ("declined", "must_not"),
}
_EVENTS = {
    "goods": "Goods back",
    "proof": "Proof of sending",
    "refunded": "Paid back",
}
_REMEDIES = {
    "": "not chosen yet",
    "repair": "repair",
    "replacement": "new goods",
}
_TASKS = {
    "decide": "Decide: goodwill?",
    "letter": "Send the acknowledgement",
    "refund": "Pay back until {day}",
    "withheld": "Pay back until {day}; may wait for goods or proof",
    "goods": "Goods sent back until {day}",
}
_ENDED = {
    "performed": "The service is done, as the customer wished it early: the right has ended (§ 356 (5) BGB). It is kept, and goodwill is decided.",
    "begun": "The digital content was provided, as the customer agreed: the right has ended (§ 356 (6) BGB). It is kept, and goodwill is decided.",
}
CHANNELS = tuple(_CHANNELS)
REMEDIES = tuple(_REMEDIES)
EVENTS = tuple(_EVENTS)


def channel_words(code: str) -> str:
    return _tr(_CHANNELS[code])


def decision_words(code: str) -> tuple[str, str]:
    text, tone = _DECISIONS[code]
    return _tr(text), tone


def ended_words(code: str) -> str:
    """Why a right of withdrawal ended before its period did."""
    return _tr(_ENDED[code])


def remedy_words(code: str) -> str:
    return _tr(_REMEDIES[code])


def event_words(code: str) -> str:
    return _tr(_EVENTS[code])


def noted_words(noted: "Noted", words: Words) -> str:
    return f"{words.day(noted.day)}  {event_words(noted.code)}  {noted.staff}".strip()


def task_words(task: "Task", words: Words, today: date) -> tuple[str, str]:
    """What is to be done, until when, and how urgent it is."""
    day = dated(task.due.last_day, words) if task.due is not None else ""
    text = _tr(_TASKS["withheld" if task.withheld else task.code]).format(day=day)
    if task.is_overdue(today):
        return text, "must_not"
    return text, "muted" if task.withheld else "careful"


def _tr(text: str) -> str:
    return QCoreApplication.translate("States", text)
