import threading

import pytest

from shopphone.domain.search.analysis import lists_from_texts
from shopphone.domain.search.index import Document, SearchIndex, highlight
from tests.domain.search.samples import ARTICLES, index_of, keys, restored


@pytest.mark.parametrize("word", ["größe", "groesse", "grosse", "GRÖßE", "Gro\u0308ße", "Größen"])
def test_every_spelling_of_an_umlaut_finds_it(word: str) -> None:
    assert keys(index_of(), word)[0] == 4


@pytest.mark.parametrize("word", ["ruecksendung", "rucksendung", "Rücksendungen"])
def test_an_umlaut_in_a_title_is_met_by_every_spelling(word: str) -> None:
    assert keys(index_of(), word)[0] == 2


def test_a_part_finds_the_compound() -> None:
    assert 1 in keys(index_of(), "kosten")
    assert keys(index_of(), "brett")[0] == 6


def test_a_compound_finds_its_parts_apart() -> None:
    assert keys(index_of(), "Pfannengröße")[0] == 4


def test_a_mistyped_word_is_understood() -> None:
    assert keys(index_of(), "Rücksenduung ")[0] == 2
    assert keys(index_of(), "Vresandkosten ")[0] == 1
    assert keys(index_of(), "Gusspfane ")[0] == 3


def test_the_word_being_typed_stands_for_what_it_may_become() -> None:
    assert keys(index_of(), "mess")[0] in (4, 5)
    assert 3 in keys(index_of(), "gussp")
    assert 2 in keys(index_of(), "rücks")
    assert 2 in keys(index_of(), "rueckse")


def test_a_synonym_finds_what_nobody_called_so() -> None:
    assert keys(index_of(), "zurückschicken")[0] == 2
    assert keys(index_of(), "Porto")[0] == 1


def test_stop_words_alone_still_find_something() -> None:
    assert keys(index_of(), "mit dem") == [5]


@pytest.mark.parametrize("query", ["", " ", "?!", "\0", "_ _"])
def test_nothing_asked_finds_nothing(query: str) -> None:
    assert keys(index_of(), query) == []


def test_gibberish_finds_nothing() -> None:
    assert keys(index_of(), "xqzvw jjkkyy ") == []


def test_the_callers_language_comes_first_and_the_other_is_marked() -> None:
    german = index_of().find("Versandkosten", language="de")
    english = index_of().find("Versandkosten", language="en")
    assert german[0].key == 1
    assert (english[0].key, english[0].language) == (9, "en")
    assert {hit.language for hit in german} == {"de", "en"}


def test_a_boosted_article_comes_first_when_a_word_of_it_is_asked() -> None:
    index = index_of()
    assert keys(index, "Pfanne einbrennen")[0] == 3
    found = index.find("Pfanne einbrennen", language="de", boost={4: 2.0, 6: 2.0})
    assert found[0].key == 4
    assert 6 not in [hit.key for hit in found]


def test_a_boosted_article_in_another_language_stays_behind_those_in_the_callers() -> None:
    found = index_of().find("Versandkosten", language="de", boost={9: 2.0})
    assert (found[0].key, found[0].language) == (1, "de")


def test_stop_words_do_not_lift_a_boosted_article() -> None:
    found = index_of().find("mit Messer", language="de", boost={5: 2.0, 7: 2.0})
    assert found[0].key == 5
    assert 7 not in [hit.key for hit in found]


def test_the_share_of_a_question_an_article_says_is_the_same_measure_for_every_question() -> None:
    index = index_of()
    whole, half = index.cover("Messer schärfen "), index.cover("Messer einfrieren ")
    assert 0 < half[5] < whole[5] <= 1
    assert 6 not in whole
    assert index.cover("") == {}


def test_a_wording_is_learnt_at_once() -> None:
    index = index_of()
    assert 5 not in keys(index, "Tomaten zerdrücken")
    index.put([Document(key=5, language="de", title="Messer schärfen", body="Mit dem Wetzstahl.",
                        asked=("zerdrückt nur noch Tomaten",))])  # fmt: skip
    assert keys(index, "Tomaten zerdrücken")[0] == 5


def test_thirty_wordings_of_one_article_bury_no_other() -> None:
    taught = tuple(f"Messer stumpf zum {n}. Mal, schneidet Brot nicht" for n in range(30))
    index = index_of()
    index.put([Document(key=5, language="de", title="Messer schärfen", body="Wetzstahl.",
                        asked=taught)])  # fmt: skip
    assert keys(index, "Messer stumpf")[0] == 5
    for article in ARTICLES[:7]:
        assert keys(index, article.title)[0] == article.key


def test_removed_articles_are_gone() -> None:
    index = index_of()
    index.remove([1, 99])
    assert 1 not in keys(index, "Versandkosten")
    assert len(index) == len(ARTICLES) - 1


def test_an_article_may_change_its_language() -> None:
    index = index_of()
    index.put([Document(key=1, language="en", title="Shipping cost", body="A parcel: 4.90.")])
    assert index.find("shipping cost", language="en")[0].key == 1
    assert all(hit.language == "en" for hit in index.find("Versandkosten", language="de")
               if hit.key == 1)  # fmt: skip


def test_at_most_as_many_as_wanted() -> None:
    many = [Document(key=n, language="de", title="Pfanne", body=f"Nummer {n}") for n in range(50)]
    assert keys(index_of(*many), "Pfanne", limit=7) == list(range(7))


@pytest.mark.parametrize(
    "text",
    ["x" * 10_000, "Pfanne " * 1500, "🔪" * 300, "\u202eמחבת\u202c سكين", "a\0b\0Pfanne", "%s <b>&",
     "\ud800", "İstanbul ŒUVRE ﬁ ½ ²", "ß" * 200, "'; DROP TABLE article; --"],
)  # fmt: skip
def test_hostile_text_is_only_text(text: str) -> None:
    told = (*ARTICLES, Document(key=77, language="de", title=text, body=text * 2))
    index = index_of(*told)
    index.find(text, language="de", boost={77: 1.0})
    again = restored(index, told)
    assert keys(again, "Messer schärfen")[0] == 5
    for start, end in highlight(text, text, "de"):
        assert 0 <= start < end <= len(text)


def test_marks_stand_on_the_words_of_the_text() -> None:
    text = "İ Die Gußpfanne: Kosten, Versandkosten und Größe"
    marked = [text[start:end] for start, end in highlight(text, "kosten groesse die", "de")]
    assert marked == ["Die", "Kosten", "Versandkosten", "Größe"]


def test_reading_goes_on_while_another_thread_writes() -> None:
    index = index_of()
    done = threading.Event()
    wrong: list[object] = []

    def read() -> None:
        while not done.is_set():
            found = keys(index, "Messer schärfen")
            if not found or found[0] != 5:
                wrong.append(found)

    reader = threading.Thread(target=read)
    reader.start()
    for n in range(30):
        index.put([Document(key=100 + n, language="de", title=f"Topf {n}", body="Emaille" * n)])
        index.remove([100 + n - 3])
    done.set()
    reader.join()
    assert wrong == []


_TAUGHT = tuple(
    f"{opening} {what} {end}"
    for opening in ("Wie lange", "Warum", "Wann", "Wo", "Bis wann")
    for what in ("dauert der Versand", "kommt mein Paket", "bleibt die Rücksendung")
    for end in ("nach Österreich", "mit der Pfanne")
)
_NEIGHBOURS = (
    ("Versandkosten", 1), ("Was kostet der Versand", 1), ("Rücksendung", 2), ("Gusspfanne", 3),
    ("Pfanne einbrennen", 3), ("Größe der Pfanne", 4), ("Wie groß ist die Pfanne", 4),
    ("Messer schärfen", 5), ("Brett pflegen", 6), ("Zahlungsarten", 7), ("Rechnung", 7),
    ("Wie lange Messer schärfen", 5), ("Wie oft das Holzbrett ölen", 6),
    ("Wo finde ich die Größe der Pfanne", 4), ("Wann muss ich Versandkosten zahlen", 1),
)  # fmt: skip


@pytest.mark.parametrize(("question", "key"), _NEIGHBOURS)
def test_thirty_wordings_bury_no_neighbour_that_has_none(question: str, key: int) -> None:
    assert len(_TAUGHT) == 30
    index = index_of()
    before = keys(index, question)[0]
    index.put([Document(key=10, language="de", title="Versand", body="Jeden Tag bis zwölf Uhr.",
                        asked=_TAUGHT)])  # fmt: skip
    assert keys(index, "Warum kommt mein Paket nicht")[0] == 10
    assert (before, keys(index, question)[0]) == (key, key)


@pytest.fixture
def evening() -> SearchIndex:
    """Two English articles, and the lists as a shop has them."""
    lists = lists_from_texts("en", "the with", "caffeine, sleep\ncourier, parcel, van, lorry")
    index = SearchIndex({"en": lists})
    index.put(
        [
            Document(key=1, language="en", title="How long to steep green tea", body="the"),
            Document(key=2, language="en", title="Tea and caffeine", body="with milk"),
            Document(key=3, language="en", title="The courier", body="tea in a parcel"),
        ]
    )
    return index


def found(index: SearchIndex, query: str) -> list[int]:
    return [hit.key for hit in index.find(query, language="en")]


def test_a_word_of_the_lists_is_no_slip_of_another(evening: SearchIndex) -> None:
    assert found(evening, "sleep?") == [2]
    assert found(evening, "stteep?")[0] == 1


def test_a_small_word_stays_small_when_it_is_mistyped() -> None:
    index = SearchIndex({"en": lists_from_texts("en", "with", "")})
    index.put(
        [
            Document(key=1, language="en", title="With", body="with"),
            Document(
                key=2,
                language="en",
                title="Tea",
                body="Warm cups, rinse and dry the pot. " + "Steep the leaves. " * 9,
            ),
        ]
    )
    assert found(index, "pot wiith?") == [2, 1]


def test_synonyms_stand_in_for_what_the_shop_never_says() -> None:
    def share(other: str) -> float:
        index = SearchIndex({"en": lists_from_texts("en", "", "courier, lorry")})
        titles = enumerate(["Courier", other, *["Tea"] * 18])
        index.put(Document(key=n, language="en", title=each, body="") for n, each in titles)
        return index.cover("lorry?")[0]

    assert share("Tea") > share("Lorry") > 0
