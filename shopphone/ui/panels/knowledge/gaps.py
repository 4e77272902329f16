"""The gaps: questions nobody could answer, each a to-do for whoever writes the articles."""

from PySide6.QtWidgets import QVBoxLayout

from shopphone.domain.gaps import Gap
from shopphone.domain.knowledge import ArticleDraft, Writing
from shopphone.services import call, gaps
from shopphone.ui.kit.parts import button, row
from shopphone.ui.kit.screen import Parts
from shopphone.ui.kit.table import Column
from shopphone.ui.panels.knowledge.view import View
from shopphone.ui.panels.paged_list import ListCard


class GapsView(View):
    """Open questions, the most frequent first; written or not needed."""

    TABLES = frozenset(("gap",))

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self.list = ListCard(
            self.tr("Gaps to write"),
            (
                Column[Gap](self.tr("Asked"), lambda g: g.words, 0),
                Column[Gap]("", lambda g: g.language.upper(), 42),
                Column[Gap](self.tr("Times"), lambda g: str(g.times), 60, right=True),
            ),
            search=self.tr("Search the gaps"),
            empty=self.tr("No open question. Searches without an answer stand here."),
        )
        self.list.search.hide()
        self.list.opened.connect(self._write)
        self.starts_at = self.list.table
        write = button(self.tr("Write article"))
        write.clicked.connect(self._write_clicked)
        done = button(self.tr("Not needed"))
        done.clicked.connect(self._close)
        self.list.rows.addLayout(row(1, done, write))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.list)

    def refresh(self) -> None:
        self.parts.jobs.ask(self, call(gaps.open_gaps), self.list.show_rows)

    def _write_clicked(self) -> None:
        found = self.list.model.row_at(self.list.table.current_row())
        if found is not None:
            self._write(found)

    def _write(self, found: Gap) -> None:
        draft = ArticleDraft(title=found.words, language=found.language)
        self.writing_wanted.emit(Writing(draft=draft, gap_id=found.gap_id))

    def _close(self) -> None:
        found = self.list.model.row_at(self.list.table.current_row())
        if found is not None:
            self.parts.jobs.do(self, call(gaps.close, found.gap_id), self._closed)

    def _closed(self, _done: object) -> None:
        self.refresh()
