"""What may be sent and paid how: countries, weights, values, ages, lockers."""

from dataclasses import replace
from decimal import Decimal as D

import pytest

from shopphone.domain.customers import Address
from shopphone.domain.errors import Refused
from shopphone.domain.orders import LineDraft, OrderDraft
from shopphone.domain.sending import Obstacle, obstacle, payment_obstacle, shipping_cost
from shopphone.domain.shipping import DEFAULT, RULES_DEFAULT, check_rules, read_methods, with_rules

PARCEL, COLLECTION = with_rules(read_methods(DEFAULT), RULES_DEFAULT)
LOCKER = Address(street="Packstation 145", postcode="80331", town="München")
HOME = Address(street="Weg 1", postcode="80331", town="München")


def draft(**line: object) -> OrderDraft:
    goods = LineDraft(name="Ware", unit_price=D(20), **line)  # type: ignore[arg-type]  # of the test
    return OrderDraft(lines=[goods], billing=HOME)


def test_goods_with_an_age_need_a_way_that_checks_it() -> None:
    rum = draft(minimum_age=18)
    assert obstacle(PARCEL, rum) is Obstacle.AGE
    assert obstacle(replace(PARCEL, age_check=True), rum) is None
    assert obstacle(COLLECTION, rum) is None
    rum.deliver_to = LOCKER
    assert obstacle(replace(PARCEL, age_check=True), rum) is Obstacle.PACKSTATION
    assert obstacle(PARCEL, draft()) is None


def test_bulky_goods_go_to_no_locker_and_not_every_way() -> None:
    table = draft(bulky=True)
    assert obstacle(PARCEL, table) is None
    assert obstacle(replace(PARCEL, takes_bulky=False), table) is Obstacle.BULKY
    table.deliver_to = LOCKER
    assert obstacle(PARCEL, table) is Obstacle.PACKSTATION
    assert obstacle(COLLECTION, table) is None
    small = draft()
    small.deliver_to = LOCKER
    assert obstacle(PARCEL, small) is None
    assert obstacle(replace(PARCEL, packstation=False), small) is Obstacle.PACKSTATION


def test_country_weight_and_value_have_bounds() -> None:
    abroad = replace(draft(), billing=replace(HOME, country="AT"))
    assert obstacle(PARCEL, abroad) is Obstacle.COUNTRY
    heavy = draft(weight_g=16_000, quantity=D(2))
    bound = replace(PARCEL, max_weight_g=31_500)
    assert obstacle(bound, heavy) is Obstacle.TOO_HEAVY
    assert obstacle(bound, draft(weight_g=31_500)) is None
    dear = draft(quantity=D(26))
    assert obstacle(replace(PARCEL, max_value=D(500)), dear) is Obstacle.TOO_VALUABLE


def test_the_price_follows_weight_then_value() -> None:
    way = replace(PARCEL, weight_prices=((5_000, D("7.90")), (10_000, D("9.90"))))
    assert shipping_cost(draft(weight_g=4_999), way) == D("4.90")
    assert shipping_cost(draft(weight_g=4_999, quantity=D(3)), way) == D("9.90")
    assert shipping_cost(draft(weight_g=5_000), way) == D("7.90")
    assert shipping_cost(draft(quantity=D(3)), way) == D(0)  # free from 50
    assert shipping_cost(OrderDraft(), way) == shipping_cost(draft(), None) == D(0)


def test_the_goods_of_a_business_count_as_they_cost_at_home() -> None:
    business = draft(quantity=D(3), gross_price=D("23.80"))
    assert shipping_cost(business, PARCEL) == D(0)  # 60.00 net would not change it, 71.40 counts
    assert shipping_cost(draft(quantity=D(2), gross_price=D("25.00")), PARCEL) == D(0)


def test_cash_is_paid_where_somebody_stands() -> None:
    assert payment_obstacle("cash_on_collection", PARCEL, draft()) is Obstacle.ONLY_AT_COLLECTION
    assert payment_obstacle("cash_on_collection", COLLECTION, draft()) is None
    assert payment_obstacle("cash_on_delivery", COLLECTION, draft()) is Obstacle.ONLY_AT_THE_DOOR
    assert payment_obstacle("cash_on_delivery", PARCEL, draft()) is None
    to_locker = replace(draft(), deliver_to=LOCKER)
    assert payment_obstacle("cash_on_delivery", PARCEL, to_locker) is Obstacle.ONLY_AT_THE_DOOR
    assert payment_obstacle("prepay", PARCEL, to_locker) is None


def test_every_rule_of_a_line_is_read() -> None:
    (way,) = with_rules(
        read_methods("Paket; Parcel; 4,90"),
        "paket; 31,5; 500; nein; ja; no; ; 5 kg 7,90, 10 kg 9,90 €",
    )
    assert (way.max_weight_g, way.max_value) == (31_500, D(500))
    assert (way.takes_bulky, way.age_check, way.packstation) == (False, True, False)
    assert way.weight_prices == ((5_000, D("7.90")), (10_000, D("9.90")))


@pytest.mark.parametrize(
    "line",
    [
        "Paket; schwer", "Paket; ; viel", "Paket; ; ; vielleicht", "Paket; -3",
        "Paket; ; ; ; ; ; ; 5 kilo 7,90", "Paket; 1; 2; ja; ja; ja; ja; ; zu viel",
    ],
)  # fmt: skip
def test_a_rule_that_cannot_be_read_is_named(line: str) -> None:
    with pytest.raises(Refused, match="shipping_rule_unreadable") as refusal:
        with_rules(read_methods(DEFAULT), f"Paket; 31,5\n{line}")
    assert refusal.value.facts["line"] == 2


def test_a_rule_of_a_way_that_is_not_there_is_refused_when_it_is_written() -> None:
    with_rules(read_methods(DEFAULT), "Päckchen; 2")  # it may come back
    with pytest.raises(Refused, match="shipping_rule_unreadable"):
        check_rules(read_methods(DEFAULT), "Päckchen; 2")
