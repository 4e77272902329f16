"""Small pieces every screen is put together from; each has a name a screen reader speaks."""

from collections.abc import Sequence
from html import escape

from PySide6 import QtCore
from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from shopphone.ui.kit.theme import figures

GAP, MARGIN = 14, 16
# Qt.TextFormat.PlainText: its first use builds every enum of Qt, an eighth of the program's start,
# which is why Qt is named late here
_PLAIN = 0


class Card(QFrame):
    """A white card with an upright layout."""

    def __init__(self, parent: QWidget | None = None, margin: int = MARGIN) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(margin, margin - 4, margin, margin - 4)
        self.rows.setSpacing(8)


def label(text: str = "", *, tone: str = "", size: str = "", wrap: bool = False) -> QLabel:
    made = QLabel(text)
    made.setProperty("textFormat", _PLAIN)
    if tone:
        made.setProperty("tone", tone)
    if size:
        made.setProperty("scale", size)
    made.setWordWrap(wrap)
    if wrap:
        # long words must not make a column wider than it is
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return made


class Button(QPushButton):
    """A button whose text may be a customer's: an ampersand is one, never a hidden Alt key."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setText(text)

    def setText(self, text: str, /) -> None:
        super().setText(text.replace("&", "&&"))

    def text(self) -> str:
        return super().text().replace("&&", "&")


def tip(text: str) -> str:
    """A tool tip that shows this text as it is: Qt would read tags in it as its own markup."""
    return f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>" if "<" in text else text


class Elided(QLabel):
    """One line that gives way: what does not fit is cut with an ellipsis, whole in the tool tip."""

    def __init__(self, text: str = "", *, tone: str = "") -> None:
        super().__init__()
        self._whole = ""
        self.setProperty("textFormat", _PLAIN)
        if tone:
            self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str, /) -> None:
        self._whole = text
        self.setToolTip(tip(text))
        self.setAccessibleName(text)  # a reader is not short of room
        self._fit()

    @property
    def whole(self) -> str:
        return self._whole

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self.testAttribute(QtCore.Qt.WidgetAttribute.WA_WState_Polished):
            super().setText(self._whole)  # face and width are not known yet; the layout asks again
            return
        room = max(self.width(), 40)
        shown = self.fontMetrics().elidedText(self._whole, QtCore.Qt.TextElideMode.ElideRight, room)
        super().setText(shown)


def scrolling(inside: QWidget, name: str) -> QScrollArea:
    """A column that scrolls up and down only."""
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setAccessibleName(name)
    made.setWidget(inside)
    return made


def rich(text: str = "") -> QLabel:
    """A wrapping label whose text we made ourselves as HTML."""
    made = QLabel(text)
    made.setTextFormat(QtCore.Qt.TextFormat.RichText)
    made.setWordWrap(True)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return made


def chip(text: str, tone: str = "neutral") -> QLabel:
    """A word on a soft ground: fine, careful, must_not, accent or neutral; never colour alone."""
    made = QLabel(text)
    made.setProperty("textFormat", _PLAIN)
    made.setProperty("chip", tone)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def set_chip(widget: QLabel, text: str, tone: str) -> None:
    widget.setText(text)
    widget.setProperty("chip", tone)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def set_tone(widget: QLabel, tone: str) -> None:
    widget.setProperty("tone", tone)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def money(text: str = "", size: str = "") -> QLabel:
    made = label(text, size=size)
    made.setAlignment(QtCore.Qt.AlignmentFlag.AlignRight | QtCore.Qt.AlignmentFlag.AlignVCenter)
    made.setFont(figures(made.font()))
    return made


def button(text: str, key: str = "", *, kind: str = "", name: str = "") -> Button:
    """A button that shows its key at the right of its text."""
    made = Button(f"{text}   {key}" if key else text)
    if kind:
        made.setProperty("kind", kind)
    made.setAccessibleName(name or text)
    made.setAutoDefault(False)
    return made


def name_button(made: Button, text: str, key: str = "") -> None:
    """Give a button another name: what pressing it does has changed."""
    made.setText(f"{text}   {key}" if key else text)
    made.setAccessibleName(text)


class Choice(QPushButton):
    """A button with a name and a line that explains it; both wrap in a narrow column."""

    def __init__(self, name: str, why: str = "") -> None:
        super().__init__()
        self.setAccessibleName(f"{name}. {why}" if why else name)
        self.setAutoDefault(False)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 6, 12, 6)
        rows.setSpacing(1)
        for text, tone, size in ((name, "", ""), (why, "muted", "small")):
            if text:
                line = label(text, tone=tone, size=size, wrap=True)
                line.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
                rows.addWidget(line)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        rows = self.layout()
        return rows.heightForWidth(width) if rows is not None else super().heightForWidth(width)

    def sizeHint(self) -> QSize:
        rows = self.layout()
        return rows.sizeHint() if rows is not None else super().sizeHint()


def rule() -> QFrame:
    made = QFrame()
    made.setProperty("rule", True)
    return made


def row(*widgets: QWidget | int, spacing: int = 8) -> QHBoxLayout:
    """Widgets side by side; a number is a stretch."""
    made = QHBoxLayout()
    made.setSpacing(spacing)
    for each in widgets:
        if isinstance(each, int):
            made.addStretch(each)
        else:
            made.addWidget(each)
    return made


def pair(text: str, end: QWidget, *, tone: str = "", size: str = "") -> QHBoxLayout:
    """A wrapping text that takes the room, and something at its right end."""
    made = QHBoxLayout()
    made.setSpacing(8)
    made.addWidget(label(text, tone=tone, size=size, wrap=True), 1)
    made.addWidget(end, 0, QtCore.Qt.AlignmentFlag.AlignTop)
    return made


def link(text: str) -> Button:
    """A button that reads like a link and gives way where the column is narrow."""
    made = button(text, kind="link")
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    made.setToolTip(tip(text))
    return made


def choice(name: str) -> QComboBox:
    """A combo box that does not grow with its longest entry."""
    made = QComboBox()
    name_choice(made, name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(6)
    return made


def name_choice(made: QComboBox, name: str) -> None:
    """On Linux Qt gives readers a choice's value as its name: the name itself is said after it."""
    made.setAccessibleName(name)
    made.setAccessibleDescription(name)


def field(name: str, placeholder: str = "") -> QLineEdit:
    made = QLineEdit()
    made.setPlaceholderText(placeholder)
    made.setAccessibleName(name)
    return made


def clear(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


class Empty(QWidget):
    """What an empty screen says: what this is for and what to do first."""

    wanted = Signal()

    def __init__(self, sentence: str, action: str = "") -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.addStretch(1)
        self.sentence = label(sentence, tone="muted", wrap=True)
        self.sentence.setAlignment(QtCore.Qt.AlignmentFlag.AlignCenter)
        rows.addWidget(self.sentence)
        if action:
            act = button(action)
            act.clicked.connect(self.wanted)
            rows.addLayout(row(1, act, 1))
        rows.addStretch(2)


class Flow(QLayout):
    """Lays chips side by side and wraps them like words."""

    def __init__(self, parent: QWidget | None = None, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def fill(self, widgets: Sequence[QWidget]) -> None:
        clear(self)
        for each in widgets:
            self.addWidget(each)

    def addItem(self, item: QLayoutItem, /) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int, /) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int, /) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        return self._lay(QRect(0, 0, width, 0), moving=False)

    def setGeometry(self, rect: QRect, /) -> None:
        super().setGeometry(rect)
        self._lay(rect, moving=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _lay(self, rect: QRect, *, moving: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():  # hidden
                continue
            hint = item.sizeHint()
            if x + hint.width() > rect.right() + 1 and line:
                x, y, line = rect.x(), y + line + self._gap, 0
            if moving:
                item.setGeometry(QRect(QPoint(x, y), hint))
            x += hint.width() + self._gap
            line = max(line, hint.height())
        return y + line - rect.y()
