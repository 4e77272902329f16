"""The tour's part about writing: previews, a colleague at the same article, versions, translation, reviews."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import shopphone.services.articles as articles
import shopphone.services.editing as editing
from shopphone.domain.knowledge import Writing
from shopphone.services.desk import Desk
from shopphone.store.db import Database, sqlite_url
from shopphone.store.local import Local

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from shopphone.app import Program
    from shopphone.ui.screens.knowledge import KnowledgeScreen


class Walk(Protocol):
    """What the tour can do."""

    @property
    def program(self) -> "Program": ...

    def settle(self) -> None: ...

    def until(self, happened: Callable[[], bool], step: str) -> None: ...

    def picture(self, name: str, of: "QWidget | None" = None) -> Path: ...


WORDS = {"de": "gusseisen rost", "en": "cast iron rust"}
MINE = {
    "de": "Mit grobem Salz und einer halben Kartoffel abreiben, gut trocknen und dünn einölen.",
    "en": "Rub it with coarse salt and half a potato, dry it well and oil it thinly.",
}
THEIRS = {
    "de": "Mit feinem Salz abreiben, sofort trocknen und dünn einölen.",
    "en": "Rub it with fine salt, dry it at once and oil it thinly.",
}


def writing(walk: Walk, folder: Path, language: str) -> None:
    """One article, two writers, both languages."""
    from shopphone.ui.panels.knowledge.review import ReviewView
    from shopphone.ui.screens.knowledge import KnowledgeScreen

    walk.program.window.open_screen("knowledge", WORDS[language])
    walk.settle()
    screen = walk.program.window.current
    assert isinstance(screen, KnowledgeScreen)
    _meet_a_colleague(walk, screen, folder, language)
    _compare(walk, screen)
    review = screen.show_view("review")
    assert isinstance(review, ReviewView)
    review.order.setCurrentIndex(1)
    walk.settle()
    review.list.table.selectRow(0)
    walk.settle()
    walk.picture("review-list")
    screen.show_view("articles")


def _meet_a_colleague(walk: Walk, screen: "KnowledgeScreen", folder: Path, language: str) -> None:
    """Both write the same sentence; whoever saves later sees both."""
    view = screen.articles
    walk.until(lambda: view.reader.article is not None, "the article is read")
    article = view.reader.article
    assert article is not None
    with _colleague(walk, folder) as there:
        editing.begin(there, article.article_id)
        view.reader.writing_wanted.emit(Writing(draft=article.draft()))
        walk.settle()
        view.editor.texts["say"].setPlainText(MINE[language])
        walk.settle()
        walk.picture("editor")
        view.editor.side.show_pane(1)
        walk.until(lambda: view.editor.side.letter.page_count > 0, "the care sheet is drawn")
        walk.picture("editor-letter")
        articles.save(there, replace(article.draft(), say=THEIRS[language]))
        view.editor.save()
        walk.until(lambda: view.merge.isVisible(), "both texts are shown")
        walk.settle()
        walk.picture("two-writers")
        view.merge.choices["say"].mine.click()
        view.merge.save()
        walk.until(lambda: view.reader.isVisible(), "what was decided is saved")
        walk.settle()
        walk.picture("article")
        editing.end(there, article.article_id)


def _compare(walk: Walk, screen: "KnowledgeScreen") -> None:
    """What the versions changed, and what the translation has not followed yet."""
    view = screen.articles
    article = view.reader.article
    assert article is not None
    view.show_history(article)
    walk.settle()
    walk.picture("versions")
    view.leave()
    if article.other_language is None:
        return
    view.read(article.other_language[0])
    walk.settle()
    other = view.reader.article
    assert other is not None
    view.write(Writing(draft=other.draft()))
    walk.settle()
    view.editor.side.show_pane(2)
    walk.settle()
    walk.picture("both-languages")
    view.leave()


@contextmanager
def _colleague(walk: Walk, folder: Path) -> Iterator[Desk]:
    """Another desk at the same shop."""
    local = Local(folder / "colleague.db")
    db = Database(sqlite_url(folder / "shop.db"))
    try:
        yield Desk(db=db, local=local, now=walk.program.now, staff_name="Jonas Weber")
    finally:
        db.close()
        local.close()
