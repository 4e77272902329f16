"""The editor of an article: what is typed is kept on this desk until it is saved or discarded."""

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from shopphone.domain.articles import IN_FORCE, RETIRED, Around, Merge, as_texts, from_texts
from shopphone.domain.errors import Refused
from shopphone.domain.knowledge import ArticleDraft, Writing
from shopphone.domain.text_modules import About
from shopphone.services import articles, call, drafts, editing, versions
from shopphone.ui.kit import keys
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import Card, button, label, row, scrolling
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.knowledge.form import ArticleForm
from shopphone.ui.panels.knowledge.side import EditorSide
from shopphone.ui.panels.knowledge.words import field_words
from shopphone.ui.panels.text_modules.chooser import ModuleTyping

_KEEP_MS = 300
_RENEW = timedelta(seconds=60)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Sent:
    """What is being saved, and what its unsaved text is kept under."""

    draft: ArticleDraft
    texts: dict[str, str]
    name: str


class ArticleEditor(QWidget):
    """What callers hear, read and find; saved as the article's next version.

    Leaving keeps the unsaved text: opened again it stands here, and one button changes between it
    and the saved article. What another desk saved meanwhile is merged, never overwritten.
    """

    saved = Signal(int)
    left = Signal()
    merge_wanted = Signal(object)  # Merge

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._draft = ArticleDraft()
        self._gap_id: int | None = None
        self._kept: dict[str, str] | None = None  # unsaved text that is not shown
        self._sent: _Sent | None = None  # being saved; the form may say more by now
        self._dirty = False  # typed and not kept yet
        self._told = 0  # another desk's version that this one was told about
        self._soon = QTimer(self, interval=_KEEP_MS, singleShot=True)
        self._soon.timeout.connect(self._keep_now)
        self._renew = QTimer(self, interval=round(_RENEW.total_seconds() * 1000))
        self._renew.timeout.connect(self._say_editing)
        self.form = ArticleForm()
        self.form.typed.connect(self._typed)
        self.form.too_much.connect(self._was_cut)
        for name in ("letter_paragraph", "internal_note"):
            ModuleTyping(parts, self.form.texts[name], self._about)
        self.side = EditorSide(parts)
        self.side.same.connect(self._is_same)
        self._notice = label(tone="careful", wrap=True)
        self._others = label(tone="careful", wrap=True)
        self._asked = label(tone="muted", wrap=True)
        self._refusal = label(tone="must_not", wrap=True)
        card = Card()
        self._title = label(self.tr("Article"), size="title")
        card.rows.addWidget(self._title)
        self._refusal.hide()
        for each in (self._others, self._notice, self._asked):
            each.hide()
            card.rows.addWidget(each)
        card.rows.addWidget(scrolling(self.form, self.tr("Article form")), 1)
        card.rows.addWidget(self._refusal)
        self._build_buttons(card)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(14)
        columns.addWidget(card, 6)
        columns.addWidget(self.side, 5)
        parts.news.changed.connect(self._changed)

    @property
    def title(self) -> QLineEdit:
        return self.form.lines["title"]

    @property
    def texts(self) -> dict[str, "QPlainTextEdit"]:
        return {**self.form.texts}

    def _about(self) -> About:
        """An article is about nobody: what a text module knows of a customer stays open."""
        return About(language=str(self.form.choices["language"].currentData()))

    @property
    def article_id(self) -> int | None:
        return self._draft.article_id

    def begin(self, writing: Writing) -> None:
        """Edit this article, or write the answer to a gap; unsaved text from before comes back."""
        self._keep_now()
        self._stop_editing()
        self._draft, self._gap_id, self._sent = writing.draft, writing.gap_id, None
        self._told = 0
        self._refuse("")
        self._others.hide()
        self._show_asked(writing.wordings)
        self._kept = None
        self._show_notice("")
        is_new = writing.draft.article_id is None
        self._title.setText(self.tr("New article") if is_new else self.tr("Edit article"))
        self.side.begin(writing)
        self._fill(as_texts(writing.draft))
        self.title.setFocus()
        self._parts.jobs.ask(self, call(drafts.kept, self._name), self._restore)
        self._say_editing()

    def save(self) -> None:
        if self._sent is not None:
            return  # a new article sent twice would be two
        self._refuse("")
        sent = self._sent = self._to_send()
        saved, failed = partial(self._was_saved, sent), partial(self._failed, sent)
        self._parts.jobs.do(self, call(articles.save, sent.draft), saved, failed=failed)

    def take_merged(self, texts: dict[str, str], version: int) -> None:
        """Save what was chosen from two writers' texts, over their version."""
        self._draft = replace(self._draft, version=version)
        self.form.fill(texts)
        self._dirty = True
        self._keep_now()
        self.save()

    def typed_draft(self) -> ArticleDraft:
        """The article as it is typed; the draft stays what the shop has, to compare with."""
        typed = from_texts(self.form.content())
        return replace(self._draft, answers_gap=self._gap_id, **typed)

    def _to_send(self) -> _Sent:
        return _Sent(
            draft=self.typed_draft(),
            texts=self.form.content(),
            name=self._name,
        )

    def hideEvent(self, event: QHideEvent, /) -> None:
        super().hideEvent(event)
        self._keep_now()
        self._stop_editing()

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self._say_editing()

    @property
    def _name(self) -> str:
        """What the unsaved text is kept under."""
        if self._gap_id is not None:
            return f"gap/{self._gap_id}"
        if self._draft.translates is not None:
            return f"article/translation-of-{self._draft.translates}"
        return f"article/{self._draft.article_id or 'new'}"

    def _build_buttons(self, card: Card) -> None:
        self.swap = button(self.tr("Show the saved text"))
        self.swap.clicked.connect(self._swap)
        self.swap.hide()
        save = button(self.tr("Save"), keys.shown("place"), kind="primary")
        save.clicked.connect(self.save)
        cancel = button(self.tr("Back"))
        cancel.clicked.connect(self.left)
        card.rows.addLayout(row(self.swap, 1, cancel, save))

    def _typed(self) -> None:
        self._refuse("")
        self._dirty = True
        self._soon.start()
        self.side.show_draft(self.typed_draft())

    def _was_cut(self, limit: int) -> None:
        text = self.tr("Too much was pasted: the text ends at {limit} characters.")
        self._refuse(text.format(limit=f"{limit:,}".replace(",", " ")))

    def _is_same(self, version: int) -> None:
        self._draft = replace(self._draft, same_as=version or None)

    def _keep_now(self) -> None:
        """What differs from the saved article is kept; what does not is not worth keeping."""
        if not self._dirty:
            return
        self._rest()
        typed = self.form.content()
        if typed == as_texts(self._draft) and self._kept is not None:
            return  # the saved text is only looked at
        changed = typed != as_texts(self._draft)
        kept = typed | {"version": self._draft.version} if changed else None
        self._parts.jobs.keep(self, call(drafts.keep, self._name, kept))

    def _restore(self, found: dict[str, Any] | None) -> None:
        if found is None:
            return
        version = int(found.pop("version", 0))
        older = version != self._draft.version
        kept = as_texts(ArticleDraft(**from_texts(found)))
        if self._dirty:  # someone types already: nothing changes under their hands
            self._kept = kept
            self._show_notice(self.tr("Unsaved text of yours is kept."))
            self.swap.setText(self.tr("Show my text"))
            return
        self._kept = as_texts(self._draft)
        # it was begun on this version: what was saved since is merged, not overwritten
        self._told = self._draft.version
        self._draft = replace(self._draft, version=version)
        self._fill(kept)
        self._show_notice(
            self.tr("Your unsaved text. The article was changed since: “Save” shows both texts.")
            if older
            else self.tr("Your unsaved text.")
        )

    def _swap(self) -> None:
        """Between the unsaved and the saved text; the one not shown is not lost."""
        hidden = self._kept
        if hidden is None:
            return
        self._kept = self.form.content()
        self._fill(hidden)
        is_saved = hidden == as_texts(self._draft)
        self._show_notice(self.tr("The saved text.") if is_saved else self.tr("Your unsaved text."))
        self.swap.setText(self.tr("Show my text") if is_saved else self.tr("Show the saved text"))

    def _show_notice(self, text: str) -> None:
        self._notice.setText(text)
        self._notice.setVisible(bool(text))
        self.swap.setVisible(self._kept is not None)
        self.swap.setText(self.tr("Show the saved text"))

    def _show_asked(self, wordings: tuple[str, ...]) -> None:
        """The questions of the gap: saved with the article, they find it."""
        asked = " · ".join(f"„{words}“" for words in wordings)
        self._asked.setText(self.tr("Found as callers asked: {wordings}").format(wordings=asked))
        self._asked.setVisible(bool(wordings))

    def _fill(self, content: dict[str, str]) -> None:
        self.form.fill(content)
        self._rest()
        self.side.show_draft(self.typed_draft())

    def _rest(self) -> None:
        """Nothing typed waits to be kept."""
        self._dirty = False
        self._soon.stop()

    def _was_saved(self, sent: _Sent, article_id: int) -> None:
        self._parts.jobs.keep(self, call(drafts.forget_same, sent.name, sent.texts))
        if sent.draft.answers_gap is not None and sent.draft.state != IN_FORCE:
            text = self.tr("Saved. The gap stays open until the article is in force.")
            self._parts.say(text, "fine")
        else:
            self._parts.say(self.tr("Article saved; the finder knows it at once."), "fine")
        if sent is not self._sent:
            return  # another article stands in the form by now
        self._sent = None
        if self.form.content() != sent.texts:
            self._go_on(sent, article_id)
            return
        self._rest()
        self.saved.emit(article_id)

    def _go_on(self, sent: _Sent, article_id: int) -> None:
        """More was typed while the text was saved: it is the unsaved text of the new version."""
        self._draft = replace(
            sent.draft,
            article_id=article_id,
            version=sent.draft.version + 1,
            translates=None,
            same_as=None,
        )
        self._gap_id = None
        self._kept = as_texts(self._draft)
        self._told = self._draft.version
        if self._name != sent.name:
            self._parts.jobs.keep(self, call(drafts.keep, sent.name, None))
        self._dirty = True
        self._keep_now()
        self._title.setText(self.tr("Edit article"))
        self._show_notice(self.tr("What you typed while it was being saved is not saved yet."))
        self._say_editing()

    def _failed(self, sent: _Sent, error: Exception) -> None:
        if sent is self._sent:
            self._sent = None
            self._not_saved(error)
        else:  # its text is kept: opened again, the article shows it
            self._parts.say(words_for(error), "must_not")

    def _not_saved(self, error: Exception) -> None:
        rule = error.rule if isinstance(error, Refused) else ""
        if rule == "article_changed_meanwhile":
            self._dirty = True
            self._keep_now()
            job = call(versions.merge, self.typed_draft())
            self._parts.jobs.ask(self, job, self._merge, failed=self._not_saved)
            return
        if rule == "article_gone":  # what is typed becomes a new article
            self._draft = replace(self._draft, article_id=None, version=0)
        self._refuse(words_for(error))
        field = str(error.facts.get("field", "")) if isinstance(error, Refused) else ""
        control = self.form.control(field)
        if control is not None:
            control.setFocus()
            if rule == "article_text_too_long":
                self._refuse(f"{field_words(field)}: {words_for(error)}")

    def _refuse(self, text: str) -> None:
        self._refusal.setText(text)
        self._refusal.setVisible(bool(text))

    def _merge(self, merge: Merge) -> None:
        if merge.fields:
            self.merge_wanted.emit(merge)
            return
        self._draft = replace(self._draft, version=merge.version)  # both wrote the same
        self._sent = self._to_send()
        self._was_saved(self._sent, merge.article_id)

    def _say_editing(self) -> None:
        article_id = self._draft.article_id
        if article_id is None or not self.isVisible():
            return
        self._renew.start()
        self._parts.jobs.do(self, call(editing.begin, article_id), self._look)

    def _stop_editing(self) -> None:
        if self._renew.isActive() and self._draft.article_id is not None:
            self._renew.stop()
            self._parts.jobs.do(self, call(editing.end, self._draft.article_id))

    def _changed(self, tables: frozenset[str]) -> None:
        if self.isVisible() and tables & {"article", "article_editing"}:
            self._look()

    def _look(self, _begun: object = None) -> None:
        if self._draft.article_id is not None:
            job = call(editing.around, self._draft.article_id)
            self._parts.jobs.ask(self, job, self._show_around, failed=self._not_saved)

    def _show_around(self, around: Around) -> None:
        """Who else writes, and what was saved since: said, and nothing typed changes."""
        names = ", ".join(dict.fromkeys(each.name for each in around.writers))
        self._others.setText(
            self.tr("{names} has this article open as well.").format(names=names) if names else ""
        )
        self._others.setVisible(bool(names))
        if around.version in (self._draft.version, self._told):
            return
        self._told = around.version
        retired = around.state == RETIRED != self._draft.state
        text = (
            self.tr("{name} has retired this article. Your text stays here and is kept.")
            if retired
            else self.tr("{name} has saved this article meanwhile. “Save” shows both texts.")
        )
        self._show_notice(text.format(name=around.by or "–"))
