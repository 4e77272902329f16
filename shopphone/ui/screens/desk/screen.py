"""The desk: every call its lane; card at the left, note and order in the middle, answers at the right."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from shopphone.domain.callbacks import CallbackDraft
from shopphone.domain.calls import CallRow, Outcome, WrapUp
from shopphone.domain.customers import CallerCard
from shopphone.domain.events import CallEvent
from shopphone.domain.letters_log import Letter, LetterRow
from shopphone.domain.orders import OrderDraft, Placed
from shopphone.services import call, call_log, callbacks, calls, drafts, letters, settings
from shopphone.ui.kit.parts import Card, button, label, row
from shopphone.ui.kit.screen import Parts, Screen
from shopphone.ui.panels.answers import AnswerFinder
from shopphone.ui.panels.caller_card import CallerPanel
from shopphone.ui.panels.order_form import OrderForm
from shopphone.ui.panels.preview import LetterPreview
from shopphone.ui.panels.state_words import PURPOSES, purpose_words
from shopphone.ui.screens.desk.lanes import Lane, LaneBar
from shopphone.ui.screens.desk.outcome_bar import CallbackDialog, OutcomeBar
from shopphone.ui.screens.desk.waiting_board import WaitingBoard

_KEEP_MS = 300


class DeskScreen(Screen):
    """The call in hand; other calls wait in their lanes."""

    TABLES = frozenset(("call", "callback", "letter", "sale_order"))

    ringing = Signal(int)  # how many lanes ring

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._delay_ms = 0
        self.lanes: dict[int, Lane] = {}
        self.current: Lane | None = None
        self._order_of: dict[int, Placed] = {}
        self._rings: dict[int, CallRow] = {}  # ringing, not shown yet
        self._ring_order: list[int] = []
        self._open_rows: dict[int, CallRow] = {}
        self._keep = QTimer(self, interval=_KEEP_MS, singleShot=True)
        self._keep.timeout.connect(self.keep_now)
        self._build()
        parts.news.call.connect(self.phone_reported)
        parts.jobs.ask(self, call(call_log.outcomes), self._take_outcomes)
        parts.jobs.ask(self, call(call_log.recent_open), self._restore)
        parts.news.changed.connect(self._settings_changed)
        self._settings_changed(frozenset(("setting",)))
        self._show_lane(None)

    def refresh(self) -> None:
        self.parts.jobs.ask(self, call(call_log.waiting), self.board.show_waiting)

    def open(self, wanted: object) -> None:
        if isinstance(wanted, CallRow):
            self._add_lane(wanted)
            self._choose(wanted.call_id)
            self.focus_note()

    def act(self, code: str) -> bool:
        actions = {
            "call_now": self.call_now,
            "answers": self.focus_answers,
            "order": self.focus_order,
            "tell": self.form.tick_next,
            "caller": self.caller.focus_first,
            "note": self.focus_note,
            "callback": self.plan_callback,
            "letter": self.letter_key,
            "helped": self.finder.mark_helped,
            "not_helped": self.finder.mark_not_helped,
            "enclose": self.finder.mark_enclosed,
            "finish": self.finish,
            "place": self.form.place,
            "escape": self.leave_panel,
        }
        action = actions.get(code)
        if action is not None:
            action()
        return action is not None

    def call_now(self) -> None:
        """The next ringing lane, or a call the telephone does not know of."""
        ringing = [lane for lane in self.lanes.values() if lane.row.state == "ringing"]
        waiting = [lane for lane in ringing if lane is not self.current]
        if waiting:
            self._choose(min(waiting, key=lambda lane: lane.row.rang_ms).row.call_id)
        else:
            self.parts.jobs.do(self, call(calls.start), self._started)

    def phone_reported(self, event: CallEvent) -> None:
        """Log it at once; show a new lane after the delay, so blocked callers never pop up."""
        self.parts.jobs.do(self, call(calls.happened, event), self._logged)

    def focus_answers(self) -> None:
        self._right.setCurrentWidget(self.finder)
        self.finder.input.setFocus()
        self.finder.input.selectAll()

    def focus_order(self) -> None:
        if self.current is not None:
            self.form.input.setFocus()

    def focus_note(self) -> None:
        if self.current is not None:
            self.note.setFocus()

    def leave_panel(self) -> None:
        self._right.setCurrentWidget(self.finder)
        self.focus_note()

    def plan_callback(self) -> None:
        if self.current is None:
            return
        dialog = CallbackDialog(self, self.parts.now())
        dialog.planned.connect(self._callback_planned)
        dialog.open()

    def letter_key(self) -> None:
        """F9 shows the confirmation, F9 again prints it."""
        if self._right.currentWidget() is self.preview and self.preview.letter is not None:
            self.preview.print_now()
            return
        placed = self._order_of.get(self.current.row.call_id) if self.current else None
        if placed is None:
            self.parts.say(
                self.tr("Place the order first; then its confirmation stands here."), "careful"
            )
            return
        job = call(letters.write, "confirmation", placed.order_id)
        self.parts.jobs.do(self, job, self._show_letter)

    def finish(self) -> None:
        """Close the call with the chosen outcome; without one it stays in the wrap-up list."""
        lane = self.current
        if lane is None:
            return
        wrap_up = WrapUp(
            call_id=lane.row.call_id,
            outcome_id=self.bar.outcome.currentData(),
            satisfaction=self.bar.satisfaction.currentData(),
            note=lane.note,
            purpose=self._purpose(),
            customer_id=lane.customer_id,
        )
        if lane.row.state == "missed" and wrap_up.outcome_id is None:
            self.parts.jobs.do(self, call(calls.dismiss_missed, (lane.row.call_id,)))
        else:
            self.parts.jobs.do(self, call(calls.finish, wrap_up), self._was_finished)
        if lane.draft.is_empty:
            self.parts.jobs.keep(self, call(drafts.forget, lane.key))
        self._drop(lane.row.call_id)

    def keep_now(self) -> None:
        """Save what is typed for the current lane in this desk's own file."""
        lane = self.current
        if lane is None:
            return
        content = {"note": lane.note, "words": lane.words, "customer_id": lane.customer_id}
        self.parts.jobs.keep(self, call(drafts.keep_lane, lane.key, content))
        self.parts.jobs.keep(self, call(drafts.keep_order, lane.key, _copy(lane.draft)))
        clock = self.parts.words.clock(self.parts.now())
        self.bar.saved.setText(self.tr("Saved {time}").format(time=clock))

    def _build(self) -> None:
        parts = self.parts
        self.lane_bar = LaneBar(parts)
        self.lane_bar.chosen.connect(self._choose)
        self.caller = CallerPanel(parts)
        self.caller.identified.connect(self._identified)
        self.caller.order_wanted.connect(self._open_order)
        self.finder = AnswerFinder(parts)
        self.caller.article_wanted.connect(self.finder.open_article)
        self.finder.left.connect(self.focus_note)
        self.finder.searched.connect(self._searched)
        self.finder.used.connect(self._article_used)
        self.form = OrderForm(parts)
        self.form.changed.connect(self._form_changed)
        self.form.placed.connect(self._placed)
        self.board = WaitingBoard(parts)
        self.board.wrap_up_wanted.connect(self.open)
        self.board.dismissed.connect(self._dismiss)
        self.board.screen_wanted.connect(self._open_screen)
        self.bar = OutcomeBar(parts)
        self.bar.finished.connect(self.finish)
        self.bar.callback_wanted.connect(self.plan_callback)
        self.bar.letter_wanted.connect(self.letter_key)
        self.setFocusProxy(self.finder.input)
        self.preview = LetterPreview(parts)
        self.preview.printed.connect(self._printed)
        preview_card = Card()
        preview_card.rows.addWidget(self.preview)
        self._right = _Stack(self.finder, preview_card, self.preview)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.board)
        self._middle.addWidget(self._call_page())
        self.caller.setFixedWidth(270)
        self._right.setFixedWidth(330)
        columns = QHBoxLayout()
        columns.setSpacing(14)
        columns.addWidget(self.caller)
        columns.addWidget(self._middle, 1)
        columns.addWidget(self._right)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.lane_bar)
        rows.addLayout(columns, 1)
        rows.addWidget(self.bar)

    def _call_page(self) -> QWidget:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        head = Card(margin=12)
        self._purposes: dict[str, QPushButton] = {}
        line: list[Any] = [label(self.tr("About"), tone="muted")]
        for code in PURPOSES:
            made = button(purpose_words(code))
            made.setCheckable(True)
            made.setAutoExclusive(True)
            made.setProperty("code", code)
            made.clicked.connect(self._purpose_chosen)
            self._purposes[code] = made
            line.append(made)
        head.rows.addLayout(row(*line, 1, spacing=6))
        self.note = QPlainTextEdit()
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("Note, saved as you type   F7"))
        self.note.setFixedHeight(46)
        self.note.setTabChangesFocus(True)
        self.note.textChanged.connect(self._note_typed)
        head.rows.addWidget(self.note)
        rows.addWidget(head)
        rows.addWidget(self.form, 1)
        return page

    def _take_outcomes(self, outcomes: tuple[Outcome, ...]) -> None:
        self.bar.show_outcomes(outcomes)

    def _restore(self, rows: tuple[CallRow, ...]) -> None:
        """After a start: the lanes that were in hand, with what was typed for them."""
        self._open_rows = {found.call_id: found for found in rows}
        self.parts.jobs.ask(self, call(drafts.lanes), self._restore_lanes)

    def _restore_lanes(self, kept: tuple[tuple[str, dict[str, Any]], ...]) -> None:
        for key, content in kept:
            found = self._open_rows.get(int(key)) if key.isdecimal() else None
            if found is None:
                continue
            lane = Lane(
                row=found,
                note=str(content.get("note", "")),
                words=str(content.get("words", "")),
                customer_id=content.get("customer_id"),
            )
            self.lanes[found.call_id] = lane
            self.parts.jobs.ask(self, call(drafts.order, key), self._restore_order)
        ringing = [r for r in self._open_rows.values() if r.state in ("ringing", "talking")]
        for found in ringing:
            self.lanes.setdefault(found.call_id, Lane(row=found))
        self._show_bar()
        if self.current is None and self.lanes:
            self._choose(next(iter(self.lanes)))

    def _restore_order(self, draft: OrderDraft | None) -> None:
        if draft is None or draft.call_id not in self.lanes:
            return
        lane = self.lanes[draft.call_id]
        lane.draft = draft
        if lane is self.current:
            self.form.show_draft(draft)

    def _started(self, found: CallRow) -> None:
        self._add_lane(found)
        self._choose(found.call_id)
        self.keep_now()

    def _logged(self, found: CallRow | None) -> None:
        if found is None:
            return
        lane = self.lanes.get(found.call_id)
        if lane is not None:
            lane.row = replace(found, customer=found.customer or lane.row.customer)
            self._show_bar()
        elif found.state == "ringing":
            self._rings[found.call_id] = found
            self._ring_order.append(found.call_id)
            QTimer.singleShot(self._delay_ms, self._show_next_ring)
        elif found.call_id in self._rings:
            self._rings.pop(found.call_id)
            if found.state == "talking":
                self._add_lane(found)

    def _show_next_ring(self) -> None:
        """The oldest ring has lasted for the delay: show it unless it has ended."""
        found = self._rings.pop(self._ring_order.pop(0), None)
        if found is not None:
            self._add_lane(found)

    def _add_lane(self, found: CallRow) -> None:
        """A new lane; it becomes the current one only if none is, and never takes the keyboard."""
        lane = self.lanes.get(found.call_id)
        if lane is None:
            lane = Lane(row=found, customer_id=found.customer_id, note=found.note)
            lane.draft.call_id = found.call_id
            self.lanes[found.call_id] = lane
        if self.current is None:
            focus = self.window().focusWidget()
            self._show_lane(lane)
            if focus is not None:
                focus.setFocus()
        self._show_bar()

    def _choose(self, call_id: int) -> None:
        if self.current is not None:
            self.keep_now()
        self._show_lane(self.lanes[call_id])

    def _settings_changed(self, tables: frozenset[str]) -> None:
        if "setting" in tables:
            self.parts.jobs.ask(self, call(settings.values), self._take_settings)

    def _take_settings(self, values: dict[str, str]) -> None:
        self._delay_ms = int(values["phone.popup_delay_ms"] or 0)

    def _show_lane(self, lane: Lane | None) -> None:
        self.current = lane
        self._right.setCurrentWidget(self.finder)
        self.bar.setVisible(lane is not None)
        self.bar.reset()
        self._middle.setCurrentIndex(0 if lane is None else 1)
        self._show_bar()
        if lane is None:
            self.caller.show_nothing()
            self.finder.set_context("de", None, None)
            self.finder.ask_for("")
            self.refresh()
            return
        self.note.blockSignals(True)
        self.note.setPlainText(lane.note)
        self.note.blockSignals(False)
        for code, made in self._purposes.items():
            made.setAutoExclusive(False)
            made.setChecked(code == lane.row.purpose)
            made.setAutoExclusive(True)
        self.form.show_draft(lane.draft)
        language = lane.card.language if lane.card else "de"
        self.finder.set_context(language, lane.customer_id, lane.row.call_id)
        self.finder.ask_for(lane.words)
        self.caller.show_call(lane.row.raw_number, lane.row.call_id, lane.customer_id)

    def _show_bar(self) -> None:
        shown = self.current.row.call_id if self.current else None
        self.lane_bar.show_lanes(list(self.lanes.values()), shown)
        self.ringing.emit(sum(lane.row.state == "ringing" for lane in self.lanes.values()))

    def _drop(self, call_id: int) -> None:
        self.lanes.pop(call_id, None)
        self._order_of.pop(call_id, None)
        rest = [lane for lane in self.lanes.values() if lane.row.state in ("talking", "wrap_up")]
        self._show_lane(rest[0] if rest else None)

    def _identified(self, card: CallerCard) -> None:
        lane = self.current
        if lane is None:
            return
        lane.card, lane.customer_id = card, card.customer_id
        self.finder.set_context(card.language, card.customer_id, lane.row.call_id)
        if lane.draft.customer_id != card.customer_id or lane.draft.billing.is_empty:
            self.form.set_customer(card)
        self._show_bar()

    def _note_typed(self) -> None:
        if self.current is not None:
            self.current.note = self.note.toPlainText()
            self._keep.start()

    def _searched(self, words: str) -> None:
        if self.current is not None:
            self.current.words = words
            self._keep.start()

    def _form_changed(self) -> None:
        if self.current is not None:
            self.form.draft.call_id = self.current.row.call_id
            self._keep.start()

    def _article_used(self, used: tuple[int, str, str]) -> None:
        article_id, _title, verdict = used
        if verdict == "enclosed" and article_id not in self.form.draft.article_ids:
            self.form.draft.article_ids.append(article_id)
            self._form_changed()

    def _purpose_chosen(self) -> None:
        if self.current is None:
            return
        code = str(self.sender().property("code"))
        self.current.row = replace(self.current.row, purpose=code)
        self.parts.jobs.do(self, call(calls.set_purpose, self.current.row.call_id, code))

    def _purpose(self) -> str:
        return next((code for code, made in self._purposes.items() if made.isChecked()), "")

    def _placed(self, placed: Placed) -> None:
        lane = self.current
        if lane is None:
            return
        self._order_of[lane.row.call_id] = placed
        lane.draft = OrderDraft(call_id=lane.row.call_id)
        if lane.card is not None:
            lane.draft.customer_id = lane.card.customer_id
            lane.draft.billing = lane.card.billing
        self.form.show_draft(lane.draft)
        self.keep_now()
        index = self.bar.outcome.findText(self.tr("Ordered"))
        if index > 0 and self.bar.outcome.currentIndex() == 0:
            self.bar.outcome.setCurrentIndex(index)
        total = self.parts.words.money(placed.total)
        text = self.tr("Order {number} placed, {total}. The confirmation stands at the right.")
        self.parts.say(text.format(number=placed.number, total=total), "fine")
        self.caller.refresh()
        self.letter_key()

    def _show_letter(self, letter: Letter) -> None:
        self._right.setCurrentWidget(self.preview)
        self.preview.show_letter(letter)

    def _printed(self, printed: LetterRow) -> None:
        text = self.tr("Confirmation {number} is at the printer.")
        self.parts.say(text.format(number=printed.order_number), "fine")
        self.caller.refresh()

    def _callback_planned(self, due_at: datetime, words: str) -> None:
        lane = self.current
        if lane is None:
            return
        draft = CallbackDraft(
            raw_number=lane.row.raw_number,
            customer_id=lane.customer_id,
            call_id=lane.row.call_id,
            words=words,
            due_at=due_at,
        )
        self.parts.jobs.do(self, call(callbacks.plan, draft), self._was_planned)

    def _was_planned(self, _callback_id: int) -> None:
        self.parts.say(self.tr("Callback promised."), "fine")
        self.caller.refresh()

    def _was_finished(self, found: CallRow) -> None:
        if found.state == "wrap_up":
            self.parts.say(
                self.tr("No outcome chosen: the call waits in the wrap-up list."), "careful"
            )
        self.refresh()

    def _dismiss(self, call_ids: tuple[int, ...]) -> None:
        self.parts.jobs.do(self, call(calls.dismiss_missed, call_ids), self._dismissed)

    def _dismissed(self, _done: object) -> None:
        self.refresh()

    def _open_order(self, order_id: int) -> None:
        self.parts.open_screen("orders", order_id)

    def _open_screen(self, code: str) -> None:
        self.parts.open_screen(code, None)


class _Stack(QStackedWidget):
    """The right column: the finder, or the letter beside the order."""

    def __init__(self, finder: QWidget, holder: QWidget, preview: QWidget) -> None:
        super().__init__()
        self._holder, self._preview = holder, preview
        self.addWidget(finder)
        self.addWidget(holder)

    def setCurrentWidget(self, widget: QWidget, /) -> None:
        super().setCurrentWidget(self._holder if widget is self._preview else widget)

    def currentWidget(self) -> QWidget:
        shown = super().currentWidget()
        return self._preview if shown is self._holder or shown is None else shown


def _copy(draft: OrderDraft) -> OrderDraft:
    """What the worker saves must not change under it."""
    return replace(
        draft,
        lines=[replace(line) for line in draft.lines],
        told=dict(draft.told),
        article_ids=list(draft.article_ids),
    )
