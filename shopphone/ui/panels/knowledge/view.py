"""What every view of the knowledge screen is: a tab that is built when it is first opened."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from shopphone.ui.kit.screen import Parts


class View(QWidget):
    """One tab of the knowledge screen; it asks for its rows when it is in front."""

    TABLES: frozenset[str] = frozenset()  # whose changes it shows

    article_wanted = Signal(int)  # read this one
    writing_wanted = Signal(object)  # a Writing
    history_wanted = Signal(object)  # of this Article

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.parts = parts
        self.starts_at: QWidget = self  # where the keyboard begins

    def refresh(self) -> None:
        """Ask again for what is shown."""

    def act(self, code: str) -> bool:
        """Do what a key means here; False if it means nothing here."""
        return False
