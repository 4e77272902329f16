"""Addresses: postcodes by country, lockers with their number, people who may be the same."""

import csv
from pathlib import Path

import pytest

from shopphone.domain.addresses import check, is_postcode, locker_of, same_name, tidy_postcode
from shopphone.domain.carriers import link
from shopphone.domain.customers import Address
from shopphone.domain.errors import Refused

HOME = Address(street="Ahornweg 1", postcode="80469", town="München")


@pytest.mark.parametrize(
    ("country", "right", "wrong"),
    [
        ("DE", ("80469", "01067", "D-80469"), ("8046", "804690", "8O469", "")),
        ("AT", ("1010", "A-6020"), ("0101", "10100")),
        ("CH", ("8001", "CH-8001"), ("0801", "80010")),
        ("NL", ("1012 AB", "1012ab"), ("1012", "0012 AB")),
        ("PL", ("00-001",), ("00001",)),
        ("GB", ("SW1A 1AA", "m1 1ae"), ("12345",)),
    ],
)
def test_each_country_writes_its_postcodes(
    country: str, right: tuple[str, ...], wrong: tuple[str, ...]
) -> None:
    assert [text for text in right if not is_postcode(text, country)] == []
    assert [text for text in wrong if is_postcode(text, country)] == []


def test_a_country_nobody_knows_is_not_checked() -> None:
    assert is_postcode("irgendwas", "ZZ")
    assert tidy_postcode(" d-80469 ", "DE") == "80469"


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"postcode": "8046"}, "postcode_invalid"),
        ({"street": ""}, "address_missing"),
        ({"street": "Packstation", "post_number": "1234567"}, "locker_without_number"),
        ({"street": "Packstation 123"}, "post_number_invalid"),
        ({"street": "DHL Packstation 123", "post_number": "12345"}, "post_number_invalid"),
        ({"street": "Packstation 123", "post_number": "12a4567"}, "post_number_invalid"),
    ],
)
def test_an_address_no_carrier_could_use_is_refused(change: dict[str, str], rule: str) -> None:
    from dataclasses import replace

    with pytest.raises(Refused, match=rule):
        check(replace(HOME, **change))


def test_a_locker_takes_the_number_in_its_own_line_or_in_the_addition() -> None:
    for number in ({"post_number": "1234567"}, {"extra": "1234567"}):
        check(Address(street="Packstation 145", postcode="80469", town="München", **number))
    assert locker_of(HOME) is None
    check(HOME)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Annemarie Löffler", "Loeffler Annemarie", True),
        ("Annemarie Löffler", "Annemarie Löfler", True),
        ("Anna Löffler", "Bernd Löffler", False),
        ("", "", False),
    ],
)
def test_people_who_may_be_the_same(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same


def test_a_carriers_page_carries_the_number_and_nothing_else() -> None:
    assert link("DHL Paket", "0034 0434").endswith("piececode=0034%200434")
    assert link("Hermes", "H1&x=2").endswith("#H1%26x%3D2")
    assert link("Eigener Bote", "1") == ""
    assert link("DHL", " ") == ""
    assert link("x", "1", "https://example.org/?n={tracking}") == "https://example.org/?n=1"


@pytest.mark.parametrize("country", ["de", "at", "ch"])
def test_every_real_postcode_is_one(testdata: Path, country: str) -> None:
    with (testdata / "addresses" / f"geonames_zipcodes_{country}.csv").open(
        encoding="utf-8"
    ) as file:
        wrong = [
            row["zipcode"]
            for row in csv.DictReader(file)
            if not is_postcode(row["zipcode"], country.upper())
        ]
    assert wrong == []
