"""The line the caller's question is typed in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from shopphone.domain.learning import LONGEST_QUESTION


class AnswerInput(QLineEdit):
    """Arrows move in the results, Enter takes one, Esc leaves, Ctrl+Z takes back what came last."""

    stepped = Signal(int)
    taken = Signal()
    left = Signal()
    undone = Signal()

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__()
        self.undoes_verdict = False  # nothing was typed since a verdict
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(LONGEST_QUESTION)
        self.textEdited.connect(self._edited)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif self.undoes_verdict and event.matches(QKeySequence.StandardKey.Undo):
            self.undone.emit()
        else:
            super().keyPressEvent(event)

    def _edited(self, _text: str) -> None:
        self.undoes_verdict = False
