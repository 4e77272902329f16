"""The desk: every call its lane; card at the left, note and order in the middle, answers at the right."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from shopphone.domain.callbacks import CallbackDraft
from shopphone.domain.calls import CallRow, Outcome, WrapUp
from shopphone.domain.customers import CallerCard
from shopphone.domain.events import CallEvent
from shopphone.domain.letters_log import Letter, LetterRow
from shopphone.domain.orders import OrderDraft, Placed
from shopphone.services import call, call_log, callbacks, calls, letters, settings
from shopphone.ui.kit.screen import Parts, Screen
from shopphone.ui.panels.caller_card import CallerPanel
from shopphone.ui.screens.desk.call_page import CallPage
from shopphone.ui.screens.desk.kept_work import KeptWork
from shopphone.ui.screens.desk.lanes import Lane, LaneBar
from shopphone.ui.screens.desk.outcome_bar import CallbackDialog, OutcomeBar
from shopphone.ui.screens.desk.right_column import RightColumn
from shopphone.ui.screens.desk.rings import Rings
from shopphone.ui.screens.desk.waiting_board import WaitingBoard


class DeskScreen(Screen):
    """The call in hand; other calls wait in their lanes."""

    TABLES = frozenset(("call", "callback", "letter", "sale_order"))

    ringing = Signal(int)  # how many lanes ring

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self.lanes: dict[int, Lane] = {}
        self.current: Lane | None = None
        self._order_of: dict[int, Placed] = {}
        self._rings = Rings(self)
        self._rings.lasted.connect(self._add_lane)
        self._kept = KeptWork(parts, self)
        self._kept.due.connect(self.keep_now)
        self._kept.restored.connect(self._restore)
        self._kept.order_restored.connect(self._restore_order)
        self._build()
        parts.news.call.connect(self.phone_reported)
        parts.jobs.ask(self, call(call_log.outcomes), self._take_outcomes)
        self._kept.restore()
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
        self._right.show_finder()
        self.finder.input.setFocus()
        self.finder.input.selectAll()

    def focus_order(self) -> None:
        if self.current is not None:
            self.form.input.setFocus()

    def focus_note(self) -> None:
        if self.current is not None:
            self.note.setFocus()

    def leave_panel(self) -> None:
        self._right.show_finder()
        self.focus_note()

    def plan_callback(self) -> None:
        if self.current is None:
            return
        dialog = CallbackDialog(self, self.parts.now())
        dialog.planned.connect(self._callback_planned)
        dialog.open()

    def letter_key(self) -> None:
        """F9 shows the confirmation, F9 again prints it."""
        if self._right.shows_letter:
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
            purpose=self._page.purpose,
            customer_id=lane.customer_id,
        )
        if lane.row.state == "missed" and wrap_up.outcome_id is None:
            self.parts.jobs.do(self, call(calls.dismiss_missed, (lane.row.call_id,)))
        else:
            self.parts.jobs.do(self, call(calls.finish, wrap_up), self._was_finished)
        if lane.draft.is_empty:
            self._kept.forget(lane)
        self._drop(lane.row.call_id)

    def keep_now(self) -> None:
        """Save what is typed for the current lane in this desk's own file."""
        lane = self.current
        if lane is None:
            return
        self._kept.keep(lane)
        clock = self.parts.words.clock(self.parts.now())
        self.bar.saved.setText(self.tr("Saved {time}").format(time=clock))

    def _build(self) -> None:
        parts = self.parts
        self.lane_bar = LaneBar(parts)
        self.caller = CallerPanel(parts)
        self.caller.setMinimumWidth(252)
        self.caller.setMaximumWidth(340)
        self.board = WaitingBoard(parts)
        self._page = CallPage(parts)
        self.note, self.form = self._page.note, self._page.form
        self._right = RightColumn(parts)
        self.finder, self.preview = self._right.finder, self._right.preview
        self.bar = OutcomeBar(parts)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.board)
        self._middle.addWidget(self._page)
        columns = QHBoxLayout()
        columns.setSpacing(12)
        columns.addWidget(self.caller, 2)
        columns.addWidget(self._middle, 5)
        columns.addWidget(self._right, 3)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.lane_bar)
        rows.addLayout(columns, 1)
        rows.addWidget(self.bar)
        self.setFocusProxy(self.finder.input)
        self._connect()

    def _connect(self) -> None:
        self.lane_bar.chosen.connect(self._choose)
        self.caller.identified.connect(self._identified)
        self.caller.order_wanted.connect(self._open_order)
        self.caller.article_wanted.connect(self.finder.open_article)
        self.finder.left.connect(self.focus_note)
        self.finder.searched.connect(self._searched)
        self.finder.used.connect(self._article_used)
        self._page.note_typed.connect(self._note_typed)
        self._page.purpose_chosen.connect(self._purpose_chosen)
        self.form.changed.connect(self._form_changed)
        self.form.placed.connect(self._placed)
        self.preview.printed.connect(self._printed)
        self.board.wrap_up_wanted.connect(self.open)
        self.board.dismissed.connect(self._dismiss)
        self.board.screen_wanted.connect(self._open_screen)
        self.bar.finished.connect(self.finish)
        self.bar.callback_wanted.connect(self.plan_callback)
        self.bar.letter_wanted.connect(self.letter_key)

    def _take_outcomes(self, outcomes: tuple[Outcome, ...]) -> None:
        self.bar.show_outcomes(outcomes)

    def _restore(self, lanes: list[Lane]) -> None:
        """After a start: the lanes that were in hand, with what was typed for them."""
        self.lanes.update({lane.row.call_id: lane for lane in lanes})
        self._show_bar()
        if self.current is None and self.lanes:
            self._choose(next(iter(self.lanes)))

    def _restore_order(self, draft: OrderDraft) -> None:
        lane = self.lanes.get(draft.call_id) if draft.call_id is not None else None
        if lane is None:
            return
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
            self._rings.begin(found)
        elif self._rings.end(found.call_id) and found.state == "talking":
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
        self._rings.delay_ms = int(values["phone.popup_delay_ms"] or 0)

    def _show_lane(self, lane: Lane | None) -> None:
        self.current = lane
        self._right.show_finder()
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
        self._page.show_lane(lane)
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

    def _note_typed(self, note: str) -> None:
        if self.current is not None:
            self.current.note = note
            self._kept.soon()

    def _searched(self, words: str) -> None:
        if self.current is not None:
            self.current.words = words
            self._kept.soon()

    def _form_changed(self) -> None:
        if self.current is not None:
            self.form.draft.call_id = self.current.row.call_id
            self._kept.soon()

    def _article_used(self, used: tuple[int, str, str]) -> None:
        article_id, _title, verdict = used
        if verdict == "enclosed" and article_id not in self.form.draft.article_ids:
            self.form.draft.article_ids.append(article_id)
            self._form_changed()

    def _purpose_chosen(self, code: str) -> None:
        if self.current is not None:
            self.current.row = replace(self.current.row, purpose=code)
            self.parts.jobs.do(self, call(calls.set_purpose, self.current.row.call_id, code))

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
        self._right.show_letter(letter)

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
