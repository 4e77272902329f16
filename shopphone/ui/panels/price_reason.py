"""Why a price was set by hand: asked right below the lines, kept with the order, never printed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopphone.domain.orders import LineDraft
from shopphone.domain.prices import needs_reason
from shopphone.ui.kit.card_guard import CardGuard
from shopphone.ui.kit.parts import Elided, field


class PriceReason(QWidget):
    """Shown while a line lacks its reason; Enter goes on to the next one, or is done."""

    typed = Signal()
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[LineDraft] = []
        self._line: LineDraft | None = None
        self.said = Elided(tone="careful")
        self.input = field(self.tr("Reason for this price"), self.tr("Reason, such as: scratch"))
        self._guard = CardGuard(self.input)
        self._guard.decided.connect(self._typed)
        self.input.textEdited.connect(self._typed)
        self.input.editingFinished.connect(self._left)
        self.input.returnPressed.connect(self._given)
        line = QHBoxLayout()
        line.addWidget(self.said, 1)
        line.addWidget(self.input, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(line)
        rows.addWidget(self._guard)
        self.hide()

    def show_lines(self, lines: list[LineDraft]) -> None:
        """Ask for the first line without a reason; the one that is being typed stays."""
        self._lines = lines
        still_typing = self.input.hasFocus() and self._line in lines
        if not still_typing:
            self._ask(next((line for line in lines if needs_reason(line)), None))

    def _ask(self, line: LineDraft | None) -> None:
        self._line = line
        self.setVisible(line is not None)
        self.input.setText("" if line is None else line.price_note)
        if line is not None:
            text = self.tr("Why this price for “{name}”?")
            self.said.setText(text.format(name=line.full_name))

    def _typed(self) -> None:
        if self._line is not None:
            self._line.price_note = self._guard.text().strip()
            self.typed.emit()

    def _left(self) -> None:
        if self._line is not None and not needs_reason(self._line):
            self._ask(next((line for line in self._lines if needs_reason(line)), None))

    def _given(self) -> None:
        if self._line is None or not needs_reason(self._line):
            self.done.emit()
