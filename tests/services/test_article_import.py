"""Importing articles: previewed, in one transaction, unchanged the second time, taken back."""

import hashlib
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import event, func, insert, select, update

import shopphone.services.answers as answers
import shopphone.services.article_files as article_files
import shopphone.services.article_import as article_import
import shopphone.services.articles as articles
import shopphone.services.attachments as attachments
import shopphone.services.import_undo as import_undo
from shopphone.domain.article_files import Imported, Preview, Undone, Verdict
from shopphone.domain.articles import LIMITS, AttachmentFile
from shopphone.domain.errors import Refused, Unavailable
from shopphone.domain.knowledge import ArticleDraft
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store import upgrade
from shopphone.store.tables import metadata
from tests.services.conftest import Clock, desk_on

PDF = b"%PDF-1.4 a care sheet"


def counts(preview: Preview) -> tuple[int, ...]:
    order = (Verdict.NEW, Verdict.CHANGED, Verdict.UNCHANGED, Verdict.FAULT)
    return tuple(preview.count(each) for each in order)


def folder_of(tmp_path: Path, **files: str) -> Path:
    folder = tmp_path / "in"
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


def import_all(desk: Desk, path: Path) -> Imported:
    preview = article_import.preview(desk, path)
    return article_import.take_in(desk, preview.filed, path.name)


def every_row(desk: Desk) -> dict[str, object]:
    """All that the shop knows of its articles, without what a version number and its time are."""
    with desk.db.reading() as connection:
        return {article.title: article for _, article in article_files.known(connection).values()}


def test_a_folder_is_previewed_taken_in_and_unchanged_the_second_time(
    desk: Desk, tmp_path: Path
) -> None:
    folder = folder_of(tmp_path, a="# Guss\n\nÖlen.", b="# Holz\n\nWachsen.", c=" ")
    preview = article_import.preview(desk, folder)
    assert counts(preview) == (2, 0, 0, 1)
    assert articles.page(desk) == ()
    assert article_import.take_in(desk, preview.filed, "in") == Imported(
        new=2, changed=0, unchanged=0
    )
    assert [row.title for row in articles.page(desk)] == ["Guss", "Holz"]
    assert next(hit.title for hit in answers.find(desk, "wachsen")) == "Holz"
    assert counts(article_import.preview(desk, folder)) == (0, 0, 2, 1)
    assert import_all(desk, folder) == Imported(new=0, changed=0, unchanged=2)
    assert {row.version for row in articles.page(desk)} == {1}
    folder_of(tmp_path, a="# Guss\n\nÖlen und trocknen.")
    assert counts(article_import.preview(desk, folder)) == (0, 1, 1, 1)


def test_what_a_file_does_not_say_stays_as_the_shop_has_it(desk: Desk, tmp_path: Path) -> None:
    known = ArticleDraft(
        title="Guss", details="Alt", say="Sag das.", topics=["Pflege"], owner="Jonas Weber"
    )
    key = articles.save(desk, known)
    import_all(desk, folder_of(tmp_path, a="# Guss\n\nNeu"))
    after = articles.read(desk, key)
    assert (after.details, after.say, after.topics) == ("Neu", "Sag das.", ("Pflege",))
    assert (after.owner, after.version) == ("Jonas Weber", 2)


def test_a_table_is_taken_in_with_topics_goods_and_remarks(desk: Desk, tmp_path: Path) -> None:
    with desk.db.writing() as tx:
        values = {"sku": "GP-28", "name": "Pfanne", "price": Decimal(9), "vat": Decimal(19)}
        tx.execute(insert(t.product), values)
    file = tmp_path / "faq.csv"
    file.write_text(
        'Frage;Antwort;Sprache;Kategorie;SKU\n"Rostet\nsie?";"<p>Ja, <b>ölen</b>.</p><script>x'
        '</script>";de;"Pflege, Guss";"GP-28, XX-1"\n;ohne Titel;de;;\nThird?;Text;fr;;\n'
        "Rostet sie?;Noch einmal;de;;\n",
        encoding="cp1252",
    )
    preview = article_import.preview(desk, file)
    assert counts(preview) == (1, 0, 0, 3)
    said = {row.source: row.remarks for row in preview.rows}
    assert said == {
        "2": (("script", ""), ("goods", "XX-1")),
        "4": (("article_no_title", ""),),
        "5": (("article_language", "fr"),),
        "6": (("article_twice", ""),),
    }
    article_import.take_in(desk, preview.filed, "faq.csv")
    (row,) = articles.page(desk)
    found = articles.read(desk, row.article_id)
    assert (found.title, found.details) == ("Rostet sie?", "Ja, **ölen**.")
    assert (found.topics, found.products) == (("Guss", "Pflege"), ("GP-28",))
    assert counts(article_import.preview(desk, file)) == (0, 0, 1, 3)


def test_an_import_is_taken_back_whole(desk: Desk, tmp_path: Path) -> None:
    key = articles.save(
        desk, ArticleDraft(title="Guss", details="Alt", say="Sag das.", topics=["Pflege"])
    )
    attachments.put(
        desk,
        AttachmentFile(
            article_id=key, name="blatt.pdf", media_type="application/pdf", content=b"%PDF-old"
        ),
    )
    before = every_row(desk)
    folder = folder_of(
        tmp_path,
        a="---\nshopphone: 1\ntitle: Guss\nlang: de\nsay: Neu\nwordings: [rostet das]\n"
        "attachments: [blatt.pdf, zwei.pdf]\npair: x\n---\nNeu\n",
        b="# Holz\n\nWachsen.",
    )
    (folder / "blatt.pdf").write_bytes(PDF)
    (folder / "zwei.pdf").write_bytes(PDF + b"2")
    assert import_all(desk, folder) == Imported(new=1, changed=1, unchanged=0)
    assert every_row(desk) != before
    last = import_undo.last_import(desk)
    assert last is not None
    assert (last.name, last.articles) == ("in", 2)
    assert import_undo.undo(desk) == Undone(removed=1, restored=1, retired=0, kept=0)
    assert every_row(desk) == before
    with desk.db.reading() as connection:
        content = connection.execute(select(t.article_attachment.c.content)).scalar_one()
        assert bytes(content) == b"%PDF-old"
    assert import_undo.last_import(desk) is None
    assert import_undo.undo(desk) == Undone(removed=0, restored=0, retired=0, kept=0)


def test_taking_back_leaves_what_was_changed_and_retires_what_was_used(
    desk: Desk, tmp_path: Path
) -> None:
    import_all(desk, folder_of(tmp_path, a="# A\n\nx", b="# B\n\nx", c="# C\n\nx"))
    keys = {row.title: row.article_id for row in articles.page(desk)}
    mine = articles.read(desk, keys["A"]).draft()
    mine.say = "Meins"
    articles.save(desk, mine)
    answers.used(desk, keys["B"], None, "helped")
    assert import_undo.undo(desk) == Undone(removed=1, restored=0, retired=1, kept=1)
    states = {row.title: row.state for row in articles.page(desk)}
    assert states == {"A": "in_force", "B": "retired"}


def test_everything_that_names_an_article_is_known_to_taking_back() -> None:
    naming = {
        table.name
        for table in metadata.tables.values()
        for key in table.foreign_keys
        if key.column.table is t.article
    }
    listed = {table.name for table in (*import_undo.OWN_TABLES, *import_undo.USING_TABLES)}
    assert naming == listed


def test_an_import_that_fails_changes_nothing(
    desk: Desk, tmp_path: Path, second_desk: Desk
) -> None:
    articles.save(desk, ArticleDraft(title="Guss", details="Alt"))
    folder = folder_of(tmp_path, a="# Guss\n\nNeu", z="# Zuletzt\n\nx")
    preview = article_import.preview(desk, folder)
    with second_desk.db.writing() as tx:  # what the preview did not know counts, not the preview
        tx.execute(update(t.article).values(details="Neu"))
    assert article_import.take_in(desk, preview.filed, "in") == Imported(
        new=1, changed=0, unchanged=1
    )


def test_all_articles_go_out_and_come_back_equal_in_another_shop(
    demo_desk: Desk, tmp_path: Path, clock: Clock
) -> None:
    with demo_desk.db.writing() as tx:
        first = tx.execute(select(func.min(t.article.c.id))).scalar_one()
        row = {"article_id": first, "name": "blatt.pdf", "media_type": "application/pdf",
               "content": PDF, "sha256": hashlib.sha256(PDF).hexdigest(),
               "added_at": demo_desk.now()}  # fmt: skip
        tx.execute(insert(t.article_attachment), row)
        products = tx.execute(select(t.product)).mappings().all()
    out = tmp_path / "out"
    count = article_files.export(demo_desk, out)
    assert count == len(list(out.glob("*.md"))) == len(every_row(demo_desk))
    again = article_import.preview(demo_desk, out)
    assert counts(again) == (0, 0, count, 0)
    folder = tmp_path / "other"
    folder.mkdir()
    other = desk_on(upgrade.open_file(folder / "shop.db", clock()), folder, clock)
    with other.db.writing() as tx:
        tx.execute(insert(t.product), [dict(each) for each in products])
    assert import_all(other, out) == Imported(new=count, changed=0, unchanged=0)
    assert every_row(other) == every_row(demo_desk)
    other.db.close()
    other.local.close()
    with pytest.raises(Refused, match="export_folder_full"):
        article_files.export(demo_desk, out)


def test_pairs_of_another_shop_do_not_join_strangers(desk: Desk, tmp_path: Path) -> None:
    key = articles.save(desk, ArticleDraft(title="Eigen", details="x"))
    with desk.db.writing() as tx:
        tx.execute(update(t.article).where(t.article.c.id == key).values(pair="article-1"))
    head = "---\nshopphone: 1\ntitle: Fremd\nlang: en\npair: article-1\n---\nText\n"
    import_all(desk, folder_of(tmp_path, a=head))
    assert articles.read(desk, key).other_language is None
    assert counts(article_import.preview(desk, tmp_path / "in")) == (0, 0, 1, 0)


def test_a_text_longer_than_an_article_may_be_is_named(desk: Desk, tmp_path: Path) -> None:
    most = LIMITS["details"]
    preview = article_import.preview(desk, folder_of(tmp_path, a="# A\n\n" + "x" * (most + 1)))
    (row,) = preview.rows
    assert row.verdict is Verdict.FAULT
    assert row.remarks == (("article_text_too_long", f"{most:,}".replace(",", " ")),)
    assert preview.filed.articles == ()


def test_a_file_of_another_kind_is_refused(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(b"PK\x03\x04")
    with pytest.raises(Refused, match="import_kind_unknown"):
        article_import.preview(desk, tmp_path / "x.docx")
    with pytest.raises(Unavailable, match="file_unread"):
        article_import.preview(desk, tmp_path / "nowhere.md")


def test_questions_of_a_real_faq_are_taken_in(desk: Desk, tmp_path: Path, testdata: Path) -> None:
    import gzip

    raw = gzip.decompress((testdata / "support_de/covid_faq_200327.tsv.gz").read_bytes())
    file = tmp_path / "faq.tsv"
    file.write_bytes(raw)
    preview = article_import.preview(desk, file)
    new, changed, unchanged, faults = counts(preview)
    assert (changed, unchanged) == (0, 0)
    assert new + faults == len(preview.rows)
    assert new > 500
    article_import.take_in(desk, preview.filed, "faq.tsv")
    again = article_import.preview(desk, file)
    assert counts(again) == (0, 0, new, faults)
    titles = {row.title for row in articles.page(desk)}
    assert "Wie kann ich mich infizieren?" in titles
    assert import_undo.undo(desk).removed == new
    assert articles.page(desk) == ()


def statements_of(desk: Desk, work: Callable[[], object]) -> int:
    counted: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        counted.append(statement)

    event.listen(desk.db.engine, "before_cursor_execute", note)
    try:
        work()
    finally:
        event.remove(desk.db.engine, "before_cursor_execute", note)
    return len(counted)


def test_many_articles_are_written_in_few_statements(desk: Desk, tmp_path: Path) -> None:
    """With seven for each article a large import would keep the other desks from saving.

    SQLite gives the keys of new articles one by one, and everything else at once.
    """
    for text in ("Ölen.", "Wachsen."):
        folder = folder_of(tmp_path, **{f"n{n}": f"# Titel {n}\n\n{text}" for n in range(200)})
        filed = article_import.preview(desk, folder).filed
        assert statements_of(desk, partial(article_import.take_in, desk, filed, "in")) < 240
    found = articles.page(desk)
    assert len(found) == 200
    assert {row.version for row in found} == {2}
    for row in found[:20]:
        article = articles.read(desk, row.article_id)
        assert (article.title, article.details) == (row.title, "Wachsen.")
