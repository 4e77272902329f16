"""One article whole, as whoever looks after the knowledge reads it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from shopphone.domain.knowledge import Article
from shopphone.ui.kit.parts import button, chip, rich, row
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.answer_reader import html_of
from shopphone.ui.panels.detail_card import DetailCard


class ArticleReader(DetailCard):
    """Everything the article holds, with what can be done to it."""

    edit_wanted = Signal(object)  # the Article
    article_wanted = Signal(int)  # its translation

    def __init__(self, parts: Parts) -> None:
        super().__init__(self.tr("Article"), self.tr("Choose an article to read it."))
        self._parts = parts
        self.article: Article | None = None

    def show_article(self, article: Article) -> None:
        self.article = article
        self.begin(article.title)
        helped = self.tr("helped {yes}×, did not help {no}×").format(
            yes=article.helped, no=article.not_helped
        )
        self.line(f"{', '.join(article.topics)} · {article.language.upper()} · {helped}", "muted")
        self.column.addLayout(row(chip(self.tr("Say"), "accent"), 1))
        self.line(article.say)
        self.heading(self.tr("Details"))
        self.column.addWidget(rich(html_of(article.details)))
        if article.letter_paragraph:
            self.heading(self.tr("In a letter"))
            self.line(article.letter_paragraph)
        if article.internal_note:
            self.column.addLayout(row(chip(self.tr("Internal"), "careful"), 1))
            self.line(article.internal_note, "muted")
        if article.wordings:
            self.heading(self.tr("As callers asked"))
            self.line("\n".join(f"„{words}“" for words in article.wordings), "muted")
        if article.products:
            self.line(
                self.tr("Belongs to: {goods}").format(goods=", ".join(article.products)), "muted"
            )
        self._add_actions(article)
        self.end()

    def _add_actions(self, article: Article) -> None:
        edit = button(self.tr("Edit"))
        edit.clicked.connect(self._edit)
        actions: list[QWidget | int] = [edit]
        if article.other_language is not None:
            other = button(article.other_language[1], kind="link")
            other.clicked.connect(self._other)
            actions.append(other)
        self.column.addLayout(row(*actions, 1))

    def _other(self) -> None:
        if self.article is not None and self.article.other_language is not None:
            self.article_wanted.emit(self.article.other_language[0])

    def _edit(self) -> None:
        if self.article is not None:
            self.edit_wanted.emit(self.article)
