"""Under a field for free words: a card number typed there is not kept until someone has decided."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from shopphone.domain import card_numbers
from shopphone.ui.kit.parts import button, label, row


class CardGuard(QWidget):
    """Hidden until something looks like a card number; then it asks to blot it out or let it be.

    Whoever keeps the words takes text(), never the field's own: what is undecided is blotted out
    there. `decided` means: take it again.
    """

    decided = Signal()

    def __init__(self, guarded: QLineEdit | QPlainTextEdit) -> None:
        super().__init__()
        self._field = guarded
        self._allowed: frozenset[str] = frozenset()
        self._blot = button(self.tr("Blot it out"))
        self._blot.clicked.connect(self.blot_out)
        self._let = button(self.tr("It is none"))
        self._let.clicked.connect(self.let_be)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        said = self.tr(
            "This looks like a card number. It is not kept here: cards are paid by link."
        )
        rows.addWidget(label(said, tone="must_not", size="small", wrap=True))
        rows.addLayout(row(self._blot, self._let, 1))
        self.hide()
        guarded.textChanged.connect(self.look)

    def text(self) -> str:
        """What may be kept of the field's words."""
        return card_numbers.masked(self._typed(), self._allowed)

    def look(self) -> None:
        """Show or hide the question for what stands in the field now."""
        found = card_numbers.found(self._typed())
        self.setVisible(any(card.digits not in self._allowed for card in found))

    def blot_out(self) -> None:
        """Only the last four digits stay, in the field as well."""
        blotted = self.text()
        if isinstance(self._field, QLineEdit):
            self._field.setText(blotted)
        else:
            self._field.setPlainText(blotted)
        self._field.setFocus()
        self.decided.emit()

    def let_be(self) -> None:
        """Someone says that these digits are no card's."""
        self._allowed |= {card.digits for card in card_numbers.found(self._typed())}
        self.look()
        self._field.setFocus()
        self.decided.emit()

    def _typed(self) -> str:
        field = self._field
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()
