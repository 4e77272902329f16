"""Folders of articles: read from what other programs write, and our own read back as they were."""

import hashlib
import os
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shopphone.domain.article_files import AttachedFile, FiledArticle
from shopphone.domain.articles import MOST_ATTACHED_MB
from shopphone.domain.errors import Refused, Unavailable
from shopphone.exchange import article_folder, table
from shopphone.exchange.front_matter import Unreadable, join, split

PDF = b"%PDF-1.4 a care sheet"
PNG = b"\x89PNG\r\n\x1a\n picture"


def put(folder: Path, name: str, content: str | bytes) -> None:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)


def one(folder: Path) -> FiledArticle:
    filed = article_folder.read(folder, "de")
    assert filed.faults == ()
    (article,) = filed.articles
    return article


def test_markdown_with_a_head_as_other_programs_write_it(tmp_path: Path) -> None:
    put(
        tmp_path,
        "a.md",
        '---\ntitle: "Guss: pflegen"\nlang: en-GB\ntags: [Pflege, "Guss, roh"]\ndate: 2026-01-01\n'
        "draft: no\n---\n\nMit Öl.\n\n---\n\nFertig.\n",
    )
    article = one(tmp_path)
    assert (article.title, article.language) == ("Guss: pflegen", "en")
    assert article.topics == ("Pflege", "Guss, roh")
    assert article.details == "Mit Öl.\n\n---\n\nFertig."
    assert article.say is None


@pytest.mark.parametrize(
    ("name", "text", "title", "language", "topics", "details"),
    [
        ("a.md", "# Titel #\n\nText", "Titel", "de", None, "Text"),
        ("guss-eisen_pflege.md", "Text", "Guss eisen pflege", "de", None, "Text"),
        ("care.en.md", "Text", "Care", "en", None, "Text"),
        ("en/Pflege/care.md", "Text", "Care", "en", ("Pflege",), "Text"),
        ("Pflege/x.txt", "Überschrift\n\nText\nmehr", "Überschrift", "de", ("Pflege",), "Text\nmehr"),
        ("x.txt", "Nur ein Absatz.", "X", "de", None, "Nur ein Absatz."),
        ("x.html", "<h1>T</h1><p>Text</p>", "T", "de", None, "Text"),
        ("x.HTM", "<html lang=en><title>T</title><p>Text", "T", "en", None, "Text"),
        ("a.md", "---\nnot a head", "A", "de", None, "---\nnot a head"),
    ],
)  # fmt: skip
def test_title_language_and_topic_come_from_where_they_stand(
    tmp_path: Path,
    name: str,
    text: str,
    title: str,
    language: str,
    topics: tuple[str, ...] | None,
    details: str,
) -> None:
    put(tmp_path, name, text)
    article = one(tmp_path)
    assert (article.title, article.language, article.topics) == (title, language, topics)
    assert article.details == details


def test_markdown_of_others_loses_scripts_and_remote_pictures_and_says_so(tmp_path: Path) -> None:
    put(
        tmp_path,
        "a.md",
        "Vorher ![x](http://a.example/x.png)<script>alert(1)</script> nachher <!-- x -->"
        "<iframe src=x></iframe>![y](//b.example/y.png)",
    )
    article = one(tmp_path)
    assert article.details == "Vorher  nachher"
    assert article.dropped == ("frame", "remote_picture", "script")


def test_files_beside_an_article_are_attached_only_from_inside_the_folder(tmp_path: Path) -> None:
    put(tmp_path, "geheim.pdf", PDF)
    folder = tmp_path / "in"
    put(folder, "bilder/pfanne.png", PNG)
    put(folder, "kette.svg", "<svg/>")
    put(
        folder,
        "a.md",
        "---\nattachments: [../geheim.pdf]\n---\n![P](bilder/pfanne.png) ![K](kette.svg)",
    )
    article = one(folder)
    assert [file.name for file in article.attachments] == ["pfanne.png"]
    assert article.dropped == ("attachment",)


def test_links_out_of_the_folder_and_hidden_files_are_passed_over(tmp_path: Path) -> None:
    put(tmp_path, "draussen.md", "geheim")
    folder = tmp_path / "in"
    put(folder, ".git/x.md", "x")
    put(folder, "bild.png", PNG)
    put(folder, "a.md", "Text")
    (folder / "link.md").symlink_to(tmp_path / "draussen.md")
    (folder / "kreis").symlink_to(folder)
    assert [each.source for each in article_folder.read(folder, "de").articles] == ["a.md"]


def test_what_cannot_be_taken_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    put(tmp_path, "gut.md", "Text")
    put(tmp_path, "leer.md", " \n")
    put(tmp_path, "gross.txt", "x" * 1_000_001)
    put(tmp_path, "bild.md", PNG + b"\0\0\0\1" * 50)
    put(tmp_path, "kopf.md", "---\na: [\n---\nx")
    put(tmp_path, "tief.html", "<div>" * 3000 + "x")
    put(tmp_path, "langer-titel.md", "# " + "x" * 201 + "\n\nText")
    put(tmp_path, "fr.md", "---\nlang: fr\n---\nTexte")
    put(tmp_path, "anhang.md", "---\nattachments: riesig.pdf\n---\nText")
    put(tmp_path, "riesig.pdf", PDF + b"x" * (MOST_ATTACHED_MB * 1024 * 1024))
    filed = article_folder.read(tmp_path, "de")
    assert [each.source for each in filed.articles] == ["gut.md"]
    assert {fault.source: (fault.code, fault.detail) for fault in filed.faults} == {
        "leer.md": ("article_empty", ""),
        "gross.txt": ("file_too_big", "1 MB"),
        "bild.md": ("file_binary", ""),
        "kopf.md": ("article_head", ""),
        "tief.html": ("article_too_deep", ""),
        "langer-titel.md": ("article_long_title", "200"),
        "fr.md": ("article_language", "fr"),
        "anhang.md": ("attachment_too_big", "10 MB"),
    }


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="file_unread"):
        article_folder.read(tmp_path / "nowhere", "de")


ARTICLE = FiledArticle(
    source="guss-pflegen.de.md",
    language="de",
    title="Guss pflegen",
    details="# Nicht die Überschrift\n\n---\nText {x}\n",
    say="Zeile eins\n  eingerückt: \"so\"\n\nEnde ",
    letter_paragraph="no",
    internal_note="# kein Kommentar",
    topics=("Pflege", "Tee: schwarz"),
    skus=("007", "1e3"),
    groups=("null",),
    wordings=("wie geht das?", "- so"),
    owner="Anna Berger",
    review_on=date(2027, 1, 31),
    state="draft",
    audience="expert",
    pair="guss",
    attachments=(
        AttachedFile(
            name="Blatt Ä.pdf",
            media_type="application/pdf",
            sha256=hashlib.sha256(PDF).hexdigest(),
            content=PDF,
        ),
    ),
)  # fmt: skip


def test_what_was_exported_reads_back_equal(tmp_path: Path) -> None:
    assert article_folder.write(tmp_path / "out", [ARTICLE]) == 1
    back = one(tmp_path / "out")
    assert back == ARTICLE
    assert back.attachments[0].content == PDF


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    texts=st.lists(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0")),
        min_size=4,
        max_size=4,
    )
)
def test_any_text_survives_the_way_out_and_back(texts: list[str]) -> None:
    say, letter, note, details = texts
    head, body = split(join({"say": say, "letter": letter, "internal": note, "x": "1"}, details))
    assert head == {
        key: value
        for key, value in {"say": say, "letter": letter, "internal": note, "x": "1"}.items()
        if value
    }
    assert body == details + "\n"


def test_names_are_taken_once_and_by_every_system(tmp_path: Path) -> None:
    titles = ["Größe?", "grösse!", "CON", "../../etc", "日本", "x" * 300]
    articles = [FiledArticle(source="", language="de", title=t, details="x") for t in titles]
    article_folder.write(tmp_path / "out", articles)
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == sorted(
        ["groesse.de.md", "groesse-2.de.md", "article-con.de.md", "etc.de.md", "article.de.md",
         f"{'x' * 60}.de.md"]
    )  # fmt: skip


def test_nothing_is_written_into_a_folder_that_holds_something(tmp_path: Path) -> None:
    put(tmp_path, "da.txt", "x")
    with pytest.raises(Refused, match="export_folder_full"):
        article_folder.write(tmp_path, [ARTICLE])
    with pytest.raises(Unavailable, match="file"):
        article_folder.write(tmp_path / "da.txt", [ARTICLE])


@pytest.mark.parametrize("head", ["- a\n- b", "a: {b: c}", "a: &x [*x]", "just words", "a: [[b]]"])
def test_a_head_that_is_not_names_and_words_is_refused(head: str) -> None:
    with pytest.raises(Unreadable):
        split(f"---\n{head}\n---\nx")


@pytest.mark.parametrize(
    "flood", ["![", "![](", "![](//", "![a](//(", "![](a(", "[", "# " + "#" * 99_999]
)
def test_a_flood_of_brackets_is_read_once(tmp_path: Path, flood: str) -> None:
    put(tmp_path, "a.md", "# T\n\n" + flood * (200_000 // len(flood)) + "x")
    put(tmp_path, "b.md", flood * (200_000 // len(flood)) + "x")
    began = time.perf_counter()
    article_folder.read(tmp_path, "de")
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize(
    ("line", "title"), [("# Guss #", "Guss"), ("#  In C# #", "In C#"), ("# In C#", "In C#")]
)
def test_a_heading_may_end_with_its_signs(tmp_path: Path, line: str, title: str) -> None:
    put(tmp_path, "a.md", f"{line}\n\nText")
    assert one(tmp_path).title == title


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")
def test_a_pipe_is_named_and_not_waited_for(tmp_path: Path) -> None:
    put(tmp_path, "a.md", "# Guss\n\nÖlen.")
    for name in ("pipe.md", "pipe.csv"):
        os.mkfifo(tmp_path / name)
    filed = article_folder.read(tmp_path, "de")
    assert [article.title for article in filed.articles] == ["Guss"]
    assert {(fault.source, fault.code) for fault in filed.faults} == {
        ("pipe.md", "file_odd"),
        ("pipe.csv", "file_odd"),
    }
    assert article_folder.read_file(tmp_path / "pipe.md", "de").faults[0].code == "file_odd"
    with pytest.raises(Refused, match="import_kind_unknown"):
        table.content_of(tmp_path / "pipe.csv")


def test_a_table_among_the_files_is_named(tmp_path: Path) -> None:
    put(tmp_path, "a.md", "# Guss\n\nÖlen.")
    put(tmp_path, "b/alle.csv", "title;body\nHolz;Wachsen.\n")
    filed = article_folder.read(tmp_path, "de")
    assert len(filed.articles) == 1
    (fault,) = filed.faults
    assert (fault.source, fault.code) == ("b/alle.csv", "file_table")


def test_a_picture_written_into_its_address_is_left_out(tmp_path: Path) -> None:
    put(tmp_path, "a.md", f"# Guss\n\nÖlen. ![Bild](data:image/png;base64,{'A' * 9_000})")
    assert one(tmp_path).dropped == ("attachment",)
