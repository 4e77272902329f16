"""Who may be meant already while somebody new is typed: named as a choice, never made one by itself."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopphone.domain.addresses import Likeness
from shopphone.domain.customers import CustomerDraft
from shopphone.services import call, likeness
from shopphone.ui.kit.parts import clear, label, link
from shopphone.ui.kit.screen import Parts

_PAUSE_MS = 250


class Alike(QWidget):
    """Asks once typing pauses; empty while nobody is like the one that is typed."""

    chosen = Signal(int)  # customer_id

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._draft = CustomerDraft()
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._ask)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2)
        self.found: tuple[Likeness, ...] = ()

    def look_for(self, draft: CustomerDraft) -> None:
        self._draft = draft
        self._pause.start()

    def _ask(self) -> None:
        shown = partial(self._show, self._draft)
        self._parts.jobs.ask(self, call(likeness.alike, self._draft), shown)

    def _show(self, draft: CustomerDraft, found: tuple[Likeness, ...]) -> None:
        if draft is not self._draft:
            return
        self.found = found
        clear(self._rows)
        if found:
            self._rows.addWidget(label(self.tr("Already known?"), tone="careful"))
        for each in found:
            why = {
                "phone": self.tr("same phone number"),
                "email": self.tr("same e-mail"),
                "name": self.tr("similar name"),
            }[each.why]
            text = ", ".join(x for x in (each.name, each.place, each.number) if x)
            made = link(f"{text}: {why}")
            made.setProperty("customer", each.customer_id)
            made.clicked.connect(self._clicked)
            self._rows.addWidget(made)

    def _clicked(self) -> None:
        self.chosen.emit(int(self.sender().property("customer")))
