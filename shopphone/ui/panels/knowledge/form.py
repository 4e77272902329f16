"""The form of an article: every field as text, so that it is kept, compared and merged alike."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QDate, QMimeData, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from shopphone.domain.articles import AUDIENCES, LANGUAGES, LIMITS, STATES
from shopphone.ui.kit.parts import choice, field, label
from shopphone.ui.panels.knowledge.words import (
    audience_words,
    field_words,
    language_words,
    state_words,
)

_HEIGHTS = {"say": 64, "details": 170, "letter_paragraph": 84, "internal_note": 50}
_LINES = ("title", "topics", "skus", "groups", "owner")
_NEVER = QDate(2000, 1, 1)


class ArticleForm(QWidget):
    """What is typed, by field."""

    typed = Signal()
    too_much = Signal(int)  # more was pasted than this many characters

    def __init__(self) -> None:
        super().__init__()
        self.lines = {name: field(field_words(name)) for name in _LINES}
        self.texts = {name: _Area(name, height) for name, height in _HEIGHTS.items()}
        self.choices = {
            "language": _choice("language", [(each, language_words(each)) for each in LANGUAGES]),
            "state": _choice("state", [(each, state_words(each)[0]) for each in STATES]),
            "audience": _choice("audience", [(each, audience_words(each)) for each in AUDIENCES]),
        }
        self.review_on = _Day()
        for line in self.lines.values():
            line.textChanged.connect(self.typed)
        for area in self.texts.values():
            area.textChanged.connect(self.typed)
            area.too_much.connect(self.too_much)
        for each in self.choices.values():
            each.currentIndexChanged.connect(self.typed)
        self.review_on.dateChanged.connect(self.typed)
        self._arrange()

    def content(self) -> dict[str, str]:
        return {
            **{name: line.text() for name, line in self.lines.items()},
            **{name: area.toPlainText() for name, area in self.texts.items()},
            **{name: str(each.currentData()) for name, each in self.choices.items()},
            "review_on": self.review_on.text_kept(),
        }

    def fill(self, content: Mapping[str, str]) -> None:
        for name, line in self.lines.items():
            line.setText(content[name])
            line.setCursorPosition(0)
        for name, area in self.texts.items():
            area.setPlainText(content[name])
        for name, each in self.choices.items():
            each.setCurrentIndex(max(each.findData(content[name]), 0))
        self.review_on.show_kept(content["review_on"])

    def control(self, name: str) -> QWidget | None:
        """Where a field is typed."""
        controls: dict[str, QWidget] = {**self.lines, **self.texts, **self.choices}
        return controls.get(name)

    def _arrange(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 6, 0)
        rows.setSpacing(4)
        self._add(rows, self.lines["title"])
        rows.addLayout(_side_by_side(*self.choices.values()))
        for name, area in self.texts.items():
            self._add(rows, area)
            if name == "details":  # the longest one takes the room there is
                rows.setStretchFactor(area, 1)
        self._add(rows, self.lines["topics"])
        rows.addLayout(_side_by_side(self.lines["skus"], self.lines["groups"]))
        rows.addLayout(_side_by_side(self.lines["owner"], self.review_on))

    def _add(self, rows: QVBoxLayout, control: QWidget) -> None:
        rows.addWidget(label(control.accessibleName(), tone="muted", size="small"))
        rows.addWidget(control)


class _Area(QPlainTextEdit):
    """Text of several lines; what is pasted beyond its limit is left out, and that is said."""

    too_much = Signal(int)

    def __init__(self, name: str, height: int) -> None:
        super().__init__()
        self._limit = LIMITS[name]
        self.setAccessibleName(field_words(name))
        if name == "details":
            self.setMinimumHeight(height)
        else:
            self.setFixedHeight(height)
        self.setTabChangesFocus(True)

    def insertFromMimeData(self, source: QMimeData, /) -> None:
        """A megabyte without a line break would hold the window for seconds."""
        text = source.text()
        selected = len(self.textCursor().selectedText())
        room = max(self._limit - self.document().characterCount() + 1 + selected, 0)
        if len(text) <= room:
            super().insertFromMimeData(source)
            return
        self.insertPlainText(text[:room])
        self.too_much.emit(self._limit)


class _Day(QDateEdit):
    """A day, or none."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(field_words("review_on"))
        self.setCalendarPopup(True)
        self.setMinimumDate(_NEVER)
        self.setSpecialValueText("–")
        self.setDisplayFormat("dd.MM.yyyy")

    def focusNextPrevChild(self, forward: bool, /) -> bool:
        """Qt would stay in the field for ever where it shows no day."""
        return QWidget.focusNextPrevChild(self, forward)

    def text_kept(self) -> str:
        day = self.date()
        return "" if day == _NEVER else date(day.year(), day.month(), day.day()).isoformat()

    def show_kept(self, text: str) -> None:
        self.setDate(QDate.fromString(text, "yyyy-MM-dd") if text else _NEVER)


def _choice(name: str, entries: list[tuple[str, str]]) -> QComboBox:
    made = choice(field_words(name))
    for code, text in entries:
        made.addItem(text, code)
    return made


def _side_by_side(*controls: QComboBox | QLineEdit | QDateEdit) -> QHBoxLayout:
    columns = QHBoxLayout()
    columns.setSpacing(10)
    for control in controls:
        rows = QVBoxLayout()
        rows.setSpacing(4)
        rows.addWidget(label(control.accessibleName(), tone="muted", size="small", wrap=True))
        rows.addWidget(control)
        columns.addLayout(rows, 1)
    return columns
