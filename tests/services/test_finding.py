"""The finder follows every change at once, in both languages, on both databases."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, update

import shopphone.services.answers as answers
import shopphone.services.anything as anything
import shopphone.services.articles as articles
import shopphone.services.customers as customers
import shopphone.services.finder as finder
import shopphone.services.orders as orders
import shopphone.services.products as products
from shopphone.domain.customers import CustomerDraft
from shopphone.domain.errors import Refused
from shopphone.domain.knowledge import ArticleDraft
from shopphone.domain.places import Place
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.local import Local
from tests.services.test_orders import draft_with


def write(desk: Desk, title: str, language: str = "de", **more: Any) -> int:
    return articles.save(desk, ArticleDraft(title=title, language=language, **more))


def titles(desk: Desk, words: str, language: str = "de") -> list[str]:
    return [hit.title for hit in answers.find(desk, words, language)]


def skus(desk: Desk, words: str) -> list[str]:
    return [each.sku for each in products.find(desk, words)]


def test_a_new_a_changed_and_a_renamed_article_are_found_at_once(desk: Desk) -> None:
    write(desk, "Gutschein", say="Ein Gutschein gilt drei Jahre.")
    assert titles(desk, "rost") == []
    article = write(desk, "Rost entfernen", say="Mit Salz ausreiben.")
    assert titles(desk, "rost") == ["Rost entfernen"]
    changed = ArticleDraft(article_id=article, version=1, title="Kalk lösen", say="Mit Essig.")
    articles.save(desk, changed)
    assert titles(desk, "rost") == []
    assert titles(desk, "kalk") == titles(desk, "essig") == ["Kalk lösen"]


def test_articles_in_the_callers_language_come_first(desk: Desk) -> None:
    write(desk, "Rost von der Pfanne entfernen")
    write(desk, "Remove rust from the pan", "en")
    assert titles(desk, "rust pan", "en")[0] == "Remove rust from the pan"
    assert titles(desk, "rost pfanne", "de")[0] == "Rost von der Pfanne entfernen"
    foreign = answers.find(desk, "rust", "de")
    assert [hit.foreign for hit in foreign if hit.language == "en"] == [True]


@pytest.mark.parametrize("typed", ["versandkosten", "Versandksten", "VERSAND", "versandk"])
def test_parts_slips_and_beginnings_of_words_are_found(desk: Desk, typed: str) -> None:
    write(desk, "Rost entfernen")
    write(desk, "Versandkosten")
    assert titles(desk, typed)[0] == "Versandkosten"


def test_what_callers_asked_finds_what_helped_them(desk: Desk) -> None:
    article = write(desk, "Kalk lösen")
    assert titles(desk, "weisses zeug") == []
    answers.used(desk, article, None, "helped", "weisses zeug im kessel")
    assert titles(desk, "weisses zeug") == ["Kalk lösen"]
    assert articles.read(desk, article).wordings == ("weisses zeug im kessel",)
    assert articles.read(desk, article).helped == 1


def test_answers_about_what_the_caller_bought_come_first(goods: Desk) -> None:
    other = articles.save(goods, ArticleDraft(title="Pfanne reinigen: Edelstahl"))
    mine = articles.save(goods, ArticleDraft(title="Pfanne reinigen: Guss", skus=["GP-28"]))
    draft = draft_with(goods, ("Gusspfanne", "9.90"))
    draft.lines[0].product_id, draft.lines[0].option = 1, "28 cm"
    orders.place(goods, draft, {})
    hits = answers.find(goods, "pfanne reinigen", customer_id=draft.customer_id)
    assert [hit.article_id for hit in hits] == [mine, other]
    assert hits[0].because == ("Gusspfanne 28 cm", goods.today())
    assert hits[1].because is None
    assert all(hit.because is None for hit in answers.find(goods, "pfanne reinigen"))


def test_marks_stand_on_the_found_words(desk: Desk) -> None:
    write(desk, "Rost entfernen", details="Viel Text. " * 40 + "Den Rost mit Salz ausreiben.")
    (hit,) = answers.find(desk, "rost salz")
    assert {hit.title[a:b] for a, b in hit.title_marks} == {"Rost"}
    assert "Salz" in {hit.excerpt[a:b] for a, b in hit.excerpt_marks}
    assert len(hit.excerpt) < 170


def test_every_version_of_an_article_is_kept(desk: Desk) -> None:
    article = write(desk, "Eins", say="a")
    for version, title in ((1, "Zwei"), (2, "Drei")):
        draft = ArticleDraft(article_id=article, version=version, title=title)
        articles.save(desk, draft)
    with desk.db.reading() as connection:
        rows = connection.execute(
            t.article_version.select().order_by(t.article_version.c.version)
        ).all()
    assert [(row.version, row.content["title"], row.changed_by) for row in rows] == [
        (1, "Eins", "Anna Berger"), (2, "Zwei", "Anna Berger"), (3, "Drei", "Anna Berger"),
    ]  # fmt: skip


def test_two_people_never_overwrite_each_others_article(desk: Desk, second_desk: Desk) -> None:
    article = write(desk, "Eins")
    articles.save(second_desk, ArticleDraft(article_id=article, version=1, title="Zwei"))
    with pytest.raises(Refused, match="article_changed_meanwhile"):
        articles.save(desk, ArticleDraft(article_id=article, version=1, title="Meins"))
    assert articles.read(desk, article).title == "Zwei"
    with desk.db.reading() as connection:
        assert len(connection.execute(t.article_version.select()).all()) == 2


def test_the_list_of_articles_narrows_and_ranks(desk: Desk) -> None:
    write(desk, "Versand", topics=["Versand"])
    write(desk, "Rost", topics=["Pflege"], say="Versand ist möglich")
    write(desk, "Shipping", "en", topics=["Versand"])
    assert [row.title for row in articles.page(desk)] == ["Rost", "Shipping", "Versand"]
    assert [row.title for row in articles.page(desk, language="en")] == ["Shipping"]
    assert [row.title for row in articles.page(desk, "versand", "de")] == ["Versand", "Rost"]


@pytest.mark.parametrize("typed", ["GP-28", "gp-28", "Gp-28", "2000000000039", "alt-28"])
def test_a_known_number_in_any_case_finds_its_good_alone(goods: Desk, typed: str) -> None:
    assert skus(goods, typed) == ["GP-28"]


def test_an_old_number_in_any_case_finds_its_good_first(goods: Desk) -> None:
    assert skus(goods, "aLt-28")[0] == "GP-28"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("GP-28", ["GP-28"]),
        ("gp-28", ["GP-28"]),
        (" 2000000000039 ", ["GP-28"]),
        ("alt-28", ["GP-28"]),
        ("OEL-1", ["OEL-1"]),
        ("kochm", ["MESSER"]),
        ("knife", ["MESSER"]),
        ("leinsaat öl", ["OEL-1"]),
        ("", []),
        ("  ", []),
        ("Fahrrad", []),
    ],
)
def test_goods_are_found_by_code_first_then_by_name(
    goods: Desk, typed: str, found: list[str]
) -> None:
    assert skus(goods, typed)[:1] == found[:1]
    assert len(skus(goods, typed)) >= len(found)
    if not found:
        assert skus(goods, typed) == []


def test_a_size_narrows_the_variants(goods: Desk) -> None:
    assert skus(goods, "gusspfanne 24")[0] == "GP-24"
    assert skus(goods, "gusspfanne 28 cm")[0] == "GP-28"
    assert {each.sku for each in products.variants(goods, 1)} == {"GP-28", "GP-24"}


def test_goods_follow_every_change(goods: Desk) -> None:
    assert skus(goods, "kochmesser") == ["MESSER"]
    with goods.db.writing() as tx:
        tx.execute(update(t.product).where(t.product.c.sku == "MESSER").values(name="Santoku"))
    assert skus(goods, "santoku") == ["MESSER"]
    with goods.db.writing() as tx:
        tx.execute(update(t.product).where(t.product.c.sku == "MESSER").values(active=False))
    assert skus(goods, "santoku") == skus(goods, "MESSER") == []


def test_the_catalogue_pages_by_name_and_category(goods: Desk) -> None:
    everything = [each.product_id for each in products.page(goods)]
    first = products.page(goods, limit=3)
    rest = products.page(goods, after=(first[-1].name, first[-1].product_id))
    assert [each.product_id for each in (*first, *rest)] == everything
    assert len(everything) == 4
    assert [each.sku for each in products.page(goods, category="Pflege")] == ["OEL-1"]
    assert [each.sku for each in products.page(goods, "pfanne", "Pflege")] == []
    assert products.categories(goods) == ("Messer", "Pfannen", "Pflege")
    detail = products.detail(goods, 1)
    assert (detail.old_skus, detail.product.full_name("en")) == (("ALT-28",), "Cast iron pan 28 cm")


def _cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def _changed(content: bytes) -> bytes:
    return bytes(each ^ (n % 97 == 96) for n, each in enumerate(content))


@pytest.mark.parametrize("damaged", [bytes, _cut, _changed, lambda _: b"", lambda _: b"x" * 500])
def test_the_kept_index_answers_like_a_new_one_whatever_became_of_its_file(
    goods: Desk, tmp_path: Path, damaged: Callable[[bytes], bytes]
) -> None:
    write(goods, "Rost von der Gusspfanne entfernen")
    finder.warm_up(goods)
    before = (answers.find(goods, "guss rost"), products.find(goods, "pfane"))
    files = sorted(tmp_path.glob("*.index"))
    assert [file.name for file in files] == ["articles.index", "goods.index"]
    for file in files:
        file.write_bytes(damaged(file.read_bytes()))
    again = restarted(goods, tmp_path)
    assert (answers.find(again, "guss rost"), products.find(again, "pfane")) == before
    again.local.close()


def restarted(desk: Desk, folder: Path) -> Desk:
    return Desk(db=desk.db, local=Local(folder / "again.db"), now=desk.now, cache=folder)


def test_the_kept_index_is_opened_and_not_made_again(goods: Desk, tmp_path: Path) -> None:
    """Its file is given what another text would have made of it: only who reads it finds that."""
    article, version = write(goods, "Kalk lösen"), 1
    kept = {}
    for title in ("Rost entfernen", "Kalk lösen"):
        draft = ArticleDraft(article_id=article, version=version, title=title)
        articles.save(goods, draft)
        version += 1
        finder.warm_up(goods)
        finder.keep(goods)
        kept[title] = (tmp_path / "articles.index").read_bytes()
    head = kept["Kalk lösen"][: 8 + 24]  # how many, and of the one its key and digest
    (tmp_path / "articles.index").write_bytes(head + kept["Rost entfernen"][len(head) :])
    again = restarted(goods, tmp_path)
    assert titles(again, "rost") == ["Kalk lösen"]
    again.local.close()


def test_an_index_kept_before_articles_changed_is_brought_up_to_date(
    goods: Desk, tmp_path: Path
) -> None:
    stays = write(goods, "Rost von der Gusspfanne entfernen")
    finder.warm_up(goods)
    kept = (tmp_path / "articles.index").read_bytes()
    learnt = write(goods, "Messer schärfen")
    for _ in range(2):
        again = restarted(goods, tmp_path)
        assert answers.find(again, "messer")[0].article_id == learnt
        assert answers.find(again, "guss rost")[0].article_id == stays
        finder.keep(again)
        again.local.close()
        assert (tmp_path / "articles.index").read_bytes() != kept


def test_in_a_large_shop_questions_do_not_wait_for_what_was_just_learnt(
    desk: Desk, tmp_path: Path
) -> None:
    """It is made beside them, and the next start opens what was kept of it."""
    row = {"language": "de", "version": 1, "changed_at": desk.now(), "say": "Gut abtrocknen."}
    with desk.db.writing() as tx:
        rows = [row | {"title": f"Pfanne {n}"} for n in range(400)]
        tx.execute(insert(t.article), rows)
    article = answers.find(desk, "pfanne 7 ")[0].article_id
    answers.used(desk, article, None, "helped", "weisses zeug")
    assert titles(desk, "weisses zeug") == []
    assert len(answers.find(desk, "pfanne")) == 12
    finder.renew(desk)
    assert titles(desk, "weisses zeug") == ["Pfanne 7"]
    finder.keep(desk)
    changed = ArticleDraft(article_id=article, version=1, title="Topf")
    articles.save(desk, changed)
    again = restarted(desk, tmp_path)
    assert titles(again, "weisses zeug") == ["Topf"]
    assert titles(again, "topf") == []
    finder.renew(again)
    assert titles(again, "topf") == ["Topf"]
    again.local.close()


def test_a_verdict_without_words_outdates_no_index(desk: Desk) -> None:
    article = write(desk, "Kalk lösen")
    told: set[str] = set()
    desk.db.on_change(told.update)
    use = answers.used(desk, article, None, "helped")
    answers.used(desk, article, None, "not_helped")
    answers.take_back(desk, use)
    assert told == {"article_use", "article.counts"}
    read = articles.read(desk, article)
    assert (read.helped, read.not_helped) == (0, 1)


@pytest.mark.parametrize(
    ("typed", "screen", "wanted"),
    [
        ("AB-2026-00001", "orders", 1),
        ("ab-2026-00001", "orders", 1),
        ("0034 0434", "orders", 1),
        ("K-00001", "customers", 1),
        ("+49 89 99998-123", "customers", 1),
        ("löffl", "customers", 1),
        ("gp-28", "products", "GP-28"),
        ("2000000000022", "products", "GP-24"),
        ("kochmesser", "products", "MESSER"),
        ("rost von der pfanne", "knowledge", 1),
        ("00001", "orders", 1),
        ("1", "orders", 1),
    ],
)
def test_one_line_of_words_leads_to_the_place_that_is_meant(
    goods: Desk, typed: str, screen: str, wanted: int | str
) -> None:
    draft = draft_with(goods, ("Ware", "1"))
    draft.delivery_phone = "089 99998-123"
    order = orders.place(goods, draft, {})
    orders.set_tracking(goods, order.order_id, "DHL", "0034 0434")
    write(goods, "Rost von der Pfanne entfernen")
    place = anything.find(goods, typed)[0].place
    assert (place.screen, place.wanted) == (screen, wanted)


@pytest.mark.parametrize("typed", ["%", "", "\x00", "qqxyzzy", "x" * 100_000])
def test_what_means_nothing_finds_nothing(goods: Desk, typed: str) -> None:
    assert anything.find(goods, typed) == ()


def test_what_was_opened_last_is_found_without_words_unless_it_is_gone(goods: Desk) -> None:
    order = orders.place(goods, draft_with(goods, ("Ware", "1")), {})
    article = write(goods, "Rost")
    first, second = (
        Place(screen="orders", wanted=order.order_id),
        Place(screen="knowledge", wanted=article),
    )
    for place in (first, second, first):
        anything.remember(goods, place)
    assert [each.place for each in anything.find(goods, "")] == [first, second]
    assert anything.recent(goods)[0].title == order.number
    anything.remember(goods, Place(screen="orders", wanted=999))
    assert [each.place for each in anything.recent(goods)] == [first, second]


def test_several_people_begin_with_a_line_for_all_of_them(goods: Desk) -> None:
    for first_name in ("Anna", "Berta"):
        mail = f"{first_name.lower()}@example.org"
        draft = CustomerDraft(first_name=first_name, last_name="Söllner", email=mail)
        customers.save(goods, draft)
    found = anything.find(goods, "söll")
    assert [each.title for each in found] == ["söll", "Anna Söllner", "Berta Söllner"]
    assert [each.is_list for each in found] == [True, False, False]
    for typed in ("Berta Söl", "söllner be", "Berta@Example.org"):
        assert [each.title for each in anything.find(goods, typed)] == ["Berta Söllner"]


def order(goods: Desk, product: int, option: str, customer: int | None = None) -> tuple[int, int]:
    """(customer, order) of an order of one thing."""
    draft = draft_with(goods, ("Gusspfanne", "9.90"))
    draft.customer_id = customer or draft.customer_id
    draft.lines[0].product_id, draft.lines[0].option = product, option
    placed = orders.place(goods, draft, {})
    assert draft.customer_id is not None
    return draft.customer_id, placed.order_id


def set_state(goods: Desk, order_id: int, state: str) -> None:
    with goods.db.writing() as tx:
        tx.execute(update(t.sale_order).where(t.sale_order.c.id == order_id).values(state=state))


@pytest.mark.parametrize("group", ["Gusspfanne", "Pfannen"])
def test_articles_of_a_group_of_goods_in_an_open_order_come_first(goods: Desk, group: str) -> None:
    """Group and category of the product are both what a shop calls a group of goods."""
    other = write(goods, "Pfanne reinigen", say="Die Pfanne reinigen, die Pfanne.")
    mine = write(goods, "Einbrennen", say="Danach die Pfanne reinigen.", groups=[group])
    customer, _ = order(goods, 1, "28 cm")
    hits = answers.find(goods, "pfanne reinigen", customer_id=customer)
    assert [(hit.article_id, hit.because) for hit in hits] == [
        (mine, ("Gusspfanne 28 cm", goods.today())), (other, None),
    ]  # fmt: skip


def test_open_orders_count_more_than_old_ones_and_cancelled_ones_nothing(goods: Desk) -> None:
    best = write(goods, "Pfanne reinigen: alles")
    old = write(goods, "Pfanne", say="reinigen wie die Pfanne", skus=["GP-24"])
    cancelled = write(goods, "Pfannen reinigen mit Öl", skus=["OEL-1"])
    current = write(goods, "Topf", say="Pfanne anders reinigen", skus=["GP-28"])
    customer, first = order(goods, 2, "24 cm")
    set_state(goods, first, "closed")
    set_state(goods, order(goods, 3, "", customer)[1], "cancelled")
    order(goods, 1, "28 cm", customer)
    hits = answers.find(goods, "pfanne reinigen alles", customer_id=customer)
    assert hits[0].article_id == current
    assert {hit.article_id: hit.because is not None for hit in hits} == {
        current: True, old: True, best: False, cancelled: False,
    }  # fmt: skip
    assert answers.find(goods, "kochmesser", customer_id=customer) == ()


def test_without_words_the_articles_of_the_callers_goods_stand_there(goods: Desk) -> None:
    write(goods, "Versand")
    old = write(goods, "Pfanne 24", skus=["GP-24"])
    current = write(goods, "Pfanne 28", skus=["GP-28"], say="Gut trocknen.")
    only_english = write(goods, "Cast iron", "en", skus=["GP-28"])
    translated = write(goods, "Pan 28", "en", skus=["GP-28"], translates=current)
    write(goods, "Entwurf", skus=["GP-28"], state="draft")
    customer, first = order(goods, 2, "24 cm")
    set_state(goods, first, "closed")
    order(goods, 1, "28 cm", customer)
    for words in ("", "   "):
        hits = answers.find(goods, words, "de", customer)
        assert [hit.article_id for hit in hits] == [current, old, only_english]
        assert [hit.foreign for hit in hits] == [False, False, True]
        assert hits[0].say == "Gut trocknen."
        assert all(hit.because for hit in hits)
    english = answers.find(goods, "", "en", customer)
    assert {hit.article_id for hit in english[:2]} == {only_english, translated}
    assert answers.find(goods, "") == ()


def test_the_sentence_to_say_is_there_and_the_place_elsewhere_is_shown(desk: Desk) -> None:
    write(desk, "Pflege", say="Nur mit Wasser spülen.", details="Mehr. " * 60 + "Kein Salz nehmen.")
    (hit,) = answers.find(desk, "salz")
    assert hit.say == "Nur mit Wasser spülen."
    assert (hit.say_marks, "Salz" in hit.excerpt) == ((), True)
    (hit,) = answers.find(desk, "wasser")
    assert {hit.say[a:b] for a, b in hit.say_marks} == {"Wasser"}
    assert hit.excerpt == ""


@pytest.mark.parametrize(
    "text", ["rost " * 2000, "🍳" * 5000 + " rost", "صدأ " * 3000, "r" * 10_000]
)
def test_a_question_of_any_length_is_cut_without_delay(desk: Desk, text: str) -> None:
    for n in range(30):
        write(desk, f"Rost {n}", details="Rost und Salz. " * 300)
    answers.find(desk, "rost")
    begun = time.process_time()
    answers.find(desk, text)
    assert time.process_time() - begun < 0.5
