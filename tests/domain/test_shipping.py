"""The ways of sending as an owner writes them."""

from decimal import Decimal

import pytest

from shopphone.domain.errors import Refused
from shopphone.domain.settings import BY_KEY
from shopphone.domain.shipping import read_methods


def test_every_field_of_a_line_is_read() -> None:
    line = "DHL Paket; DHL parcel; 4,90; 50,00; DE, AT; 2 Tage; 2 days; 7; https://a.example/{tracking};x"
    (found,) = read_methods(line)
    assert (found.code, found.name("de"), found.name("en")) == (
        "dhlpaket",
        "DHL Paket",
        "DHL parcel",
    )
    assert (found.price, found.free_from) == (Decimal("4.90"), Decimal("50.00"))
    assert (found.countries, found.max_days) == (("DE", "AT"), 7)
    assert (found.days_de, found.days_en) == ("2 Tage", "2 days")
    assert found.tracking_url == "https://a.example/{tracking};x"


def test_a_name_is_enough() -> None:
    (found,) = read_methods("\n  Bote \n\n")
    assert (found.name("en"), found.price, found.free_from) == ("Bote", Decimal(0), None)
    assert found.countries == ("DE",)


def test_a_new_shop_can_send_and_be_collected_from() -> None:
    parcel, collection = read_methods(BY_KEY["shipping.methods"].default)
    assert parcel.cost(Decimal("49.99")) == Decimal("4.90")
    assert parcel.cost(Decimal("50.00")) == Decimal(0)
    assert collection.cost(Decimal(1)) == Decimal(0)


@pytest.mark.parametrize(
    "line",
    [
        "; x; 4,90",
        "Paket; ; viel",
        "Paket; ; -4,90",
        "Paket; ; 5%",
        "Paket; ; 4,90; ; DE; ; ; bald",
    ],
)
def test_a_line_that_cannot_be_read_is_named(line: str) -> None:
    with pytest.raises(Refused, match="shipping_unreadable") as refusal:
        read_methods(f"Bote; Messenger; 3,00\n{line}")
    assert refusal.value.facts["line"] == 2
