"""The other language beside the editor: its text, and what changed in it since this one was made."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from shopphone.domain.articles import TEXTS, Beside
from shopphone.services import call, translations
from shopphone.ui.kit.parts import button, chip, clear, label, row, scrolling
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.knowledge.difference import difference
from shopphone.ui.panels.knowledge.words import field_words, language_words


class OtherLanguage(QWidget):
    """Read while one writes; “Same content” says that both tell the same once this is saved."""

    same = Signal(int)  # the other's version

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self.beside: Beside | None = None
        self.same_button = button(self.tr("Same content once saved"))
        self.same_button.setCheckable(True)
        self.same_button.clicked.connect(self._same_clicked)
        inside = QWidget()
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, 6, 0)
        self._rows.setSpacing(6)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(scrolling(inside, self.tr("The other language")), 1)
        rows.addLayout(row(self.same_button, 1))
        self.clear_text()

    def clear_text(self) -> None:
        self.beside = None
        self._begin()
        self._rows.addWidget(
            label(
                self.tr("This article has no translation. Its page offers to write one."),
                tone="muted",
                wrap=True,
            )
        )
        self._rows.addStretch(1)

    def show_translation_of(self, article_id: int) -> None:
        self._parts.jobs.ask(self, call(translations.beside, article_id), self._show)

    def show_original(self, beside: Beside) -> None:
        """Of a translation that is being written for the first time."""
        self._show(beside)
        self.same_button.setChecked(True)
        self._same_clicked()

    def _begin(self) -> None:
        clear(self._rows)
        self.same_button.setChecked(False)
        self.same_button.setVisible(self.beside is not None)

    def _show(self, beside: Beside | None) -> None:
        if beside is None:
            self.clear_text()
            return
        self.beside = beside
        self._begin()
        changes = {each.name: each for each in beside.changes}
        if changes:
            text, tone = self.tr("changed since this one was made"), "careful"
        elif beside.made_like is None:
            text, tone = self.tr("never compared"), "neutral"
        else:
            text, tone = self.tr("as it was when this one was made"), "fine"
        self._rows.addLayout(row(chip(language_words(beside.other.language)), chip(text, tone), 1))
        for name in TEXTS:
            whole = str(getattr(beside.other, name))
            if not whole and name not in changes:
                continue
            self._rows.addWidget(label(field_words(name), tone="muted", size="small"))
            self._rows.addWidget(
                difference(changes[name].pieces, self._parts)
                if name in changes
                else _selectable(label(whole, wrap=True))
            )
        self._rows.addStretch(1)

    def _same_clicked(self) -> None:
        if self.beside is not None:
            self.same.emit(self.beside.other.version if self.same_button.isChecked() else 0)


def _selectable(made: QLabel) -> QLabel:
    """Words to copy into the translation."""
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
