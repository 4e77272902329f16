"""An article's history: its versions, what each changed, and the way back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopphone.domain.articles import FieldChange, Version
from shopphone.domain.knowledge import Article
from shopphone.services import call, versions
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import Button, Card, button, clear, label, row, rule, scrolling
from shopphone.ui.kit.screen import Parts
from shopphone.ui.kit.table import Column, Rows, Table
from shopphone.ui.panels.knowledge.difference import change
from shopphone.ui.panels.knowledge.words import field_words


class HistoryView(QWidget):
    """Versions at the left; at the right what the chosen one changed, or differs from today."""

    restored = Signal(int)  # the article's key
    left = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._article: Article | None = None
        self.model: Rows[Version] = Rows(
            (
                Column[Version](self.tr("No."), lambda v: str(v.version), 44, right=True),
                Column[Version](self.tr("Saved"), lambda v: parts.words.moment(v.at), 130),
                Column[Version](self.tr("By"), lambda v: v.by or "–", 110),
                Column[Version](
                    self.tr("Changed"), lambda v: ", ".join(map(field_words, v.changed)) or "–", 0
                ),
            )
        )
        self.table = Table(self.model, self.tr("Versions"))
        self.table.chosen.connect(self._ask)
        self._title = label(size="title", wrap=True)
        back = button(self.tr("Back"))
        back.clicked.connect(self.left)
        list_card = Card()
        list_card.rows.addWidget(self._title)
        list_card.rows.addWidget(self.table, 1)
        list_card.rows.addLayout(row(back, 1))
        self.before = self._tab(self.tr("Changed by it"))
        self.today = self._tab(self.tr("Different today"))
        self.before.setChecked(True)
        inside = QWidget()
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, 6, 0)
        self._rows.setSpacing(6)
        self._refusal = label(tone="must_not", wrap=True)
        self.restore_button = button(self.tr("Restore this version"), kind="primary")
        self.restore_button.clicked.connect(self._restore)
        diff_card = Card()
        diff_card.rows.addLayout(row(self.before, self.today, 1, spacing=4))
        diff_card.rows.addWidget(scrolling(inside, self.tr("Differences")), 1)
        diff_card.rows.addWidget(self._refusal)
        diff_card.rows.addLayout(row(1, self.restore_button))
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(14)
        columns.addWidget(list_card, 1)
        columns.addWidget(diff_card, 1)

    def begin(self, article: Article) -> None:
        self._article = article
        self._refusal.clear()
        self._title.setText(self.tr("Versions of “{title}”").format(title=article.title))
        self._parts.jobs.ask(self, call(versions.history, article.article_id), self._show)

    def _tab(self, text: str) -> Button:
        made = button(text, kind="tab")
        made.setCheckable(True)
        made.setAutoExclusive(True)
        made.clicked.connect(self._ask)
        return made

    def _show(self, found: tuple[Version, ...]) -> None:
        self.model.show_rows(found)
        clear(self._rows)
        self.table.selectRow(0)
        self.table.setFocus()
        self._ask()

    def _ask(self, _what: object = None) -> None:
        chosen, article = self.model.row_at(self.table.current_row()), self._article
        self.restore_button.setEnabled(
            chosen is not None and article is not None and chosen.version != article.version
        )
        if chosen is None or article is None:
            return
        if self.before.isChecked():
            pair = (chosen.version - 1, chosen.version)
        else:
            pair = (chosen.version, article.version)
        self._parts.jobs.ask(
            self, call(versions.changes, article.article_id, *pair), self._show_changes
        )

    def _show_changes(self, found: tuple[FieldChange, ...]) -> None:
        clear(self._rows)
        for each in found:
            self._rows.addWidget(label(field_words(each.name), tone="muted", size="small"))
            self._rows.addWidget(change(each, self._parts))
            self._rows.addWidget(rule())
        if not found:
            self._rows.addWidget(label(self.tr("No difference."), tone="muted"))
        self._rows.addStretch(1)

    def _restore(self) -> None:
        chosen, article = self.model.row_at(self.table.current_row()), self._article
        if chosen is not None and article is not None:
            job = call(versions.restore, article.article_id, chosen.version, article.version)
            self._parts.jobs.do(self, job, self._was_restored, failed=self._refused)

    def _was_restored(self, article_id: int) -> None:
        self._parts.say(
            self.tr("Restored as the newest version; the one before is in the list."), "fine"
        )
        self.restored.emit(article_id)

    def _refused(self, error: Exception) -> None:
        self._refusal.setText(words_for(error))
