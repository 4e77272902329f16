"""The right column: the answer finder, or the letter beside the order."""

from PySide6.QtWidgets import QStackedWidget

from shopphone.domain.letters_log import Letter
from shopphone.ui.kit.parts import Card
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.answers import AnswerFinder
from shopphone.ui.panels.preview import LetterPreview


class RightColumn(QStackedWidget):
    """One of two at a time; F3 and Esc bring the finder, F9 the letter."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.finder = AnswerFinder(parts)
        self.preview = LetterPreview(parts)
        self._holder = Card()
        self._holder.rows.addWidget(self.preview)
        self.addWidget(self.finder)
        self.addWidget(self._holder)
        self.setMinimumWidth(316)
        self.setMaximumWidth(520)

    @property
    def shows_letter(self) -> bool:
        return self.currentWidget() is self._holder and self.preview.letter is not None

    def show_finder(self) -> None:
        self.setCurrentWidget(self.finder)

    def show_letter(self, letter: Letter) -> None:
        self.setCurrentWidget(self._holder)
        self.preview.show_letter(letter)
