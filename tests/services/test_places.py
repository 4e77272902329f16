"""Towns of a postcode, from the shop's customers and its list; people who may be known already."""

from pathlib import Path

import pytest

import shopphone.services.customers as customers
import shopphone.services.likeness as likeness
import shopphone.services.places as places
import shopphone.services.settings as settings
from shopphone.domain.customers import Address, CustomerDraft, PhoneEntry
from shopphone.services.desk import Desk

HOME = Address(street="Weg 1", postcode="80469", town="München")


def test_a_shops_own_customers_propose_their_town(desk: Desk) -> None:
    assert places.towns(desk, "DE", "80469") == ()
    customers.save(desk, CustomerDraft(last_name="Löffler", billing=HOME))
    assert places.towns(desk, "DE", " 80469") == ("München",)
    assert places.towns(desk, "AT", "80469") == ()
    assert places.towns(desk, "DE", "8046") == ()


@pytest.mark.parametrize(
    "text",
    ["plz;ort\n50667;Köln\n", "country,postcode,town\nDE,50667,Köln\nAT,1010,Wien\n", "x\ty\n"],
)
def test_a_list_proposes_towns_and_a_bad_one_nothing(desk: Desk, tmp_path: Path, text: str) -> None:
    file = tmp_path / "orte.csv"
    file.write_text(text, encoding="utf-8")
    settings.save(desk, {"shop.places": str(file)})
    assert places.towns(desk, "DE", "50667") == (("Köln",) if "Köln" in text else ())
    file.unlink()
    assert places.towns(desk, "DE", "50667") == ()


@pytest.mark.parametrize(
    ("country", "code", "town"), [("DE", "80469", "München"), ("AT", "5020", "Salzburg")]
)
def test_a_real_list_is_read_at_once(
    desk: Desk, testdata: Path, country: str, code: str, town: str
) -> None:
    file = testdata / "addresses" / f"geonames_zipcodes_{country.lower()}.csv"
    settings.save(desk, {"shop.places": str(file)})
    assert town in places.towns(desk, country, code)


def test_whoever_may_be_known_is_named_and_never_merged(desk: Desk) -> None:
    phone = PhoneEntry(raw="089 99998-123", e164=None)
    known = customers.save(
        desk,
        CustomerDraft(
            first_name="Annemarie", last_name="Löffler", email="a@example.org", billing=HOME,
            phones=[phone],
        ),
    )  # fmt: skip
    cases = {
        "phone": CustomerDraft(
            last_name="X", phones=[PhoneEntry(raw="+49 89 99998123", e164=None)]
        ),
        "email": CustomerDraft(last_name="X", email="A@example.org"),
        "name": CustomerDraft(first_name="Annemarie", last_name="Loefler", billing=HOME),
    }
    for why, draft in cases.items():
        assert [(each.customer_id, each.why) for each in likeness.alike(desk, draft)] == [
            (known, why)
        ]
    assert likeness.alike(desk, CustomerDraft(last_name="Ganz Anders", billing=HOME)) == ()
    itself = customers.detail(desk, known).draft
    assert likeness.alike(desk, itself) == ()
