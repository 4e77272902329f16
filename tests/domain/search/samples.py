"""Word lists and articles of a small kitchen shop, for the tests of the finder."""

from collections.abc import Iterable

from shopphone.domain.search.analysis import Lists, lists_from_texts
from shopphone.domain.search.index import Document, SearchIndex

LISTS: dict[str, Lists] = {
    "de": lists_from_texts(
        "de",
        "# Füllwörter\n0.2 der die das ein eine ich wie ist was und mein für mit von in\n0.4 geht",
        "# Gruppen\nRetoure, Rücksendung, zurückschicken\nPorto, Versandkosten",
    ),
    "en": lists_from_texts("en", "the a is my how do i to of and it", "return, send back"),
}

ARTICLES = (
    Document(key=1, language="de", title="Versandkosten", body="Ein Paket in Deutschland: 4,90 €."),
    Document(key=2, language="de", title="Rücksendung", body="Legen Sie den Schein bei. 14 Tage."),
    Document(key=3, language="de", title="Gusspfanne einbrennen", body="Dünn ölen, heiß machen."),
    Document(key=4, language="de", title="Größe der Pfanne", body="Messen Sie den Herd aus."),
    Document(key=5, language="de", title="Messer schärfen", body="Mit dem Wetzstahl, nie trocken."),
    Document(key=6, language="de", title="Holzbrett pflegen", body="Leinöl dünn auftragen."),
    Document(key=7, language="de", title="Zahlungsarten", body="Rechnung, Vorkasse und Kosten."),
    Document(key=8, language="en", title="Season a pan", body="Oil it thinly and make it hot."),
    Document(key=9, language="en", title="Versandkosten abroad", body="Parcels to Austria: 9.90."),
    Document(key=10, language="de", title="Versand", body="Jeden Tag bis zwölf Uhr."),
)


def index_of(*documents: Document) -> SearchIndex:
    index = SearchIndex(LISTS)
    index.put(documents or ARTICLES)
    return index


def kept(index: SearchIndex) -> bytes:
    return b"".join(index.pieces())


def restored(index: SearchIndex, documents: Iterable[Document] = ARTICLES) -> SearchIndex:
    """The index as the next start has it."""
    again = SearchIndex(LISTS)
    again.restore(kept(index), [each.key for each in documents])
    return again


def keys(index: SearchIndex, query: str, language: str = "de", limit: int = 20) -> list[int]:
    return [hit.key for hit in index.find(query, language=language, limit=limit)]
