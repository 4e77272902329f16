"""Knowledge: its views as tabs, each built when it is first opened."""

from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from shopphone.domain.knowledge import Article, Writing
from shopphone.ui.kit.parts import Button, button, row
from shopphone.ui.kit.screen import Parts, Screen
from shopphone.ui.panels.knowledge.articles import ArticlesView
from shopphone.ui.panels.knowledge.exchange import ExchangeView
from shopphone.ui.panels.knowledge.gaps import GapsView
from shopphone.ui.panels.knowledge.review import ReviewView
from shopphone.ui.panels.knowledge.statistics import StatisticsView
from shopphone.ui.panels.knowledge.text_modules import TextModulesView
from shopphone.ui.panels.knowledge.view import View


class Tab(NamedTuple):
    """One view of the knowledge by its code."""

    code: str
    title: str
    kind: type[View]


TABS = (
    Tab("articles", str(QT_TRANSLATE_NOOP("Knowledge", "Articles")), ArticlesView),
    Tab("review", str(QT_TRANSLATE_NOOP("Knowledge", "Look through")), ReviewView),
    Tab("gaps", str(QT_TRANSLATE_NOOP("Knowledge", "Gaps")), GapsView),
    Tab("statistics", str(QT_TRANSLATE_NOOP("Knowledge", "Statistics")), StatisticsView),
    Tab("modules", str(QT_TRANSLATE_NOOP("Knowledge", "Text modules")), TextModulesView),
    Tab("exchange", str(QT_TRANSLATE_NOOP("Knowledge", "Files")), ExchangeView),
)


class KnowledgeScreen(Screen):
    """The articles and what is done about them; what a view wants written opens the editor."""

    TABLES = frozenset().union(*(tab.kind.TABLES for tab in TABS))

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self.tabs: dict[str, Button] = {}
        self._views: dict[str, View] = {}
        self._stack = QStackedWidget()
        for tab in TABS:
            made = button(QCoreApplication.translate("Knowledge", tab.title), kind="tab")
            made.setCheckable(True)
            made.setAutoExclusive(True)
            made.setProperty("code", tab.code)
            made.clicked.connect(self._tab_clicked)
            self.tabs[tab.code] = made
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        rows.addLayout(row(*self.tabs.values(), 1, spacing=6))
        rows.addWidget(self._stack, 1)
        self.articles = ArticlesView(parts)
        self._add("articles", self.articles)
        self.list = self.articles.list
        self.starts_at = self.articles.starts_at
        self.tabs["articles"].setChecked(True)

    def refresh(self) -> None:
        self._front.refresh()

    def open(self, wanted: object) -> None:
        self.show_view("articles")
        if isinstance(wanted, int):
            self.articles.read(wanted)
        else:
            self.list.seek(str(wanted))

    def act(self, code: str) -> bool:
        return self._front.act(code)

    def view(self, code: str) -> View:
        """A view by its code, built at the first call."""
        if code not in self._views:
            kind = next(tab.kind for tab in TABS if tab.code == code)
            self._add(code, kind(self.parts))
        return self._views[code]

    def show_view(self, code: str) -> View:
        """Bring this view to the front, filled anew."""
        made = self.view(code)
        if made is not self._front:
            self.tabs[code].setChecked(True)
            self._stack.setCurrentWidget(made)
            self.starts_at = made.starts_at
            made.refresh()
        return made

    @property
    def _front(self) -> View:
        made = self._stack.currentWidget()
        assert isinstance(made, View)
        return made

    def _add(self, code: str, made: View) -> None:
        self._views[code] = made
        self._stack.addWidget(made)
        made.article_wanted.connect(self.open)
        made.writing_wanted.connect(self._write)
        made.history_wanted.connect(self._show_history)

    def _changed(self, tables: frozenset[str]) -> None:
        if self.isVisible() and tables & self._front.TABLES:
            self._front.refresh()

    def _tab_clicked(self) -> None:
        self.show_view(str(self.sender().property("code")))

    def _write(self, writing: Writing) -> None:
        self.show_view("articles")
        self.articles.write(writing)

    def _show_history(self, article: Article) -> None:
        self.show_view("articles")
        self.articles.show_history(article)
