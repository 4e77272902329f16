"""What a change by phone agrees anew: it has a right of withdrawal of its own.

A change is agreed at a distance like a new contract (§ 312c, § 312g (1) BGB). What it only puts
right (an address, a remark) or makes less of gives no new right. What it adds has its own period,
counted from these goods, or without goods from the change (§ 355 (2), § 356 (2) BGB), and never
before the instruction that comes with its confirmation (§ 356 (3)). A lasting contract that gets
another term or tariff is agreed anew as a whole (OLG Koblenz, 28.03.2012, 9 U 1166/11).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from shopphone.domain.order_kinds import LASTING, Matter
from shopphone.domain.order_life import Agreed, AgreedLine, Change
from shopphone.domain.withdrawal import Period

_TERMS = frozenset(("term_months", "term_days", "notice_days", "renewal", "billing_months"))
# what is put right without agreeing on anything else; who gets no more and pays no less needs no new yes
_CORRECTIONS = frozenset(("billing", "deliver_to", "remark"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """A version that agreed something anew. positions: the lines added; none for the whole contract."""

    version: int
    agreed_on: date
    positions: tuple[int, ...]
    names: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        return not self.positions


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewedRight:
    """A renewal with the period of its own right; None while none runs."""

    renewal: Renewal
    period: Period | None


def added(before: Agreed, after: Agreed) -> tuple[int, ...]:
    """The places, from 0, of lines that are new or have become more."""
    return tuple(
        place
        for place, line in enumerate(after.lines)
        if not line.cancelled
        and (place >= len(before.lines) or _is_more(before.lines[place], line))
    )


def names_added(changes: Iterable[Change]) -> tuple[str, ...]:
    """The same lines by their names, from what changed."""
    lines = [(each.before, each.after) for each in changes if each.code == "line"]
    return tuple(
        after.name
        for before, after in lines
        if isinstance(after, AgreedLine)
        and not after.cancelled
        and not (isinstance(before, AgreedLine) and not _is_more(before, after))
    )


def renews_whole(changes: Iterable[Change], matter: str) -> bool:
    """Whether a lasting contract has another term, billing or tariff now."""
    if Matter(matter) not in LASTING:
        return False
    return any(each.code in _TERMS or _is_other_tariff(each) for each in changes)


def only_corrects(changes: Iterable[Change]) -> bool:
    """Whether nothing is agreed anew: an address put right in the same country, a remark."""
    return all(each.code in _CORRECTIONS and _stays_in_country(each) for each in changes)


def _is_more(before: AgreedLine, after: AgreedLine) -> bool:
    return before.cancelled or after.quantity > before.quantity or after.name != before.name


def _is_other_tariff(change: Change) -> bool:
    before, after = change.before, change.after
    if not (isinstance(before, AgreedLine) and isinstance(after, AgreedLine)):
        return False
    return not after.cancelled and before.unit_price != after.unit_price


def _stays_in_country(change: Change) -> bool:
    """Another country has another law, another VAT and another way of sending."""
    if change.code == "remark":
        return True
    countries = {getattr(each, "country", "") or "DE" for each in (change.before, change.after)}
    return None in (change.before, change.after) or len(countries) == 1
