"""Defects: the choice of remedy told first, and how long the customer's rights last."""

from dataclasses import dataclass
from datetime import date, datetime

from shopphone.domain.deadlines import Reckoning, Step, added
from shopphone.domain.errors import Refused

REMEDIES = ("", "repair", "replacement")


@dataclass(slots=True, kw_only=True)
class DefectDraft:
    """What the clerk notes of a complaint. told: the choice was said before anything was agreed.

    shown_on: the day the defect first showed. remedy "": not chosen yet.
    """

    order_id: int
    position: int
    shown_on: date
    words: str = ""
    reported_by: str = ""
    told: bool = False
    remedy: str = ""
    call_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Limitation:
    """How long the rights last; presumed: until when a defect counts as there from the beginning."""

    presumed: Reckoning
    limited: Reckoning
    extended: Reckoning


@dataclass(frozen=True, slots=True, kw_only=True)
class Defect:
    """One complaint whole; limitation None while the delivery is not known."""

    defect_id: int
    order_id: int
    position: int
    name: str
    words: str
    reported_by: str
    reported_at: datetime
    shown_on: date
    told_at: datetime
    remedy: str
    returned_on: date | None
    staff: str
    letter_id: int | None
    limitation: Limitation | None


def limitation(delivered_on: date, shown_on: date, returned_on: date | None) -> Limitation:
    """Two years from delivery (§ 438 (1) Nr. 3, (2) BGB), reversal of proof one year (§ 477 (1)).

    A defect that showed in time is not time-barred before four months after it showed (§ 475e
    (3)); goods handed in not before two months after they came back (§ 475e (4)); a repair
    extends the limitation once by twelve months (§ 475e (5)). § 193 is not applied here.
    """
    begin = Step(code="delivered", day=delivered_on)
    year = (begin, *added(delivered_on, "years", 1, "§ 477 (1) BGB"))
    two_years = (begin, *added(delivered_on, "years", 2, "§ 438 (1) Nr. 3, (2) BGB"))
    longest, beside = two_years, None
    if shown_on <= two_years[-1].day:
        shown = Step(code="shown", day=shown_on)
        longest, beside = _later(longest, (shown, *added(shown_on, "months", 4, "§ 475e (3) BGB")))
    if returned_on is not None:
        back = Step(code="returned", day=returned_on)
        longest, beside = _later(
            longest, (back, *added(returned_on, "months", 2, "§ 475e (4) BGB"))
        )
    repaired = (
        *longest,
        Step(code="repair_once", day=longest[-1].day, law="§ 475e (5) BGB"),
        *added(longest[-1].day, "months", 12, "§ 475e (5) BGB"),
    )
    return Limitation(
        presumed=Reckoning(rule="PROOF1Y", steps=year),
        limited=Reckoning(rule="WARR2Y", steps=longest, beside=beside),
        extended=Reckoning(rule="WARR2Y", steps=repaired),
    )


def check(draft: DefectDraft, today: date) -> None:
    """Raises Refused: remedy_not_told (§ 475 (4) BGB), words_missing, day_in_future, choice_unknown."""
    if draft.shown_on > today:
        raise Refused("day_in_future", field="day")
    if draft.remedy not in REMEDIES:
        raise Refused("choice_unknown", field="remedy")
    if not draft.words.strip():
        raise Refused("words_missing", field="words")
    if not draft.told:
        raise Refused("remedy_not_told", field="told")


def _later(
    one: tuple[Step, ...], other: tuple[Step, ...]
) -> tuple[tuple[Step, ...], Reckoning | None]:
    """The later of two ends, and the other beside it."""
    if other[-1].day > one[-1].day:
        return other, Reckoning(rule="WARR2Y", steps=one)
    return one, None
