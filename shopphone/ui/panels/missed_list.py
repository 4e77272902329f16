"""Missed calls by number: how often, since when; they close by themselves once the number is reached."""

from shopphone.domain.calls import MissedGroup
from shopphone.domain.dialling import DialDraft
from shopphone.services import call, call_log, calls
from shopphone.ui.kit.parts import button, row
from shopphone.ui.kit.screen import Parts
from shopphone.ui.kit.table import Column
from shopphone.ui.panels.dial_dialog import ask_to_call
from shopphone.ui.panels.paged_list import ListCard

_HEIGHT = 210


class MissedList(ListCard):
    """One line per number; a withheld call is a line of its own."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        words = parts.words
        super().__init__(
            self.tr("Missed, by number"),
            (
                Column[MissedGroup](self.tr("Who"), lambda g: g.customer or self.tr("unknown"), 0),
                Column[MissedGroup](
                    self.tr("Number"),
                    lambda g: words.phone(g.e164, g.raw_number) or self.tr("withheld"),
                    130,
                ),
                Column[MissedGroup](self.tr("Times"), lambda g: str(g.times), 60, right=True),
                Column[MissedGroup](
                    self.tr("Last"), lambda g: words.moment(g.last_at, parts.today()), 130
                ),
            ),
            search=self.tr("Search the missed calls"),
            empty=self.tr("Nobody waits to be called back."),
        )
        self.search.hide()
        self.title.setProperty("scale", "heading")
        self.setMaximumHeight(_HEIGHT)
        done = button(self.tr("Done"))
        done.clicked.connect(self._done)
        dial = button(self.tr("Call …"))
        dial.clicked.connect(self.dial)
        self.rows.addLayout(row(1, dial, done))

    def refresh(self) -> None:
        self._parts.jobs.ask(self, call(call_log.missed), self.show_rows)

    def dial(self) -> None:
        """Call the chosen number back, through the gate."""
        group = self.model.row_at(self.table.current_row())
        if group is not None:
            draft = DialDraft(
                raw_number=group.raw_number, customer_id=group.customer_id, way="missed"
            )
            ask_to_call(self, self._parts, draft)

    def _done(self) -> None:
        """Take the chosen number off the list by hand."""
        group = self.model.row_at(self.table.current_row())
        if group is not None:
            self._parts.jobs.do(self, call(calls.dismiss_missed, group.call_ids))
