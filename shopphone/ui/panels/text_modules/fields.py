"""Note fields of one or many lines, as the chooser of text modules sees them."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QRect
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit


class Place(Protocol):
    """What was typed to call a module; it follows the text while other things are typed."""

    def put(self, text: str) -> bool:
        """Put the module's text there, as one step of undo; False if the place is gone."""


class Field(Protocol):
    """Somewhere text is typed."""

    def before(self) -> str:
        """The text of the line before the cursor; empty while something is selected."""

    def place(self, start: int) -> Place:
        """What stands between this position of the line and the cursor."""

    def cursor_rect(self) -> QRect: ...


@dataclass(slots=True)
class Area:
    """A field of many lines."""

    widget: QPlainTextEdit

    def before(self) -> str:
        cursor = self.widget.textCursor()
        if cursor.hasSelection():
            return ""
        return cursor.block().text()[: cursor.positionInBlock()]

    def place(self, start: int) -> Place:
        cursor = self.widget.textCursor()
        length = cursor.positionInBlock() - start
        cursor.movePosition(
            QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor, length
        )
        return _AreaPlace(self.widget, cursor, cursor.selectedText())

    def cursor_rect(self) -> QRect:
        return self.widget.cursorRect()


@dataclass(slots=True)
class _AreaPlace:
    widget: QPlainTextEdit
    cursor: QTextCursor
    typed: str

    def put(self, text: str) -> bool:
        if self.cursor.selectedText() != self.typed:
            return False
        self.cursor.insertText(text)
        self.widget.setTextCursor(self.cursor)
        return True


@dataclass(slots=True)
class Line:
    """A field of one line: what a module has on several is set one after the other."""

    widget: QLineEdit

    def before(self) -> str:
        if self.widget.hasSelectedText():
            return ""
        return self.widget.text()[: self.widget.cursorPosition()]

    def place(self, start: int) -> Place:
        typed = self.widget.text()[start : self.widget.cursorPosition()]
        return _LinePlace(self.widget, start, typed)

    def cursor_rect(self) -> QRect:
        return self.widget.cursorRect()


@dataclass(slots=True)
class _LinePlace:
    widget: QLineEdit
    start: int
    typed: str

    def put(self, text: str) -> bool:
        end = self.start + len(self.typed)
        if self.widget.text()[self.start : end] != self.typed:
            return False
        self.widget.setSelection(self.start, len(self.typed))
        self.widget.insert(" ".join(text.split()))
        return True
