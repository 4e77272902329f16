"""Coupons by code: so much off the goods, from a day to a day, from a value of goods on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from shopphone.domain.days import typed_day
from shopphone.domain.errors import Refused
from shopphone.domain.money import Typed, parse_amount, round2

_FIELDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Coupon:
    """percent off the goods, or an amount in EUR; minimum is the value of goods it needs."""

    code: str
    percent: Decimal = Decimal(0)
    amount: Decimal = Decimal(0)
    starts_on: date | None = None
    ends_on: date | None = None
    minimum: Decimal = Decimal(0)

    def worth(self, goods: Decimal) -> Decimal:
        """What it takes off; never more than the goods."""
        return min(self.amount or round2(goods * self.percent / 100), max(goods, Decimal(0)))

    def refusal(self, goods: Decimal, on: date) -> Refused | None:
        """The rule that forbids it now, if one does."""
        if self.starts_on is not None and on < self.starts_on:
            return Refused("coupon_not_yet", field="coupon")
        if self.ends_on is not None and on > self.ends_on:
            return Refused("coupon_over", field="coupon")
        return Refused("coupon_minimum", field="coupon") if goods < self.minimum else None


def same_code(text: str) -> str:
    """A code as it is compared: dictated on the phone, blanks and capitals mean nothing."""
    return "".join(text.split()).upper()


def read_coupons(text: str) -> tuple[Coupon, ...]:
    """One a line: code; 10% or 5,00; from day; to day; least value of goods.

    Raises Refused("coupon_unreadable", line=…).
    """
    found = [
        _coupon(n, line)
        for n, line in enumerate((each for each in text.splitlines() if each.strip()), 1)
    ]
    codes = [each.code for each in found]
    for n, code in enumerate(codes, 1):
        if code in codes[: n - 1]:
            raise Refused("coupon_unreadable", line=n)
    return tuple(found)


def written_coupons(coupons: Sequence[Coupon]) -> str:
    """The coupons as read_coupons takes them."""
    return "\n".join(
        "; ".join(
            (
                each.code,
                _written(each.amount) if each.amount else f"{_written(each.percent)}%",
                str(each.starts_on or ""),
                str(each.ends_on or ""),
                _written(each.minimum) if each.minimum else "",
            )
        ).rstrip("; ")
        for each in coupons
    )


def _written(amount: Decimal) -> str:
    return f"{amount:f}".replace(".", ",")


def _coupon(n: int, line: str) -> Coupon:
    fields = [field.strip() for field in line.split(";")]
    fields += [""] * (_FIELDS - len(fields))
    code, worth, starts, ends, minimum = fields[:_FIELDS]
    try:
        typed = parse_amount(worth)
        least = parse_amount(minimum).value if minimum else Decimal(0)
        starts_on = typed_day(starts)
        ends_on = typed_day(ends)
    except (Refused, ValueError) as error:
        raise Refused("coupon_unreadable", line=n) from error
    percent = typed.meaning is Typed.PERCENT
    value = abs(typed.value)
    kept = value == round2(value) and least == round2(least) and least >= 0
    if not code or not value or not kept or (percent and value > 100):
        raise Refused("coupon_unreadable", line=n)
    return Coupon(
        code=same_code(code),
        percent=value if percent else Decimal(0),
        amount=Decimal(0) if percent else value,
        starts_on=starts_on,
        ends_on=ends_on,
        minimum=least,
    )
