"""Articles in and out on the screen: a preview first, then all of it, and back again."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

import shopphone.services.articles as articles
from shopphone.domain.errors import Unavailable, why
from shopphone.exchange import table
from shopphone.ui.kit.messages import words_for
from shopphone.ui.panels.import_words import remark_words
from shopphone.ui.panels.knowledge.exchange import ExchangeView
from shopphone.ui.screens.knowledge import KnowledgeScreen
from tests.ui.driving import Shop, press, texts_in

OpenShop = Callable[..., Shop]


def view_of(shop: Shop) -> ExchangeView:
    view = shop.at("knowledge", KnowledgeScreen).show_view("exchange")
    shop.settle()
    assert isinstance(view, ExchangeView)
    return view


def test_files_are_previewed_taken_in_and_taken_back(open_shop: OpenShop, tmp_path: Path) -> None:
    shop = open_shop()
    view = view_of(shop)
    folder = tmp_path / "beitraege"
    folder.mkdir()
    (folder / "a.html").write_text("<h1>Zinn</h1><script>x</script><p>Nur abwischen.</p>")
    (folder / "b.md").write_text("")
    before = {row.title for row in articles.page(shop.desk)}
    assert any("Markdown" in text for text in texts_in(view.list))
    assert not view.take_in.isEnabled()
    assert not view.undo.isEnabled()
    view.look_at(str(folder))
    shop.settle()
    assert view.counts.text() == "1 neu, 0 geändert, 0 unverändert; 1 nicht übernehmbar."
    shown = [
        [view.list.model.index(n, k).data() for k in range(view.list.model.columnCount())]
        for n in range(view.list.model.rowCount())
    ]
    assert shown == [
        ["b.md", "", "", "nicht übernommen", "Der Text fehlt."],
        ["a.html", "Zinn", "DE", "neu", "Skripte bleiben weg"],
    ]
    assert {row.title for row in articles.page(shop.desk)} == before
    press(shop, view, "Übernehmen")
    assert {row.title for row in articles.page(shop.desk)} == before | {"Zinn"}
    assert view.counts.text() == "0 neu, 0 geändert, 1 unverändert; 1 nicht übernehmbar."
    assert not view.take_in.isEnabled()
    assert view.last.text() == "Letzte Übernahme: beitraege, heute 14:06, 1 Beitrag."
    press(shop, view, "Letzte Übernahme zurücknehmen")
    assert {row.title for row in articles.page(shop.desk)} == before
    assert not view.undo.isEnabled()
    assert shop.said.startswith("Zurückgenommen: 1 entfernt")


def test_all_articles_are_written_to_a_new_folder(open_shop: OpenShop, tmp_path: Path) -> None:
    shop = open_shop()
    view = view_of(shop)
    view.export_below(str(tmp_path))
    shop.settle()
    count = len(articles.page(shop.desk))
    assert shop.said == f"{count} Beiträge geschrieben."
    (folder,) = tmp_path.glob("shopphone-*")
    assert view.counts.text().replace("\u200b", "") == f"Die Dateien liegen in {folder}"
    assert len(list(folder.glob("*.md"))) == count


def test_a_file_that_is_no_table_is_refused_in_words(open_shop: OpenShop, tmp_path: Path) -> None:
    shop = open_shop()
    view = view_of(shop)
    (tmp_path / "x.csv").write_text("a;b\n1;2\n")
    view.look_at(str(tmp_path / "x.csv"))
    shop.settle()
    assert view.counts.text().startswith("Keine der Spalten ist da")
    assert not view.take_in.isEnabled()


def test_why_a_file_cannot_be_used_is_said_in_the_language_of_the_window(
    open_shop: OpenShop, tmp_path: Path
) -> None:
    open_shop()
    with pytest.raises(Unavailable) as none:
        table.content_of(tmp_path / "none.csv")
    assert words_for(none.value) == (
        "Die Datei konnte nicht gelesen werden: Es gibt sie nicht mehr. Wählen Sie sie noch einmal."
    )
    assert words_for(Unavailable("file", why(OSError(errno.ENOSPC, "No space left")))) == (
        "Die Datei konnte nicht geschrieben werden: Der Datenträger ist voll. "
        "Wählen Sie einen anderen Ort."
    )
    assert remark_words("file_closed", why(OSError())).endswith("antworten nicht richtig.")
