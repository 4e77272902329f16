"""The answer finder: words of the caller, the right article, the sentence to say, how it went."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidgetItem

from shopphone.domain.articles import IN_FORCE
from shopphone.domain.errors import Refused
from shopphone.domain.knowledge import AnswerHit, Article
from shopphone.domain.learning import Used
from shopphone.services import answers, articles, call, gaps
from shopphone.ui.kit import keys
from shopphone.ui.kit.jobs import Job
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import Card, Empty, button, label, row
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.answer_hits import AnswerHits, shortened
from shopphone.ui.panels.answer_input import AnswerInput
from shopphone.ui.panels.answer_reader import AnswerReader
from shopphone.ui.panels.answer_searches import AnswerSearches

_PAUSE_MS = 60
_MOST_SAID = 60  # characters of a question in a sentence about it
_UNLIMITED = 16_777_215  # px: Qt's own QWIDGETSIZE_MAX
_THOUGHT_MS = 180  # typing has paused: now what the words mean is looked for too
_OPPOSITE = {"helped": "not_helped", "not_helped": "helped"}
_Said = tuple[int | None, int, str]  # call, article, verdict
_Question = tuple[str, str, int | None]  # words, language, customer


class AnswerFinder(Card):
    """Results update in place; Enter takes the first, arrows another, Esc goes back."""

    left = Signal()
    used = Signal(object)  # (article_id, title, verdict)
    taken_back = Signal(object)  # (article_id, verdict)
    searched = Signal(str)

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._language = "de"
        self._customer_id: int | None = None
        self._call_id: int | None = None
        self._article: Article | None = None
        self._found_with = ""  # the words the open article was found with
        self._opened_for = ""  # what stood in the line when it was opened
        self._shown_for: _Question | None = None  # what the hits in the list answer
        self._taking: str | None = (
            None  # Enter was pressed for these words before their answer came
        )
        self._opening = False
        self._verdict_waits = ""  # said before the article stood there
        self._said: dict[_Said, Used | None] = {}
        self._undo: Job[None] | None = None
        self._undone: _Said | None = None
        self.searches = AnswerSearches(parts, self)
        self.searches.gap_noted.connect(self._gap_noted)
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._ask)
        self._thought = QTimer(self, interval=_THOUGHT_MS, singleShot=True)
        self._thought.timeout.connect(self._ask_meaning)
        self._build()
        parts.news.changed.connect(self._changed)

    @property
    def article(self) -> Article | None:
        return self._article

    @property
    def hits(self) -> tuple[AnswerHit, ...]:
        return self.results.hits

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._share_height()

    def set_context(self, language: str, customer_id: int | None, call_id: int | None) -> None:
        """Whose call this is: their language first, what they ordered first."""
        known = (self._language, self._customer_id, self._call_id)
        if known == (language, customer_id, call_id):
            return
        if call_id != self._call_id:
            self._look()
            self._offer_undo(None)
            self._close()  # what one caller was told is no answer to the next one
            if call_id is not None:
                self.searches.adopt(call_id)
        self._language, self._customer_id, self._call_id = language, customer_id, call_id
        self._pause.start()
        self._arrange()

    def ask_for(self, words: str) -> None:
        """Show another lane's words."""
        if words != self.input.text():
            self._close()
            self.results.show_hits(())
            self._shown_for = None
            self.input.setText(words)
        self._arrange()

    def end(self, call_id: int) -> None:
        """The call is over: what was shown for its question is counted."""
        if call_id == self._call_id:
            self._look()
        self.searches.end(call_id)

    def open_article(self, article_id: int) -> None:
        """An article that was not searched for: its verdict teaches no words."""
        self._open(article_id, "")

    def mark_helped(self) -> None:
        self._mark("helped")

    def mark_not_helped(self) -> None:
        self._mark("not_helped")

    def mark_enclosed(self) -> None:
        self._mark("enclosed")

    def take_back(self) -> None:
        """Undo the last verdict, or the gap a search became."""
        if self._undo is None:
            return
        self._parts.jobs.do(self, self._undo)
        if self._undone is not None:
            self._said.pop(self._undone, None)
            self.taken_back.emit(self._undone[1:])
        self._offer_undo(None)
        self._parts.say(self.tr("Taken back."), "fine")

    def _build(self) -> None:
        self.input = AnswerInput(
            self.tr("Answer finder"), self.tr("What does the caller ask?   F3")
        )
        self.input.textEdited.connect(self._edited)
        self.input.textChanged.connect(self._typed)
        self.input.taken.connect(self._take)
        self.input.left.connect(self.left)
        self.input.undone.connect(self.take_back)
        self.results = AnswerHits(self._parts)
        self.results.setAccessibleName(self.tr("Answers found"))
        self.results.itemClicked.connect(self._clicked)
        self.results.itemActivated.connect(self._clicked)
        self.input.stepped.connect(self.results.step)
        self._nothing = label(
            self.tr("No article has these words. The question becomes a gap to write."),
            tone="careful", wrap=True,
        )  # fmt: skip
        self._notice = label(tone="careful", wrap=True)
        self._before = label(
            self.tr("This is the answer to the words before. Enter opens one for those typed now."),
            tone="careful", wrap=True,
        )  # fmt: skip
        self._reader = AnswerReader()
        self._empty = Empty(
            self.tr(
                "Type three words of the question. The answer stands here, with the sentence to say."
            )
        )
        self.helped = button(self.tr("Helped"), keys.shown("helped"))
        self.not_helped = button(self.tr("Did not help"), "⇧F10", name=self.tr("Did not help"))
        self.enclose = button(self.tr("Enclose"), keys.shown("enclose"))
        self.undo = button(self.tr("Undo"), keys.in_words("Ctrl+Z"))
        policy = self.undo.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # nothing below it moves when it comes
        self.undo.setSizePolicy(policy)
        for each, slot in (
            (self.helped, self.mark_helped),
            (self.not_helped, self.mark_not_helped),
            (self.enclose, self.mark_enclosed),
            (self.undo, self.take_back),
        ):
            each.clicked.connect(slot)
        self.rows.addLayout(row(label(self.tr("Answers"), size="heading"), 1, self.undo))
        self.rows.addWidget(self.input)
        self.rows.addWidget(self.results, 1)
        self.rows.addWidget(self._nothing)
        self.rows.addWidget(self._notice)
        self.rows.addWidget(self._before)
        self.rows.addWidget(self._reader, 1)
        self.rows.addWidget(self._empty, 1)
        self.rows.addLayout(row(self.helped, self.enclose, spacing=6))
        self.rows.addWidget(self.not_helped)
        self._offer_undo(None)
        self._arrange()

    def _mark(self, verdict: str) -> None:
        if self._opening or self._taking is not None:
            self._verdict_waits = verdict
            return
        if verdict == "enclosed" and self._call_id is None:
            self._parts.say(self._no_letter(), "careful")
            return
        if self._article is None or not self._is_answer:
            self._mark_nothing(verdict)
            return
        article = self._article
        said = (self._call_id, article.article_id, verdict)
        sentence = self._sentence(verdict).format(title=article.title)
        if said in self._said:
            self._parts.say(sentence, "fine")
            return
        self._correct(article.article_id, verdict)
        self._said[said] = None
        job = call(
            answers.used, article.article_id, self._call_id, verdict, self._found_with,
            self._customer_id, self._language,
        )  # fmt: skip
        noted, failed = partial(self._noted, said), partial(self._refused, said)
        self._parts.jobs.do(self, job, noted, failed=failed)
        self.used.emit((article.article_id, article.title, verdict))
        self._parts.say(sentence, "fine")

    def _mark_nothing(self, verdict: str) -> None:
        """Nothing that was found fits: that is an answer too."""
        if verdict == "not_helped" and self.searches.of(self._call_id) is not None:
            self._look()
            self.searches.in_vain(self._call_id, self.input.text().strip())
        elif self._article is not None:
            self._parts.say(self._before.text(), "careful")
        else:
            self._parts.say(self.tr("Open an answer first (F3)."), "careful")

    @property
    def _is_answer(self) -> bool:
        """Whether what is open was opened for the words in the line; an empty line asks nothing new."""
        return self.input.text().strip() in ("", self._opened_for)

    def _no_letter(self) -> str:
        return self.tr("Without a call there is no letter it could go with. Take a call first.")

    def _sentence(self, verdict: str) -> str:
        return {
            "helped": self.tr("Noted: “{title}” helped."),
            "not_helped": self.tr("Noted: “{title}” did not help."),
            "enclosed": self.tr("“{title}” goes with the letter."),
        }[verdict]

    def _correct(self, article_id: int, verdict: str) -> None:
        """Whoever says the opposite means it instead."""
        before = self._said.pop((self._call_id, article_id, _OPPOSITE.get(verdict, "")), None)
        if before is not None:
            self._parts.jobs.do(self, call(answers.take_back, before))

    def _noted(self, said: _Said, use: Used) -> None:
        self._said[said] = use
        call_id, _, verdict = said
        search = self.searches.of(call_id)
        if verdict == "not_helped" and search is not None:
            search.failed.append(use)
        elif verdict == "helped":
            self.searches.helped(call_id)
        if call_id == self._call_id:
            self._offer_undo(call(answers.take_back, use), said)

    def _refused(self, said: _Said, error: Exception) -> None:
        self._said.pop(said, None)
        self.taken_back.emit(said[1:])
        self._parts.say(words_for(error), "careful")

    def _gap_noted(self, words: str, question_id: int) -> None:
        text = self.tr("No answer: “{words}” is on the list of gaps.")
        self._parts.say(text.format(words=shortened(words, _MOST_SAID)), "careful")
        self._offer_undo(call(gaps.take_back, question_id))

    def _offer_undo(self, job: Job[None] | None, said: _Said | None = None) -> None:
        self._undo, self._undone = job, said
        self.undo.setVisible(job is not None)
        self.input.undoes_verdict = job is not None

    def _edited(self, text: str) -> None:
        self._look()
        if self.searches.typed(self._call_id, text, self._language, self._customer_id):
            self.results.forget_choice()

    def _typed(self, text: str) -> None:
        self.searched.emit(text)
        self._allow()
        self._pause.start()
        self._thought.start()

    def _look(self) -> None:
        """Remember what stands in view, before it changes."""
        search = self.searches.of(self._call_id)
        if search is not None and self.input.text().strip():
            search.shown = self.results.in_view if self.results.isVisible() else ()

    @property
    def _question(self) -> _Question:
        return (self.input.text(), self._language, self._customer_id)

    def _ask(self) -> None:
        question = self._question
        text, language, customer_id = question
        if not text.strip() and customer_id is None:
            self._found(question, ())
            return
        job = call(answers.find, text, language, customer_id)
        self._parts.jobs.ask(self, job, partial(self._found, question), failed=self._not_found)

    def _found(self, question: _Question, hits: tuple[AnswerHit, ...]) -> None:
        if question[1:] != self._question[1:]:
            return  # another caller is in front, for whom it is being asked anew
        text, taking = self.input.text(), self._taking
        if text.strip() and question[0] == text:
            self.searches.answered(self._call_id, text)
        chosen, self._taking = self.results.chosen, None
        self._show_hits(question, hits)
        if taking == text == question[0] and chosen in (None, self.results.chosen):
            self._take()  # never another one than was marked
        if not self._opening and self._taking is None:
            self._verdict_waits = ""  # there is nothing it could be said of

    def _not_found(self, error: Exception) -> None:
        self._taking, self._verdict_waits = None, ""
        self._parts.say(words_for(error), "must_not")

    def _show_hits(self, question: _Question, hits: tuple[AnswerHit, ...]) -> None:
        self._shown_for = question
        self.results.show_hits(hits)
        self._arrange()

    def _ask_meaning(self) -> None:
        question = self._question
        if question[0].strip():
            job = call(answers.find_by_meaning, *question)
            self._parts.jobs.ask(self, job, partial(self._reorder, question))

    def _reorder(self, question: _Question, hits: tuple[AnswerHit, ...] | None) -> None:
        """The better order takes its place unless other words stand or the list is walked in."""
        if hits is None or question != self._question or self.results.hasFocus():
            return
        if not self.results.loses_choice(hits):
            self._show_hits(question, hits)

    def _take(self) -> None:
        """Enter: what is marked; typed faster than the search, Enter waits for its answer."""
        item = self.results.currentItem()
        if self._shown_for != self._question:
            if self._taking != self.input.text():
                self._taking = self.input.text()
                self._pause.stop()
                self._ask()
        elif item is not None:
            self._clicked(item)

    def _clicked(self, item: QListWidgetItem) -> None:
        self.results.hold()
        found_with = self._shown_for[0].strip() if self._shown_for is not None else ""
        self._open(item.data(Qt.ItemDataRole.UserRole).article_id, found_with)

    def _open(self, article_id: int, words: str) -> None:
        self._opening, self._found_with = True, words
        self._opened_for, self._taking = self.input.text().strip(), None
        shown = partial(self._show, self._call_id)
        self._parts.jobs.ask(self, call(articles.read, article_id), shown, failed=self._gone)

    def _show(self, call_id: int | None, article: Article) -> None:
        if call_id != self._call_id:
            return
        self._opening = False
        self._count_opened(article.article_id)
        self._notice.clear()
        self._read(article)
        if self._verdict_waits:
            verdict, self._verdict_waits = self._verdict_waits, ""
            self._mark(verdict)

    def _count_opened(self, article_id: int) -> None:
        """Once for each question, or once for the call if nothing was asked."""
        search = self.searches.of(self._call_id)
        said = (self._call_id, article_id, "opened")
        if said in self._said and (search is None or article_id in search.opened):
            return
        self._said[said] = None
        if search is not None:
            search.opened.add(article_id)
            search.words = self._found_with or search.words
        job = call(answers.used, article_id, self._call_id, "opened")
        self._parts.jobs.do(self, job)

    def _read(self, article: Article) -> None:
        self._article = article
        self._reader.show_article(article)
        if article.state != IN_FORCE:
            self._notice.setText(
                self.tr(
                    "Taken out of force meanwhile: do not say this any more. Search again (F3)."
                )
            )
        self._arrange()

    def _close(self) -> None:
        self._article, self._found_with = None, ""
        self._opening, self._taking, self._verdict_waits = False, None, ""
        self._notice.clear()

    def _changed(self, tables: frozenset[str]) -> None:
        """The open article may be another by now."""
        if (
            tables & {"article", "article.counts"}
            and self._article is not None
            and not self._opening
        ):
            job = call(articles.read, self._article.article_id)
            self._parts.jobs.ask(self, job, self._renew, failed=self._gone)

    def _renew(self, article: Article) -> None:
        shown = self._article
        if shown is None or shown.article_id != article.article_id:
            return
        if (shown.version, shown.state) == (article.version, article.state):
            self._article = article
            return
        self._notice.setText(self.tr("Changed meanwhile: this is the newest text."))
        self._read(article)

    def _gone(self, error: Exception) -> None:
        """Deleted meanwhile: what is on the screen stays to be read, nothing can be said of it."""
        self._opening, self._verdict_waits = False, ""
        if not isinstance(error, Refused):
            self._parts.say(words_for(error), "must_not")
            return
        self._notice.setText(self.tr("This article was deleted meanwhile. Search again (F3)."))
        self._article = None
        self._arrange()
        self._pause.start()

    def _arrange(self) -> None:
        asked = bool(self.input.text().strip())
        found = self.results.count() > 0
        self.results.setVisible(found)
        self._nothing.setVisible(asked and not found and self._shown_for is not None)
        self._notice.setVisible(bool(self._notice.text()))
        reading = self._article is not None
        self._reader.setVisible(reading)
        self._empty.setVisible(not reading and not found)
        self._share_height()
        self._allow()

    def _allow(self) -> None:
        """What can be said of what is open, or of the words that opened nothing."""
        reading = self._article is not None
        fits = reading and self._is_answer
        self._before.setVisible(reading and not fits)
        self.helped.setEnabled(fits)
        self.enclose.setEnabled(fits and self._call_id is not None)
        self.enclose.setToolTip("" if self._call_id is not None else self._no_letter())
        self.not_helped.setEnabled(reading or bool(self.input.text().strip()))

    def _share_height(self) -> None:
        """The results have all the room until an answer is read beside them."""
        reading = self._article is not None
        self.results.setMaximumHeight(self.height() * 2 // 5 if reading else _UNLIMITED)
        if reading:
            self.results.scrollToItem(self.results.currentItem())
