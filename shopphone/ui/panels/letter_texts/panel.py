"""Letters in the shop's own words: their paragraphs, the places in them, and the letter as it will look."""

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from shopphone.domain.errors import Refused
from shopphone.domain.letter_texts import EVERY, LANGUAGES, LETTERS, PLACES, Part, PartText
from shopphone.services import call, drafts, letter_previews, letter_texts
from shopphone.ui.kit import keys
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import Button, Card, button, choice, clear, label, row, scrolling
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.letter_texts.field import PartField
from shopphone.ui.panels.letter_texts.pages import LetterPages
from shopphone.ui.panels.letter_texts.words import letter_name, part_name, place_name

_PAUSE_MS = 200
_DRAFTS = "letter-texts"
_AT_THE_END = (Part.ENDING, Part.CLOSING, Part.SIGNATURE)
_SHOWN_VERSIONS, _SHOWN_CHARS = 12, 40
_PLACE = re.compile(r"\{[^{}]*\}|\n")


class LetterTexts(QWidget):
    """What is typed is kept on this desk until it is saved; saving keeps what was there before."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._drafts: dict[str, dict[str, str]] | None = None  # by letter and language, then part
        self._shown = ""  # which letter and language the fields are of
        self._current: Part | None = None
        self.fields: dict[Part, PartField] = {}
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._settled)
        self.letter = choice(self.tr("Letter"))
        for code in (EVERY, *LETTERS):
            self.letter.addItem(letter_name(code), code)
        self.letter.setCurrentIndex(1)
        self.language = choice(self.tr("Language of the letter"))
        names = {"de": self.tr("German"), "en": self.tr("English")}
        for code in LANGUAGES:
            self.language.addItem(names[code], code)
        self.language.setMinimumContentsLength(9)
        for each in (self.letter, self.language):
            each.currentIndexChanged.connect(self._turn)
        self.pages = LetterPages(parts)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 6, 0)
        self._rows.setSpacing(8)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(14)
        columns.addWidget(self._left_card(), 1)
        right = Card()
        right.rows.addWidget(label(self.tr("Preview"), size="heading"))
        right.rows.addWidget(self.pages, 1)
        columns.addWidget(right, 1)
        parts.news.changed.connect(self._changed)

    def _left_card(self) -> Card:
        card = Card()
        card.rows.addLayout(row(label(self.tr("Texts of letters"), size="title"), 1))
        chooser = row(self.letter, self.language)
        chooser.setStretch(0, 1)
        card.rows.addLayout(chooser)
        said = self.tr("What the law wants said stands in every letter, whatever is written here.")
        card.rows.addWidget(label(said, tone="muted", size="small", wrap=True))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._rows)
        column.addStretch(1)
        card.rows.addWidget(scrolling(inside, self.tr("Paragraphs of the letter")), 1)
        key = keys.in_words("Ctrl+Space")
        self.places_button = button(self.tr("Placeholder"), key)
        self.reset_button = button(self.tr("Our text"))
        self.versions_button = button(self.tr("Earlier texts"))
        self.undo_button = button(self.tr("Undo"))
        self.save_button = button(self.tr("Save"), kind="primary")
        acts: tuple[tuple[Button, Callable[[], None]], ...] = (
            (self.places_button, self.offer_places),
            (self.reset_button, self.reset),
            (self.versions_button, self.offer_versions),
            (self.undo_button, self.undo),
            (self.save_button, self.save),
        )
        for each, act in acts:
            each.clicked.connect(act)
        self._about = label(tone="muted", size="small")
        card.rows.addLayout(row(self._about, 1, self.reset_button, self.versions_button))
        card.rows.addLayout(row(self.places_button, self.undo_button, 1, self.save_button))
        return card

    @property
    def current(self) -> PartField | None:
        """The paragraph the buttons are about."""
        return None if self._current is None else self.fields.get(self._current)

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        if self._drafts is None:
            self._parts.jobs.ask(self, call(drafts.kept, _DRAFTS), self._kept_came)
        else:
            self._ask()

    def hideEvent(self, event: QHideEvent, /) -> None:
        super().hideEvent(event)
        if self._pause.isActive():
            self._pause.stop()
            self._keep()

    def offer_places(self) -> None:
        """A menu below the paragraph's cursor; the keyboard goes through it."""
        field = self.current
        if field is None:
            return
        menu = QMenu(self)
        for place in PLACES:
            entry = menu.addAction(f"{place_name(place)}\t{{{place}}}")
            entry.triggered.connect(partial(self._insert, f"{{{place}}}"))
        below = field.area.cursorRect().bottomLeft()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(field.area.viewport().mapToGlobal(below))

    def offer_versions(self) -> None:
        """What was saved before, newest first."""
        field = self.current
        if field is None or not field.saved.versions:
            return
        menu = QMenu(self)
        for version in field.saved.versions[:_SHOWN_VERSIONS]:
            text = field.saved.base if version.content is None else version.content
            when = self._parts.words.moment(version.saved_at, self._parts.today())
            line = " ".join(text.split())[:_SHOWN_CHARS].replace("&", "&&")
            by = version.by.replace("&", "&&")
            entry = menu.addAction("   ".join(filter(None, (when, by, line))))
            entry.triggered.connect(partial(self._put, text))
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self.versions_button.rect().bottomLeft()
        menu.popup(self.versions_button.mapToGlobal(corner))

    def reset(self) -> None:
        """The text without this letter's own; saved, it follows ours from then on."""
        if self.current is not None:
            self._put(self.current.saved.base)

    def undo(self) -> None:
        if self.current is not None:
            self.current.area.undo()
            self.current.area.setFocus()

    def save(self) -> None:
        """Every changed paragraph of the letter that is shown."""
        typed = {str(part): field.text for part, field in self.fields.items() if field.is_changed}
        if not typed:
            return
        letter, language = self._shown.split("/")
        job = call(letter_texts.save, letter, language, typed)
        then = partial(self._saved, self._shown, typed)
        self._parts.jobs.do(self, job, then, failed=self._refused)

    def _kept_came(self, kept: dict[str, Any] | None) -> None:
        if self._drafts is None:
            self._drafts = {
                name: {part: text for part, text in texts.items() if isinstance(text, str)}
                for name, texts in (kept or {}).items()
                if isinstance(texts, dict)
            }
        self._ask()

    def _turn(self, _index: int) -> None:
        """To another letter or language; what was typed in this one is kept."""
        if self._drafts is None:
            return
        self._pause.stop()
        self._keep()
        self._ask()

    def _ask(self) -> None:
        letter, language = str(self.letter.currentData()), str(self.language.currentData())
        job = call(letter_texts.of_letter, letter, language)
        self._parts.jobs.ask(self, job, partial(self._came, f"{letter}/{language}"))

    def _came(self, name: str, texts: tuple[PartText, ...]) -> None:
        if name == self._shown:
            for text in texts:
                self.fields[text.part].renew(text)
        else:
            self._build(name, texts)
        self._show_state()
        self._preview()

    def _build(self, name: str, texts: tuple[PartText, ...]) -> None:
        typed = (self._drafts or {}).get(name, {})
        clear(self._rows)
        self._shown, self.fields = name, {}
        for text in texts:
            field = PartField(text, typed.get(text.part))
            field.typed.connect(self._typed)
            field.area.entered.connect(partial(self._entered, text.part))
            field.area.places_wanted.connect(self.offer_places)
            self._rows.addWidget(field)
            self.fields[text.part] = field
        if self._current not in self.fields:
            self._current = texts[0].part
        QWidget.setTabOrder(self.letter, self.language)
        before: QWidget = self.language
        for field in self.fields.values():
            QWidget.setTabOrder(before, field.area)
            before = field.area

    def _entered(self, part: Part) -> None:
        self._current = part
        self._show_state()
        self.pages.look_at(self._words_of_current())

    def _typed(self, part: Part) -> None:
        if self._drafts is None:
            return
        field = self.fields[part]
        typed = self._drafts.setdefault(self._shown, {})
        if field.is_changed:
            typed[part] = field.text
        else:
            typed.pop(part, None)
        if not typed:
            del self._drafts[self._shown]
        self._show_state()
        self._pause.start()

    def _settled(self) -> None:
        self._keep()
        self._preview()

    def _keep(self) -> None:
        copied = {name: dict(texts) for name, texts in (self._drafts or {}).items()}
        self._parts.jobs.keep(self, call(drafts.keep, _DRAFTS, copied or None))

    def _preview(self) -> None:
        if not self._shown or any(field.is_too_long for field in self.fields.values()):
            return
        letter, language = self._shown.split("/")
        texts = {str(part): field.text.strip() for part, field in self.fields.items()}
        job = call(letter_previews.preview, letter, language, texts)
        self._parts.jobs.ask(self, job, self._previewed, failed=self._not_previewed)

    def _previewed(self, pdf: bytes) -> None:
        self.pages.show_pdf(pdf, self._words_of_current())

    def _not_previewed(self, error: Exception) -> None:
        self.pages.refuse(words_for(error))

    def _words_of_current(self) -> str:
        """The longest words of the paragraph that are printed as they stand; none for the top."""
        if self._current not in _AT_THE_END:
            return ""
        for part in (self._current, Part.CLOSING):
            field = self.fields.get(part)
            pieces = _PLACE.split(field.text) if field is not None else []
            longest = max((piece.strip() for piece in pieces), key=len, default="")
            if longest:
                return " ".join(longest.split()[:3])
        return ""

    def _show_state(self) -> None:
        field = self.current
        if field is None:
            return
        self._about.setText(part_name(field.part) + ":")
        is_ours = field.text.strip() == field.saved.base
        self.reset_button.setEnabled(not is_ours)
        self.versions_button.setEnabled(bool(field.saved.versions))
        self.undo_button.setEnabled(field.area.document().isUndoAvailable())
        self.save_button.setEnabled(any(each.is_changed for each in self.fields.values()))

    def _insert(self, place: str) -> None:
        if self.current is not None:
            self.current.insert(place)

    def _put(self, text: str) -> None:
        if self.current is not None:
            self.current.put(text)
            self.current.area.setFocus()

    def _saved(self, name: str, saved: dict[str, str], _done: object) -> None:
        kept = (self._drafts or {}).get(name, {})
        for part, text in saved.items():
            if kept.get(part) == text:
                del kept[part]
        if self._drafts is not None and not kept:
            self._drafts.pop(name, None)
        self._keep()
        self._parts.say(self.tr("Texts saved. Letters written from now on have them."), "fine")
        self._ask()

    def _refused(self, error: Exception) -> None:
        part = str(error.facts.get("field", "")) if isinstance(error, Refused) else ""
        field = next((each for each in self.fields.values() if each.part == part), None)
        if field is None:
            self._parts.say(words_for(error), "must_not")
            return
        field.refuse(words_for(error))
        field.area.setFocus()

    def _changed(self, tables: frozenset[str]) -> None:
        if self.isVisible() and tables & {"letter_text", "setting"}:
            self._ask()
