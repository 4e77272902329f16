"""Two desks have written the same article: theirs and mine, field by field, and what shall be."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from shopphone.domain.articles import CODES, FieldMerge, Merge
from shopphone.domain.differences import pieces
from shopphone.ui.kit.parts import Button, Card, button, chip, clear, label, row, rule, scrolling
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.knowledge.difference import difference
from shopphone.ui.panels.knowledge.words import field_words, value_words

_LEAST, _MOST = 46, 150  # height of a text


class MergeView(Card):
    """What only one of them changed is taken; where both did, a person decides or writes anew."""

    decided = Signal(object, int)  # texts by field, over this version
    left = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._version = 0
        self.choices: dict[str, FieldChoice] = {}
        self._head = label(size="title", wrap=True)
        inside = QWidget()
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, 6, 0)
        self._rows.setSpacing(6)
        back = button(self.tr("Back to my text"))
        back.clicked.connect(self.left)
        self.save_button = button(self.tr("Save this"), kind="primary")
        self.save_button.clicked.connect(self.save)
        self.rows.addWidget(self._head)
        self.rows.addWidget(
            label(
                self.tr("Nothing is lost: their text is a version, yours is kept until you save."),
                tone="muted",
                wrap=True,
            )
        )
        self.rows.addWidget(scrolling(inside, self.tr("Both texts")), 1)
        self.rows.addLayout(row(1, back, self.save_button))

    def show_merge(self, merge: Merge) -> None:
        self._version = merge.version
        text = self.tr("{name} saved this article meanwhile ({moment})")
        moment = self._parts.words.moment(merge.at, self._parts.today())
        self._head.setText(text.format(name=merge.by or "–", moment=moment))
        clear(self._rows)
        self.choices = {each.name: FieldChoice(each, self._parts) for each in merge.fields}
        for each in self.choices.values():
            self._rows.addWidget(each)
        self._rows.addStretch(1)
        self.save_button.setFocus()

    def save(self) -> None:
        texts = {name: each.text() for name, each in self.choices.items()}
        self.decided.emit(texts, self._version)


class FieldChoice(QWidget):
    """One field: the difference, two buttons, and the text that will be saved."""

    def __init__(self, merge: FieldMerge, parts: Parts) -> None:
        super().__init__()
        self._merge = merge
        self._chosen = merge.proposal
        name = field_words(merge.name)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 4, 0, 4)
        rows.setSpacing(6)
        rows.addWidget(rule())
        if merge.is_conflict:
            state = chip(self.tr("both changed it"), "careful")
        elif merge.theirs == merge.base:
            state = chip(self.tr("only you changed it"), "neutral")
        else:
            state = chip(self.tr("only they changed it"), "neutral")
        self.mine = self._button(self.tr("Take mine"), name)
        self.theirs = self._button(self.tr("Take theirs"), name)
        rows.addLayout(row(label(name, size="heading"), state, 1, self.theirs, self.mine))
        is_code = merge.name in CODES
        read = [value_words(merge.name, each, parts.words) for each in (merge.theirs, merge.mine)]
        rows.addWidget(difference(pieces(*read) if is_code else merge.pieces, parts))
        self.area: QPlainTextEdit | None = None
        if not is_code:
            self.area = QPlainTextEdit()
            self.area.setAccessibleName(self.tr("What will be saved: {field}").format(field=name))
            self.area.setTabChangesFocus(True)
            lines = max(merge.mine.count("\n"), merge.theirs.count("\n")) + 1
            self.area.setFixedHeight(min(max(20 * lines + 20, _LEAST), _MOST))
            rows.addWidget(self.area)
        self._take(merge.proposal)

    def text(self) -> str:
        return self._chosen if self.area is None else self.area.toPlainText()

    def _button(self, text: str, name: str) -> Button:
        made = button(text, kind="tab", name=f"{text}: {name}")
        made.setCheckable(True)
        made.clicked.connect(self._clicked)
        return made

    def _clicked(self) -> None:
        self._take(self._merge.mine if self.sender() is self.mine else self._merge.theirs)

    def _take(self, text: str) -> None:
        self._chosen = text
        self.mine.setChecked(text == self._merge.mine)
        self.theirs.setChecked(text == self._merge.theirs)
        if self.area is not None:
            self.area.setPlainText(text)
