"""What must be said, who may be called, and what the seller must name."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopphone.domain import duties, readback
from shopphone.domain.order_kinds import Term
from shopphone.domain.readback import POINTS, SpokenLine
from shopphone.domain.withdrawal_rule import WithdrawalRule

RULES = ["normal", *(f"never:{n}" for n in (1, 2, 5, 7, 8, 9, 10, 11, 12, 13))]
RULES += [f"lost:{n}" for n in (3, 4, 6)]


def spoken(*lines: tuple[str, str]) -> tuple[readback.ReadBackPoint, ...]:
    return readback.points(
        [
            SpokenLine(quantity=Decimal(1), name=name, rule=WithdrawalRule.of(rule))
            for name, rule in lines
        ],
        seller="Laden",
        total=Decimal("59.80"),
        shipping=Decimal("4.90"),
        with_vat=True,
        extension_months=1,
        return_cost="customer",
    )


def test_the_five_points_come_in_their_order_with_their_facts() -> None:
    *told, sealed = spoken(("Pfanne", "normal"), ("Gravur", "never:1"), ("Seife", "lost:3"))
    p1, p2, p3, p4, p5 = told
    assert [point.code for point in told] == list(POINTS)
    assert sealed.code == "sealed"
    assert [line.name for line in p1.lines] == ["Pfanne", "Gravur", "Seife"]
    assert p2.seller == "Laden"
    assert (p3.total, p3.shipping) == (Decimal("59.80"), Decimal("4.90"))
    assert (p4.excluded, p4.losable) == (("Gravur",), ("Seife",))
    assert (p4.extension_months, p4.return_cost) == (1, "customer")
    assert p5.term == Term()  # bought once: no term, nothing to end


@pytest.mark.parametrize("rule", RULES)
def test_what_is_read_out_about_a_line_is_what_the_letter_says(rule: str) -> None:
    p4 = spoken(("Ware", rule))[3]
    assert ("Ware" in p4.excluded) == (not WithdrawalRule.of(rule).has_right)
    assert ("Ware" in p4.losable) == rule.startswith("lost")


@given(st.sets(st.sampled_from([*POINTS, "P6", "p1", ""])))
def test_nothing_is_missing_only_when_all_five_were_said(said: set[str]) -> None:
    left = readback.missing(said)
    assert set(left) == set(POINTS) - said
    assert list(left) == sorted(left)
    assert bool(left) == (not set(POINTS) <= said)


@given(
    st.sets(st.sampled_from([*duties.SELLER_DUTIES, "shop.iban"])),
    st.sampled_from(["", " ", "\n\t"]),
    st.booleans(),
)
def test_exactly_the_empty_duties_are_missing(
    empty: set[str], nothing: str, by_transfer: bool
) -> None:
    every = [*duties.SELLER_DUTIES, "shop.iban"]
    settings = {key: nothing if key in empty else "da" for key in every}
    found = duties.missing_duties(settings, by_transfer=by_transfer)
    assert set(found) == empty - (set() if by_transfer else {"shop.iban"})
    assert set(duties.missing_duties({}, by_transfer=by_transfer)) >= set(duties.SELLER_DUTIES)


def test_every_duty_names_its_paragraph_and_is_a_setting() -> None:
    from shopphone.domain.settings import BY_KEY

    for key, paragraph in {**duties.SELLER_DUTIES, **duties.WARNED_DUTIES}.items():
        assert key in BY_KEY
        assert paragraph.startswith("Art. 246a")


def test_the_harmonised_notice_is_a_warning_and_stops_nothing() -> None:
    assert duties.missing_warnings({}) == ("policy.harmonised_notice",)
    assert duties.missing_warnings({"policy.harmonised_notice": "/x.pdf"}) == ()
    assert "policy.harmonised_notice" not in duties.missing_duties({}, by_transfer=True)
