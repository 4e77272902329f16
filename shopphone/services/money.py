"""What the shop decides about money: VAT rates and modes, coupons; kept as the owner writes them."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sqlalchemy import bindparam, delete, insert, select

from shopphone.domain import coupons, vat
from shopphone.domain.coupons import Coupon
from shopphone.domain.vat import VatRate, VatTerms
from shopphone.paths import resources
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.types import Record

_COUPON = select(t.coupon).where(t.coupon.c.code == bindparam("code"))


def vat_terms(desk: Desk) -> VatTerms:
    """How this shop shows VAT, with every rate it knows."""
    return replace(vat_policy(desk), rates=rates(desk))


def vat_policy(desk: Desk) -> VatTerms:
    """The same without the rates: enough to say the mode of an order, and nothing is read for it."""
    return VatTerms(
        home=desk.setting("shop.country") or "DE",
        small_business=desk.setting("policy.small_business") == "1",
        net_for_business=desk.setting("vat.net_for_business") == "1",
        oss=desk.setting("vat.oss") == "1",
        same_gross_abroad=desk.setting("vat.abroad") == "kept",
    )


def rates(desk: Desk) -> tuple[VatRate, ...]:
    """The shop's own rates, else those that come with the program: standard rates of the EU."""
    with desk.db.reading() as connection:
        rows = connection.execute(
            select(t.vat_rate).order_by(
                t.vat_rate.c.country, t.vat_rate.c.kind.desc(), t.vat_rate.c.starts_on
            )
        ).all()
    if not rows:
        return _rates_of_the_program()
    return tuple(
        VatRate(
            country=r.country,
            kind=r.kind,
            percent=r.percent,
            starts_on=r.starts_on,
            source=r.source,
        )
        for r in rows
    )


@cache
def _rates_of_the_program() -> tuple[VatRate, ...]:
    return vat.read_rates((resources() / "vat" / "rates.txt").read_text(encoding="utf-8"))


def rates_text(desk: Desk) -> str:
    return vat.written_rates(rates(desk))


def save_rates(desk: Desk, text: str) -> None:
    """Keep the rates as they stand; nothing at all brings back the program's own.

    Raises Refused("rate_unreadable", line=…), also for two rates of one kind from the same day.
    """
    read = vat.read_rates(text)
    with desk.db.writing() as tx:
        tx.execute(delete(t.vat_rate))
        if read:
            tx.execute(insert(t.vat_rate), [_rate_values(rate) for rate in read])


def coupon(desk: Desk, code: str) -> Coupon | None:
    """The coupon with this code, however it was dictated."""
    with desk.db.reading() as connection:
        row = connection.execute(_COUPON, {"code": coupons.same_code(code)}).first()
    return None if row is None else _coupon(row)


def coupons_text(desk: Desk) -> str:
    with desk.db.reading() as connection:
        rows: Sequence[Record] = connection.execute(
            select(t.coupon).order_by(t.coupon.c.position)
        ).all()
    return coupons.written_coupons([_coupon(row) for row in rows])


def save_coupons(desk: Desk, text: str) -> None:
    """Keep the coupons as they stand. Raises Refused("coupon_unreadable", line=…)."""
    read = coupons.read_coupons(text)
    with desk.db.writing() as tx:
        tx.execute(delete(t.coupon))
        rows = [
            {
                "code": each.code,
                "percent": each.percent,
                "amount": each.amount,
                "starts_on": each.starts_on,
                "ends_on": each.ends_on,
                "minimum": each.minimum,
                "position": n,
            }
            for n, each in enumerate(read)
        ]
        if rows:
            tx.execute(insert(t.coupon), rows)


def _rate_values(rate: VatRate) -> dict[str, object]:
    return {
        "country": rate.country,
        "kind": rate.kind,
        "starts_on": rate.starts_on,
        "percent": rate.percent,
        "source": rate.source,
    }


def _coupon(row: Record) -> Coupon:
    return Coupon(
        code=row.code,
        percent=row.percent,
        amount=row.amount,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        minimum=row.minimum,
    )
