"""The manual of F1: the keys and the pages of resources/manual, searched while one types."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from shopphone.domain.customers import fold
from shopphone.paths import resources
from shopphone.ui import menu
from shopphone.ui.kit import keys
from shopphone.ui.kit.jobs import local
from shopphone.ui.kit.parts import button, chip, field, label, row, scrolling
from shopphone.ui.kit.screen import Parts

_LIST_WIDTH = 230
# as a new clerk needs them; a page that is not named here comes behind them
_ORDER = (
    "first_day", "call", "answers", "writing", "orders", "deadlines", "letters", "printing",
    "mail", "callbacks",
)  # fmt: skip


class Page(NamedTuple):
    """A page of the manual: its file's name, its first heading, and the whole as Markdown."""

    code: str
    title: str
    text: str


class Manual(QDialog):
    """Opens at the page of the screen one comes from; the keys when it has none."""

    def __init__(self, parent: QWidget, parts: Parts, code: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Help"))
        self.resize(1120, 640)
        self._pages: tuple[Page, ...] = ()
        self.search = field(self.tr("Search the help"), self.tr("Search the help"))
        self.list = QListWidget()
        self.list.setObjectName("pages")
        self.list.setAccessibleName(self.tr("Pages of the help"))
        self.list.setFixedWidth(_LIST_WIDTH)
        self.keys = scrolling(KeyList(), self.tr("Keys"))
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(self.tr("Page of the help"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.keys)
        self._stack.addWidget(self.text)
        self._place()
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._next_place)
        self.list.currentRowChanged.connect(self._show)
        self._fill([])
        parts.jobs.ask(
            self, local(pages, parts.words.language), lambda found: self._take(found, code)
        )

    def _place(self) -> None:
        close = button(self.tr("Close"), kind="primary")
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        left = QVBoxLayout()
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        beside = QHBoxLayout()
        beside.addLayout(left)
        beside.addWidget(self._stack, 1)
        rows = QVBoxLayout(self)
        rows.addLayout(beside, 1)
        rows.addLayout(row(1, close))

    def open_page(self, code: str) -> None:
        """Show this page; the keys when there is none of that name."""
        codes = [page.code for page in self._pages]
        self.list.setCurrentRow(codes.index(code) + 1 if code in codes else 0)

    def _take(self, found: tuple[Page, ...], code: str) -> None:
        self._pages = found
        self._fill(found)
        self.open_page(code)

    def _fill(self, found: tuple[Page, ...] | list[Page]) -> None:
        self.list.clear()
        self.list.addItems([self.tr("Keys"), *(page.title for page in found)])
        self.list.setCurrentRow(0)

    def _show(self, line: int) -> None:
        if not 0 < line <= len(self._pages):
            self._stack.setCurrentWidget(self.keys)
            return
        self.text.setMarkdown(self._pages[line - 1].text)
        self._stack.setCurrentWidget(self.text)
        if self.search.text().strip():
            self.text.find(self.search.text().strip())

    def _filter(self, text: str) -> None:
        """Only pages in which the words stand remain; the first of them is shown."""
        words = fold(text).split()
        fitting = [_has(page, words) for page in self._pages]
        self.list.item(0).setHidden(bool(words))
        for n, fits in enumerate(fitting, 1):
            self.list.item(n).setHidden(not fits)
        line = self.list.currentRow()
        if words and any(fitting) and (line < 1 or not fitting[line - 1]):
            line = fitting.index(True) + 1
            self.list.setCurrentRow(line)
        self._show(line)

    def _next_place(self) -> None:
        """Enter goes on to the next place on the page, and round again."""
        text = self.search.text().strip()
        if text and not self.text.find(text):
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            self.text.find(text)


class KeyList(QWidget):
    """Drawn from the same table the keys are bound from."""

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setHorizontalSpacing(18)
        lines = [(key.key, keys.words(key.code)) for key in keys.KEYS]
        lines += [(entry.key, entry.words()) for entry in menu.ENTRIES]
        half = (len(lines) + 1) // 2
        for n, (key, text) in enumerate(lines):
            column = 0 if n < half else 2
            grid.addWidget(chip(keys.in_words(key), "neutral"), n % half, column)
            grid.addWidget(label(text), n % half, column + 1)
        grid.setRowStretch(half, 1)


def pages(language: str) -> tuple[Page, ...]:
    """Every page there is in this language, in the order they are read."""
    files = (resources() / "manual" / language).glob("*.md")
    found = [_page(file.stem, file.read_text(encoding="utf-8")) for file in files]
    return tuple(sorted(found, key=_place_in_order))


def _page(code: str, text: str) -> Page:
    return Page(code, text.partition("\n")[0].lstrip("# ").strip(), text)


def _place_in_order(page: Page) -> tuple[int, str]:
    return (_ORDER.index(page.code) if page.code in _ORDER else len(_ORDER), page.code)


def _has(page: Page, words: list[str]) -> bool:
    text = fold(page.text)
    return all(word in text for word in words)
