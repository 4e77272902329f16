"""Care sheets from whatever stands in an article: tables too wide for the page, floods of brackets."""

import time

import pytest

from shopphone.letters import breaking, care_sheet
from tests.letters import reading


@pytest.mark.parametrize("columns", [9, 42, 300])
def test_a_table_too_wide_for_the_page_is_printed_as_text(columns: int) -> None:
    head = "|" + "|".join(f"Spalte{n}" for n in range(columns)) + "|"
    rule = "|" + "---|" * columns
    row = "|" + "|".join(f"Wert{n}" for n in range(columns)) + "|"
    printed = reading.text(care_sheet.alone("Maße", f"{head}\n{rule}\n{row}", "de"))
    assert f"Spalte{columns - 1}" in printed
    assert f"Wert{columns - 1}" in printed


def test_breaking_ends_where_there_is_no_room_at_all() -> None:
    assert "".join(breaking.lines("Wort", -1.0)).replace("-", "") == "Wort"


@pytest.mark.parametrize("flood", ["[", "![", "[a](", "[](a", "[]((", "[](" + "a" * 20_000])
def test_a_flood_of_brackets_is_read_once(flood: str) -> None:
    text = flood * (20_000 // len(flood) or 1)
    began = time.perf_counter()
    care_sheet.alone("Klammern", text, "de")
    assert time.perf_counter() - began < 5


def test_a_link_keeps_its_words_and_its_address() -> None:
    text = 'Siehe [Guss](https://de.wikipedia.org/wiki/Gusseisen_(Metall) "Titel").'
    printed = reading.text(care_sheet.alone("Links", text, "de"))
    assert "Siehe Guss (https://de.wikipedia.org/wiki/Gusseisen_(Metall))." in " ".join(
        printed.split()
    )
