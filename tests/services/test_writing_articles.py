"""Writing articles: states, versions, translations, files, reviews; what two desks do to one article."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import insert, update

import shopphone.services.answers as answers
import shopphone.services.articles as articles
import shopphone.services.attachments as attachments
import shopphone.services.editing as editing
import shopphone.services.reviews as reviews
import shopphone.services.translations as translations
import shopphone.services.versions as versions
from shopphone.domain.errors import Refused, Unavailable
from shopphone.domain.knowledge import ArticleDraft
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from tests.services.conftest import Clock

RUST = ArticleDraft(title="Rost entfernen", say="Mit Salz abreiben.", topics=["Pflege"])


def draft_of(desk: Desk, article_id: int) -> ArticleDraft:
    return articles.read(desk, article_id).draft()


def write(desk: Desk, article_id: int, **changed: object) -> None:
    articles.save(desk, replace(draft_of(desk, article_id), **changed))  # type: ignore[arg-type]


def titles(desk: Desk, words: str) -> list[str]:
    return [hit.title for hit in answers.find(desk, words)]


@pytest.mark.parametrize("state", ["draft", "retired"])
def test_only_what_is_in_force_is_found_during_a_call(desk: Desk, state: str) -> None:
    article = articles.save(desk, replace(RUST, state=state))
    assert titles(desk, "rost") == []
    assert [row.state for row in articles.page(desk)] == [state]
    assert [row.state for row in articles.page(desk, "rost entf")] == [state]
    assert articles.page(desk, "kalk") == ()
    assert articles.page(desk, state="in_force") == ()
    articles.move(desk, article, "in_force", 1)
    assert titles(desk, "rost") == ["Rost entfernen"]


def test_a_retired_article_comes_back_whole(desk: Desk) -> None:
    article = articles.save(desk, RUST)
    before = articles.read(desk, article)
    articles.move(desk, article, "retired", 1)
    assert titles(desk, "rost") == []
    articles.move(desk, article, "in_force", 2)
    after = articles.read(desk, article)
    assert after == replace(before, version=3)
    assert titles(desk, "rost") == ["Rost entfernen"]


def test_topics_belong_to_the_words_that_find_an_article(desk: Desk) -> None:
    articles.save(desk, replace(RUST, topics=["Gusseisen", "Pflege"]))
    (hit,) = answers.find(desk, "gusseisen")
    assert hit.topics == ("Gusseisen", "Pflege")
    assert articles.read(desk, hit.article_id).topics == ("Gusseisen", "Pflege")


def test_a_number_no_goods_have_is_refused_by_name(desk: Desk) -> None:
    with desk.db.writing() as tx:
        goods = {"sku": "PF", "name": "Pfanne", "price": Decimal(1), "vat": Decimal(19)}
        tx.insert(insert(t.product), goods)
    with pytest.raises(Refused) as refused:
        articles.save(desk, replace(RUST, skus=["PF", "FP"]))
    assert (refused.value.rule, refused.value.facts["names"]) == ("article_goods_unknown", "FP")
    assert articles.page(desk) == ()


@pytest.mark.parametrize(("field", "limit"), [("title", "200"), ("details", "20 000")])
def test_a_text_beyond_its_limit_is_refused_with_the_limit(
    desk: Desk, field: str, limit: str
) -> None:
    most = int(limit.replace(" ", ""))
    long = replace(RUST, **{field: "[" * (most + 1)})  # type: ignore[arg-type]
    with pytest.raises(Refused) as refused:
        articles.save(desk, long)
    assert (refused.value.rule, refused.value.facts["limit"]) == ("article_text_too_long", limit)
    assert articles.save(desk, replace(RUST, **{field: "[" * most}))  # type: ignore[arg-type]


def test_every_save_is_a_version_with_author_and_time(
    desk: Desk, second_desk: Desk, clock: Clock
) -> None:
    article = articles.save(desk, RUST)
    clock.now += timedelta(hours=1)
    write(second_desk, article, say="Mit grobem Salz abreiben.", audience="expert")
    newest, first = versions.history(desk, article)
    assert (newest.version, newest.by, newest.at) == (2, "Jonas Weber", clock.now)
    assert newest.changed == ("say", "audience")
    assert (first.version, first.by) == (1, "Anna Berger")
    assert first.changed == ("title", "say", "topics", "language", "audience", "state")
    say, _audience = versions.changes(desk, article, 1, 2)
    assert [(each.kind, each.text) for each in say.pieces] == [
        ("same", "Mit "),
        ("in", "grobem "),
        ("same", "Salz abreiben."),
    ]


def test_restoring_makes_a_new_version_and_loses_none(desk: Desk) -> None:
    article = articles.save(desk, RUST)
    write(desk, article, say="Verschlimmert", topics=[])
    versions.restore(desk, article, 1, 2)
    found = articles.read(desk, article)
    assert (found.say, found.topics, found.version) == (RUST.say, ("Pflege",), 3)
    assert [each.version for each in versions.history(desk, article)] == [3, 2, 1]
    assert versions.changes(desk, article, 1, 3) == ()


def test_restoring_over_a_version_nobody_has_seen_is_refused(desk: Desk, second_desk: Desk) -> None:
    article = articles.save(desk, RUST)
    write(second_desk, article, say="Neuer")
    with pytest.raises(Refused, match="article_changed_meanwhile"):
        versions.restore(desk, article, 1, 1)
    assert articles.read(desk, article).say == "Neuer"


def test_a_version_of_the_first_program_is_read(desk: Desk) -> None:
    article = articles.save(desk, RUST)
    old = {"title": "Alt", "say": "Alter Satz", "category": "Pflege", "review_on": "2026-01-02"}
    with desk.db.writing() as tx:
        tx.execute(update(t.article_version).values(content=old))
    versions.restore(desk, article, 1, 1)
    found = articles.read(desk, article)
    assert (found.title, found.topics, found.review_on) == ("Alt", ("Pflege",), date(2026, 1, 2))


def test_two_writers_are_merged_field_by_field(desk: Desk, second_desk: Desk) -> None:
    article = articles.save(desk, replace(RUST, details="Eins", owner="Anna"))
    mine = replace(draft_of(desk, article), say="Mein Satz.", details="Zwei")
    write(second_desk, article, say="Ihr Satz.", owner="Jonas")
    with pytest.raises(Refused, match="article_changed_meanwhile"):
        articles.save(desk, mine)
    merge = versions.merge(desk, mine)
    assert (merge.by, merge.version) == ("Jonas Weber", 2)
    fields = {each.name: each for each in merge.fields}
    assert set(fields) == {"say", "details", "owner"}
    assert fields["say"].is_conflict
    assert (fields["say"].base, fields["say"].mine) == ("Mit Salz abreiben.", "Mein Satz.")
    assert (fields["details"].is_conflict, fields["details"].proposal) == (False, "Zwei")
    assert (fields["owner"].is_conflict, fields["owner"].proposal) == (False, "Jonas")
    articles.save(desk, replace(mine, version=merge.version, owner="Jonas"))
    found = articles.read(desk, article)
    assert (found.say, found.details, found.owner) == ("Mein Satz.", "Zwei", "Jonas")
    assert "Ihr Satz." in {each.newer for each in versions.changes(desk, article, 1, 2)}


def test_an_article_that_is_gone_says_so(desk: Desk) -> None:
    for asked in (
        lambda: articles.read(desk, 99),
        lambda: versions.merge(desk, replace(RUST, article_id=99, version=1)),
        lambda: versions.restore(desk, 99, 1, 1),
    ):
        with pytest.raises(Refused, match="article_gone"):
            asked()


def test_the_second_desk_is_told_who_is_editing(
    desk: Desk, second_desk: Desk, clock: Clock
) -> None:
    article, other = articles.save(desk, RUST), articles.save(desk, replace(RUST, title="Kalk"))
    editing.begin(desk, article)
    assert [each.name for each in editing.others(second_desk, article)] == ["Anna Berger"]
    assert editing.others(desk, article) == ()
    assert editing.others(second_desk, other) == ()
    editing.end(desk, article)
    assert editing.others(second_desk, article) == ()


def test_a_desk_that_ended_without_a_word_is_forgotten(
    desk: Desk, second_desk: Desk, clock: Clock
) -> None:
    article = articles.save(desk, RUST)
    editing.begin(desk, article)
    clock.now += timedelta(minutes=2)
    editing.begin(desk, article)
    clock.now += timedelta(minutes=2)
    assert [each.name for each in editing.others(second_desk, article)] == ["Anna Berger"]
    clock.now += timedelta(minutes=2)
    assert editing.others(second_desk, article) == ()
    editing.begin(second_desk, article)
    with desk.db.reading() as connection:
        left = connection.execute(t.article_editing.select()).all()
    assert [row.staff for row in left] == ["Jonas Weber"]


def test_whoever_edits_is_told_to_other_desks(desk: Desk) -> None:
    told: list[frozenset[str]] = []
    article = articles.save(desk, RUST)
    desk.db.on_change(told.append)
    editing.begin(desk, article)
    editing.end(desk, article)
    assert [set(each) for each in told] == [{"article_editing"}] * 2


def test_a_translation_knows_what_changed_in_the_other_since(desk: Desk) -> None:
    german = articles.save(desk, RUST)
    english = articles.save(
        desk,
        ArticleDraft(title="Remove rust", language="en", translates=german, same_as=1),
    )
    assert articles.read(desk, german).other_language == (english, "Remove rust")
    seen = translations.beside(desk, english)
    assert seen is not None
    assert (seen.other.title, seen.made_like, seen.changes) == ("Rost entfernen", 1, ())
    write(desk, german, say="Mit grobem Salz abreiben.")
    write(desk, german, owner="Anna Berger")
    behind = translations.beside(desk, english)
    assert behind is not None
    assert [(each.name, each.newer) for each in behind.changes] == [
        ("say", "Mit grobem Salz abreiben.")
    ]
    ahead = translations.beside(desk, german)
    assert ahead is not None
    assert ahead.changes == ()
    translations.mark_same(desk, english)
    now = translations.beside(desk, english)
    assert now is not None
    assert (now.made_like, now.changes) == (3, ())


def test_saving_a_translation_as_the_same_sets_both_right(desk: Desk) -> None:
    german = articles.save(desk, RUST)
    english = articles.save(
        desk, ArticleDraft(title="Remove rust", language="en", translates=german, same_as=1)
    )
    write(desk, german, say="Neu.")
    write(desk, english, say="New.", same_as=2)
    for key, version in ((english, 2), (german, 2)):
        seen = translations.beside(desk, key)
        assert seen is not None
        assert (seen.made_like, seen.changes) == (version, ())


def test_two_articles_become_a_pair_and_part_again(desk: Desk) -> None:
    german = articles.save(desk, RUST)
    english = articles.save(desk, ArticleDraft(title="Rust", language="en"))
    third = articles.save(desk, ArticleDraft(title="Stains", language="en"))
    with pytest.raises(Refused, match="pair_same_language"):
        translations.pair(desk, english, third)
    translations.pair(desk, english, german)
    seen = translations.beside(desk, english)
    assert seen is not None
    assert (seen.other.article_id, seen.made_like) == (german, None)
    with pytest.raises(Refused, match="pair_taken"):
        translations.pair(desk, third, german)
    assert translations.candidates(desk, third) == ()
    translations.part(desk, english)
    assert translations.candidates(desk, third) == ((german, "Rost entfernen"),)
    assert translations.beside(desk, german) is None
    assert articles.read(desk, english).other_language is None


PDF, PNG = b"%PDF-1.7\n%rest", b"\x89PNG\r\n\x1a\nrest"


def test_a_file_is_attached_taken_away_and_put_back(desk: Desk, tmp_path: Path) -> None:
    article = articles.save(desk, RUST)
    file = tmp_path / "Pflege Guß.pdf"
    file.write_bytes(PDF)
    key = attachments.add(desk, article, file)
    assert attachments.add(desk, article, file) == key
    (found,) = attachments.of_article(desk, article)
    assert (found.name, found.media_type, found.size) == (
        "Pflege Guß.pdf",
        "application/pdf",
        len(PDF),
    )
    taken = attachments.remove(desk, key)
    assert attachments.of_article(desk, article) == ()
    with pytest.raises(Refused, match="attachment_gone"):
        attachments.read(desk, key)
    again = attachments.put(desk, taken)
    assert attachments.read(desk, again).content == PDF
    attachments.save_as(desk, again, tmp_path / "out.pdf")
    assert (tmp_path / "out.pdf").read_bytes() == PDF


def test_a_file_of_50_megabytes_is_refused_with_the_limit(desk: Desk, tmp_path: Path) -> None:
    article = articles.save(desk, RUST)
    file = tmp_path / "big.pdf"
    with file.open("wb") as out:
        out.write(PDF)
        out.truncate(50 * 1024 * 1024)
    with pytest.raises(Refused) as refused:
        attachments.add(desk, article, file)
    assert (refused.value.rule, refused.value.facts) == ("attachment_too_big", {"limit": "10"})


def test_what_is_no_picture_and_no_pdf_is_refused(desk: Desk, tmp_path: Path) -> None:
    article = articles.save(desk, RUST)
    for name, content in (("a.pdf", b"MZ program"), ("b.png", b""), ("c.svg", b"<svg/>")):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(Refused, match="attachment_kind_unknown"):
            attachments.add(desk, article, tmp_path / name)
    with pytest.raises(Unavailable, match="file_unread"):
        attachments.add(desk, article, tmp_path / "nowhere.pdf")
    (tmp_path / "real.png").write_bytes(PNG)
    assert attachments.add(desk, article, tmp_path / "real.png")


def reviewable(desk: Desk, title: str, day: date | None, helped: int, not_helped: int) -> int:
    key = articles.save(desk, ArticleDraft(title=title, review_on=day))
    with desk.db.writing() as tx:
        values = {"helped": helped, "not_helped": not_helped}
        tx.execute(update(t.article).where(t.article.c.id == key).values(values))
    return key


def test_the_review_list_orders_honestly(desk: Desk, clock: Clock) -> None:
    reviewable(desk, "Schon lange", date(2026, 1, 5), 3, 0)
    clock.now += timedelta(days=1)
    reviewable(desk, "Heute", date(2026, 11, 25), 0, 1)
    reviewable(desk, "Später", date(2026, 12, 5), 40, 30)
    reviewable(desk, "Ohne Tag", None, 0, 0)
    articles.save(desk, ArticleDraft(title="Entwurf", state="draft", review_on=date(2026, 1, 1)))
    assert [row.title for row in reviews.due(desk)] == ["Schon lange", "Heute"]
    assert next(row.title for row in reviews.oldest(desk)) == "Schon lange"
    assert [row.title for row in reviews.never_helped(desk)] == ["Heute", "Ohne Tag"]
    # one failure of one says less than thirty of seventy
    assert [row.title for row in reviews.hurting(desk)] == ["Später", "Heute"]


def test_a_reviewed_article_comes_again_in_a_year(desk: Desk) -> None:
    article = reviewable(desk, "Rost", date(2026, 11, 1), 0, 0)
    assert reviews.reviewed(desk, article, 1) == date(2027, 11, 24)
    assert reviews.due(desk) == ()
    (newest, _) = versions.history(desk, article)
    assert (newest.by, newest.changed) == ("Anna Berger", ("review_on",))
    with pytest.raises(Refused, match="article_changed_meanwhile"):
        reviews.reviewed(desk, article, 1)


def test_the_day_of_a_leap_year_has_a_next_year(desk: Desk, clock: Clock) -> None:
    clock.now = datetime(2028, 2, 29, 12, tzinfo=UTC)
    article = articles.save(desk, RUST)
    assert reviews.reviewed(desk, article, 1) == date(2029, 2, 28)


def test_an_article_has_one_translation_and_that_in_the_other_language(desk: Desk) -> None:
    german = articles.save(desk, RUST)
    lid = ArticleDraft(title="Lid", language="en", say="Yes.", translates=german)
    english = articles.save(desk, lid)
    with pytest.raises(Refused, match="pair_taken"):
        articles.save(desk, replace(lid, title="Second lid"))
    with pytest.raises(Refused, match="pair_taken"):
        articles.save(desk, replace(RUST, title="Deckel", translates=english))
    with pytest.raises(Refused, match="pair_same_language"):
        articles.save(desk, replace(RUST, title="Deckel", translates=german))
    assert articles.read(desk, german).other_language == (english, "Lid")
    translations.part(desk, english)
    free = articles.save(desk, replace(lid, title="Second lid"))
    assert articles.read(desk, german).other_language == (free, "Second lid")
