"""What every screen is given; nothing is reached through globals."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtWidgets import QWidget

from shopphone.ui.kit.i18n import Words
from shopphone.ui.kit.jobs import Jobs
from shopphone.ui.kit.news import News
from shopphone.ui.kit.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The window's parts a screen works with. say: one line in the status bar.

    open_screen: another screen by its code, and what to show there (a key or words).
    """

    jobs: Jobs
    news: News
    words: Words
    theme: Theme
    now: Callable[[], datetime]
    say: Callable[[str, str], None]
    open_screen: Callable[[str, object], None]

    def today(self) -> date:
        """The day it is in the shop; the clock itself speaks UTC."""
        return self.words.day_of(self.now())


class Screen(QWidget):
    """One entry of the side bar."""

    TABLES: frozenset[str] = frozenset()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.parts = parts
        # where the keyboard begins; a focus proxy would hide the controls before it from Tab
        self.starts_at: QWidget = self
        parts.news.changed.connect(self._changed)

    def refresh(self) -> None:
        """Ask again for what is shown."""

    def open(self, wanted: object) -> None:
        """Show something particular: an order's key, a customer's key, words to search."""

    def act(self, code: str) -> bool:
        """Do what a key means here; False if it means nothing here."""
        return False

    def _changed(self, tables: frozenset[str]) -> None:
        if tables & self.TABLES and self.isVisible():
            self.refresh()

    def showEvent(self, event: object, /) -> None:
        self.refresh()
