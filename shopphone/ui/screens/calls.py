"""The call log: a million rows that scroll, filters, and one call with all that hangs on it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from shopphone.domain.answer_figures import NOT_ASKED
from shopphone.domain.calls import CallDetail, CallFilter, CallRow, MissedGroup
from shopphone.domain.dialling import DialDraft
from shopphone.services import call, call_log
from shopphone.ui.kit import keys
from shopphone.ui.kit.parts import button, chip, link, row
from shopphone.ui.kit.screen import Parts, Screen
from shopphone.ui.kit.table import BLOCK, Column, PagedRows
from shopphone.ui.panels.call_filters import CallFilters
from shopphone.ui.panels.detail_card import DetailCard
from shopphone.ui.panels.dial_dialog import ask_to_call
from shopphone.ui.panels.missed_list import MissedList
from shopphone.ui.panels.paged_list import ListCard
from shopphone.ui.panels.state_words import call_words, direction_words, purpose_words


class CallsScreen(Screen):
    """Blocks of the log are read by key when they come into view."""

    TABLES = frozenset(("call",))

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        words = parts.words
        self._filter = CallFilter()
        self._shown: CallRow | None = None
        self._anchors: tuple[tuple[int, int], ...] = ()
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
        self.model.wanted.connect(self._block_wanted)
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
        self.missed = MissedList(parts)
        self.missed.chosen.connect(self._missed_chosen)
        self.detail = DetailCard(
            self.tr("Call"), self.tr("Choose a call to see all that hangs on it.")
        )
        self.detail.setFixedWidth(250)
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
        self.parts.jobs.ask(self, call(call_log.page, self._filter, None, BLOCK), self._renewed)
        self.filters.refresh()
        self.missed.refresh()

    def open(self, wanted: object) -> None:
        self.list.search.setText(str(wanted))

    def _number(self, found: CallRow) -> str:
        """An arrow for calls we made; the word stands in the call's card."""
        number = self.parts.words.phone(found.e164, found.raw_number)
        return f"↗ {number}" if found.direction == "out" else number

    def _narrow(self) -> None:
        self._filter = self.filters.chosen(self.list.search.text().strip())
        job = call(call_log.page, self._filter, None, BLOCK)
        self.parts.jobs.ask(self, job, self._first)

    def _renewed(self, rows: tuple[CallRow, ...]) -> None:
        """A call rang or was finished: what is chosen and in view stays where it is."""
        known = self.model.rowCount()
        if not self.model.renew(rows, _key):
            self._first(rows)
        elif self.model.rowCount() > known:
            self._count(rows)

    def _first(self, rows: tuple[CallRow, ...]) -> None:
        self.model.begin(len(rows), rows)
        self.list.show_table(bool(rows))
        self._count(rows)

    def _count(self, rows: tuple[CallRow, ...]) -> None:
        self._anchors = ()
        if len(rows) == BLOCK:
            job = call(call_log.anchors, self._filter, BLOCK)
            self.parts.jobs.ask(self, job, self._counted)

    def _counted(self, answer: tuple[int, tuple[tuple[int, int], ...]]) -> None:
        count, self._anchors = answer
        self.model.set_count(count)

    def _block_wanted(self, block: int) -> None:
        if block >= len(self._anchors):
            return
        # an anchor is the first row of its block, so the page begins just before it
        at, row_id = self._anchors[block]
        job = call(call_log.page, self._filter, (at, row_id + 1), BLOCK)
        self.parts.jobs.ask_each(self, job, _Block(self.model, block).put)

    def _chosen(self, found: CallRow) -> None:
        self._ask(found.call_id)

    def _missed_chosen(self, group: MissedGroup) -> None:
        self._ask(group.call_ids[0])

    def _ask(self, call_id: int) -> None:
        self.parts.jobs.ask(self, call(call_log.detail, call_id), self._show)

    def _show(self, found: CallDetail) -> None:
        words, shown = self.parts.words, found.row
        card = self.detail
        card.begin(
            shown.customer or words.phone(shown.e164, shown.raw_number) or self.tr("withheld")
        )
        card.line(words.phone(shown.e164, shown.raw_number), "muted")
        card.line(words.moment(shown.rang_at), "muted")
        card.column.addLayout(
            row(chip(*call_words(shown.state)), chip(direction_words(shown.direction)), 1)
        )
        card.line(
            " · ".join(x for x in (purpose_words(shown.purpose), shown.outcome, shown.staff) if x)
        )
        if shown.satisfaction:
            card.line("★" * shown.satisfaction)
        elif shown.satisfaction == NOT_ASKED:
            card.line(self.tr("Satisfaction: not asked"), "muted")
        if shown.note:
            card.heading(self.tr("Note"))
            card.line(shown.note)
        if found.order_numbers:
            card.heading(self.tr("Orders"))
            for number in found.order_numbers:
                made = link(number)
                made.setProperty("number", number)
                made.clicked.connect(self._open_order)
                card.column.addWidget(made)
        if found.articles:
            card.heading(self.tr("Answers"))
            for title, _verdict in found.articles:
                card.line(title)
        for text in found.callbacks:
            card.heading(self.tr("Callback"))
            card.line(text)
        if shown.customer_id is not None:
            who = link(self.tr("Customer’s card"))
            who.clicked.connect(self._open_customer)
            card.column.addWidget(who)
        waits = shown.state == "wrap_up"
        again = button(
            self.tr("Wrap up") if waits else self.tr("Open at the desk"),
            kind="primary" if waits else "",
        )
        again.clicked.connect(self._to_desk)
        card.column.addWidget(again)
        dial = button(self.tr("Call …"), keys.shown("dial"))
        dial.clicked.connect(self.dial)
        card.column.addWidget(dial)
        self._shown = shown
        card.end()

    def act(self, code: str) -> bool:
        if code == "dial":
            self.dial()
        return code == "dial"

    def dial(self) -> None:
        """Call whoever the shown call was with, through the gate."""
        shown = self._shown
        if shown is not None:
            draft = DialDraft(raw_number=shown.raw_number, customer_id=shown.customer_id, way="log")
            ask_to_call(self, self.parts, draft)

    def _to_desk(self) -> None:
        assert self._shown is not None
        self.parts.open_screen("desk", self._shown)

    def _open_customer(self) -> None:
        assert self._shown is not None
        self.parts.open_screen("customers", self._shown.customer_id)

    def _open_order(self) -> None:
        self.parts.open_screen("orders", str(self.sender().property("number")))


def _key(found: CallRow) -> tuple[int, int]:
    return found.key


class _Block:
    """Where an answer goes."""

    def __init__(self, model: PagedRows[CallRow], block: int) -> None:
        self._model, self._block = model, block

    def put(self, rows: tuple[CallRow, ...]) -> None:
        self._model.put(self._block, rows)
