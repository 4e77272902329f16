"""One call with all that hangs on it."""

from PySide6.QtCore import Signal

from shopphone.domain.answer_figures import NOT_ASKED
from shopphone.domain.calls import CallDetail, CallRow
from shopphone.ui.kit import keys
from shopphone.ui.kit.parts import button, chip, link, row
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.detail_card import DetailCard
from shopphone.ui.panels.state_words import call_words, direction_words, purpose_words

_WIDTH = 250


class CallDetailCard(DetailCard):
    """What leads elsewhere is a link."""

    desk_wanted = Signal(object)  # CallRow
    customer_wanted = Signal(int)
    order_wanted = Signal(str)
    dial_wanted = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__(self.tr("Call"), self.tr("Choose a call to see all that hangs on it."))
        self.setFixedWidth(_WIDTH)
        self._parts = parts
        self._row: CallRow | None = None

    def show_call(self, found: CallDetail) -> None:
        words, shown = self._parts.words, found.row
        self._row = shown
        number = words.phone(shown.e164, shown.raw_number)
        self.begin(shown.customer or number or self.tr("withheld"))
        self.line(number, "muted")
        self.column.addLayout(
            row(chip(*call_words(shown.state)), chip(direction_words(shown.direction)), 1)
        )
        about = (purpose_words(shown.purpose), shown.outcome, shown.staff)
        self.line(" · ".join(each for each in about if each))
        if shown.satisfaction == NOT_ASKED:
            self.line(self.tr("Satisfaction: not asked"), "muted")
        elif shown.satisfaction:
            self.line(self.tr("Satisfaction: {stars}").format(stars="★" * shown.satisfaction))
        self._show_phone(found)
        if shown.note:
            self.heading(self.tr("Note"))
            self.line(shown.note)
        self._show_links(found)
        self._show_way_to_the_desk(shown)
        self.end()

    def _show_phone(self, found: CallDetail) -> None:
        """What the telephone said, as it said it."""
        words, shown = self._parts.words, found.row
        self.line(self.tr("rang {when}").format(when=words.moment(shown.rang_at)), "muted")
        if found.answered_at is not None:
            text = (
                self.tr("answering machine {when}")
                if found.by_machine
                else self.tr("answered {when}")
            )
            self.line(text.format(when=words.clock(found.answered_at)), "muted")
        if shown.seconds:
            text = self.tr("length {time} ({seconds} s)")
            self.line(
                text.format(time=words.duration(shown.seconds), seconds=shown.seconds), "muted"
            )
        ended = {
            "caller": self.tr("the caller hung up"),
            "desk": self.tr("we hung up"),
            "unknown": self.tr("the end was not reported"),
        }.get(found.ended_by, "")
        self.line(ended, "muted")
        for text, said in (
            (self.tr("as it came: {number}"), shown.raw_number),
            (self.tr("our number: {number}"), found.own_number),
            (self.tr("taken at: {number}"), shown.answered_by),
        ):
            if said:
                self.line(text.format(number=said), "muted")

    def _show_links(self, found: CallDetail) -> None:
        if found.order_numbers:
            self.heading(self.tr("Orders"))
            for number in found.order_numbers:
                made = link(number)
                made.setProperty("number", number)
                made.clicked.connect(self._order_clicked)
                self.column.addWidget(made)
        if found.articles:
            verdicts = {
                "helped": self.tr("helped"),
                "not_helped": self.tr("did not help"),
                "enclosed": self.tr("enclosed"),
            }
            self.heading(self.tr("Answers"))
            for title, verdict in found.articles:
                self.line(title)
                self.line(verdicts.get(verdict, ""), "muted")
        for text in found.callbacks:
            self.heading(self.tr("Callback"))
            self.line(text)
        if found.row.customer_id is not None:
            who = link(self.tr("Customer’s card"))
            who.clicked.connect(self._customer_clicked)
            self.column.addWidget(who)

    def _show_way_to_the_desk(self, shown: CallRow) -> None:
        waits = shown.state == "wrap_up"
        again = button(
            self.tr("Wrap up") if waits else self.tr("Open at the desk"),
            kind="primary" if waits else "",
        )
        again.clicked.connect(self._to_desk)
        self.column.addWidget(again)
        dial = button(self.tr("Call …"), keys.shown("dial"))
        dial.clicked.connect(self.dial_wanted)
        self.column.addWidget(dial)

    @property
    def shown(self) -> CallRow | None:
        """The call whose card this is."""
        return self._row

    def _to_desk(self) -> None:
        self.desk_wanted.emit(self._row)

    def _customer_clicked(self) -> None:
        if self._row is not None and self._row.customer_id is not None:
            self.customer_wanted.emit(self._row.customer_id)

    def _order_clicked(self) -> None:
        self.order_wanted.emit(str(self.sender().property("number")))
