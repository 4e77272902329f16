"""The other language beside the editor: its text, and what changed in it since this one was made."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from shopphone.domain.articles import TEXTS, Beside
from shopphone.services import call, translations
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import button, chip, choice, clear, label, row, scrolling
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
        self._article_id: int | None = None
        self.choices = choice(self.tr("Article in the other language"))
        self.pair_button = button(self.tr("Is its translation"))
        self.pair_button.clicked.connect(self._pair)
        self.part_button = button(self.tr("Not its translation"))
        self.part_button.clicked.connect(self._part)
        self._said = label(tone="must_not", wrap=True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(scrolling(inside, self.tr("The other language")), 1)
        rows.addWidget(self._said)
        rows.addWidget(self.choices)
        rows.addLayout(row(self.same_button, 1, self.part_button, self.pair_button))
        self.clear_text()

    def clear_text(self) -> None:
        """Nothing to read yet, and nothing to pair while the article is not saved."""
        self._article_id = None
        self._empty()

    def _empty(self) -> None:
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
        self._article_id = article_id
        self._parts.jobs.ask(self, call(translations.beside, article_id), self._show)

    def show_original(self, beside: Beside) -> None:
        """Of a translation that is being written for the first time."""
        self._show(beside)
        self.same_button.setChecked(True)
        self._same_clicked()

    def _begin(self) -> None:
        clear(self._rows)
        self.same_button.setChecked(False)
        self._said.hide()
        is_paired, is_saved = self.beside is not None, self._article_id is not None
        self.same_button.setVisible(is_paired)
        self.part_button.setVisible(is_paired and is_saved)
        self.pair_button.hide()
        self.choices.hide()

    def _show(self, beside: Beside | None) -> None:
        if beside is None:
            self._empty()
            self._ask_candidates()
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

    def _ask_candidates(self) -> None:
        if self._article_id is not None:
            job = call(translations.candidates, self._article_id)
            self._parts.jobs.ask(self, job, self._offer)

    def _offer(self, found: tuple[tuple[int, str], ...]) -> None:
        self.choices.clear()
        for key, title in found:
            self.choices.addItem(title, key)
        self.choices.setVisible(bool(found))
        self.pair_button.setVisible(bool(found))

    def _pair(self) -> None:
        if self._article_id is not None and self.choices.currentData() is not None:
            job = call(translations.pair, self._article_id, self.choices.currentData())
            self._parts.jobs.do(self, job, self._again, failed=self._refused)

    def _part(self) -> None:
        if self._article_id is not None:
            self._parts.jobs.do(self, call(translations.part, self._article_id), self._again)

    def _again(self, _done: object) -> None:
        if self._article_id is not None:
            self.show_translation_of(self._article_id)

    def _refused(self, error: Exception) -> None:
        self._said.setText(words_for(error))
        self._said.show()

    def _same_clicked(self) -> None:
        if self.beside is not None:
            self.same.emit(self.beside.other.version if self.same_button.isChecked() else 0)


def _selectable(made: QLabel) -> QLabel:
    """Words to copy into the translation."""
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
