"""Which column of a table is what, chosen by hand, and which of them the shop leads in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QGridLayout, QVBoxLayout, QWidget

from shopphone.ui.kit.parts import button, choice, label, row, scrolling
from shopphone.ui.panels.sheet_words import column_words


class ColumnsDialog(QDialog):
    """`given` with our column -> the file's heading, and the columns only new things take."""

    given = Signal(object, object)

    def __init__(
        self, parent: QWidget, columns: Sequence[tuple[str, str]], fields: Sequence[str]
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Which column is what?"))
        self.resize(620, 520)
        self._headings = [heading for heading, _ in columns]
        self.boxes: list[QComboBox] = []
        self.led: list[QCheckBox] = []
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setColumnStretch(0, 1)
        for n, (heading, ours) in enumerate(columns):
            box = choice(heading)
            box.addItem(self.tr("not used"), "")
            # where two of ours have one name the first is meant
            for name in {column_words(each): each for each in reversed(fields)}.values():
                box.addItem(column_words(name), name)
            if ours and box.findData(ours) < 0:
                box.addItem(column_words(ours), ours)
            box.setCurrentIndex(max(0, box.findData(ours)))
            led = QCheckBox(self.tr("only for what is new"))
            led.setAccessibleName(f"{heading}: {led.text()}")
            grid.addWidget(label(heading, wrap=True), n, 0)
            grid.addWidget(box, n, 1)
            grid.addWidget(led, n, 2)
            self.boxes.append(box)
            self.led.append(led)
        use = button(self.tr("Use these"), kind="primary")
        use.clicked.connect(self._give)
        back = button(self.tr("Back"))
        back.clicked.connect(self.reject)
        text = self.tr(
            "What is ticked stays as the shop has it, whatever the file says; only new articles take it."
        )
        rows = QVBoxLayout(self)
        rows.addWidget(label(self.windowTitle(), size="heading"))
        rows.addWidget(label(text, tone="muted", wrap=True))
        rows.addWidget(scrolling(inside, self.windowTitle()), 1)
        rows.addLayout(row(1, back, use))

    def _give(self) -> None:
        chosen = [str(box.currentData()) for box in self.boxes]
        mapping = {
            ours: heading for ours, heading in zip(chosen, self._headings, strict=True) if ours
        }
        led = frozenset(
            ours for ours, box in zip(chosen, self.led, strict=True) if ours and box.isChecked()
        )
        self.given.emit(mapping, led)
        self.accept()
