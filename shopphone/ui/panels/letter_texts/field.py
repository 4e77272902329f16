"""One paragraph of a letter: its text, whether it is ours or the shop's own, and what is wrong with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from shopphone.domain.errors import Refused
from shopphone.domain.letter_texts import MOST, Part, PartText, check
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import chip, label, row, set_chip
from shopphone.ui.panels.letter_texts.words import part_name

_LINES = {Part.GREETING: 1, Part.OPENING: 4, Part.ENDING: 3, Part.CLOSING: 1, Part.SIGNATURE: 2}
_LINE_PX, _FRAME_PX = 17, 18


class PartArea(QPlainTextEdit):
    """Where a paragraph is typed; Tab goes on, Ctrl and the blank offer the places."""

    entered = Signal()
    places_wanted = Signal()

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        is_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if is_control and event.key() == Qt.Key.Key_Space:
            self.places_wanted.emit()
            return
        super().keyPressEvent(event)


class PartField(QWidget):
    """Nothing typed is lost: what is refused stays, with the reason below it."""

    typed = Signal(object)  # Part

    def __init__(self, text: PartText, draft: str | None) -> None:
        super().__init__()
        self._saved = text
        name = part_name(text.part)
        self.area = PartArea(text.text if draft is None else draft)
        self.area.setAccessibleName(name)
        self.area.setTabChangesFocus(True)
        self.area.setFixedHeight(_LINES[text.part] * _LINE_PX + _FRAME_PX)
        self.area.textChanged.connect(self._typed)
        self._state = chip("")
        self.refusal = label(tone="must_not", wrap=True)
        self.refusal.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(3)
        rows.addLayout(row(label(name), 1, self._state))
        rows.addWidget(self.area)
        rows.addWidget(self.refusal)
        self._look()

    @property
    def saved(self) -> PartText:
        return self._saved

    @property
    def part(self) -> Part:
        return self._saved.part

    @property
    def text(self) -> str:
        return self.area.toPlainText()

    @property
    def is_changed(self) -> bool:
        return self.text.strip() != self._saved.text

    @property
    def is_too_long(self) -> bool:
        return len(self.text) > MOST[self.part]

    def renew(self, text: PartText) -> None:
        """What the shop has now; what was typed here meanwhile stays."""
        was_changed = self.is_changed
        self._saved = text
        if not was_changed and self.is_changed:
            self.put(text.text)
        self._look()

    def put(self, text: str) -> None:
        """Another text in place of this one, as one step that can be undone."""
        cursor = self.area.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.area.setTextCursor(cursor)

    def insert(self, text: str) -> None:
        """At the cursor, as one step that can be undone."""
        self.area.textCursor().insertText(text)
        self.area.setFocus()

    def refuse(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))

    def _typed(self) -> None:
        self._look()
        self.typed.emit(self.part)

    def _look(self) -> None:
        try:
            check(self.part, self.text.strip())
        except Refused as refused:
            self.refuse(words_for(refused))
        else:
            self.refuse("")
        if self.is_changed:
            set_chip(self._state, self.tr("not saved yet"), "careful")
        elif self._saved.content is not None:
            set_chip(self._state, self.tr("own text"), "accent")
        elif self._saved.is_shared:
            set_chip(self._state, self.tr("as in all letters"), "neutral")
        else:
            ours = self.tr("our text") if self._saved.base else self.tr("none")
            set_chip(self._state, ours, "neutral")
