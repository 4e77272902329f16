"""The assistant for a file of another program: dropped or chosen, looked at, taken in, taken back."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from shopphone.domain.errors import Refused
from shopphone.domain.imports import Asked, Counts, Recognised, Run, Seen, TakenBack, Verdict
from shopphone.services import call, import_files, imports, taking_back
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import Card, button, label, row, scrolling, set_tone
from shopphone.ui.kit.screen import Parts
from shopphone.ui.kit.table import Column
from shopphone.ui.panels.importing.columns import ColumnsDialog
from shopphone.ui.panels.importing.progress import Progress
from shopphone.ui.panels.importing.questions import Questions
from shopphone.ui.panels.paged_list import ListCard
from shopphone.ui.panels.sheet_words import (
    column_words,
    counts_words,
    found_words,
    problem_words,
    sentence,
    unused_words,
    used_words,
)

if TYPE_CHECKING:
    from shopphone.services.imports import Looked

_SHOWN = 20  # lines without errors
_SHOWN_FAULTS = 500


class ImportAssistant(QDialog):
    """Nothing changes before it is shown; closing it stops what it reads.

    kind: as services.imports.KINDS names it. title: what the window is called.
    """

    taken = Signal()  # the shop has something new, or has it no more

    def __init__(self, parent: QWidget, parts: Parts, kind: str, title: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setAcceptDrops(True)
        self.setWindowTitle(title)
        self.resize(1180, 640)
        self._parts, self._kind = parts, kind
        self._path: Path | None = None
        self._format = ""
        self._mapping: dict[str, str] = {}
        self._led: frozenset[str] = frozenset()
        self._found: Recognised | None = None
        self._looked: Looked | None = None
        self._last: Run | None = None
        self._is_taking = False
        self.list = ListCard(
            title,
            (
                Column[Seen](self.tr("Line"), lambda seen: str(seen.line), 44, right=True),
                Column[Seen](self.tr("What"), lambda seen: seen.title, 0),
                Column[Seen](self.tr("What happens"), self._verdict, 104),
                Column[Seen](self.tr("Remark"), self._remark, 380, most=520),
            ),
            search="",
            empty=self.tr(
                "Drop a file here, or choose one: CSV in any writing, or XLSX. Nothing changes "
                "before you have seen what comes."
            ),
        )
        self.list.search.hide()
        self.list.show_table(False)
        self.list.chosen.connect(self._chosen)
        columns = QHBoxLayout()
        columns.setSpacing(14)
        columns.addWidget(self.list, 7)
        columns.addWidget(self._side(), 3)
        close = button(self.tr("Close"))
        close.clicked.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addLayout(columns, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.remark, 1)
        foot.addWidget(close)
        rows.addLayout(foot)
        self._ask_last()

    def look_at(self, path: str) -> None:
        """Recognise this file and show what it would bring."""
        self._path = Path(path)
        self._format, self._mapping, self._led = "", {}, frozenset()
        self._recognise()

    def done(self, result: int, /) -> None:
        self.progress.stop_all()
        super().done(result)

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if dropped_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent, /) -> None:
        self.look_at(dropped_file(event.mimeData()))

    def _side(self) -> Card:
        side = Card()
        self.pick = button(self.tr("Choose a file …"))
        self.pick.clicked.connect(self._pick)
        self.which = button(self.tr("Which column is what? …"))
        self.which.setEnabled(False)
        self.which.clicked.connect(self._ask_columns)
        self.found = label(wrap=True)
        self.used = label(wrap=True, tone="muted", size="small")
        self.questions = Questions()
        self.questions.answered.connect(self._look)
        self.counts = label(wrap=True)
        self.progress = Progress()
        self.take_in = button(self.tr("Take in"), kind="primary")
        self.take_in.clicked.connect(self._take_in)
        self.bad = button(self.tr("Save rows with errors …"))
        self.bad.clicked.connect(self._pick_bad)
        self.last = label(wrap=True, tone="muted")
        self.undo = button(self.tr("Take it back"))
        self.undo.clicked.connect(self._undo)
        self.remark = label(wrap=True)
        for each in (self.take_in, self.bad, self.undo):
            each.setEnabled(False)
        inside = QWidget()
        about = QVBoxLayout(inside)
        about.setContentsMargins(0, 0, 6, 0)
        for widget in (self.found, self.used, self.questions):
            about.addWidget(widget)
        about.addStretch(1)
        side.rows.addLayout(row(self.pick, self.which, 1))
        side.rows.addWidget(scrolling(inside, self.tr("About the file")), 1)
        side.rows.addWidget(self.counts)
        side.rows.addWidget(self.progress)
        side.rows.addLayout(row(self.bad, 1, self.take_in))
        side.rows.addWidget(self.last)
        side.rows.addLayout(row(self.undo, 1))
        return side

    def _pick(self) -> None:
        kinds = f"{self.tr('Tables')} (*.csv *.tsv *.txt *.xlsx *.gz *.vcf *.xml)"
        dialog = QFileDialog(self, self.tr("Choose a file"), "", kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.look_at)
        dialog.open()

    def _asked(self) -> Asked:
        assert self._path is not None
        return Asked(
            kind=self._kind,
            path=self._path,
            format=self._format,
            answers=self.questions.answers(),
            mapping=self._mapping,
            ours=self._led,
        )

    def _recognise(self) -> None:
        self._looked = None
        self._enable()
        self.list.show_rows(())
        self.counts.clear()
        self._tell(self.tr("Reading …"), "muted")
        job = call(imports.recognise, self._asked())
        self._parts.jobs.ask(self, job, self._recognised, failed=self._unknown)

    def _recognised(self, found: Recognised) -> None:
        self._found, self._format = found, found.format
        self.which.setEnabled(bool(found.fields))
        assert self._path is not None
        self._tell(f"{self._path.name}: {found_words(found)}", "")
        unused = unused_words(found.columns)
        left = sentence("unused", columns=unused) if unused else ""
        self.used.setText("\n".join(filter(None, (used_words(found.columns), left))))
        self.questions.ask(found)
        open_one = self.questions.first_open()
        if open_one is not None:
            open_one.setFocus()
        self._look()

    def _unknown(self, error: Exception) -> None:
        """A table nobody knows can still be taken in, column by column."""
        self._found = None
        self._tell(words_for(error), "must_not")
        self.used.clear()
        if isinstance(error, Refused) and error.rule == "import_format_unknown":
            assert self._path is not None
            job = call(imports.headings, self._path, self._kind)
            self._parts.jobs.ask(self, job, self._offer_columns)

    def _offer_columns(self, found: Recognised) -> None:
        self._found = found
        self.which.setEnabled(bool(found.fields))
        self.which.setFocus()

    def _ask_columns(self) -> None:
        if self._found is None:
            return
        dialog = ColumnsDialog(self, self._found.columns, self._found.fields)
        dialog.given.connect(self._map)
        dialog.open()

    def _map(self, mapping: dict[str, str], led: frozenset[str]) -> None:
        assert self._found is not None
        known = {ours: theirs for theirs, ours in self._found.columns if ours}
        self._led = led
        if mapping != known:
            self._mapping, self._format = mapping, "generic"
        self._recognise()

    def _look(self) -> None:
        if self._found is None or not self.questions.all_answered():
            self._enable()
            return
        stop = self.progress.begin(self.tr("Comparing …"))
        job = call(imports.look, self._asked(), stop, self.progress.from_worker)
        self._parts.jobs.ask(self, job, self._show, failed=self._failed)

    def _show(self, looked: "Looked") -> None:
        self.progress.end()
        self._looked = looked
        self.list.show_rows(_few(looked.rows))
        self.counts.setText(counts_words(looked.counts))
        set_tone(self.counts, "careful" if looked.counts.faults else "")
        self._enable()

    def _take_in(self) -> None:
        if self._looked is None:
            return
        self._is_taking = True
        self._enable()
        stop = self.progress.begin(self.tr("Taking in …"))
        job = call(imports.take_in, self._looked, stop, self.progress.from_worker)
        self._parts.jobs.do(self, job, self._taken, failed=self._failed)

    def _taken(self, done: Counts) -> None:
        self._is_taking = False
        self.progress.end()
        text = self.tr("Taken in: {new} new, {changed} changed.")
        self._parts.say(text.format(new=done.new, changed=done.changed), "fine")
        self.taken.emit()
        self._ask_last()
        self._look()

    def _failed(self, error: Exception) -> None:
        self._is_taking = False
        self.progress.end()
        self._enable()
        self.counts.setText(words_for(error))
        set_tone(self.counts, "must_not")

    def _pick_bad(self) -> None:
        assert self._path is not None
        name = f"{self._path.name.partition('.')[0]}-{self.tr('errors')}.csv"
        dialog = QFileDialog(self, self.tr("Save rows with errors"), name, "*.csv")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(self.save_bad)
        dialog.open()

    def save_bad(self, path: str) -> None:
        """Write the rows that cannot be taken in, to be mended."""
        if self._looked is not None:
            job = call(import_files.write_bad_rows, self._looked, Path(path), problem_words)
            saved = partial(self._bad_saved, path)
            self._parts.jobs.ask(self, job, saved, failed=self._failed)

    def _bad_saved(self, path: str, count: int) -> None:
        self.counts.setText(sentence("bad", count=count, file=Path(path).name))
        set_tone(self.counts, "fine")

    def _ask_last(self) -> None:
        self._parts.jobs.ask(self, call(taking_back.runs, self._kind), self._show_last)

    def _show_last(self, runs: tuple[Run, ...]) -> None:
        self._last = next((each for each in runs if each.undone_at is None), None)
        self._enable()
        if self._last is None:
            self.last.clear()
            return
        when = self._parts.words.moment(self._last.at, self._parts.today())
        text = self.tr("Last import: {name}, {when}: {new} new, {changed} changed.")
        told = {"name": self._last.name, "when": when}
        self.last.setText(text.format(new=self._last.new, changed=self._last.changed, **told))

    def _undo(self) -> None:
        if self._last is None:
            return
        self._is_taking = True
        self._enable()
        stop = self.progress.begin(self.tr("Taking back …"))
        job = call(taking_back.take_back, self._last.run_id, stop, self.progress.from_worker)
        self._parts.jobs.do(self, job, self._undone, failed=self._failed)

    def _undone(self, done: TakenBack) -> None:
        self._is_taking = False
        self.progress.end()
        name = "" if self._last is None else self._last.name
        told = [sentence("back", name=name, removed=done.removed, restored=done.restored)]
        told += [
            sentence("used" if why == "used" else "stays", title=title) for title, why in done.kept
        ]
        self.taken.emit()
        self._ask_last()
        self._look()
        self._tell("\n".join(told), "careful" if done.kept else "fine")

    def _enable(self) -> None:
        idle, counts = not self._is_taking, None if self._looked is None else self._looked.counts
        ready = counts is not None and idle and self.questions.all_answered()
        self.take_in.setEnabled(ready and counts is not None and bool(counts.new or counts.changed))
        self.bad.setEnabled(ready and counts is not None and bool(counts.faults))
        self.undo.setEnabled(idle and self._last is not None)
        self.pick.setEnabled(idle)

    def _tell(self, text: str, tone: str) -> None:
        self.found.setText(text)
        set_tone(self.found, tone)

    def _chosen(self, seen: Seen) -> None:
        """The whole of what the column may have no room for."""
        self.remark.setText(self._remark(seen))

    def _verdict(self, seen: Seen) -> str:
        return {
            Verdict.NEW: self.tr("new"),
            Verdict.CHANGED: self.tr("changed"),
            Verdict.UNCHANGED: self.tr("unchanged"),
            Verdict.FAULT: self.tr("not taken in"),
        }[seen.verdict]

    def _remark(self, seen: Seen) -> str:
        if seen.fault is not None:
            where = f"{seen.fault.column}: " if seen.fault.column else ""
            return where + problem_words(seen.fault)
        parts = [problem_words(each) for each in seen.left_out]
        if seen.changed:
            names = ", ".join(dict.fromkeys(column_words(each) for each in seen.changed))
            parts.append(self.tr("other than now: {columns}").format(columns=names))
        return " ".join(parts)


def dropped_file(data: QMimeData) -> str:
    """The one file that is dropped, "" for anything else."""
    urls = data.urls() if data.hasUrls() else []
    return urls[0].toLocalFile() if len(urls) == 1 else ""


def _few(rows: Sequence[Seen]) -> list[Seen]:
    """What is wrong or left out, and the first lines of the rest."""
    odd = [row for row in rows if row.fault is not None or row.left_out][:_SHOWN_FAULTS]
    plain = [row for row in rows if row.fault is None and not row.left_out][:_SHOWN]
    return sorted((*odd, *plain), key=lambda row: row.line)
