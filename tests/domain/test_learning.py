"""What is kept of a caller's question is never who has asked, and still finds the answer."""

import pytest

from shopphone.domain.learning import LONGEST_WORDING, Searched, goes_on, without_persons
from shopphone.domain.likeness import ALIKE, heart, likeness
from shopphone.services.finder import search_lists


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("kalk im kessel 089 99998-123", "kalk im kessel"),
        ("ruf an: +49 (0)89/99998-123 wegen Kalk", "ruf an: wegen Kalk"),
        ("0221-4710 12 rost", "rost"),
        ("rost a.loeffler@example.org weg", "rost weg"),
        ("Kunde 12345 fragt nach Rost", "Kunde fragt nach Rost"),
        ("AB-2026-00001 kommt nicht an", "kommt nicht an"),
        ("IBAN DE89 3704 0044 0532 0130 00 erstattung", "IBAN erstattung"),
        ("Am Lindenhang 12 versand", "Am Lindenhang versand"),
        ("geboren 12.3.1975 rabatt", "geboren rabatt"),
        ("Gusspfanne 28 cm rostet", "Gusspfanne 28 cm rostet"),
        ("0,5 l oder 28er Topf, 2 Tage", "0,5 l oder 28er Topf, 2 Tage"),
        ("Frau Meier: rost", "rost"),
        ("Herr Dr. Huber sagt hallo", "sagt hallo"),
        ("Löfflers Pfanne rostet", "Pfanne rostet"),
        ("Frau Loeffler-Meier, pfanne rostet", "pfanne rostet"),
        ("annemarie hat rost", "hat rost"),
        ("🍳 rost 🍳", "🍳 rost"),
        ("مقلاة صدأ 089 99998123", "مقلاة صدأ"),
        ("089 99998-123", ""),
        ("  ", ""),
    ],
)
def test_numbers_mail_and_names_are_taken_out_and_the_question_stays(asked: str, kept: str) -> None:
    assert without_persons(asked, ("Annemarie", "Löffler", "")) == kept


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("lefevre fragt nach rost", "Lefèvre"),
        ("Lefèvre fragt nach rost", "Lefevre"),
        ("celik: fragt nach rost", "Çelik"),
        ("Çeliks fragt nach rost", "Celik"),
        ("Soerensen fragt nach rost", "Sørensen"),
        ("Sørensen fragt nach rost", "Soerensen"),
        ("sorensen fragt nach rost", "Sørensen"),
        ("obrien fragt nach rost", "O'Brien"),
        ("O’Brien fragt nach rost", "O'Brien"),
        ("Herrmann's fragt nach rost", "Herrmann"),
        ("Mueller fragt nach rost", "Müller"),
        ("Muller fragt nach rost", "Müller"),
        ("lukasz fragt nach rost", "Łukasz"),
        ("Nowak fragt nach rost", "Kowalczyk-Nowak"),
    ],
)
def test_a_name_is_known_however_it_is_typed(asked: str, name: str) -> None:
    assert without_persons(asked, (name,)) == "fragt nach rost"


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("Herr Dr. von Stein Pfanne rostet", "Pfanne rostet"),
        ("Frau Prof. Dr. med. Huber Pfanne rostet", "Pfanne rostet"),
        ("Familie von der Heide fragt", "fragt"),
        ("Herr van den Berg fragt", "fragt"),
        ("Herr de la Cruz: fragt", "fragt"),
        ("Mr O'Brien asks", "asks"),
        ("Ms Smith asks", "asks"),
        ("Miss Çelik asks", "asks"),
        ("did I miss the parcel", "did I miss the parcel"),
        ("missing lid", "missing lid"),
        ("Konto 123 456 789 gr", "Konto gr"),
        ("Nummer 0171 345 er ruft", "Nummer er ruft"),
        ("tel 089 999 98 12 mal versucht", "tel mal versucht"),
        ("0171/345 67 x probiert", "x probiert"),
        ("(089) 12 x probiert", "x probiert"),
        ("2 x 28 cm oder 3 l", "2 x 28 cm oder 3 l"),
    ],
)
def test_titles_particles_and_numbers_in_groups_go_too(asked: str, kept: str) -> None:
    assert without_persons(asked) == kept


def test_a_very_long_question_is_cut() -> None:
    assert len(without_persons("rost pfanne " * 1000)) <= LONGEST_WORDING
    assert without_persons("1" * 10_000) == ""


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("", "r", True),
        ("rost", "rost pfa", True),
        ("rost pfanne", "rost", True),
        ("rost pfane reinigen", "rost pfanne reinigen", True),
        ("rost", "versand", False),
        ("rost", "", False),
        ("rost pfanne", "v", False),
    ],
)
def test_a_question_goes_on_while_something_of_it_stays(
    before: str, after: str, same: bool
) -> None:
    assert goes_on(before, after) is same


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Passt der Deckel?", "passt der deckel auf die 28er", True),
        ("passt der deckel auf die eisenpfanne", "Passt der Deckel auf die Eisenpfane?", True),
        ("kann ich die pfanne auf dem campingkocher benutzen",
         "geht die pfanne auf dem campingkocher", True),
        ("passt der deckel auf den topf", "passt der deckel auf die pfanne", False),
        ("wann kommt mein paket", "kommt rost an die pfanne", False),
        ("wie ist das?", "das ist wie?", True),
        ("🍳", "?", False),
    ],
)  # fmt: skip
def test_questions_are_alike_when_they_share_what_they_are_about(
    one: str, other: str, alike: bool
) -> None:
    stops = search_lists()["de"].stops
    a, b = heart(one, "de", stops), heart(other, "de", stops)
    assert (likeness(a, b) >= ALIKE) is alike
    assert likeness(a, b) == likeness(b, a)


def test_a_search_is_fruitless_when_a_question_was_asked_and_nothing_opened() -> None:
    asked = {"language": "de", "call_id": None, "customer_id": None, "shown": ()}
    assert Searched(words="rost", opened=False, **asked).is_fruitless  # type: ignore[arg-type]
    assert not Searched(words="rost", opened=True, **asked).is_fruitless  # type: ignore[arg-type]
    assert not Searched(words="r 12", opened=False, **asked).is_fruitless  # type: ignore[arg-type]
