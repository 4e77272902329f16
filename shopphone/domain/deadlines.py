"""Every deadline by its rule, with the steps it was reached by (§§ 186-193 BGB)."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from shopphone.domain.workdays import days_off, months_after


class UnknownRule(ValueError):
    """There is no rule of this name."""


class MissingEvent(ValueError):
    """The rule counts from an event whose day is not given; the message names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a reckoning: what happened, or what was added, and the day reached by it.

    code: an event (goods, instructed, …), a unit of time (days, weeks, months, years, year_end)
    with its count, or why the end moves (month_end, saturday, sunday, holiday, working_day, cap).
    name, place: of a holiday.
    """

    code: str
    day: date
    count: int = 0
    law: str = ""
    name: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoning:
    """The last day of a period and how it was reached.

    beside: another period that runs too and ended no later, so that this one counts.
    """

    rule: str
    steps: tuple[Step, ...]
    beside: "Reckoning | None" = None

    @property
    def last_day(self) -> date:
        return self.steps[-1].day


@dataclass(frozen=True, slots=True, kw_only=True)
class Events:
    """What is known of one case. places: where holidays count; "-" or none: no day is moved.

    instructed_on None: with the goods or before. event_on: of rules with one event only.
    """

    places: tuple[str, ...] = ()
    goods_on: date | None = None
    concluded_on: date | None = None
    instructed_on: date | None = None
    never_instructed: bool = False
    confirmed_on: date | None = None
    event_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Simple:
    """A rule that adds one period to one event; moved: § 193 BGB applies."""

    event: str
    unit: str
    count: int
    law: str
    moved: bool = True


SIMPLE: dict[str, _Simple] = {
    "REFUND14": _Simple(event="withdrawal_received", unit="days", count=14, law="§ 357 (1), § 355 (3) BGB"),
    "RETURN14": _Simple(event="withdrawal_declared", unit="days", count=14, law="§ 357 (1), § 355 (3) BGB"),
    "DELIVER30": _Simple(event="concluded", unit="days", count=30, law="§ 475 (1) BGB"),
    "MINOR2W": _Simple(event="parent_asked", unit="weeks", count=2, law="§ 108 (2) BGB"),
    "DSR1M": _Simple(event="request", unit="months", count=1, law="Art. 12 (3) GDPR"),
    "CONSENT5Y": _Simple(event="consent_used", unit="years", count=5, law="§ 7a (2) UWG", moved=False),
    "SEPA8W": _Simple(event="debit", unit="weeks", count=8, law="§ 675x (4) BGB"),
    "SEPA13M": _Simple(event="debit", unit="months", count=13, law="§ 676b (2) BGB"),
    "WARR2Y": _Simple(event="delivered", unit="years", count=2, law="§ 438 (1) Nr. 3, (2) BGB", moved=False),
    "AT_W14": _Simple(event="goods", unit="days", count=14, law="§ 11 FAGG"),
    "CH_W14": _Simple(event="informed", unit="days", count=14, law="Art. 40e OR"),
    "RET_LETTER6Y": _Simple(event="letter", unit="year_end", count=6, law="§ 147 (3), (4) AO, § 257 (4), (5) HGB", moved=False),
    "RET_VOUCHER8Y": _Simple(event="voucher", unit="year_end", count=8, law="§ 147 (3), (4) AO, § 257 (4), (5) HGB", moved=False),
    "RET_BOOKS10Y": _Simple(event="entry", unit="year_end", count=10, law="§ 147 (3), (4) AO, § 257 (4), (5) HGB", moved=False),
}  # fmt: skip
_STATUTORY = frozenset(("W14", "W14_LATE_INSTR", "W14_LATE_INSTR_CAP"))
_EXTENSION = re.compile(r"W_EXT_(?P<count>[1-9]\d{0,2})(?P<unit>[MD])(?P<later>_LATER)?")
_UNITS = {"M": "months", "D": "days"}


def reckon(rule: str, events: Events) -> Reckoning:
    """The last day by this rule. Raises UnknownRule, or MissingEvent with the event's name."""
    if rule in SIMPLE:
        return _simple(rule, events)
    if rule in _STATUTORY:
        return replace(statutory(events), rule=rule)
    if rule == "W_EXTINCT":
        return replace(statutory(replace(events, never_instructed=True)), rule=rule)
    if rule == "W_MAX":
        return replace(withdrawal(events, "months", 1), rule=rule)
    extension_rule = _EXTENSION.fullmatch(rule)
    if extension_rule is None:
        raise UnknownRule(rule)
    start = _latest(events) if extension_rule["later"] else _given(events, "confirmed_on")
    unit, count = _UNITS[extension_rule["unit"]], int(extension_rule["count"])
    return Reckoning(rule=rule, steps=_extended(start, unit, count, events.places))


def statutory(events: Events) -> Reckoning:
    """14 days from the receipt of the goods, for services from the contract (§ 355 (2) BGB).

    The day of the event is not counted (§ 187 (1)). They never begin before the written
    instruction (§ 356 (3)) and end at the latest 12 months and 14 days after goods or contract
    (§ 356 (4)), the months counted first (§ 189 (2)).
    """
    begin = _begin(events)
    cap = _cap(begin)
    late = events.instructed_on if not events.never_instructed else None
    if events.never_instructed:
        steps = (begin, Step(code="never_instructed", day=begin.day, law="§ 356 (3) BGB"), *cap)
        return Reckoning(rule="W_EXTINCT", steps=moved(steps, events.places))
    start: tuple[Step, ...] = (begin,)
    if late is not None and late > begin.day:
        start = (begin, Step(code="instructed", day=late, law="§ 356 (3) BGB"))
    steps = (*start, *added(start[-1].day, "days", 14, "§ 355 (2), § 356 (2), § 187 (1) BGB"))
    if steps[-1].day > cap[-1].day:
        steps = (*start, Step(code="cap", day=begin.day, law="§ 356 (4) BGB"), *cap)
    return Reckoning(rule="W14", steps=moved(steps, events.places))


def withdrawal(events: Events, unit: str, count: int) -> Reckoning:
    """The later of the statutory and the contractual last day, which may only extend (§ 361 (2))."""
    by_law = statutory(events)
    if count <= 0 or events.confirmed_on is None:
        return by_law
    confirmed = Step(code="confirmed", day=events.confirmed_on)
    by_contract = Reckoning(rule="W_EXT", steps=_extended(confirmed, unit, count, events.places))
    if by_contract.last_day > by_law.last_day:
        return replace(by_contract, beside=by_law)
    return replace(by_law, beside=by_contract)


def added(start: date, unit: str, count: int, law: str) -> tuple[Step, ...]:
    """Add a period; § 188 (3): a day that the last month has not is its last day."""
    if unit == "year_end":
        return (Step(code=unit, day=date(start.year + count, 12, 31), count=count, law=law),)
    if unit in ("days", "weeks"):
        days = count * (7 if unit == "weeks" else 1)
        return (Step(code=unit, day=start + timedelta(days=days), count=count, law=law),)
    end = months_after(start, count * (12 if unit == "years" else 1))
    step = Step(code=unit, day=end, count=count, law=law)
    if end.day == start.day:
        return (step,)
    return (step, Step(code="month_end", day=end, law="§ 188 (3) BGB"))


def moved(steps: tuple[Step, ...], places: tuple[str, ...]) -> tuple[Step, ...]:
    """§ 193 BGB, with each day that was skipped; without places no day is moved."""
    counted = tuple(each for each in places if each != "-")
    if not counted:
        return steps
    off = days_off(steps[-1].day, counted)
    if not off:
        return steps
    skipped = [Step(code=each.kind, day=each.day, name=each.name, place=each.place) for each in off]
    working = Step(code="working_day", day=off[-1].day + timedelta(days=1), law="§ 193 BGB")
    return (*steps, *skipped, working)


def _simple(rule: str, events: Events) -> Reckoning:
    simple = SIMPLE[rule]
    begin = Step(code=simple.event, day=_given(events, "event_on").day)
    steps = (begin, *added(begin.day, simple.unit, simple.count, simple.law))
    return Reckoning(rule=rule, steps=moved(steps, events.places if simple.moved else ()))


def _extended(start: Step, unit: str, count: int, places: tuple[str, ...]) -> tuple[Step, ...]:
    return moved((start, *added(start.day, unit, count, "§ 361 (2), § 188 BGB")), places)


def _begin(events: Events) -> Step:
    if events.goods_on is not None:
        return Step(code="goods", day=events.goods_on, law="§ 356 (2) Nr. 1 BGB")
    if events.concluded_on is not None:
        return Step(code="concluded", day=events.concluded_on, law="§ 355 (2) BGB")
    raise MissingEvent("goods_on, concluded_on")


def _cap(begin: Step) -> tuple[Step, ...]:
    year = added(begin.day, "months", 12, "§ 356 (4) BGB")
    return (*year, *added(year[-1].day, "days", 14, "§ 356 (4) BGB"))


def _latest(events: Events) -> Step:
    return max((_given(events, "goods_on"), _given(events, "confirmed_on")), key=lambda x: x.day)


def _given(events: Events, name: str) -> Step:
    day: date | None = getattr(events, name)
    if day is None:
        raise MissingEvent(name)
    return Step(code=name.removesuffix("_on"), day=day)
