"""A coupon of an order that is changed: what stays keeps its share, to the cent."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from shopphone.domain import settling
from shopphone.domain.coupons import Coupon
from shopphone.domain.orders import LineDraft, OrderDraft, goods_of, line_value
from shopphone.domain.prices import Pricing
from shopphone.domain.vat import Buyer, VatTerms

D = Decimal
HOME = Pricing(on=date(2026, 11, 24), terms=VatTerms(), buyer=Buyer())
prices = st.integers(1, 50_000).map(lambda n: D(n).scaleb(-2))
orders = st.lists(st.tuples(prices, st.integers(1, 9)), min_size=1, max_size=6)
percents = st.integers(1, 100).map(D)
coupons = st.one_of(
    percents.map(lambda percent: Coupon(code="ADV", percent=percent)),
    prices.map(lambda amount: Coupon(code="ADV", amount=amount)),
)
later = st.none() | coupons


def agreed(lines: list[tuple[Decimal, int]], coupon: Coupon) -> OrderDraft:
    """The order as it was agreed with this coupon, about to be changed."""
    draft = OrderDraft(
        lines=[LineDraft(name="x", unit_price=price, quantity=D(many)) for price, many in lines],
        coupon_code="ADV",
    )
    off = settling.coupon_off(draft, HOME, coupon)
    return replace(
        draft,
        agreed_coupon="ADV",
        agreed_off=off,
        agreed_goods=goods_of(draft),
        lines=[replace(line, agreed_amount=line_value(line)) for line in draft.lines],
    )


@given(orders, coupons, later)
def test_an_unchanged_order_keeps_its_coupon_whatever_became_of_it(
    lines: list[tuple[Decimal, int]], coupon: Coupon, now: Coupon | None
) -> None:
    draft = agreed(lines, coupon)
    assert settling.coupon_off(draft, HOME, now) == draft.agreed_off


@given(st.data(), orders, coupons)
def test_what_stays_and_what_leaves_share_what_was_granted(
    data: st.DataObject, lines: list[tuple[Decimal, int]], coupon: Coupon
) -> None:
    draft = agreed(lines, coupon)
    stays = data.draw(st.lists(st.booleans(), min_size=len(lines), max_size=len(lines)))
    halves = [
        replace(
            draft,
            lines=[line for line, kept in zip(draft.lines, stays, strict=True) if kept is side],
        )
        for side in (True, False)
    ]
    parts = [settling.coupon_off(half, HOME, None) for half in halves]
    assert abs(sum(parts) - draft.agreed_off) <= D("0.01")
    for half, part in zip(halves, parts, strict=True):
        assert D(0) <= part <= goods_of(half)


@given(orders, coupons, prices)
def test_what_is_new_gets_a_percentage_only_while_the_coupon_holds(
    lines: list[tuple[Decimal, int]], coupon: Coupon, price: Decimal
) -> None:
    draft = agreed(lines, coupon)
    draft.lines.append(LineDraft(name="new", unit_price=price))
    over = replace(coupon, ends_on=date(2026, 11, 23))
    assert settling.coupon_off(draft, HOME, over) == draft.agreed_off
    assert settling.coupon_off(draft, HOME, None) == draft.agreed_off
    more = settling.coupon_off(draft, HOME, coupon) - draft.agreed_off
    assert more == (price * coupon.percent / 100).quantize(D("0.01"), "ROUND_HALF_UP")
