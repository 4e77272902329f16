"""A placed order changed on the phone: the same form, what changes side by side, one button."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from shopphone.domain import renewal
from shopphone.domain.errors import Refused
from shopphone.domain.order_life import Change
from shopphone.domain.orders import OrderDraft, Placed
from shopphone.services import call, changes, drafts
from shopphone.ui.kit import keys
from shopphone.ui.kit.parts import Card, clear, label, scrolling
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.change_days import ChangeDays
from shopphone.ui.panels.change_words import ChangeWords
from shopphone.ui.panels.order_dialogs import MeanwhileDialog
from shopphone.ui.panels.order_form import OrderForm

_PAUSE_MS = 150


class ChangeDialog(QDialog):
    """Also begins an extension: what is in the draft decides what the button does."""

    placed = Signal(object)  # Placed

    def __init__(self, parent: QWidget, parts: Parts, draft: OrderDraft, number: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Change order {number}") if draft.changes else self.tr("Extend {number}")
        self.setWindowTitle(title.format(number=number))
        self._parts = parts
        self._words = ChangeWords(parts.words)
        self._name = f"change-{draft.changes}" if draft.changes else f"extend-{number}"
        self.form = OrderForm(parts)
        self.form.show_draft(draft)
        for code, do in (
            ("tell", self.form.tick_next),
            ("place", self.form.place),
            ("order", self.form.input.setFocus),
        ):
            QShortcut(QKeySequence(keys.BY_CODE[code].key), self, do)
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._compare)
        self.form.changed.connect(self._changed)
        self.form.placed.connect(self._was_placed)
        self.form.refused.connect(self._was_refused)
        columns = QHBoxLayout(self)
        columns.addWidget(self.form, 3)
        if draft.changes is not None:
            columns.addWidget(self._side(), 2)
        self.resize(min(1120, parent.window().width() - 40), 640)
        self._compare()

    def _side(self) -> QWidget:
        inside = QWidget()
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, 0, 0)
        card = Card()
        card.rows.addWidget(label(self.tr("What changes"), size="heading"))
        card.rows.addWidget(scrolling(inside, self.tr("What changes")), 1)
        self.days = ChangeDays(self._parts, self.form.draft)
        self.days.changed.connect(self._changed)
        self.form.terms.payment_chosen.connect(self.days.show_payment)
        card.rows.addWidget(self.days)
        return card

    def _changed(self) -> None:
        draft = self.form.draft
        self._parts.jobs.keep(self, call(drafts.keep_order, self._name, draft))
        self._pause.start()

    def _compare(self) -> None:
        if self.form.draft.changes is not None:
            job = call(changes.compare, self.form.draft)
            self._parts.jobs.ask(self, job, self._show_changes)

    def _show_changes(self, found: tuple[Change, ...]) -> None:
        clear(self._rows)
        self.form.say_corrects(bool(found) and renewal.only_corrects(found))
        if not found:
            self._rows.addWidget(label(self.tr("Nothing yet."), tone="muted"))
        for change in found:
            name, before, after = self._words.of(change)
            self._rows.addWidget(label(name, tone="muted", size="small"))
            self._rows.addWidget(label(before or "–", wrap=True))
            self._rows.addWidget(label("→ " + (after or "–"), wrap=True, tone="careful"))
        self._rows.addStretch(1)

    def _was_placed(self, _draft: OrderDraft, placed: Placed) -> None:
        self._parts.jobs.keep(self, call(drafts.forget, self._name))
        self.accept()
        self.placed.emit(placed)

    def _was_refused(self, error: object) -> None:
        if isinstance(error, Refused) and error.rule == "order_changed_meanwhile":
            sentence = self.tr(
                "Somebody has changed this order since you opened it. Look at it first: the form "
                "here stays as it is until you close it."
            )
            dialog = MeanwhileDialog(self, sentence)
            dialog.look.connect(self.reject)
            dialog.anyway.connect(self._anyway)
            dialog.open()

    def _anyway(self) -> None:
        """On top of what the other has done; the points that no longer fit are told again."""
        self.form.draft.seen = 0
        self.form.place()
