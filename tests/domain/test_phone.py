"""Phone numbers in every spelling that callers, boxes and clerks produce."""

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopphone.domain.phone import Number, costs_more, display, normalise, trunk_prefixes

KINDS = {"number", "withheld", "internal", "service", "unknown"}

# spelling, what it is: a number, or its kind. A shop in Cologne (0221).
COLOGNE = [
    ("0221/123456", "+49221123456"),
    ("0221 / 12 34 56", "+49221123456"),
    ("0221-123456", "+49221123456"),
    ("0221.12.34.56", "+49221123456"),
    ("(0221) 123456", "+49221123456"),
    ("0221\u00a0123\u2011456", "+49221123456"),
    ("+49 221 123456", "+49221123456"),
    ("+49 (0)221 123456", "+49221123456"),
    ("+49(0)221/123456", "+49221123456"),
    ("0049 221 123456", "+49221123456"),
    ("49221123456", "+49221123456"),
    ("123456", "+49221123456"),
    ("12 34 56", "+49221123456"),
    ("０２２１１２３４５６", "+49221123456"),
    ("٠٢٢١١٢٣٤٥٦", "+49221123456"),
    ("\u202a0221 123456\u202c", "+49221123456"),
    ("\ufeff0221 123456", "+49221123456"),
    ("Tel.: 0221 / 12 34 56 (privat)", "+49221123456"),
    ("Frau Müller 0221 123456", "+49221123456"),
    ("0221 123456 oder 0171 1234567", "+49221123456"),
    ("0221 123456, 0171 1234567", "+49221123456"),
    ("0221123456#", "+49221123456"),
    ("017624025482#", "+4917624025482"),
    ("*31#0221123456", "+49221123456"),
    ("#31#0221123456", "+49221123456"),
    ("010130221123456", "+49221123456"),
    ("01001 3 0221 123456", "+49221123456"),
    ("0100130221123456", "+49221123456"),
    ("tel:+49-221-123456", "+49221123456"),
    ("tel:+49221123456;ext=77", "+49221123456"),
    ("tel:123456;phone-context=+49221", "+49221123456"),
    ("callto:+49221123456", "+49221123456"),
    ("sip:0221123456@fritz.box", "+49221123456"),
    ("sip:+49221123456@example.org;user=phone", "+49221123456"),
    ("+43 660 3123456", "+436603123456"),
    ("0043 660 3123456", "+436603123456"),
    ("+41 21 234 56 78", "+41212345678"),
    ("+1 (650) 253-0000", "+16502530000"),
    ("493023125741", "+493023125741"),
    ("492214710334", "+492214710334"),
    ("015146609763", "+4915146609763"),
    ("221123456", "+49221221123456"),
    ("01781231234", "+491781231234"),
    ("", "withheld"),
    ("0", "withheld"),
    (" ", "withheld"),
    ("anonymous", "withheld"),
    ("Anonymous", "withheld"),
    ("AnonymousMT", "withheld"),
    ("<unknown>", "withheld"),
    ('"Anonymous"', "withheld"),
    ("unbekannt", "withheld"),
    ("62", "internal"),
    ("**611", "service"),
    ("*96*5#", "service"),
    ("#96*5*", "service"),
    ("110", "service"),
    ("112", "service"),
    ("116117", "service"),
    ("11833", "service"),
    ("nachts", "unknown"),
    ("06221xxxxxx", None),
    ("1" * 40, "unknown"),
    ("+", "unknown"),
]


@pytest.mark.parametrize(("spelling", "meant"), COLOGNE)
def test_every_spelling_is_read_as_meant(spelling: str, meant: str | None) -> None:
    found = normalise(spelling, country="DE", area_code="0221")
    assert found.raw == spelling
    if meant is None:
        assert found.e164 is None or not found.valid
    elif meant.startswith("+"):
        assert (found.e164, found.kind) == (meant, "number")
    else:
        assert (found.e164, found.kind) == (None, meant)


# country, area code and number: the same digits mean different people
AT_HOME = [
    ("DE", "0221", "123456", "+49221123456"),
    ("DE", "089", "123456", "+4989123456"),
    ("DE", "89", "123456", "+4989123456"),
    ("DE", "", "0221 123456", "+49221123456"),
    ("AT", "01", "1234567", "+4311234567"),
    ("AT", "0662", "0660 3123456", "+436603123456"),
    ("AT", "0662", "1013 0662 123456", "+43662123456"),
    ("AT", "0662", "0049 221 123456", "+49221123456"),
    ("AT", "01", "144", None),
    ("CH", "044", "118", None),
    ("CH", "044", "1811", None),
    ("DE", "0221", "144", None),  # an extension of the telephone system
    ("CH", "044", "044 668 18 00", "+41446681800"),
    ("CH", "044", "10723 044 668 18 00", "+41446681800"),
    ("CH", "044", "0041 44 668 18 00", "+41446681800"),
]


@pytest.mark.parametrize(("country", "area", "spelling", "e164"), AT_HOME)
def test_country_and_area_code_of_the_shop_count(
    country: str, area: str, spelling: str, e164: str | None
) -> None:
    assert normalise(spelling, country=country, area_code=area).e164 == e164


def test_an_extension_is_kept_beside_the_number() -> None:
    found = normalise("tel:+49221123456;ext=77")
    assert (found.e164, found.extension, found.national) == ("+49221123456", "77", "221123456")


@pytest.mark.parametrize(
    ("e164", "country", "shown"),
    [
        ("+498999998123", "DE", "089 99998123"),
        ("+498999998123", "AT", "+49 89 99998123"),
        ("+436603123456", "DE", "+43 660 3123456"),
        ("nonsense", "DE", "nonsense"),
    ],
)
def test_numbers_are_shown_as_people_write_them(e164: str, country: str, shown: str) -> None:
    assert display(e164, country) == shown


@pytest.mark.parametrize(
    ("number", "more"),
    [
        ("0900 1234567", True),
        ("0180 6 123456", True),
        ("0800 1234567", False),
        ("089 99998-100", False),
        ("0152 28817386", False),
    ],
)
def test_numbers_that_cost_callers_more_are_known(number: str, more: bool) -> None:
    e164 = normalise(number).e164
    assert e164 is not None
    assert costs_more(e164) is more


def test_a_company_is_found_by_the_beginning_of_its_numbers() -> None:
    prefixes = trunk_prefixes("+492214710145")
    assert {"+4922147100", "+492214710"} <= set(prefixes)
    assert "+492214710145" not in prefixes
    assert trunk_prefixes("+4911") == ()


digits = st.text(alphabet="0123456789", min_size=1, max_size=18)
dialled = st.text(alphabet=string.digits + " +-/().*#;,:@=\u00a0\u2013extoderTl", max_size=60)
areas = st.sampled_from([("DE", "0221"), ("DE", ""), ("AT", "01"), ("CH", "044"), ("FR", "")])


def check(found: Number, raw: str) -> None:
    assert found.raw == raw
    assert found.kind in KINDS
    assert (found.e164 is None) == (found.kind != "number")
    if found.e164 is not None:
        assert re.fullmatch(r"\+[1-9]\d{3,16}", found.e164)
        again = normalise(found.e164)
        assert again.e164 == found.e164
        assert display(found.e164)
        for prefix in trunk_prefixes(found.e164):
            assert prefix != found.e164
            assert prefix.rstrip("0")
            assert found.e164.startswith(prefix.removesuffix("0"))


@given(st.text(max_size=80) | dialled, areas)
def test_any_text_is_a_number_or_none(raw: str, where: tuple[str, str]) -> None:
    check(normalise(raw, country=where[0], area_code=where[1]), raw)


@given(st.binary(max_size=300), areas)
def test_any_bytes_are_a_number_or_none(data: bytes, where: tuple[str, str]) -> None:
    raw = data.decode("utf-8", errors="surrogateescape")
    check(normalise(raw, country=where[0], area_code=where[1]), raw)
    check(
        normalise(data.decode("latin-1"), country=where[0], area_code=where[1]),
        data.decode("latin-1"),
    )


@given(digits, st.text(alphabet=" -/.\u00a0\u2011", min_size=1, max_size=3), st.integers(1, 16))
def test_separators_between_digits_mean_nothing(number: str, separator: str, at: int) -> None:
    plain = normalise(f"0221{number}")
    if plain.kind == "number" and "  " not in separator and "/" not in separator:
        parted = number[:at] + separator + number[at:] if 0 < at < len(number) else number
        assert normalise(f"0221{parted}").e164 == plain.e164


@given(st.text(alphabet="0123456789", min_size=3, max_size=8).filter(lambda n: n[0] not in "01"))
def test_a_local_number_is_the_same_with_the_area_code(number: str) -> None:
    local = normalise(number, area_code="0221")
    if local.kind == "number" and local.valid and not number.startswith("49"):
        assert local.e164 == normalise(f"0221 {number}").e164
