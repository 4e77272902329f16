"""Streets with their numbers, as carriers want them apart."""

import pytest

from shopphone.domain.exports import split_street


@pytest.mark.parametrize(
    ("text", "name", "number"),
    [
        ("Lindenhang 5", "Lindenhang", "5"),
        ("Straße des 17. Juni 135", "Straße des 17. Juni", "135"),
        ("Am Weg 1 a", "Am Weg", "1 a"),
        ("Hauptstr. 12-14", "Hauptstr.", "12-14"),
        ("Hauptstr.12b", "Hauptstr.", "12b"),
        ("12 Leipziger Platz", "Leipziger Platz", "12"),
        ("5555 NE Moore Ct", "NE Moore Ct", "5555"),
        ("Q7, 12", "Q7", "12"),
        ("Am Markt", "Am Markt", ""),
        ("", "", ""),
        ("Packstation 123", "Packstation", "123"),
    ],
)
def test_the_number_is_found(text: str, name: str, number: str) -> None:
    found = split_street(text)
    assert (found.name, found.number) == (name, number)
