"""The manual's page about deadlines: its examples are reckoned again, in both languages."""

from datetime import date

import pytest

from shopphone.domain.deadlines import Events, reckon
from shopphone.letters import amounts
from shopphone.paths import resources

D = date.fromisoformat
# rule, what happened, where
EXAMPLES = (
    ("W14", Events(goods_on=D("2026-11-14"), places=("NW",))),
    (
        "W_MAX",
        Events(goods_on=D("2026-12-03"), confirmed_on=D("2026-12-01"), places=("NW",)),
    ),
    ("W_EXTINCT", Events(goods_on=D("2028-02-29"), places=("NW",))),
)
WEEKDAYS = {
    "de": ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"),
}


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_examples_of_the_manual_are_right(language: str) -> None:
    file = resources() / "manual" / language / "deadlines.md"
    text = " ".join(file.read_text(encoding="utf-8").split())
    for rule, events in EXAMPLES:
        found = reckon(rule, events)
        last = amounts.day(found.last_day, language).replace("\u00a0", " ")
        weekday = WEEKDAYS[language][found.last_day.weekday()]
        assert f"{'Letzter Tag' if language == 'de' else 'Last day'}: {weekday}, {last}." in text
        beside = [] if found.beside is None else [found.beside]
        for reckoning in (found, *beside):
            begun = amounts.day(reckoning.steps[0].day, language).replace("\u00a0", " ")
            assert begun in text
    assert text.count("Letzter Tag:" if language == "de" else "Last day:") == len(EXAMPLES)
