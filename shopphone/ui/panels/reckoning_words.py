"""A reckoning in words: each event, period and shift on a line of its own."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from shopphone.ui.kit.i18n import Words

if TYPE_CHECKING:
    from shopphone.domain.deadlines import Reckoning, Step
    from shopphone.domain.renewal import RenewedRight
    from shopphone.domain.withdrawal import Mark, Period
    from shopphone.domain.withdrawal_rule import WithdrawalRule

_STEPS = {
    "goods": "goods received",
    "concluded": "contract concluded on the phone",
    "instructed": "written instruction received: the period never begins before it",
    "never_instructed": "the written instruction has not been sent",
    "confirmed": "written confirmation received",
    "withdrawal_received": "withdrawal received",
    "withdrawal_declared": "withdrawal declared",
    "delivered": "goods delivered",
    "shown": "defect showed",
    "returned": "repaired or replaced goods handed back",
    "repair_once": "because of a repair, once",
    "days": "plus {count} days",
    "weeks": "plus {count} weeks",
    "months": "plus {count} months",
    "years": "plus {count} years",
    "months_1": "plus one month",
    "years_1": "plus one year",
    "month_end": "the month is shorter: its last day",
    "saturday": "Saturday",
    "sunday": "Sunday",
    "holiday": "{name} ({place})",
    "working_day": "so the next working day",
    "cap": "too late an instruction: 12 months and 14 days at most, counted from the goods",
}
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MARKS = {
    "goods_part": "A part of the goods; more is to come",
    "goods_last": "All goods, or the last part",
    "goods_first": "The first of regular deliveries",
    "confirmed": "The written confirmation",
}
MARKS = tuple(_MARKS)


def lines(reckoning: "Reckoning", words: Words) -> list[str]:
    """The steps of the period that counts, then those of the one beside it."""
    shown = [_line(step, words) for step in reckoning.steps]
    if reckoning.beside is not None:
        last = dated(reckoning.beside.last_day, words)
        shown.append(_tr("Beside it, ending no later ({day}):").format(day=last))
        shown += [_line(step, words) for step in reckoning.beside.steps]
    return shown


def period_words(period: "Period | None", words: Words) -> str:
    """When the right ends, in one sentence; a day nobody knows is never shown as a date."""
    if period is None:
        return _tr("Withdrawal: no period runs yet; neither goods nor confirmation have come.")
    day = dated(period.reckoning.last_day, words)
    return {
        "day": _tr("Withdrawal until {day}"),
        "not_before": _tr("Withdrawal not before {day}: receipt not known"),
        "at_most": _tr("Withdrawal until {day} at most: the confirmation has not been sent"),
    }[period.known].format(day=day)


def right_period_words(period: "Period | None", words: Words, *, has_right: bool) -> str:
    """The same, and that a business may have bought without a right of withdrawal."""
    if has_right:
        return period_words(period, words)
    return _tr("A business: no right of withdrawal (§ 312g BGB). To take goods back is goodwill.")


def renewed_words(right: "RenewedRight", words: Words) -> str:
    """The right of its own that a change brought for what it added."""
    text = _tr("Added on {day}, {names}: {period}")
    return text.format(
        day=words.day(right.renewal.agreed_on),
        names=", ".join(right.renewal.names),
        period=period_words(right.period, words),
    )


def dated(on: date, words: Words) -> str:
    """A day with its weekday, which decides whether a period may end on it."""
    return f"{_tr(_WEEKDAYS[on.weekday()])} {words.day(on)}"


def mark_words(mark: "Mark | str") -> str:
    return _tr(_MARKS[str(mark)])


def right_words(rule: "WithdrawalRule") -> tuple[str, str]:
    """The right of a line with its tone."""
    if not rule.has_right:
        text = _tr("No right of withdrawal, § 312g (2) no. {n} BGB")
        return text.format(n=rule.number or "–"), "must_not"
    if rule.may_be_lost:
        text = _tr("Right of withdrawal can end early, § 312g (2) no. {n} BGB")
        return text.format(n=rule.number or "–"), "careful"
    return _tr("Right of withdrawal as usual"), "muted"


def _line(step: "Step", words: Words) -> str:
    one = f"{step.code}_1" if step.count == 1 else step.code
    text = _tr(_STEPS.get(one, _STEPS[step.code]))
    text = text.format(count=step.count, name=step.name, place=step.place)
    law = f" ({step.law})" if step.law else ""
    return f"{dated(step.day, words)}  {text}{law}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("States", text)
