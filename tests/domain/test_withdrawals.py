"""What a withdrawal gives back, whatever is withdrawn in whatever order; whose move it is."""

from datetime import date
from decimal import Decimal

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
pieces = st.integers(1, 12)


@given(cents, st.lists(pieces, min_size=1, max_size=6))
def test_parts_give_back_exactly_what_the_line_cost(amount: Decimal, parts: list[int]) -> None:
    ordered, before, sum_of = Decimal(sum(parts)), ZERO, ZERO
    for each in parts:
        back = withdrawals.part_amount(amount, ordered, before, Decimal(each))
        assert back >= 0
        sum_of += back
        before += each
    assert sum_of == amount


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


@given(cents, cents, st.booleans())
def test_never_more_shipping_goes_back_than_was_paid(
    paid: Decimal, standard: Decimal, whole: bool
) -> None:
    back, surcharge = withdrawals.shipping_back(paid, standard, whole=whole)
    assert (back, surcharge) >= (ZERO, ZERO)
    assert back <= min(paid, standard)
    assert back + surcharge == (paid if whole else ZERO)


@given(st.lists(st.tuples(cents, cents), min_size=1, max_size=5), cents)
def test_a_loss_never_takes_more_than_its_line(
    amounts: list[tuple[Decimal, Decimal]], shipping: Decimal
) -> None:
    lines = [
        WithdrawnLine(
            position=n,
            name="",
            quantity=Decimal(1),
            amount=amount,
            rule=WithdrawalRule(),
            loss=loss,
        )
        for n, (amount, loss) in enumerate(amounts, 1)
    ]
    sheet = withdrawals.refund_sheet(
        lines, shipping=shipping, surcharge=ZERO, paid=True, return_cost="customer"
    )
    assert sheet.total >= shipping
    assert sheet.total == sheet.goods + shipping - sheet.loss
    for line in lines:
        if line.loss > line.amount:
            with pytest.raises(Refused, match="loss_too_big"):
                withdrawals.check_loss(line, line.loss, "Kratzer")


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
