"""The desk: every call its lane; card at the left, note and order in the middle, answers at the right."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from shopphone.domain.calls import CallRow, Outcome, WrapUp
from shopphone.domain.customers import CallerCard, MatchReason
from shopphone.domain.duties import missing_duties, missing_warnings
from shopphone.domain.events import CallEvent
from shopphone.domain.lanes import KeptDesk, KeptLane
from shopphone.domain.letters_log import OFFER, Letter, LetterRow
from shopphone.domain.orders import OrderDraft, Placed
from shopphone.domain.phone_rules import Reported
from shopphone.services import (
    call,
    call_log,
    calls,
    letters,
    minors,
    outcomes,
    reported_calls,
    settings,
    withdrawals,
)
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.screen import Parts, Screen
from shopphone.ui.panels.caller_card import CallerPanel
from shopphone.ui.screens.desk.call_page import CallPage
from shopphone.ui.screens.desk.callback_plan import CallbackPlan
from shopphone.ui.screens.desk.kept_work import KeptWork
from shopphone.ui.screens.desk.lanes import Lane, LaneBar
from shopphone.ui.screens.desk.outcome_bar import OutcomeBar
from shopphone.ui.screens.desk.right_column import RightColumn
from shopphone.ui.screens.desk.rings import Rings
from shopphone.ui.screens.desk.typed_work import TypedWork
from shopphone.ui.screens.desk.waiting_board import WaitingBoard
from shopphone.ui.screens.desk.withdrawal_call import WithdrawalCall

_OF_A_CALL = frozenset(
    ("dial", "no_advertising", "order", "tell", "note", "callback", "finish", "place")
)


class DeskScreen(Screen):
    """The call in hand; other calls wait in their lanes."""

    TABLES = frozenset(
        ("call", "callback", "letter", "outbox", "print_run", "sale_order", "withdrawal")
    )

    ringing = Signal(int)  # how many lanes ring

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self.lanes: dict[int, Lane] = {}
        self.current: Lane | None = None
        self._outcomes: tuple[Outcome, ...] = ()
        self._rings = Rings(self)
        self._rings.lasted.connect(self._add_lane)
        self._kept = KeptWork(parts, self)
        self._kept.due.connect(self.keep_now)
        self._kept.restored.connect(self._restore)
        self._kept.reopened.connect(self._reopened)
        self._build()
        parts.news.call.connect(self.phone_reported)
        self._kept.restore()
        parts.news.changed.connect(self._settings_changed)
        self._settings_changed(frozenset(("setting", "outcome")))
        self._show_lane(None)

    def refresh(self) -> None:
        if self.current is None:  # else the board is not seen
            self.parts.jobs.ask(self, call(call_log.waiting), self.board.show_waiting)
            self.parts.jobs.ask(self, call(withdrawals.tasks), self.board.show_tasks)
            self.parts.jobs.ask(self, call(minors.waiting), self.board.show_parents)
        if self.lanes:
            self.parts.jobs.ask(self, call(call_log.rows, tuple(self.lanes)), self._take_rows)

    def open(self, wanted: object) -> None:
        """Take up a call again, with the order that was begun for it."""
        if not isinstance(wanted, CallRow):
            return
        if wanted.call_id in self.lanes:
            self._choose(wanted.call_id)
            self.focus_note()
        else:
            self._kept.reopen(wanted.call_id)

    def act(self, code: str) -> bool:
        actions = {
            "call_now": self.call_now,
            "answers": self.focus_answers,
            "order": self.focus_order,
            "tell": self.form.tick_next,
            "caller": self.caller.focus_first,
            "dial": self.caller.dial,
            "no_advertising": self.caller.stop_advertising,
            "withdrawal": self.take_withdrawal,
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
        if self.current is None and code in _OF_A_CALL:
            self.parts.say(self.tr("No call in hand: F2 starts one."), "careful")
        elif action is not None:
            action()
        return action is not None

    def call_now(self) -> None:
        """The next ringing lane, else take the one that rings here, else a call by hand."""
        ringing = [lane for lane in self.lanes.values() if lane.row.state == "ringing"]
        waiting = [lane for lane in ringing if lane is not self.current]
        if waiting:
            self._choose(min(waiting, key=lambda lane: lane.row.rang_ms).row.call_id)
        elif ringing:
            self.parts.jobs.do(self, call(calls.take, ringing[0].row.call_id), self._logged)
        else:
            self.parts.jobs.do(self, call(calls.start), self._started)

    def phone_reported(self, event: CallEvent) -> None:
        """Log it at once; show a new lane after the delay, so blocked callers never pop up."""
        self.parts.jobs.do(self, call(reported_calls.happened, event), self._reported)

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
        self._callbacks.open(self.current)

    def letter_key(self) -> None:
        """F9 shows the confirmation, F9 again prints it."""
        if self._right.shows_letter:
            self.preview.print_now()
            return
        placed = self.current.placed if self.current else None
        if placed is None:
            self.parts.say(
                self.tr("Place the order first; then its confirmation stands here."), "careful"
            )
            return
        self._write_letter(placed)

    def take_withdrawal(self) -> None:
        """Shift+F6: the customer on the phone withdraws."""
        lane = self.current
        self._withdrawals.open(self.caller.card, lane.row.call_id if lane else None)

    def finish(self) -> None:
        """Close the call with the chosen outcome; without one it stays in the wrap-up list."""
        lane = self.current
        if lane is None:
            return
        self.keep_now()
        self.finder.end(lane.row.call_id)
        wrap_up = WrapUp(
            call_id=lane.row.call_id,
            outcome_id=lane.work.outcome_id,
            satisfaction=lane.work.satisfaction,
            note=lane.work.note,
            purpose=lane.work.purpose,
            customer_id=lane.work.customer_id,
        )
        if lane.row.state == "missed" and wrap_up.outcome_id is None and lane.is_untouched:
            dismissed, failed = partial(self._was_dismissed, lane), partial(self._came_back, lane)
            job = call(calls.dismiss_missed, (lane.row.call_id,))
            self.parts.jobs.do(self, job, dismissed, failed=failed)
        else:
            finished, failed = partial(self._was_finished, lane), partial(self._came_back, lane)
            self.parts.jobs.do(self, call(calls.finish, wrap_up), finished, failed=failed)
        self._drop(lane.row.call_id)

    def leave(self) -> None:
        """The window goes: what is typed is kept, and who had no time to choose is said so."""
        self.keep_now()
        if self.lanes:
            self.parts.jobs.do(self, call(outcomes.window_closed, tuple(self.lanes)))

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
        self._typed = TypedWork(self._page, self.finder, self.caller, self.bar)
        self._callbacks = CallbackPlan(parts, self)
        self._withdrawals = WithdrawalCall(parts, self)
        self.starts_at = self.finder.input
        self._connect()

    def _connect(self) -> None:
        self._typed.changed.connect(self._kept.soon)
        self._callbacks.typed.connect(self._kept.keep)
        self._callbacks.promised.connect(self._callback_promised)
        self.lane_bar.chosen.connect(self._choose)
        self.caller.identified.connect(self._identified)
        self.caller.chosen.connect(self._caller_chosen)
        self.caller.order_wanted.connect(self._open_order)
        self.caller.withdrawal_wanted.connect(self.take_withdrawal)
        self._withdrawals.written.connect(self._right.show_letter)
        self._withdrawals.noted.connect(self.caller.refresh)
        self.board.order_wanted.connect(self._open_order)
        self.caller.article_wanted.connect(self.finder.open_article)
        self.finder.left.connect(self.focus_note)
        self.finder.used.connect(self._article_used)
        self.finder.taken_back.connect(self._article_taken_back)
        self._page.purpose_chosen.connect(self._purpose_chosen)
        self.form.placed.connect(self._placed)
        self.preview.printed.connect(self._printed)
        self.board.wrap_up_wanted.connect(self.open)
        self.board.dismissed.connect(self._dismiss)
        self.board.screen_wanted.connect(self._open_screen)
        self.bar.finished.connect(self.finish)
        self.bar.callback_wanted.connect(self.plan_callback)
        self.bar.letter_wanted.connect(self.letter_key)

    def _take_outcomes(self, known: tuple[Outcome, ...]) -> None:
        self._outcomes = tuple(each for each in known if each.is_offered)
        self.bar.show_outcomes(known)
        if self.current is not None:
            work = self.current.work
            self.bar.show_chosen(work.outcome_id, work.satisfaction)

    def _restore(self, kept: KeptDesk) -> None:
        """After a start: the lanes that were in hand, with what was typed for them."""
        for each in kept.lanes:
            self.lanes.setdefault(each.row.call_id, Lane.of(each))
        self._show_bar()
        if self.current is None and self.lanes:
            self._show_lane(self.lanes.get(kept.current or 0, next(iter(self.lanes.values()))))

    def _reopened(self, kept: KeptLane) -> None:
        self.lanes.setdefault(kept.row.call_id, Lane.of(kept))
        self._choose(kept.row.call_id)
        self.keep_now()
        self.focus_note()

    def _take_rows(self, rows: tuple[CallRow, ...]) -> None:
        """What another screen or desk did with these calls."""
        for found in rows:
            lane = self.lanes.get(found.call_id)
            if lane is None:
                continue
            lane.row = found
            if found.state == "closed" and lane.is_untouched and lane is not self.current:
                del self.lanes[found.call_id]
                self._kept.forget(lane)
        self._show_bar()

    def _started(self, found: CallRow) -> None:
        self._add_lane(found)
        self._choose(found.call_id)

    def _reported(self, found: Reported) -> None:
        if found.row is not None and not self._rings.keeps_quiet(found):
            self._logged(found.row)

    def _logged(self, found: CallRow) -> None:
        lane = self.lanes.get(found.call_id)
        if lane is not None:
            lane.row = found
            self._show_bar()
        elif found.state == "ringing":
            self._rings.begin(found)
        elif self._rings.end(found.call_id) and found.state == "talking":
            self._add_lane(found)

    def _add_lane(self, found: CallRow) -> None:
        """A new lane; it becomes the current one only if none is, and never takes the keyboard."""
        lane = self.lanes.get(found.call_id)
        if lane is None:
            lane = self.lanes[found.call_id] = Lane.begun(found)
            self._kept.keep(lane)
        if self.current is None:
            lane.work.words = lane.work.words or self.finder.input.text()
            focus = self.window().focusWidget()
            self._show_lane(lane)
            if focus is not None:
                focus.setFocus()
        self._show_bar()

    def _choose(self, call_id: int) -> None:
        self.keep_now()
        self._show_lane(self.lanes[call_id])

    def _settings_changed(self, tables: frozenset[str]) -> None:
        if "setting" in tables:
            self.parts.jobs.ask(self, call(settings.values), self._take_settings)
        if "outcome" in tables:
            self.parts.jobs.ask(self, call(outcomes.every), self._take_outcomes)

    def _take_settings(self, values: dict[str, str]) -> None:
        self._rings.delay_ms = int(values["phone.popup_delay_ms"] or 0)
        self.board.show_first_step(bool(missing_duties(values, by_transfer=True)))
        self.board.show_notice_missing(bool(missing_warnings(values)))

    def _show_lane(self, lane: Lane | None) -> None:
        if lane is not self.current:  # at the start nothing is in front, which is not to be kept
            self._kept.keep_current(lane)
        self.current = self._typed.lane = lane
        self._right.show_finder()
        self.bar.setVisible(lane is not None)
        self._middle.setCurrentIndex(0 if lane is None else 1)
        self._show_bar()
        if lane is None:
            self.caller.show_nothing()
            self.finder.set_context("de", None, None)
            self.finder.ask_for("")
            self.refresh()
            return
        work = lane.work
        self.bar.show_chosen(work.outcome_id, work.satisfaction)
        self._page.show_lane(lane)
        language = lane.card.language if lane.card else "de"
        self.finder.set_context(language, work.customer_id, lane.row.call_id)
        self.finder.ask_for(work.words)
        self.caller.show_call(lane.row.raw_number, lane.row.call_id, work, lane.card)

    def _show_bar(self) -> None:
        shown = self.current.row.call_id if self.current else None
        self.lane_bar.show_lanes(list(self.lanes.values()), shown)
        self.ringing.emit(sum(lane.row.state == "ringing" for lane in self.lanes.values()))

    def _drop(self, call_id: int) -> None:
        self.lanes.pop(call_id, None)
        rest = [lane for lane in self.lanes.values() if lane.row.state in ("talking", "wrap_up")]
        self._show_lane(rest[0] if rest else None)

    def _identified(self, card: CallerCard) -> None:
        lane = self.current
        if lane is None:
            return
        lane.card = card
        if card.reason in (MatchReason.PHONE, MatchReason.CHOSEN):
            lane.work.customer_id = card.customer_id  # anything less certain is not saved
        self.finder.set_context(card.language, card.customer_id, lane.row.call_id)
        if lane.work.customer_id != card.customer_id:
            self._show_bar()
            return  # a guess orders nothing: the clerk asks, then says yes
        self.form.offer_addresses(card.delivery)
        if lane.draft.customer_id != card.customer_id or lane.draft.billing.is_empty:
            self.form.set_customer(card)
        self._show_bar()

    def _caller_chosen(self, call_id: int, customer_id: int) -> None:
        """By hand; the answer may come when another lane is shown."""
        lane = self.lanes.get(call_id)
        if lane is not None:
            work = lane.work
            work.customer_id, work.newcomer, work.caller_words = customer_id, None, ""
            self._kept.keep(lane)

    def _article_used(self, used: tuple[int, str, str]) -> None:
        article_id, _title, verdict = used
        if verdict == "enclosed" and article_id not in self.form.draft.article_ids:
            self.form.draft.article_ids.append(article_id)
            self._kept.soon()

    def _article_taken_back(self, taken: tuple[int, str]) -> None:
        article_id, verdict = taken
        if verdict == "enclosed" and article_id in self.form.draft.article_ids:
            self.form.draft.article_ids.remove(article_id)
            self._kept.soon()

    def _purpose_chosen(self, code: str) -> None:
        if self.current is not None:
            self.parts.jobs.do(self, call(calls.set_purpose, self.current.row.call_id, code))

    def _placed(self, draft: OrderDraft, placed: Placed) -> None:
        """The lane it was placed in starts a new draft; another lane may be shown by now."""
        lane = self.lanes.get(draft.call_id) if draft.call_id is not None else None
        if lane is None:
            return
        lane.placed = placed
        if lane.draft.key == draft.key:
            lane.draft = OrderDraft(call_id=lane.row.call_id)
        lane.work.customer_id = draft.customer_id
        lane.work.outcome_id = lane.work.outcome_id or self._sale()
        self._kept.keep(lane)
        total = self.parts.words.money(placed.total)
        text = self.tr("Order {number} placed, {total}. The confirmation stands at the right.")
        if placed.letter == OFFER:
            text = self.tr("Offer {number} written, {total}. It waits for the customer’s yes.")
        self.parts.say(text.format(number=placed.number, total=total), "fine")
        if lane is self.current:
            self._show_placed(lane)

    def _show_placed(self, lane: Lane) -> None:
        self.form.show_draft(lane.draft)
        if lane.card is not None:
            self.form.set_customer(lane.card)
        self.bar.show_chosen(lane.work.outcome_id, lane.work.satisfaction)
        self.caller.refresh()
        if lane.placed is not None:  # F9 would print the letter of an order before
            self._write_letter(lane.placed)

    def _write_letter(self, placed: Placed) -> None:
        job = call(letters.write, placed.letter, placed.order_id)
        self.parts.jobs.do(self, job, self._show_letter)

    def _sale(self) -> int | None:
        """The shop's outcome for a call with an order."""
        return next((each.outcome_id for each in self._outcomes if "sale" in each.flags), None)

    def _show_letter(self, letter: Letter) -> None:
        placed = self.current.placed if self.current else None
        if placed is not None and letter.row.order_id == placed.order_id:
            self._right.show_letter(letter)

    def _printed(self, printed: LetterRow) -> None:
        text = self.tr("The letter for {number} is at the printer.")
        self.parts.say(text.format(number=printed.order_number), "fine")
        self.caller.refresh()

    def _callback_promised(self, lane: Lane) -> None:
        self._kept.keep(lane)
        self.caller.refresh()

    def _came_back(self, lane: Lane, error: Exception) -> None:
        """The shop is away: the call stays in hand, with all that was typed for it."""
        self.lanes.setdefault(lane.row.call_id, lane)
        self._show_bar()
        self.parts.say(words_for(error), "must_not")

    def _was_dismissed(self, lane: Lane, _done: object) -> None:
        self._kept.forget(lane)
        self.refresh()

    def _was_finished(self, lane: Lane, found: CallRow) -> None:
        self._kept.forget(lane)
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
