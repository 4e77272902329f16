"""The search by meaning in the window: set up, the better order in place, nothing selected moves."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

import shopphone.services.answers as answers
import shopphone.services.articles as articles
import shopphone.services.meaning as meaning
from shopphone.domain.knowledge import ArticleDraft
from shopphone.services import call
from shopphone.ui.panels.meaning_setup import MeaningSetup
from shopphone.ui.screens.settings import SettingsScreen
from tests.support.model import installed_model
from tests.ui.driving import Shop, press, texts_in

OpenShop = Callable[..., Shop]
ARTICLES = {
    "Deckel für jede Größe": "Zu einer Kanne passt ein Deckel; tun Sie ihn nicht in die Maschine.",
    "Rost von Gusseisen entfernen": "Rostige Stellen mit Stahlwolle abreiben und neu einbrennen.",
    "Versandkosten": "Ein Paket nach Deutschland kostet 4,90 Euro, ab 50 Euro ist es frei.",
    "Gutschein einlösen": "Der Gutschein gilt drei Jahre.",
}
QUESTION = "rostflecken wegbekommen ohne maschine für drei euro"


@pytest.fixture
def knowing(open_shop: OpenShop) -> Shop:
    """A shop with the model switched on and its few articles read."""
    installed_model()
    shop = open_shop(demo=False)
    for title, say in ARTICLES.items():
        articles.save(shop.desk, ArticleDraft(title=title, say=say))
    meaning.use(shop.desk)
    shop.patience = 60
    shop.until(lambda: _ready(shop))
    shop.settle()
    return shop


def _ready(shop: Shop) -> bool:
    state = meaning.state(shop.desk)
    return state.ready and state.articles > 0 and not state.at_work


def test_the_better_order_arrives_in_place_and_a_selected_row_does_not_move(knowing: Shop) -> None:
    finder = knowing.telephone().finder
    by_words = [hit.title for hit in answers.find(knowing.desk, QUESTION)]
    finder.input.setText(QUESTION)
    knowing.settle()
    by_meaning = [hit.title for hit in finder.hits]
    assert by_meaning[0] == "Rost von Gusseisen entfernen" != by_words[0]
    assert finder.results.count() == len(by_meaning)
    assert finder.results.currentRow() == 0
    finder.input.clear()
    knowing.settle()
    finder._thought.setInterval(900)  # on a busy machine too the row is selected before
    finder.input.setText(QUESTION)
    knowing.until(lambda: bool(finder.hits))
    QTest.keyClick(finder.input, Qt.Key.Key_Down)
    row = finder.results.currentRow()
    chosen = by_words[row]
    assert chosen != by_meaning[row]
    knowing.settle()
    assert len(finder.hits) == len(by_meaning)
    assert (finder.results.currentRow(), finder.hits[row].title) == (row, chosen)


def test_vectors_made_here_are_not_taken_for_the_work_of_another_desk(knowing: Shop) -> None:
    knowing.program._look_elsewhere()
    knowing.settle()
    told: list[frozenset[str]] = []
    knowing.desk.db.on_change(told.append)
    new = call(articles.save, ArticleDraft(title="Gutschein verloren"))
    knowing.program.jobs.do(knowing.window, new)
    knowing.until(lambda: frozenset(("article_vector",)) in told)
    knowing.program._look_elsewhere()
    knowing.settle()
    assert not any("call" in tables for tables in told)  # nobody told that everything has changed


def test_a_wrong_file_is_said_in_one_sentence_and_the_finder_goes_on(
    open_shop: OpenShop, tmp_path_factory: pytest.TempPathFactory
) -> None:
    shop = open_shop(language="en")
    dialog = setup_of(shop)
    wrong = tmp_path_factory.mktemp("wrong") / "wrong.whl"
    wrong.write_bytes(b"PK no package")
    dialog.take(str(wrong))
    shop.settle()
    assert dialog.trouble.text().startswith("This file does not hold the model")
    assert "Switched off. The finder works with words alone." in texts_in(dialog)
    assert not dialog.off.isVisible()
    shop.close_dialogs()


def test_set_up_from_the_file_shown_ready_and_removed(open_shop: OpenShop) -> None:
    model = installed_model()
    shop = open_shop(demo=False, language="en")
    shop.patience = 60
    dialog = setup_of(shop)
    dialog.take(str(model))
    shop.until(lambda: dialog.status.text() == "Switched on: all articles are ready.")
    press(shop, dialog, "Switch off and remove")
    shop.until(lambda: dialog.status.text().startswith("Switched off."))
    assert meaning.state(shop.desk).kept is False
    shop.close_dialogs()


def setup_of(shop: Shop) -> MeaningSetup:
    screen = shop.at("settings", SettingsScreen)
    screen.open("desk")
    shop.settle()
    press(shop, screen, "Set up meaning search")
    return next(each for each in shop.dialogs() if isinstance(each, MeaningSetup))
