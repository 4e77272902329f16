"""Every number in the foreign telephone files is read as the file says."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from shopphone.domain.phone import Number, display, normalise

CALLING_CODES = {"DE": "49", "AT": "43", "CH": "41"}
# a number of each kind of format, as far as the pattern leaves its digits open
BEGINNINGS = {
    "fixed_2": "30", "fixed_3": "221", "fixed_4": "5361", "fixed_5": "33203",
    "mobile_3": "171", "mobile_4": "1512", "mobile_5": "15020", "personal": "700",
    "tollfree": "800", "uan_3": "181", "uan_4": "1818", "uan_5": "18100", "varcost": "900",
    "voicemail_3": "177", "voicemail_4": "1512",
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(testdata: Path) -> Path:
    return testdata / "telephony"


def rows(file: Path) -> Iterator[dict[str, str]]:
    """The files are written with blanks around their semicolons."""
    with file.open(encoding="utf-8", newline="") as opened:
        for row in csv.reader(opened, delimiter=";", skipinitialspace=True):
            yield {"line": ";".join(row), **{str(n): cell.strip() for n, cell in enumerate(row)}}


def table(file: Path) -> list[list[str]]:
    return [[row[str(n)] for n in range(len(row) - 1)] for row in rows(file)][1:]


@pytest.mark.parametrize("code", ["49", "43", "41"])
def test_example_numbers_of_every_type_are_valid(folder: Path, code: str) -> None:
    examples = table(folder / f"libphonenumber_{code}_examples.csv")
    assert len(examples) >= 6
    for region, kind, number in examples:
        for spelling in (
            f"0{number}",
            f"+{code}{number}",
            f"00{code} {number}",
            f"+{code} (0){number}",
        ):
            found = normalise(spelling, country=region, area_code="")
            assert (found.e164, found.valid) == (f"+{code}{number}", True), (kind, spelling)
            assert found.national == number
        assert re.sub(r"\D", "", display(f"+{code}{number}", region)).endswith(number)


def written(pattern: str, beginning: str, *, whole: bool) -> str:
    """A number in this pattern: X is a digit, * one that may be missing."""
    digits = iter(beginning + "2345678" * 4)
    pattern = pattern.lstrip("#")
    return "".join(
        char if char.isdigit() or char == " " else next(digits) if char == "X" or whole else ""
        for char in pattern
    )


@pytest.mark.parametrize("name", ["formats", "altformats"])
@pytest.mark.parametrize("whole", [False, True], ids=["short", "long"])
def test_every_grouping_of_digits_is_read(folder: Path, name: str, whole: bool) -> None:
    patterns = table(folder / f"libphonenumber_49_{name}.csv")
    assert len(patterns) > 15
    for row in patterns:
        kind, pattern = (row[0], row[1]) if name == "formats" else (row[1], row[0])
        if kind.startswith("shortnumber"):
            continue
        beginning = next(start for id, start in BEGINNINGS.items() if kind.startswith(id))
        spelling = written(pattern, "" if pattern[0].isdigit() else beginning, whole=whole)
        digits = spelling.replace(" ", "")
        if len(digits) > 13:
            continue  # longer than any number that is given out
        for said in (f"0{spelling}", f"+49 {spelling}", f"+49 (0){spelling}"):
            assert e164_of(normalise(said, area_code="089")) == f"+49{digits}", (row, said)


def e164_of(found: Number) -> str | None:
    assert found.kind == "number"
    return found.e164


def test_short_codes_are_services_unless_a_town_may_have_the_number(folder: Path) -> None:
    codes = table(folder / "libphonenumber_49_shortcodes.csv")
    assert len(codes) == 20
    for row in codes:
        _, prefix, lengths, *rest = row
        start = re.sub(r"\[(\d).*?\]", r"\1", prefix)
        number = start.ljust(int(lengths.split(",")[0]), "5")
        found = normalise(number, area_code="089")
        carrier_specific = len(rest) > 3 and rest[3] == "true"
        if carrier_specific:
            assert found.e164 == f"+4989{number}", number
        else:
            assert (found.kind, found.e164, found.national) == ("service", None, number), number


def test_numbers_that_are_never_given_out_are_read_in_every_spelling(folder: Path) -> None:
    with (folder / "bnetza_drama_numbers.csv").open(encoding="utf-8", newline="") as opened:
        ranges = list(csv.DictReader(opened))
    assert len(ranges) == 6
    for row in ranges:
        prefix = row["prefix"]
        plain = re.sub(r"\D", "", prefix.removeprefix("(0)"))
        ends = [f"{n:03d}" for n in range(1000)] if row["to"] else [""]
        for end in ends:
            for said in (f"{prefix}{end}", f"+49 {prefix}-{end}".rstrip("-"), f"0{plain}{end}"):
                found = normalise(said, area_code="0221")
                assert (found.e164, found.valid) == (f"+49{plain}{end}", True), said


def test_every_area_code_of_germany_gives_its_town_a_number(folder: Path) -> None:
    text = (folder / "libphonenumber_geocoding_de_49.txt").read_text(encoding="utf-8")
    prefixes = re.findall(r"^49(\d+)\|", text, re.M)
    assert len(prefixes) > 5000
    for prefix in prefixes:
        local = "2345678"[: 10 - len(prefix)]
        expected = f"+49{prefix}{local}"
        assert normalise(f"0{prefix}/{local}", area_code="089").e164 == expected
        assert normalise(local, area_code=f"0{prefix}").e164 == expected


def test_numbers_that_boxes_reported_never_become_someone_elses(folder: Path) -> None:
    with (folder / "fritz" / "callmonitor_lines.csv").open(encoding="utf-8", newline="") as opened:
        lines = [row["line"].split(";") for row in csv.DictReader(opened)]
    numbers = {cell for line in lines for cell in line[3:] if re.fullmatch(r"0[1-9]\d{6,}", cell)}
    assert len(numbers) >= 5
    for number in numbers:
        found = normalise(number, area_code="0221")
        assert found.e164 in (None, f"+49{number[1:]}")


def test_numbers_of_a_phone_book_are_read(folder: Path) -> None:
    text = (folder / "fritz" / "phonebook_fritzXML2vcard.xml").read_text(encoding="utf-8")
    numbers = re.findall(r"<number[^>]*>([^<]+)</number>", text)
    assert numbers
    for number in numbers:
        found = normalise(number, area_code="0221")
        assert found.raw == number
        digits = re.sub(r"\D", "", number)
        if found.e164 is not None:
            assert found.e164.lstrip("+").endswith(digits.lstrip("0")[-6:])
