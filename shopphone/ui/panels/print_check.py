"""Did the letters come out in order? What went to a printer together, and what of it counts as printed."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from shopphone.domain.print_runs import PrintRun, RunLetter
from shopphone.services import call, print_runs
from shopphone.ui.kit.messages import reason_words
from shopphone.ui.kit.parts import Card, button, label, row
from shopphone.ui.kit.screen import Parts

_KEY = Qt.ItemDataRole.UserRole


class PrintCheck(Card):
    """Asks about the oldest run nobody has answered for; hidden without one."""

    answered = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._run: PrintRun | None = None
        self._what = label(wrap=True)
        self._reason = label(tone="careful", wrap=True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Letters at the printer; ticked: in order"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(56)  # the window fits 720 px with all three cards
        self.all = button(self.tr("All in order"), kind="primary")
        self.all.clicked.connect(self._all_fine)
        self.ticked = button(self.tr("Only the ticked ones"))
        self.ticked.clicked.connect(self._ticked_fine)
        self.none = button(self.tr("None"))
        self.none.clicked.connect(self._none_fine)
        self.rows.addWidget(label(self.tr("Did the letters come out in order?"), size="title"))
        self.rows.addWidget(self._what)
        self.rows.addWidget(self._reason)
        self.rows.addWidget(self.list, 1)
        self.rows.addLayout(row(1, self.none, self.ticked, self.all))
        self.hide()

    def show_runs(self, runs: tuple[PrintRun, ...]) -> None:
        """Ticks made already stay while the same run is asked about."""
        before = None if self._run is None else _shown(self._run)
        self._run = runs[0] if runs else None
        self.setVisible(self._run is not None)
        if self._run is None:
            return
        self._say(self._run, len(runs))
        if _shown(self._run) != before:
            self._fill(self._run)

    def _say(self, run: PrintRun, count: int) -> None:
        what = self.tr("%n letter(s) at the printer {printer}, {when}.", "", len(run.letters))
        when = self._parts.words.moment(run.at, self._parts.today())
        text = what.format(printer=run.printer, when=when)
        if count > 1:
            text += " " + self.tr("%n more job(s) to look at after this.", "", count - 1)
        self._what.setText(text)
        reason = reason_words(run.error) if run.error else ""
        if not run.job and not reason:
            reason = self.tr(
                "They were just being handed over, or the program ended then. Look whether they came out."
            )
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))

    def _fill(self, run: PrintRun) -> None:
        with QSignalBlocker(self.list):
            self.list.clear()
            for each in run.letters:
                self.list.addItem(self._item(each, is_fine=not run.error and bool(run.job)))
            self.list.setCurrentRow(0)

    def _item(self, part: RunLetter, *, is_fine: bool) -> QListWidgetItem:
        text = self.tr("{order}, {customer}: pages {first} to {last}").format(
            order=part.row.order_number,
            customer=part.row.customer,
            first=part.first_page,
            last=part.last_page,
        )
        made = QListWidgetItem(text)
        made.setToolTip(text)
        made.setData(_KEY, part.row.letter_id)
        made.setFlags(
            Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemIsEnabled
        )
        made.setCheckState(Qt.CheckState.Checked if is_fine else Qt.CheckState.Unchecked)
        return made

    def _all_fine(self) -> None:
        self._answer([self.list.item(n).data(_KEY) for n in range(self.list.count())])

    def _ticked_fine(self) -> None:
        items = [self.list.item(n) for n in range(self.list.count())]
        self._answer([i.data(_KEY) for i in items if i.checkState() is Qt.CheckState.Checked])

    def _none_fine(self) -> None:
        self._answer([])

    def _answer(self, fine: list[int]) -> None:
        if self._run is not None:
            job = call(print_runs.answer, self._run.run_id, fine)
            self._parts.jobs.do(self, job, self._noted)

    def _noted(self, count: int) -> None:
        self._parts.say(self.tr("%n letter(s) marked as printed.", "", count), "fine")
        self.answered.emit()


def _shown(run: PrintRun) -> tuple[int, str, str]:
    """What the ticks depend on."""
    return run.run_id, run.job, run.error
