"""The call log: a million rows that scroll, filters, and one call with all that hangs on it."""

from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout

from shopphone.domain.calls import CallRow, MissedGroup
from shopphone.domain.dialling import DialDraft
from shopphone.services import call, call_log
from shopphone.ui.kit.parts import button, label, row
from shopphone.ui.kit.screen import Parts, Screen
from shopphone.ui.kit.table import Column, PagedRows
from shopphone.ui.panels.call_detail import CallDetailCard
from shopphone.ui.panels.call_filters import CallFilters
from shopphone.ui.panels.dial_dialog import ask_to_call
from shopphone.ui.panels.log_export import LogExport
from shopphone.ui.panels.log_pages import LogPages
from shopphone.ui.panels.missed_list import MissedList
from shopphone.ui.panels.paged_list import ListCard
from shopphone.ui.panels.state_words import call_words, purpose_words

_BAR = (120, 6)  # px


class CallsScreen(Screen):
    """Blocks of the log are read by key when they come into view."""

    TABLES = frozenset(("call", "call_filter", "outcome"))

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        words = parts.words
        self.model: PagedRows[CallRow] = PagedRows(
            (
                Column(self.tr("When"), lambda r: words.moment(r.rang_at, parts.today()), 108),
                Column(self.tr("Who"), lambda r: r.customer or self.tr("unknown"), 0),
                Column(self.tr("Number"), self._number, 124),
                Column(self.tr("State"), lambda r: call_words(r.state)[0], 112),
                Column(self.tr("About"), lambda r: purpose_words(r.purpose), 94),
                Column(self.tr("Outcome"), lambda r: r.outcome, 138),
                Column(self.tr("Length"), lambda r: words.duration(r.seconds), 52, right=True),
            )
        )
        self.pages = LogPages(parts.jobs, self.model)
        self.pages.filled.connect(self._filled)
        self.pages.counted.connect(self._counted)
        self.list = ListCard(
            self.tr("Calls"),
            self.model.columns,
            search=self.tr("Name, number or words of the note"),
            empty=self.tr(
                "No call fits. Calls stand here as soon as the phone rings or F2 is pressed."
            ),
            model=self.model,
        )
        self.list.search_changed.connect(self._narrow)
        self.list.chosen.connect(self._chosen)
        self.list.chosen_again.connect(self._chosen)
        self.list.opened.connect(self._chosen)
        self.filters = CallFilters(parts)
        self.filters.changed.connect(self._narrow)
        self.list.head.addWidget(self.filters)
        self.list.rows.addLayout(self._foot())
        self.missed = MissedList(parts)
        self.missed.chosen.connect(self._missed_chosen)
        self.detail = CallDetailCard(parts)
        self.detail.desk_wanted.connect(self._to_desk)
        self.detail.customer_wanted.connect(self._open_customer)
        self.detail.order_wanted.connect(self._open_order)
        self.detail.dial_wanted.connect(self.dial)
        self.starts_at = self.list.table
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(14)
        left = QVBoxLayout()
        left.setSpacing(14)
        left.addWidget(self.list, 1)
        left.addWidget(self.missed)
        columns.addLayout(left, 1)
        columns.addWidget(self.detail)

    def refresh(self) -> None:
        self.pages.renew()
        self.filters.refresh()
        self.missed.refresh()

    def open(self, wanted: object) -> None:
        self.list.search.setText(str(wanted))

    def act(self, code: str) -> bool:
        if code == "dial":
            self.dial()
        return code == "dial"

    def dial(self) -> None:
        """Call whoever the shown call was with, through the gate."""
        shown = self.detail.shown
        if shown is not None:
            draft = DialDraft(raw_number=shown.raw_number, customer_id=shown.customer_id, way="log")
            ask_to_call(self, self.parts, draft)

    def _foot(self) -> QHBoxLayout:
        self._count = label(tone="muted")
        self._bar = QProgressBar()
        self._bar.setRange(0, 100)
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(*_BAR)
        self._bar.setAccessibleName(self.tr("How much of the log is looked through"))
        self._bar.hide()
        table = button(self.tr("As a table (CSV) …"))
        table.clicked.connect(self._export)
        return row(self._count, self._bar, 1, table)

    def _export(self) -> None:
        LogExport(self, self.parts, self.pages.filter).open()

    def _number(self, found: CallRow) -> str:
        """An arrow for calls we made; the word stands in the call's card."""
        number = self.parts.words.phone(found.e164, found.raw_number)
        return f"↗ {number}" if found.direction == "out" else number

    def _narrow(self) -> None:
        self.pages.narrow(self.filters.chosen(self.list.search.text().strip()))

    def _filled(self, some: bool) -> None:
        self.list.show_table(some)

    def _counted(self, count: int, share: float) -> None:
        """While a long log is looked through, what was found so far stands there already."""
        looking = share < 1
        self._bar.setVisible(looking)
        self._bar.setValue(round(share * 100))
        number = self.parts.words.number(Decimal(count))
        text = self.tr("{count} so far …") if looking else self.tr("{count} calls")
        self._count.setText(text.format(count=number))

    def _chosen(self, found: CallRow) -> None:
        self._ask(found.call_id)

    def _missed_chosen(self, group: MissedGroup) -> None:
        self._ask(group.call_ids[0])

    def _ask(self, call_id: int) -> None:
        self.parts.jobs.ask(self, call(call_log.detail, call_id), self.detail.show_call)

    def _to_desk(self, found: CallRow) -> None:
        self.parts.open_screen("desk", found)

    def _open_customer(self, customer_id: int) -> None:
        self.parts.open_screen("customers", customer_id)

    def _open_order(self, number: str) -> None:
        self.parts.open_screen("orders", number)
