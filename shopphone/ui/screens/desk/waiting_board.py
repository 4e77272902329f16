"""What an idle desk shows: calls to wrap up, missed calls, callbacks, letters to print, newest calls."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopphone.domain.calls import CallRow, MissedGroup, Waiting
from shopphone.domain.order_life import ParentAsked
from shopphone.domain.withdrawals import Task
from shopphone.ui.kit import keys
from shopphone.ui.kit.parts import Card, Elided, Flow, button, chip, clear, label, row, scrolling
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.state_words import call_words
from shopphone.ui.panels.withdrawal_words import task_words

_MOST = 8


class WaitingBoard(Card):
    """Lists with one action each; empty lists say so."""

    wrap_up_wanted = Signal(object)  # CallRow
    call_wanted = Signal(str)
    dismissed = Signal(object)  # call ids
    screen_wanted = Signal(str)
    order_wanted = Signal(int)

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._shown: Waiting | None = None
        self._tasks: tuple[Task, ...] = ()
        self._parents: tuple[ParentAsked, ...] = ()
        inside = QWidget()
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, 6, 0)
        self._rows.setSpacing(6)
        self.rows.addWidget(self._first_step())
        self.rows.addWidget(self._notice_warning())
        self.rows.addWidget(scrolling(inside, self.tr("What waits")))

    def show_first_step(self, needed: bool) -> None:
        """On a shop's first day: what has to be there before a confirmation can be written."""
        self._first.setVisible(needed)

    def show_notice_missing(self, missing: bool) -> None:
        """As long as letters go without the harmonised notice (Art. 246a § 1 (1) EGBGB)."""
        self._notice.setVisible(missing)

    def _notice_warning(self) -> QWidget:
        self._notice = QWidget()
        self._notice.hide()
        line = QHBoxLayout(self._notice)
        line.setContentsMargins(0, 0, 0, 8)
        text = self.tr("Letters go out without the harmonised notice: its PDF is missing.")
        line.addWidget(label(text, tone="careful", wrap=True), 1)
        act = button(self.tr("Open Settings"))
        act.setProperty("code", "settings")
        act.clicked.connect(self._open)
        line.addWidget(act)
        return self._notice

    def _first_step(self) -> QWidget:
        self._first = QWidget()
        self._first.hide()
        rows = QVBoxLayout(self._first)
        rows.setContentsMargins(0, 0, 0, 8)
        rows.addWidget(label(self.tr("First of all: your shop"), size="title"))
        text = self.tr(
            "Enter name, address, phone and bank account in Settings, look over the ways of "
            "sending, then choose the printer: without them no confirmation may be written. Answers and articles can follow."
        )
        rows.addWidget(label(text, wrap=True))
        act = button(self.tr("Open Settings"), keys.in_words("Ctrl+0"), kind="primary")
        act.setProperty("code", "settings")
        act.clicked.connect(self._open)
        rows.addLayout(row(act, 1))
        return self._first

    def show_tasks(self, tasks: tuple[Task, ...]) -> None:
        """What is to be done about withdrawals, with its days."""
        if tasks != self._tasks:
            self._tasks = tasks
            if self._shown is not None:
                self._fill(self._shown)

    def show_parents(self, parents: tuple[ParentAsked, ...]) -> None:
        """Orders of minors that wait for a parent (§ 108 BGB)."""
        if parents != self._parents:
            self._parents = parents
            if self._shown is not None:
                self._fill(self._shown)

    def show_waiting(self, waiting: Waiting) -> None:
        if waiting != self._shown:
            self._shown = waiting
            self._fill(waiting)

    def _fill(self, waiting: Waiting) -> None:
        clear(self._rows)
        self._rows.addWidget(label(self.tr("What waits"), size="title"))
        counts = QWidget()
        Flow(counts).fill(self._counts(waiting))
        self._rows.addWidget(counts)
        self._heading(self.tr("To wrap up"))
        self._list(
            [self._wrap_up(each) for each in waiting.wrap_ups[:_MOST]],
            self.tr("Every call has its outcome."),
        )
        if self._tasks:
            self._heading(self.tr("Withdrawals"))
            self._list([self._task(each) for each in self._tasks[:_MOST]], "")
        if self._parents:
            self._heading(self.tr("Parents to agree"))
            self._list([self._parent(each) for each in self._parents[:_MOST]], "")
        self._heading(self.tr("Missed calls"))
        self._list(
            [self._missed(each) for each in waiting.missed[:_MOST]],
            self.tr("Nobody waits to be called back."),
        )
        self._heading(self.tr("Newest calls"))
        self._list(
            [self._newest(each) for each in waiting.newest[:_MOST]],
            self.tr("No call yet. F2 starts one by hand."),
        )
        self._rows.addStretch(1)

    def _heading(self, text: str) -> None:
        self._rows.addSpacing(6)
        self._rows.addWidget(label(text, size="heading"))

    def _counts(self, waiting: Waiting) -> list[QWidget]:
        out: list[QWidget] = []
        for code, text, count in (
            ("callbacks", self.tr("callbacks due: {count}"), waiting.callbacks_due),
            ("letters", self.tr("letters to print: {count}"), waiting.letters_queued),
            ("orders", self.tr("orders without letter: {count}"), waiting.orders_unconfirmed),
        ):
            made = button(text.format(count=count), kind="urgent" if count else "segment")
            made.setProperty("code", code)
            made.clicked.connect(self._open)
            out.append(made)
        return out

    def _list(self, widgets: list[QWidget], empty: str) -> None:
        for each in widgets:
            self._rows.addWidget(each)
        if not widgets:
            self._rows.addWidget(label(empty, tone="muted"))

    def _wrap_up(self, found: CallRow) -> QWidget:
        act = button(self.tr("Wrap up"))
        act.setProperty("n", found.call_id)
        act.clicked.connect(self._wrap_up_clicked)
        return self._line(found, act)

    def _task(self, task: Task) -> QWidget:
        text, tone = task_words(task, self._parts.words, self._parts.today())
        return self._of_order(f"{text}  ·  {task.customer}", tone, task.number, task.order_id)

    def _parent(self, asked: ParentAsked) -> QWidget:
        late = asked.is_known and asked.until < self._parts.today()
        text = self.tr("{parent} for {customer}: until {day}")
        if not asked.is_known:
            text = self.tr("{parent} for {customer}: not before {day}, receipt not known")
        text = text.format(
            parent=asked.parent, customer=asked.customer, day=self._parts.words.day(asked.until)
        )
        return self._of_order(text, "must_not" if late else "careful", asked.number, asked.order_id)

    def _of_order(self, text: str, tone: str, number: str, order_id: int) -> QWidget:
        made = QWidget()
        act = button(number, kind="link")
        act.setProperty("n", order_id)
        act.clicked.connect(self._order_clicked)
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(Elided(text, tone=tone), 1)
        line.addWidget(act)
        return made

    def _order_clicked(self) -> None:
        self.order_wanted.emit(int(self.sender().property("n")))

    def _newest(self, found: CallRow) -> QWidget:
        return self._line(found, chip(*call_words(found.state)))

    def _line(self, found: CallRow, end: QWidget) -> QWidget:
        made = QWidget()
        when = self._parts.words.moment(found.rang_at, self._parts.today())
        who = (
            found.customer
            or self._parts.words.phone(found.e164, found.raw_number)
            or self.tr("withheld")
        )
        text = f"{who}  ·  {found.outcome}" if found.outcome else who
        line = _line_of(when, text, end)
        line.setContentsMargins(0, 0, 0, 0)
        made.setLayout(line)
        return made

    def _missed(self, group: MissedGroup) -> QWidget:
        made = QWidget()
        when = self._parts.words.moment(group.last_at, self._parts.today())
        number = self._parts.words.phone(group.e164, group.raw_number) or self.tr("withheld")
        times = chip(self.tr("{count}×").format(count=group.times), "careful")
        done = button(self.tr("Done"))
        done.setProperty("ids", list(group.call_ids))
        done.clicked.connect(self._dismiss_clicked)
        line = _line_of(when, f"{group.customer}  {number}".strip(), times, done)
        line.setContentsMargins(0, 0, 0, 0)
        made.setLayout(line)
        return made

    def _open(self) -> None:
        self.screen_wanted.emit(str(self.sender().property("code")))

    def _wrap_up_clicked(self) -> None:
        call_id = int(self.sender().property("n"))
        assert self._shown is not None
        found = next(each for each in self._shown.wrap_ups if each.call_id == call_id)
        self.wrap_up_wanted.emit(found)

    def _dismiss_clicked(self) -> None:
        self.dismissed.emit(tuple(int(each) for each in self.sender().property("ids")))


def _line_of(when: str, text: str, *ends: QWidget) -> QHBoxLayout:
    """Time in a column of its own, text that gives way, actions at the right."""
    made = QHBoxLayout()
    made.setSpacing(8)
    time = label(when, tone="muted")
    time.setMinimumWidth(92)
    made.addWidget(time)
    made.addWidget(Elided(text), 1)
    for each in ends:
        made.addWidget(each)
    return made
