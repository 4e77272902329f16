"""The gaps: questions nobody could answer, each a to-do for whoever writes the articles."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from shopphone.domain.gaps import ClosedGap, Closing, Gap, GapQuestion
from shopphone.domain.knowledge import AnswerHit, ArticleDraft, Writing
from shopphone.services import call, gap_stories, gaps
from shopphone.ui.kit.parts import Card, button, label, row
from shopphone.ui.kit.screen import Parts
from shopphone.ui.kit.table import Column
from shopphone.ui.panels.answer_hits import shortened
from shopphone.ui.panels.article_chooser import ArticleChooser
from shopphone.ui.panels.knowledge.gap_detail import GapDetail
from shopphone.ui.panels.knowledge.view import View
from shopphone.ui.panels.knowledge.words import closed_words
from shopphone.ui.panels.paged_list import ListCard

_MOST_SAID = 60  # characters of a question in a sentence about it
_SWITCH_WIDTH = 96  # px; the chosen one is bold


class GapsView(View):
    """Open questions, the most frequent first; written, assigned or not needed; and what came of it."""

    TABLES = frozenset(("gap", "gap_question", "article_use"))

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._questions: tuple[GapQuestion, ...] = ()
        self._closing: Closing | None = None
        self._lists = QStackedWidget()
        self.list = self._open_list()
        self.done = self._done_list()
        self.detail = GapDetail(parts)
        self.detail.article_wanted.connect(self.article_wanted)
        self.chooser = ArticleChooser(parts)
        self.chooser.chosen.connect(self._assign)
        self.chooser.left.connect(self._leave_chooser)
        self._right = QStackedWidget()
        self._right.addWidget(self.detail)
        self._right.addWidget(self._chooser_card())
        self.undo = button(self.tr("Undo"))
        self.undo.clicked.connect(self.take_back)
        self.undo.hide()
        left = QWidget()
        rows = QVBoxLayout(left)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(row(*self._switches(), self.undo, 1, spacing=6))
        rows.addWidget(self._lists, 1)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(14)
        columns.addWidget(left, 4)
        columns.addWidget(self._right, 3)
        self.starts_at = self.list.table

    def refresh(self) -> None:
        self.parts.jobs.ask(self, call(gaps.open_gaps), self._show_open)
        self.parts.jobs.ask(self, call(gap_stories.closed), self._show_done)

    def take_back(self) -> None:
        """Open again what was closed last."""
        if self._closing is not None:
            job = call(gaps.reopen, self._closing)
            self._closing = None
            self.undo.hide()
            self.parts.jobs.do(self, job, self._is_open_again)

    def _switches(self) -> list[QWidget | int]:
        self.to_do = button(self.tr("To do"), kind="segment")
        self.closed = button(self.tr("Closed"), kind="segment")
        for made in (self.to_do, self.closed):
            made.setCheckable(True)
            made.setAutoExclusive(True)
            made.setMinimumWidth(_SWITCH_WIDTH)
            made.clicked.connect(self._switch)
        self.to_do.setChecked(True)
        return [self.to_do, self.closed]

    def _open_list(self) -> ListCard:
        words = self.parts.words
        made = ListCard(
            self.tr("Gaps to write"),
            (
                Column[Gap](self.tr("Asked"), lambda g: g.words, 0),
                Column[Gap]("", lambda g: g.language.upper(), 42),
                Column[Gap](self.tr("Times"), lambda g: str(g.times), 60, right=True),
                Column[Gap](self.tr("Last"), lambda g: words.day(words.day_of(g.asked_at)), 92),
            ),
            search="",
            empty=self.tr("No open question. Searches without an answer stand here."),
        )
        made.search.hide()
        made.chosen.connect(self._chosen)
        made.opened.connect(self._write)
        self.write = button(self.tr("Write article"), kind="primary")
        self.write.clicked.connect(self._write_clicked)
        self.assign = button(self.tr("An article has it"))
        self.assign.clicked.connect(self._assign_clicked)
        self.not_needed = button(self.tr("Not needed"))
        self.not_needed.clicked.connect(self._close)
        made.rows.addLayout(row(1, self.not_needed, self.assign, self.write))
        self._lists.addWidget(made)
        return made

    def _done_list(self) -> ListCard:
        words = self.parts.words
        made = ListCard(
            self.tr("Closed gaps"),
            (
                Column[ClosedGap](self.tr("Asked"), lambda g: g.words, 0),
                Column[ClosedGap](self.tr("Closed"), lambda g: closed_words(g.closed_how), 110),
                Column[ClosedGap](self.tr("On"), lambda g: words.day(words.day_of(g.closed_at)), 92),
                Column[ClosedGap](
                    self.tr("Helped / not"), lambda g: f"{g.helped} / {g.not_helped}", 80, right=True
                ),
                Column[ClosedGap](
                    self.tr("Again"), lambda g: str(g.asked_again or "–"), 60, right=True
                ),
            ),
            search="",
            empty=self.tr("Nothing closed yet. A closed gap shows here how the next callers fared."),
        )  # fmt: skip
        made.search.hide()
        made.chosen.connect(self._closed_chosen)
        self.reopen = button(self.tr("Open again"))
        self.reopen.clicked.connect(self._reopen_clicked)
        made.rows.addLayout(row(1, self.reopen))
        self._lists.addWidget(made)
        return made

    def _chooser_card(self) -> Card:
        card = Card()
        card.rows.addWidget(label(self.tr("Which article answers it?"), size="heading", wrap=True))
        card.rows.addWidget(self.chooser, 1)
        take = button(self.tr("This one"), kind="primary")
        take.clicked.connect(self.chooser.take)
        back = button(self.tr("Back"))
        back.clicked.connect(self._leave_chooser)
        card.rows.addLayout(row(1, back, take))
        return card

    def _switch(self) -> None:
        done = self.closed.isChecked()
        self._lists.setCurrentIndex(1 if done else 0)
        self._leave_chooser()
        shown = self.done if done else self.list
        self.starts_at = shown.table
        found = shown.model.row_at(shown.table.current_row())
        if found is None:
            self.detail.show_nothing(self.tr("Choose a question."))
        else:
            shown.chosen.emit(found)

    def _show_open(self, found: tuple[Gap, ...]) -> None:
        place = self.list.table.current_row()
        self.list.show_rows(found)
        if found and self.list.table.current_row() < 0 <= place:
            self.list.table.selectRow(min(place, len(found) - 1))
        self._allow()
        if self.to_do.isChecked() and self._current() is None:
            self.detail.show_nothing(self.tr("Choose a question."))

    def _show_done(self, found: tuple[ClosedGap, ...]) -> None:
        self.done.show_rows(found)
        self._allow()

    def _allow(self) -> None:
        """Buttons for what is chosen, and only then."""
        for each in (self.write, self.assign, self.not_needed):
            each.setEnabled(self._current() is not None)
        self.reopen.setEnabled(self.done.table.current_row() >= 0)

    def _current(self) -> Gap | None:
        found: Gap | None = self.list.model.row_at(self.list.table.current_row())
        return found

    def _chosen(self, found: Gap) -> None:
        self._leave_chooser()
        self._allow()
        job = call(gap_stories.questions, found.gap_id)
        self.parts.jobs.ask(self, job, partial(self._show_questions, found))

    def _show_questions(self, found: Gap, questions: tuple[GapQuestion, ...]) -> None:
        self._questions = questions
        self.detail.show_questions(found, questions)

    def _closed_chosen(self, found: ClosedGap) -> None:
        self._allow()
        self.detail.show_closed(found)

    def _write_clicked(self) -> None:
        found = self._current()
        if found is not None:
            self._write(found)

    def _write(self, found: Gap) -> None:
        """The editor, with what was asked as title and wordings; or the article that is begun."""
        if found.article_id is not None:
            self.article_wanted.emit(found.article_id)
            return
        job = call(gap_stories.questions, found.gap_id)
        self.parts.jobs.ask(self, job, partial(self._begin, found))

    def _begin(self, found: Gap, questions: tuple[GapQuestion, ...]) -> None:
        draft = ArticleDraft(title=found.words, language=found.language)
        asked = dict.fromkeys([found.words, *(each.words for each in questions)])
        self.writing_wanted.emit(Writing(draft=draft, gap_id=found.gap_id, wordings=tuple(asked)))

    def _assign_clicked(self) -> None:
        found = self._current()
        if found is not None:
            self._right.setCurrentIndex(1)
            self.chooser.begin(found.words, found.language)

    def _assign(self, hit: AnswerHit) -> None:
        found = self._current()
        if found is None:
            return
        job = call(gaps.assign, found.gap_id, hit.article_id)
        self.parts.jobs.do(self, job, self._was_closed)
        text = self.tr("Callers who ask like this find “{title}” from now on.")
        self.parts.say(text.format(title=hit.title), "fine")
        self._leave_chooser()

    def _leave_chooser(self) -> None:
        if self._right.currentIndex():
            self._right.setCurrentIndex(0)
            self.list.table.setFocus()

    def _close(self) -> None:
        found = self._current()
        if found is not None:
            job = call(gaps.close, found.gap_id)
            self.parts.jobs.do(self, job, partial(self._is_not_needed, found))

    def _is_not_needed(self, gap: Gap, closing: Closing) -> None:
        self._was_closed(closing)
        text = self.tr("Closed: nobody needs an article for “{words}”.")
        self.parts.say(text.format(words=shortened(gap.words, _MOST_SAID)), "fine")

    def _was_closed(self, closing: Closing) -> None:
        self._closing = closing
        self.undo.show()
        self.refresh()

    def _reopen_clicked(self) -> None:
        found = self.done.model.row_at(self.done.table.current_row())
        if found is not None:
            job = call(gaps.reopen, Closing(gap_id=found.gap_id))
            self.parts.jobs.do(self, job, self._is_open_again)

    def _is_open_again(self, _done: object) -> None:
        self.parts.say(self.tr("The question is open again."), "fine")
        self.refresh()
