"""The editor of an article: what is typed is kept on this desk until it is saved or discarded."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QPlainTextEdit, QWidget

from shopphone.domain.articles import listed
from shopphone.domain.knowledge import ArticleDraft
from shopphone.services import articles, call, drafts, gaps
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import Card, button, field, label, name_choice, row, scrolling
from shopphone.ui.kit.screen import Parts

_KEEP_MS = 300


class ArticleEditor(Card):
    """What callers hear, read and find; saved as the article's next version.

    Leaving keeps the unsaved text: opened again it stands here, and one button changes between it
    and the saved article.
    """

    saved = Signal(int)
    left = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._draft = ArticleDraft()
        self._gap_id: int | None = None
        self._kept: dict[str, Any] | None = None  # unsaved text that is not shown
        self._dirty = False  # typed and not kept yet
        self._soon = QTimer(self, interval=_KEEP_MS, singleShot=True)
        self._soon.timeout.connect(self._keep_now)
        self.title = field(self.tr("Title, as callers ask"))
        self._topics = field(self.tr("Topics (commas)"))
        self._skus = field(self.tr("Belongs to articles (SKUs, commas)"))
        self._language = QComboBox()
        self._language.addItem(self.tr("German"), "de")
        self._language.addItem(self.tr("English"), "en")
        name_choice(self._language, self.tr("Language"))
        self.texts = {
            name: self._area(text, height)
            for name, text, height in (
                ("say", self.tr("To say on the phone"), 58),
                ("details", self.tr("Details (steps, Markdown)"), 150),
                ("letter_paragraph", self.tr("Paragraph for a letter"), 70),
                ("internal_note", self.tr("Internal note"), 46),
            )
        }
        self.rows.addWidget(label(self.tr("Article"), size="title"))
        self._notice = label(tone="careful", wrap=True)
        self.rows.addWidget(self._notice)
        inside = QWidget()
        inside.setLayout(self._form())
        self.rows.addWidget(scrolling(inside, self.tr("Article form")), 1)
        self._refusal = label(tone="must_not", wrap=True)
        self.rows.addWidget(self._refusal)
        self._build_buttons()

    def begin(self, draft: ArticleDraft, gap_id: int | None = None) -> None:
        """Edit this article, or write the answer to a gap; unsaved text from before comes back."""
        self._keep_now()
        self._draft, self._gap_id = draft, gap_id
        self._refusal.clear()
        self._kept = None
        self._show_notice("")
        self._fill(_content(draft))
        self.title.setFocus()
        self._parts.jobs.ask(self, call(drafts.kept, self._name), self._restore)

    def save(self) -> None:
        job = call(articles.save, self._typed_draft())
        self._parts.jobs.do(self, job, self._was_saved, failed=self._refused)

    def hideEvent(self, event: QHideEvent, /) -> None:
        super().hideEvent(event)
        self._keep_now()

    @property
    def _name(self) -> str:
        """What the unsaved text is kept under."""
        if self._gap_id is not None:
            return f"gap/{self._gap_id}"
        return f"article/{self._draft.article_id or 'new'}"

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setContentsMargins(0, 0, 6, 0)
        form.addRow(self.title.accessibleName(), self.title)
        form.addRow(self.tr("Language"), self._language)
        form.addRow(self.tr("Topics (commas)"), self._topics)
        for area in self.texts.values():
            form.addRow(area.accessibleName(), area)
        form.addRow(self._skus.accessibleName(), self._skus)
        for line in (self.title, self._topics, self._skus):
            line.textChanged.connect(self._typed)
        self._language.currentIndexChanged.connect(self._typed)
        return form

    def _build_buttons(self) -> None:
        self.swap = button(self.tr("Show the saved text"))
        self.swap.clicked.connect(self._swap)
        self.swap.hide()
        save = button(self.tr("Save"), kind="primary")
        save.clicked.connect(self.save)
        cancel = button(self.tr("Back"))
        cancel.clicked.connect(self.left)
        self.rows.addLayout(row(self.swap, 1, cancel, save))

    def _area(self, name: str, height: int) -> QPlainTextEdit:
        made = QPlainTextEdit()
        made.setAccessibleName(name)
        made.setMinimumHeight(height)
        made.setTabChangesFocus(True)
        made.textChanged.connect(self._typed)
        return made

    def _typed(self) -> None:
        self._dirty = True
        self._soon.start()

    def _keep_now(self) -> None:
        """What differs from the saved article is kept; what does not is not worth keeping."""
        if not self._dirty:
            return
        self._rest()
        typed = self._content()
        if typed == _content(self._draft) and self._kept is not None:
            return  # the saved text is only looked at
        changed = typed != _content(self._draft)
        kept = typed | {"version": self._draft.version} if changed else None
        self._parts.jobs.keep(self, call(drafts.keep, self._name, kept))

    def _restore(self, kept: dict[str, Any] | None) -> None:
        if kept is None:
            return
        older = kept.pop("version", 0) != self._draft.version
        if self._dirty:  # someone types already: nothing changes under their hands
            self._kept = kept
            self._show_notice(self.tr("Unsaved text of yours is kept."))
            self.swap.setText(self.tr("Show my text"))
            return
        self._kept = _content(self._draft)
        self._fill(kept)
        self._show_notice(
            self.tr("Your unsaved text. The article was changed since: compare before you save.")
            if older
            else self.tr("Your unsaved text.")
        )

    def _swap(self) -> None:
        """Between the unsaved and the saved text; the one not shown is not lost."""
        hidden = self._kept
        if hidden is None:
            return
        self._kept = self._content()
        self._fill(hidden)
        is_saved = hidden == _content(self._draft)
        self._show_notice(self.tr("The saved text.") if is_saved else self.tr("Your unsaved text."))
        self.swap.setText(self.tr("Show my text") if is_saved else self.tr("Show the saved text"))

    def _show_notice(self, text: str) -> None:
        self._notice.setText(text)
        self._notice.setVisible(bool(text))
        self.swap.setVisible(bool(text))
        self.swap.setText(self.tr("Show the saved text"))

    def _content(self) -> dict[str, str]:
        return {
            "title": self.title.text(),
            "topics": self._topics.text(),
            "language": str(self._language.currentData()),
            "skus": self._skus.text(),
            **{name: area.toPlainText() for name, area in self.texts.items()},
        }

    def _fill(self, content: dict[str, Any]) -> None:
        self.title.setText(content.get("title", ""))
        self._topics.setText(content.get("topics", ""))
        self._skus.setText(content.get("skus", ""))
        known = self._language.findData(content.get("language", "de"))
        self._language.setCurrentIndex(max(known, 0))
        for name, area in self.texts.items():
            area.setPlainText(content.get(name, ""))
        self._rest()

    def _rest(self) -> None:
        """Nothing typed waits to be kept."""
        self._dirty = False
        self._soon.stop()

    def _typed_draft(self) -> ArticleDraft:
        """The article as it is typed; the draft stays what the shop has, to compare with."""
        content = self._content()
        return replace(
            self._draft,
            title=content["title"],
            language=content["language"],
            topics=listed(content["topics"]),
            say=content["say"],
            details=content["details"],
            letter_paragraph=content["letter_paragraph"],
            internal_note=content["internal_note"],
            skus=listed(content["skus"]),
        )

    def _was_saved(self, article_id: int) -> None:
        self._rest()
        self._parts.jobs.keep(self, call(drafts.keep, self._name, None))
        if self._gap_id is not None:
            self._parts.jobs.do(self, call(gaps.close, self._gap_id))
        self._parts.say(self.tr("Article saved; the finder knows it at once."), "fine")
        self.saved.emit(article_id)

    def _refused(self, error: Exception) -> None:
        self._refusal.setText(words_for(error))


def _content(draft: ArticleDraft) -> dict[str, str]:
    """The draft as the editor shows it."""
    return {
        "title": draft.title,
        "topics": ", ".join(draft.topics),
        "language": draft.language,
        "skus": ", ".join(draft.skus),
        "say": draft.say,
        "details": draft.details,
        "letter_paragraph": draft.letter_paragraph,
        "internal_note": draft.internal_note,
    }
