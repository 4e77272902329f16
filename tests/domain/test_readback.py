"""Read-back: which points a kind needs, and that a tick is worth only what was told."""

from dataclasses import replace
from decimal import Decimal

import pytest

from shopphone.domain.order_kinds import CountryRule, Direction, Matter, Term
from shopphone.domain.readback import (
    BY_SHOP,
    POINTS,
    About,
    ReadBackPoint,
    SpokenLine,
    missing,
    outdated,
    points,
)
from shopphone.domain.withdrawal_rule import WithdrawalRule

PAN = SpokenLine(quantity=Decimal(1), name="Pfanne", rule=WithdrawalRule())
SEALED = SpokenLine(quantity=Decimal(1), name="Software", rule=WithdrawalRule.of("lost:6"))


def told(
    *lines: SpokenLine, about: About | None = None, total: str = "54.90", months: int = 1
) -> tuple[ReadBackPoint, ...]:
    return points(
        lines or (PAN,),
        seller="Laden",
        total=Decimal(total),
        shipping=Decimal("4.90"),
        with_vat=True,
        extension_months=months,
        return_cost="customer",
        about=about,
    )


def codes(*lines: SpokenLine, **about: object) -> tuple[str, ...]:
    return tuple(point.code for point in told(*lines, about=replace(About(), **about)))  # type: ignore[arg-type]  # names of its fields


@pytest.mark.parametrize(
    ("about", "more"),
    [
        ({}, ()),
        ({"matter": "service"}, ()),
        ({"matter": "service", "early_start": True}, ("start",)),
        ({"matter": "goods", "early_start": True}, ()),
        ({"matter": "digital"}, ("digital",)),
        ({"minimum_age": 18}, ("age",)),
        ({"of_age": "no"}, ("age",)),
        ({"of_age": "yes"}, ()),
        ({"matter": "regular"}, ("terms",)),
    ],
)
def test_a_kind_adds_its_points(about: dict[str, object], more: tuple[str, ...]) -> None:
    assert codes(**about) == (*POINTS, *more)


def test_our_own_call_begins_with_who_calls() -> None:
    assert codes(direction="out") == ("opening", *POINTS)


def test_a_seal_is_told() -> None:
    assert codes(SEALED) == (*POINTS, "sealed")


def test_what_was_told_falls_once_it_is_otherwise() -> None:
    before = {point.code: point.facts for point in told()}
    assert outdated(told(), before) == ()
    assert outdated(told(total="60.00"), before) == ("P3",)
    assert outdated(told(replace(PAN, quantity=Decimal(2))), before) == ("P1",)
    assert outdated(told(months=0), before) == ("P4",)
    assert outdated(told(about=About(term=Term(months=12))), before) == ("P5",)
    assert outdated(told(about=About(country="AT")), before) == ("P4",)


def test_the_same_amount_written_otherwise_is_the_same() -> None:
    before = {point.code: point.facts for point in told(total="54.9")}
    assert outdated(told(total="54.900"), before) == ()


def test_a_point_that_is_needed_no_more_falls_too() -> None:
    before = {point.code: point.facts for point in told(SEALED)}
    assert "sealed" in outdated(told(), before)


def test_missing_names_what_is_left_in_its_order() -> None:
    assert missing({"P2", "P4"}, ("opening", *POINTS)) == ("opening", "P1", "P3", "P5")


def test_the_buyers_country_is_in_the_facts_of_the_right() -> None:
    (right,) = [point for point in told(about=About(country="AT")) if point.code == "P4"]
    assert right.country is CountryRule.AT


def test_a_swiss_caller_is_told_that_the_right_is_the_shops_own() -> None:
    def basis(country: str, direction: str) -> str:
        about = About(country=country, direction=direction)
        return next(point.basis for point in told(about=about) if point.code == "P4")

    assert basis("CH", Direction.IN) == BY_SHOP
    assert basis("CH", Direction.OUT) == ""
    assert basis("AT", Direction.IN) == basis("DE", Direction.IN) == ""


def test_nothing_is_said_of_sending_back_what_is_no_goods() -> None:
    def cost(matter: Matter) -> str:
        return next(p.return_cost for p in told(about=About(matter=matter)) if p.code == "P4")

    assert cost(Matter.GOODS) == cost(Matter.REGULAR) == "customer"
    assert cost(Matter.SERVICE) == cost(Matter.DIGITAL) == ""
