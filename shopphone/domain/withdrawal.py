"""The right of withdrawal of an order in hand: when it ends, and whether that is known at all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from shopphone.domain import deadlines, lands, workdays
from shopphone.domain.deadlines import Events, Reckoning


class Mark(StrEnum):
    """What can be known of an order's receipt (§ 356 (2) Nr. 1 a-d, (3) BGB)."""

    GOODS_PART = "goods_part"
    GOODS_LAST = "goods_last"
    GOODS_FIRST = "goods_first"
    CONFIRMED = "confirmed"


class Known(StrEnum):
    """How much of the end is known: the day, a day it does not end before, or its latest day."""

    DAY = "day"
    NOT_BEFORE = "not_before"
    AT_MOST = "at_most"


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Something came on a day."""

    mark: Mark
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedReceipt:
    """A receipt as somebody noted it, with the proof in words."""

    receipt_id: int
    mark: Mark
    day: date
    words: str
    staff: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """When the right ends, as far as it is known; a day nobody knows is never shown as a date."""

    known: Known
    reckoning: Reckoning

    @property
    def until(self) -> date | None:
        return self.reckoning.last_day if self.known is Known.DAY else None

    @property
    def not_before(self) -> date | None:
        return self.reckoning.last_day if self.known is Known.NOT_BEFORE else None

    def is_late(self, declared_on: date) -> bool:
        """Only a known end, or its latest day, can be missed: the shop proves the beginning (§ 361 (3))."""
        return self.known is not Known.NOT_BEFORE and declared_on > self.reckoning.last_day


def goods_received(receipts: Iterable[Receipt]) -> tuple[date | None, date | None]:
    """The receipt that counts, and the newest part while more is to come.

    The first of regular deliveries (d), else the last of several goods or parts (b, c), and only
    once the last is said to have come.
    """
    days: dict[Mark, list[date]] = {mark: [] for mark in Mark}
    for each in receipts:
        days[each.mark].append(each.day)
    if days[Mark.GOODS_FIRST]:
        return min(days[Mark.GOODS_FIRST]), None
    if days[Mark.GOODS_LAST]:
        return max(days[Mark.GOODS_LAST] + days[Mark.GOODS_PART]), None
    return None, max(days[Mark.GOODS_PART], default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A letter with the written instruction that left: the offer, or the confirmation of a version."""

    version: int
    sent_on: date
    received_on: date | None
    confirms: bool = True


def with_receipts(papers: Sequence[Paper], receipts: Iterable[Receipt]) -> tuple[Paper, ...]:
    """A written confirmation that was noted as received is the newest one that had left by then."""
    found = list(papers)
    for day in sorted(each.day for each in receipts if each.mark is Mark.CONFIRMED):
        left = [n for n, each in enumerate(found) if each.confirms and each.sent_on <= day]
        if not left:
            found.append(Paper(version=1, sent_on=day, received_on=day))
            continue
        newest = max(left, key=lambda n: (found[n].version, found[n].sent_on))
        known = found[newest].received_on
        found[newest] = replace(found[newest], received_on=min(day, known or day))
    return tuple(found)


def period(
    receipts: Iterable[Receipt],
    papers: Sequence[Paper],
    *,
    months: int,
    days: int = 0,
    places: tuple[str, ...],
    concluded_on: date | None = None,
) -> Period | None:
    """What the program shows: the later of the statutory and the contractual last day.

    The first paper instructs; the shop's extension, in months or else in days, counts from the
    newest confirmation, as each one promises it anew. Nothing sent: the right ends 12 months and
    14 days after the goods at the latest (§ 356 (4)); without goods either, no period runs (None).
    Sent, but its receipt or that of the goods unknown: "not before", counted from what is known.
    concluded_on: of a contract without goods, which counts in their place (§ 355 (2) S. 2).
    """
    known = tuple(receipts)
    goods_on, part_on = (None, None) if concluded_on else goods_received(known)
    begins_on = concluded_on or goods_on
    if not papers:
        if begins_on is None:
            return None
        never = Events(
            goods_on=goods_on, concluded_on=concluded_on, never_instructed=True, places=places
        )
        return Period(known=Known.AT_MOST, reckoning=deadlines.statutory(never))
    received = [each.received_on for each in papers if each.received_on is not None]
    instructed_on = min(received, default=min(each.sent_on for each in papers))
    newest = max(papers, key=lambda each: (each.confirms, each.version, each.sent_on))
    confirmed_on = newest.received_on or newest.sent_on
    events = Events(
        goods_on=None if concluded_on else goods_on or max(instructed_on, part_on or instructed_on),
        concluded_on=concluded_on,
        instructed_on=instructed_on,
        confirmed_on=confirmed_on,
        places=places,
    )
    unit, count = ("months", months) if months else ("days", days)
    extended = not count or (newest.confirms and newest.received_on is not None)
    certain = begins_on is not None and bool(received) and extended
    reckoning = deadlines.withdrawal(events, unit, count)
    return Period(known=Known.DAY if certain else Known.NOT_BEFORE, reckoning=reckoning)


def places(shop_country: str, shop_land: str, country: str, postcode: str) -> tuple[str, ...]:
    """Where a holiday moves the end: at the shop's place and at the customer's (§ 193 BGB)."""
    here = workdays.place(shop_country, shop_land)
    there = lands.of_postcode(postcode) if country in ("", "DE") else ()
    if country in workdays.ABROAD:
        there = (country,)
    return tuple(dict.fromkeys((here, *there)))
