"""What a withdrawal gives back, whatever is withdrawn in whatever order; whose move it is."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopphone.domain import defects, withdrawals
from shopphone.domain.defects import DefectDraft, limitation
from shopphone.domain.errors import Refused
from shopphone.domain.money import ZERO
from shopphone.domain.totals import TotalLine, totals
from shopphone.domain.vat import VatMode
from shopphone.domain.withdrawal_rule import WithdrawalRule
from shopphone.domain.withdrawals import WithdrawnLine

D = date.fromisoformat
cents = st.integers(0, 200_000).map(lambda n: Decimal(n).scaleb(-2))


@given(st.lists(cents, min_size=1, max_size=8), cents)
def test_lines_give_back_what_was_paid_for_the_goods(
    grosses: list[Decimal], discount: Decimal
) -> None:
    discount = min(discount, sum(grosses, ZERO))
    amounts = withdrawals.line_amounts(grosses, discount)
    assert sum(amounts, ZERO) == sum(grosses, ZERO) - discount
    assert all(amount <= gross for amount, gross in zip(amounts, grosses, strict=True))


@given(
    st.lists(st.tuples(cents, cents, st.sampled_from((Decimal(19), Decimal(7)))), min_size=1),
    cents,
    cents,
    st.booleans(),
)
def test_what_was_paid_for_lines_and_shipping_is_the_total(
    lines: list[tuple[Decimal, Decimal, Decimal]], off: Decimal, shipping: Decimal, net: bool
) -> None:
    off = min(off, sum((amount for amount, _, _ in lines), ZERO))
    sums = totals(
        [
            TotalLine(unit_price=amount, quantity=Decimal(1), vat=vat, deposit=deposit)
            for amount, deposit, vat in lines
        ],
        discount=off,
        shipping=shipping,
        mode=VatMode.NET if net else VatMode.GROSS,
    )
    paid, sent = withdrawals.paid_amounts(lines, off=off, shipping=shipping, total=sums.total)
    assert sum(paid, ZERO) + sent == sums.total
    assert all(amount >= 0 for amount in paid)
    assert sent >= (ZERO if net else shipping)


def line(**values: Any) -> WithdrawnLine:
    return WithdrawnLine(
        position=1,
        name="",
        quantity=Decimal(1),
        amount=Decimal(50),
        rule=WithdrawalRule(),
        **values,
    )


@given(st.lists(st.tuples(cents, cents), min_size=1, max_size=5), cents)
def test_a_loss_never_takes_more_than_its_line(
    amounts: list[tuple[Decimal, Decimal]], shipping: Decimal
) -> None:
    lines = [replace(line(loss=loss), amount=amount) for amount, loss in amounts]
    sheet = withdrawals.refund_sheet(lines, shipping=shipping, return_cost="customer")
    assert sheet.total >= shipping
    assert sheet.total == sheet.refund == sheet.goods + shipping - sheet.loss
    for each in lines:
        if each.loss > each.amount:
            with pytest.raises(Refused, match="loss_too_big"):
                withdrawals.check_loss("goods", each, each.loss, "Kratzer")


@pytest.mark.parametrize("matter", ["service", "digital", "energy", "telecom", "course"])
def test_without_goods_no_value_is_lost(matter: str) -> None:
    with pytest.raises(Refused, match="loss_without_goods"):
        withdrawals.check_loss(matter, line(), Decimal(1), "Kratzer")


@pytest.mark.parametrize(
    ("done", "reason", "may_charge", "rule"),
    [
        ("0.4", "zwei von fünf Stunden", False, "part_not_charged"),
        ("-0.1", "x", True, "part_wrong"),
        ("1.0001", "x", True, "part_wrong"),
        ("0.33333", "x", True, "part_wrong"),
        ("0.4", " ", True, "reason_missing"),
    ],
)
def test_a_part_done_is_charged_only_where_it_was_wished_and_with_its_reason(
    done: str, reason: str, may_charge: bool, rule: str
) -> None:
    with pytest.raises(Refused, match=rule):
        withdrawals.check_done(Decimal(done), reason, may_charge=may_charge)
    withdrawals.check_done(Decimal("0.4"), "zwei von fünf Stunden", may_charge=True)


@pytest.mark.parametrize(
    ("matter", "state", "agreed", "ended"),
    [
        ("service", "delivered", True, "performed"), ("service", "closed", True, "performed"),
        ("service", "shipped", True, ""), ("service", "delivered", False, ""),
        ("course", "delivered", True, "performed"), ("digital", "shipped", True, "begun"),
        ("digital", "confirmed", True, ""), ("digital", "shipped", False, ""),
        ("goods", "delivered", True, ""), ("regular", "closed", True, ""),
    ],
)  # fmt: skip
def test_the_right_ends_early_only_as_the_law_says(
    matter: str, state: str, agreed: bool, ended: str
) -> None:
    assert withdrawals.ended(matter, state, agreed=agreed) == ended


@pytest.mark.parametrize(
    ("delivered", "shown", "returned", "limited", "extended", "presumed"),
    [
        # § 438: two years; § 477: one year; § 475e (5): a repair adds twelve months once
        ("2026-11-10", "2026-12-01", None, "2028-11-10", "2029-11-10", "2027-11-10"),
        # § 475e (3): shown in the last week, four months more
        ("2026-11-10", "2028-11-03", None, "2029-03-03", "2030-03-03", "2027-11-10"),
        # shown too late extends nothing
        ("2026-11-10", "2028-11-11", None, "2028-11-10", "2029-11-10", "2027-11-10"),
        # § 475e (4): two months after it was handed back
        ("2026-11-10", "2028-05-01", "2028-10-20", "2028-12-20", "2029-12-20", "2027-11-10"),
        # a leap day has no anniversary: the month's last day (§ 188 (3))
        ("2028-02-29", "2028-03-01", None, "2030-02-28", "2031-02-28", "2029-02-28"),
    ],
)
def test_rights_about_defects_last_this_long(
    delivered: str, shown: str, returned: str | None, limited: str, extended: str, presumed: str
) -> None:
    found = limitation(D(delivered), D(shown), D(returned) if returned else None)
    assert found.limited.last_day == D(limited)
    assert found.extended.last_day == D(extended)
    assert found.presumed.last_day == D(presumed)


days = st.dates(date(2026, 1, 1), date(2032, 12, 31))


@given(days, days, st.none() | days)
def test_rights_never_end_before_the_law_lets_them(
    delivered: date, shown: date, returned: date | None
) -> None:
    found = limitation(delivered, shown, returned)
    assert found.limited.last_day >= limitation(delivered, delivered, None).limited.last_day
    assert found.extended.last_day > found.limited.last_day > found.presumed.last_day
    if found.limited.beside is not None:
        assert found.limited.beside.last_day <= found.limited.last_day


def test_a_defect_needs_its_words_and_the_choice_told() -> None:
    draft = DefectDraft(order_id=1, position=1, shown_on=D("2026-11-24"), words="lose", told=True)
    defects.check(draft, D("2026-11-24"))
    with pytest.raises(Refused, match="day_in_future"):
        defects.check(draft, D("2026-11-23"))
    draft.remedy = "money"
    with pytest.raises(Refused, match="choice_unknown"):
        defects.check(draft, D("2026-11-24"))
