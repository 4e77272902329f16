"""The first sentence of a call of ours: name, shop, purpose; the order form stays closed until then."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopphone.domain.readback import ReadBackPoint
from shopphone.ui.kit.parts import button, field, label, row


class Opening(QWidget):
    """The purpose is written as it is said, and kept with the sentence."""

    said = Signal(str, object)  # the sentence, its point

    def __init__(self) -> None:
        super().__init__()
        self._point: ReadBackPoint | None = None
        self._sentence = label(wrap=True)
        self.purpose = field(self.tr("Purpose of the call"), self.tr("because of …"))
        self.done = button(self.tr("Said: name, shop, purpose"), kind="primary")
        self.done.clicked.connect(self._say)
        self.purpose.returnPressed.connect(self._say)
        self._missing = label(tone="must_not", size="small")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(label(self.tr("We called: say this first (§ 312a BGB)"), size="heading"))
        rows.addWidget(self._sentence)
        line = row(self.purpose, self.done)
        line.setStretch(0, 1)
        rows.addLayout(line)
        rows.addWidget(self._missing)
        self.hide()

    def show_point(self, point: ReadBackPoint, sentence: str) -> None:
        self._point = point
        self._sentence.setText(sentence)

    def _say(self) -> None:
        purpose = self.purpose.text().strip()
        if self._point is None or not purpose:
            self._missing.setText(self.tr("What is the call for? Say and write it."))
            self.purpose.setFocus()
            return
        self._missing.clear()
        self.said.emit(f"{self._sentence.text()} {purpose}", self._point)
