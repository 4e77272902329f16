"""Articles in from files and out to files: a preview first, all at once, and a way back."""

import os
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy

from shopphone.domain.article_files import (
    Imported,
    LastImport,
    PlanRow,
    Preview,
    Undone,
    Verdict,
)
from shopphone.services import article_files, article_import, call, import_undo
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import Card, button, choice, label, row, set_tone
from shopphone.ui.kit.screen import Parts
from shopphone.ui.kit.table import Column
from shopphone.ui.panels.import_words import remark_words
from shopphone.ui.panels.knowledge.view import View
from shopphone.ui.panels.paged_list import ListCard

_SHOWN = 5000


class ExchangeView(View):
    """What would come in at the left; what to do at the right."""

    TABLES = frozenset(("article",))

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._path: Path | None = None
        self._preview: Preview | None = None
        self._is_taking = False
        self.list = ListCard(
            self.tr("What the files bring"),
            (
                Column[PlanRow](self.tr("File or line"), lambda r: r.source, 150),
                Column[PlanRow](self.tr("Title"), lambda r: r.title, 0),
                Column[PlanRow]("", lambda r: r.language.upper(), 42),
                Column[PlanRow](self.tr("What happens"), self._verdict, 110),
                Column[PlanRow](self.tr("Remark"), self._remarks, 250),
            ),
            search="",
            empty=self.tr(
                "Choose a folder of Markdown, HTML or text files, or a table (CSV) with title, "
                "body, lang and tags. Nothing changes before you have seen what comes."
            ),
        )
        self.list.search.hide()
        self.list.show_table(False)
        self.list.chosen.connect(self._chosen)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(14)
        columns.addWidget(self.list, 5)
        columns.addWidget(self._side(), 2)

    def refresh(self) -> None:
        self.parts.jobs.ask(self, call(import_undo.last_import), self._show_last)

    def look_at(self, path: str) -> None:
        """Read these files and show what they would bring."""
        self._path = Path(path)
        self._look()

    def export_below(self, path: str) -> None:
        """Write all articles into a new folder below this one."""
        folder = Path(path) / f"shopphone-{self.parts.now():%Y-%m-%d-%H%M%S}"
        job = call(article_files.export, folder)
        done = partial(self._exported, folder)
        self.parts.jobs.ask(self, job, done, failed=self._refused)

    def _side(self) -> Card:
        side = Card()
        side.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        folder = button(self.tr("Choose a folder"))
        folder.clicked.connect(self._pick_folder)
        file = button(self.tr("Choose a file"))
        file.clicked.connect(self._pick_file)
        self.language = choice(self.tr("Language where a file says none"))
        self.language.addItem(self.tr("German"), "de")
        self.language.addItem(self.tr("English"), "en")
        self.language.currentIndexChanged.connect(self._look)
        self.counts = label(wrap=True)
        self.remarks = label(wrap=True, tone="muted")
        self.take_in = button(self.tr("Take in"), kind="primary")
        self.take_in.setEnabled(False)
        self.take_in.clicked.connect(self._take_in)
        self.last = label(wrap=True, tone="muted")
        self.undo = button(self.tr("Take the last import back"))
        self.undo.setEnabled(False)
        self.undo.clicked.connect(self._undo)
        export = button(self.tr("Write all articles to files"))
        export.clicked.connect(self._pick_target)
        self.starts_at = folder
        side.rows.addWidget(label(self.tr("Take articles in"), size="heading"))
        side.rows.addLayout(row(folder, file, 1))
        side.rows.addWidget(label(self.language.accessibleName(), wrap=True, size="small"))
        side.rows.addWidget(self.language)
        side.rows.addWidget(self.counts)
        side.rows.addWidget(self.remarks)
        side.rows.addLayout(row(1, self.take_in))
        side.rows.addWidget(self.last)
        side.rows.addLayout(row(self.undo, 1))
        side.rows.addStretch(1)
        side.rows.addWidget(label(self.tr("Give articles out"), size="heading"))
        text = self.tr("One Markdown file for each article, with its attachments beside it.")
        side.rows.addWidget(label(text, tone="muted", wrap=True))
        side.rows.addLayout(row(export, 1))
        return side

    def _pick_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._open(dialog, "look_at")

    def _pick_file(self) -> None:
        kinds = "*.csv *.tsv *.md *.markdown *.html *.htm *.txt"
        self._open(QFileDialog(self, self.tr("Choose a file"), "", kinds), "look_at")

    def _pick_target(self) -> None:
        dialog = QFileDialog(self, self.tr("Where shall the new folder be?"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._open(dialog, "export_below")

    def _open(self, dialog: QFileDialog, slot: str) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(getattr(self, slot))
        dialog.open()

    def _look(self) -> None:
        if self._path is None:
            return
        self._preview = None
        self.take_in.setEnabled(False)
        self._say(self.tr("Reading {name} …").format(name=self._path.name), "muted")
        job = call(article_import.preview, self._path, str(self.language.currentData()))
        self.parts.jobs.ask(self, job, self._show, failed=self._refused)

    def _show(self, preview: Preview) -> None:
        self._preview = preview
        self.list.show_rows(preview.rows[:_SHOWN])
        text = self.tr(
            "{new} new, {changed} changed, {unchanged} unchanged; {faults} cannot be taken in."
        )
        counts = {verdict.value: preview.count(verdict) for verdict in Verdict}
        self._say(text.format(faults=counts["fault"], **counts), "")
        self.take_in.setEnabled(bool(counts["new"] or counts["changed"]) and not self._is_taking)

    def _take_in(self) -> None:
        if self._preview is None or self._path is None:
            return
        self._is_taking = True
        self.take_in.setEnabled(False)
        job = call(article_import.take_in, self._preview.filed, self._path.name)
        self.parts.jobs.do(self, job, self._taken, failed=self._refused)

    def _taken(self, done: Imported) -> None:
        self._is_taking = False
        text = self.tr("Taken in: {new} new, {changed} changed.")
        self.parts.say(text.format(new=done.new, changed=done.changed), "fine")
        self._look()
        self.refresh()

    def _undo(self) -> None:
        self.undo.setEnabled(False)
        self.parts.jobs.do(self, call(import_undo.undo), self._undone, failed=self._refused)

    def _undone(self, done: Undone) -> None:
        text = self.tr(
            "Taken back: {removed} removed, {restored} as before, {retired} retired because they "
            "were used, {kept} left because they were changed since."
        )
        told = {
            "removed": done.removed,
            "restored": done.restored,
            "retired": done.retired,
            "kept": done.kept,
        }
        self.parts.say(text.format(**told), "fine")
        self._look()
        self.refresh()

    def _show_last(self, last: LastImport | None) -> None:
        self.undo.setEnabled(last is not None)
        if last is None:
            self.last.clear()
            return
        when = self.parts.words.moment(last.at, self.parts.today())
        text = self.tr("Last import: {name}, {when}, %n article(s).", "", last.articles)
        self.last.setText(text.format(name=last.name, when=when))

    def _exported(self, folder: Path, count: int) -> None:
        # a path has no blanks to break at
        shown = str(folder).replace(os.sep, f"{os.sep}\u200b")
        self._say(self.tr("The files are in {folder}").format(folder=shown), "fine")
        self.parts.say(self.tr("%n article(s) written.", "", count), "fine")

    def _refused(self, error: Exception) -> None:
        self._is_taking = False
        self._say(words_for(error), "must_not")

    def _say(self, text: str, tone: str) -> None:
        self.counts.setText(text)
        set_tone(self.counts, tone)
        self.remarks.clear()

    def _chosen(self, found: PlanRow) -> None:
        """The whole of what the column may have no room for."""
        about = self._remarks(found)
        self.remarks.setText(f"{found.source}: {about}" if about else "")

    def _verdict(self, found: PlanRow) -> str:
        return {
            Verdict.NEW: self.tr("new"),
            Verdict.CHANGED: self.tr("changed"),
            Verdict.UNCHANGED: self.tr("unchanged"),
            Verdict.FAULT: self.tr("not taken in"),
        }[found.verdict]

    def _remarks(self, found: PlanRow) -> str:
        return "; ".join(remark_words(code, detail) for code, detail in found.remarks)
