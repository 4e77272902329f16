"""One article whole, as whoever looks after the knowledge reads it."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from shopphone.domain.articles import DRAFT, IN_FORCE, RETIRED
from shopphone.domain.knowledge import Article, ArticleDraft, Writing
from shopphone.services import articles, call
from shopphone.ui.kit.parts import Flow, button, chip, link, rich, row
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.detail_card import DetailCard
from shopphone.ui.panels.knowledge.attachments import Attachments
from shopphone.ui.panels.knowledge.wordings import Wordings
from shopphone.ui.panels.knowledge.words import audience_words, state_words
from shopphone.ui.panels.simple_markdown import html_of


class ArticleReader(DetailCard):
    """Everything the article holds, with what can be done to it."""

    writing_wanted = Signal(object)  # a Writing: this one edited, or its translation begun
    article_wanted = Signal(int)  # its translation
    history_wanted = Signal(object)  # the Article
    changed = Signal(int)  # its state was changed here

    def __init__(self, parts: Parts) -> None:
        super().__init__(self.tr("Article"), self.tr("Choose an article to read it."))
        self._parts = parts
        self.article: Article | None = None
        self._wordings: Wordings | None = None

    def show_article(self, article: Article) -> None:
        self.article = article
        self.begin(article.title)
        self._add_facts(article)
        if article.say:
            self.column.addLayout(row(chip(self.tr("Say"), "accent"), 1))
            self.line(article.say)
        if article.details:
            self.heading(self.tr("Details"))
            self.column.addWidget(rich(html_of(article.details)))
        if article.letter_paragraph:
            self.heading(self.tr("In a letter"))
            self.line(article.letter_paragraph)
        if article.internal_note:
            self.column.addLayout(row(chip(self.tr("Internal"), "careful"), 1))
            self.line(article.internal_note, "muted")
        self._wordings = None
        if article.wordings:
            self.heading(self.tr("As callers asked"))
            self._wordings = Wordings(self._parts, article.article_id, article.wordings)
            self.column.addWidget(self._wordings)
        goods = ", ".join((*article.products, *article.groups))
        if goods:
            self.line(self.tr("Belongs to: {goods}").format(goods=goods), "muted")
        self.heading(self.tr("Files"))
        self.column.addWidget(Attachments(self._parts, article.article_id))
        self.end()
        self._add_actions(article)

    def renew(self) -> None:
        """Show what another desk made of the article meanwhile."""
        if self.article is not None and self.isVisible():
            job = call(articles.read, self.article.article_id)
            self._parts.jobs.ask(self, job, self._renewed)

    def _renewed(self, article: Article) -> None:
        shown = self.article
        if shown is None or shown.article_id != article.article_id or shown == article:
            return
        if self._wordings is not None and replace(shown, wordings=article.wordings) == article:
            self.article = article
            self._wordings.show_words(article.wordings)  # what can be put back there stays
        else:
            self.show_article(article)

    def _add_facts(self, article: Article) -> None:
        chips: list[QWidget] = [chip(article.language.upper())]
        if article.state != IN_FORCE:
            chips.append(chip(*state_words(article.state)))
        if article.audience != "everyone":
            chips.append(chip(audience_words(article.audience), "accent"))
        chips += [chip(topic) for topic in article.topics]
        line = QWidget()
        Flow(line).fill(chips)
        self.column.addWidget(line)
        helped = self.tr("helped {yes}×, did not help {no}×").format(
            yes=article.helped, no=article.not_helped
        )
        saved = self.tr("version {number}, {name}").format(
            number=article.version, name=article.changed_by or "–"
        )
        self.line(f"{helped} · {saved}", "muted")

    def _add_actions(self, article: Article) -> None:
        """Below what scrolls, so that they are always at hand."""
        self.clear_foot()
        edit = button(self.tr("Edit"), kind="primary")
        edit.clicked.connect(self._edit)
        history = button(self.tr("Versions"))
        history.clicked.connect(self._history)
        actions: list[QWidget | int] = [edit, history]
        if article.other_language is not None:
            other = link(article.other_language[1])
            other.clicked.connect(self._other)
            self.foot.addWidget(other)
        else:
            translate = button(self.tr("Translate"))
            translate.clicked.connect(self._translate)
            actions.append(translate)
        move = button(self.tr("Retire") if article.state == IN_FORCE else self.tr("Put in force"))
        move.clicked.connect(self._move)
        self.foot.addLayout(row(*actions, move, 1, spacing=6))

    def _edit(self) -> None:
        if self.article is not None:
            self.writing_wanted.emit(Writing(draft=self.article.draft()))

    def _history(self) -> None:
        if self.article is not None:
            self.history_wanted.emit(self.article)

    def _other(self) -> None:
        if self.article is not None and self.article.other_language is not None:
            self.article_wanted.emit(self.article.other_language[0])

    def _translate(self) -> None:
        """A new article in the other language that belongs to the same goods."""
        if self.article is None:
            return
        mine = self.article
        self.writing_wanted.emit(
            Writing(
                draft=ArticleDraft(
                    language="en" if mine.language == "de" else "de",
                    state=DRAFT,
                    topics=list(mine.topics),
                    skus=list(mine.products),
                    groups=list(mine.groups),
                    audience=mine.audience,
                    owner=mine.owner,
                    translates=mine.article_id,
                )
            )
        )

    def _move(self) -> None:
        if self.article is None:
            return
        mine = self.article
        state = RETIRED if mine.state == IN_FORCE else IN_FORCE
        job = call(articles.move, mine.article_id, state, mine.version)
        self._parts.jobs.do(self, job, self._moved)

    def _moved(self, article_id: int) -> None:
        text = (
            self.tr("In force: the finder knows it at once.")
            if self.article is not None and self.article.state != IN_FORCE
            else self.tr("Retired: callers get other answers. “Put in force” brings it back.")
        )
        self._parts.say(text, "fine")
        self.changed.emit(article_id)
