"""The care sheets of a letter, each to be left out or taken back before it is printed."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from shopphone.domain.letters import CareChoice
from shopphone.ui.kit.parts import label

_ROW_PX, _MOST_ROWS = 26, 5
_KEY = Qt.ItemDataRole.UserRole


class CareTicks(QWidget):
    """Ticked is enclosed; hidden where the order has no care sheet."""

    ticked = Signal(int, bool)  # article, enclosed

    def __init__(self) -> None:
        super().__init__()
        self._head = label(self.tr("Care sheets with this letter"), size="small", tone="muted")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Care sheets with this letter"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemChanged.connect(self._changed)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        rows.addWidget(self._head)
        rows.addWidget(self.list)
        self.hide()

    def show_choices(self, choices: Sequence[CareChoice], *, is_open: bool) -> None:
        """is_open: the letter has not left, so the choice still counts for it."""
        current = self.list.currentRow()
        with QSignalBlocker(self.list):
            self.list.clear()
            for each in choices:
                self.list.addItem(self._item(each, is_open))
            self.list.setCurrentRow(min(max(current, 0), len(choices) - 1))
        self.list.setFixedHeight(min(len(choices), _MOST_ROWS) * _ROW_PX + 6)
        self.setVisible(bool(choices))

    def _item(self, choice: CareChoice, is_open: bool) -> QListWidgetItem:
        text = choice.title
        if choice.pdf_pages:
            text = self.tr("{title} (with %n PDF page(s))", "", choice.pdf_pages).format(title=text)
        if choice.damaged:
            names = ", ".join(choice.damaged)
            text = self.tr("{title} (not readable: {files})").format(title=text, files=names)
        made = QListWidgetItem(text)
        made.setToolTip(text)
        made.setData(_KEY, choice.article_id)
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        made.setFlags(flags | Qt.ItemFlag.ItemIsEnabled if is_open else flags)
        on = Qt.CheckState.Checked if choice.enclosed else Qt.CheckState.Unchecked
        made.setCheckState(on)
        return made

    def _changed(self, item: QListWidgetItem) -> None:
        self.ticked.emit(item.data(_KEY), item.checkState() is Qt.CheckState.Checked)
