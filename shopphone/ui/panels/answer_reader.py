"""The open answer as a clerk reads it during a call."""

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from shopphone.domain.knowledge import Article
from shopphone.ui.kit.parts import chip, clear, label, rich, row, rule
from shopphone.ui.panels.simple_markdown import html_of


class AnswerReader(QScrollArea):
    """The open article: what to say first, then the details, then what only staff may know."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("Article"))
        inside = QWidget()
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, 6, 0)
        self._rows.setSpacing(6)
        self.setWidget(inside)

    def show_article(self, article: Article) -> None:
        clear(self._rows)
        self._rows.addWidget(rule())
        self._rows.addWidget(label(article.title, size="heading", wrap=True))
        if article.say:
            self._rows.addLayout(row(chip(self.tr("Say"), "accent"), 1))
            self._rows.addWidget(label(article.say, wrap=True))
        if article.details:
            self._rows.addWidget(rich(html_of(article.details)))
        if article.internal_note:
            self._rows.addLayout(row(chip(self.tr("Internal"), "careful"), 1))
            self._rows.addWidget(label(article.internal_note, tone="muted", wrap=True))
        if article.products:
            goods = self.tr("Belongs to: {goods}").format(goods=", ".join(article.products[:8]))
            self._rows.addWidget(label(goods, tone="muted", size="small", wrap=True))
        self._rows.addStretch(1)
        self.verticalScrollBar().setValue(0)
