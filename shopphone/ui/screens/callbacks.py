"""Callbacks: promises by the time they are due, with the caller's words."""

from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from shopphone.domain.callbacks import CallbackRow
from shopphone.domain.consent import DialPurpose
from shopphone.domain.dialling import DialDraft
from shopphone.services import call, callbacks
from shopphone.ui.kit import keys
from shopphone.ui.kit.parts import button, choice, row
from shopphone.ui.kit.screen import Parts, Screen
from shopphone.ui.kit.table import Column
from shopphone.ui.panels.dial_dialog import ask_to_call
from shopphone.ui.panels.paged_list import ListCard


class CallbacksScreen(Screen):
    """The due list; done is one key, and one key takes it back."""

    TABLES = frozenset(("callback",))

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        words = parts.words
        self._rows: tuple[CallbackRow, ...] = ()
        self._last_done: int | None = None
        self.list = ListCard(
            self.tr("Callbacks"),
            (
                Column[CallbackRow](self.tr("Due"), self._due, 176),
                Column[CallbackRow](self.tr("Who"), lambda r: r.customer or r.raw_number, 180),
                Column[CallbackRow](self.tr("Number"), lambda r: r.raw_number, 130),
                Column[CallbackRow](self.tr("In their words"), lambda r: r.words, 0),
                Column[CallbackRow](self.tr("For"), lambda r: r.staff or self.tr("anyone"), 104),
                Column[CallbackRow](
                    self.tr("Asked"), lambda r: words.moment(r.asked_at, parts.today()), 132
                ),
            ),
            search=self.tr("Name, number or words"),
            empty=self.tr("No callback is owed. F8 on a call promises one."),
        )
        self.list.search_changed.connect(self._show)
        self.list.opened.connect(self._open_customer)
        self._for = choice(self.tr("For"))
        self._for.addItem(self.tr("For: –"), None)
        self._for.currentIndexChanged.connect(self._show)
        self.list.add_head(self._for)
        self._all = QCheckBox(self.tr("Done ones too"))
        self._all.toggled.connect(self.refresh)
        done = button(self.tr("Done"), kind="primary")
        done.clicked.connect(self._done)
        self._undo = button(self.tr("Take back"))
        self._undo.clicked.connect(self._take_back)
        self._undo.setEnabled(False)
        who = button(self.tr("Customer’s card"))
        who.clicked.connect(self._card_clicked)
        dial = button(self.tr("Call …"), keys.shown("dial"))
        dial.clicked.connect(self.dial)
        self.list.rows.addLayout(row(self._all, 1, dial, who, self._undo, done))
        self.starts_at = self.list.table
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.list)

    def act(self, code: str) -> bool:
        if code == "dial":
            self.dial()
        return code == "dial"

    def dial(self) -> None:
        """Keep the promise that is chosen: its words are what the call rests on."""
        found = self.list.model.row_at(self.list.table.current_row())
        if found is not None:
            draft = DialDraft(
                raw_number=found.raw_number,
                customer_id=found.customer_id,
                purpose=DialPurpose.REQUESTED_CALLBACK,
                callback_id=found.callback_id,
                way="callback",
            )
            ask_to_call(self, self.parts, draft)

    def refresh(self) -> None:
        self.parts.jobs.ask(self, call(callbacks.due, not self._all.isChecked()), self._came)

    def _came(self, rows: tuple[CallbackRow, ...]) -> None:
        self._rows = rows
        self._offer_people()
        self._show()

    def _offer_people(self) -> None:
        """Whoever has something to call back; an empty name is a promise anyone may keep."""
        kept = self._for.currentData()
        names = sorted(
            {each.staff for each in self._rows} | ({kept} if kept is not None else set())
        )
        if [self._for.itemData(n) for n in range(1, self._for.count())] == names:
            return
        self._for.blockSignals(True)
        while self._for.count() > 1:
            self._for.removeItem(1)
        for name in names:
            self._for.addItem(name or self.tr("anyone"), name)
        self._for.setCurrentIndex(max(self._for.findData(kept), 0))
        self._for.blockSignals(False)

    def _show(self) -> None:
        text = self.list.search.text().casefold()
        wanted = self._for.currentData()
        shown = [
            r
            for r in self._rows
            if text in f"{r.customer} {r.raw_number} {r.words}".casefold()
            and (wanted is None or r.staff == wanted)
        ]
        self.list.show_rows(shown)

    def _due(self, found: CallbackRow) -> str:
        when = self.parts.words.moment(found.due_at, self.parts.today())
        if found.done_at is not None:
            return self.tr("done, {when}").format(when=when)
        late = found.due_at < self.parts.now()
        return self.tr("overdue, {when}").format(when=when) if late else when

    def _done(self) -> None:
        found = self.list.model.row_at(self.list.table.current_row())
        if found is not None:
            self._last_done = found.callback_id
            self._undo.setEnabled(True)
            self.parts.jobs.do(self, call(callbacks.done, found.callback_id), self._changed_one)

    def _card_clicked(self) -> None:
        found = self.list.model.row_at(self.list.table.current_row())
        if found is not None:
            self._open_customer(found)

    def _open_customer(self, found: CallbackRow) -> None:
        """The customer, or whom the number may belong to."""
        self.parts.open_screen("customers", found.customer_id or found.raw_number)

    def _take_back(self) -> None:
        if self._last_done is not None:
            self.parts.jobs.do(self, call(callbacks.undo_done, self._last_done), self._changed_one)
            self._undo.setEnabled(False)

    def _changed_one(self, _done: object) -> None:
        self.refresh()
