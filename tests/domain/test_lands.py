"""Where a postcode can lie: never a state too few, for a holiday too few would shorten a right."""

import csv
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from shopphone.domain import lands

NAMES = {
    "BW": "Baden-Württemberg", "BY": "Bayern Bavaria", "BE": "Berlin Land-Berlin", "BB": "Brandenburg",
    "HB": "Bremen", "HH": "Hamburg", "HE": "Hessen", "NI": "Niedersachsen Lower-Saxony",
    "MV": "Mecklenburg-Vorpommern Mecklenburg-Western-Pomerania", "NW": "Nordrhein-Westfalen",
    "RP": "Rheinland-Pfalz", "SL": "Saarland", "SN": "Sachsen Saxony",
    "ST": "Sachsen-Anhalt Saxony-Anhalt", "SH": "Schleswig-Holstein", "TH": "Thüringen Thuringia",
}  # fmt: skip


def towns() -> Iterator[tuple[str, str]]:
    """Postcode and state of every place; companies with a postcode of their own are among them."""
    file = Path(os.environ["SHOPPHONE_TESTDATA"]) / "addresses" / "geonames_zipcodes_de.csv"
    states = {name: code for code, names in NAMES.items() for name in names.split()}
    with file.open(encoding="utf-8", newline="") as opened:
        for row in csv.DictReader(opened):
            state = states.get(row["state"].replace(" ", "-"))
            if state is not None:
                yield row["zipcode"], state


@pytest.mark.skipif("SHOPPHONE_TESTDATA" not in os.environ, reason="needs the foreign test data")
def test_nearly_every_place_lies_where_its_postcode_says() -> None:
    """What is left are companies that get their post somewhere else."""
    found = [state in lands.of_postcode(postcode) for postcode, state in towns()]
    assert len(found) > 20_000
    assert found.count(False) < 60


@pytest.mark.parametrize("nothing", ["", "x", "00", "05000", "  ", "A-1010"])
def test_what_is_no_postcode_lies_nowhere(nothing: str) -> None:
    assert lands.of_postcode(nothing) == ()


def test_every_zone_names_states_that_have_holidays() -> None:
    for zone in range(100):
        assert set(lands.of_postcode(f"{zone:02}000")) <= NAMES.keys()
