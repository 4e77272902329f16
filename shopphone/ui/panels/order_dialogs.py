"""The small windows of an order: its letter, why it is cancelled, where its parcel is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QVBoxLayout, QWidget

from shopphone.domain.letters_log import Letter
from shopphone.ui.kit.card_guard import CardGuard
from shopphone.ui.kit.parts import button, field, label, name_button, row
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.preview import LetterPreview


class LetterDialog(QDialog):
    """A letter of the order in a window of its own."""

    def __init__(self, parent: QWidget, parts: Parts, letter: Letter) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(letter.row.order_number or letter.row.customer)
        self.resize(620, 660)
        self.preview = LetterPreview(parts)
        rows = QVBoxLayout(self)
        rows.addWidget(self.preview)
        self.preview.show_letter(letter)


class ReasonDialog(QDialog):
    """Why an order is cancelled; it is kept with the order."""

    given = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Cancel the order"))
        self.reason = field(self.tr("Reason"), self.tr("Reason"))
        self.reason.setMinimumWidth(320)
        self.reason.returnPressed.connect(self._give)
        self._missing = label(tone="must_not", wrap=True)
        self._act = button(self.tr("Cancel the order"), kind="primary")
        self._act.clicked.connect(self._give)
        self._question = label(self.tr("Why is this order cancelled?"), size="heading")
        back = button(self.tr("Back"))
        back.clicked.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(self._question)
        rows.addWidget(self.reason)
        self._guard = CardGuard(self.reason)
        rows.addWidget(self._guard)
        rows.addWidget(self._missing)
        rows.addLayout(row(1, back, self._act))

    def ask_why(self, question: str, act: str) -> None:
        """Another thing that needs its reason."""
        self.setWindowTitle(act)
        self._question.setText(question)
        name_button(self._act, act)

    def _give(self) -> None:
        if not self.reason.text().strip():
            self._missing.setText(self.tr("Please give a reason; it is kept with the order."))
            self.reason.setFocus()
            return
        self.given.emit(self._guard.text())
        self.accept()


class TrackingDialog(QDialog):
    """Carrier and tracking number, as they stand on the parcel; empty takes them back."""

    given = Signal(str, str)

    def __init__(self, parent: QWidget, carrier: str, tracking: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Tracking number"))
        self.carrier = field(self.tr("Carrier"))
        self.carrier.setText(carrier)
        self.tracking = field(self.tr("Tracking number"))
        self.tracking.setText(tracking)
        self.tracking.setMinimumWidth(280)
        form = QFormLayout()
        form.addRow(self.tr("Carrier"), self.carrier)
        form.addRow(self.tr("Tracking number"), self.tracking)
        save = button(self.tr("Save"), kind="primary")
        save.clicked.connect(self._give)
        back = button(self.tr("Back"))
        back.clicked.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addLayout(form)
        rows.addLayout(row(1, back, save))
        for each in (self.carrier, self.tracking):
            each.returnPressed.connect(self._give)
        self.tracking.setFocus()

    def _give(self) -> None:
        self.given.emit(self.carrier.text(), self.tracking.text())
        self.accept()


class MeanwhileDialog(QDialog):
    """Somebody else was faster: look at it first, or do it all the same. Nothing is done before."""

    look = Signal()
    anyway = Signal()

    def __init__(self, parent: QWidget, sentence: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Changed meanwhile"))
        self.setMinimumWidth(380)
        look = button(self.tr("Look at it first"), kind="primary")
        look.setDefault(True)
        look.clicked.connect(self._look)
        anyway = button(self.tr("Do it all the same"))
        anyway.clicked.connect(self._anyway)
        rows = QVBoxLayout(self)
        rows.addWidget(label(sentence, wrap=True))
        rows.addLayout(row(1, anyway, look))

    def _look(self) -> None:
        self.accept()
        self.look.emit()

    def _anyway(self) -> None:
        self.accept()
        self.anyway.emit()
