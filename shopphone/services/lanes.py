"""The calls in hand at a start: the log's rows with what this desk's own file kept for them."""

from datetime import timedelta

import shopphone.services.call_log as call_log
import shopphone.services.drafts as drafts
import shopphone.services.orders as orders
import shopphone.services.outcomes as outcomes
from shopphone.domain.calls import CallRow
from shopphone.domain.lanes import KeptDesk, KeptLane, LaneWork
from shopphone.domain.orders import OrderDraft
from shopphone.services.desk import Desk

_UNPLACED_FOR = timedelta(days=30)


def in_hand(desk: Desk) -> KeptDesk:
    """Every lane as it was; a call that was closed elsewhere meanwhile has none."""
    kept = drafts.lanes(desk)
    rows = call_log.in_hand(desk, tuple(kept))
    for call_id in kept.keys() - {row.call_id for row in rows}:
        drafts.forget_lane(desk, str(call_id))
    _forget_old_orders(desk)
    return KeptDesk(
        lanes=tuple(_lane(desk, row, kept.get(row.call_id)) for row in rows),
        current=drafts.current_lane(desk),
    )


def reopened(desk: Desk, call_id: int) -> KeptLane:
    """A call taken up again, with the order that was begun for it."""
    return _lane(desk, call_log.row(desk, call_id), drafts.lane(desk, str(call_id)))


def _lane(desk: Desk, row: CallRow, kept: LaneWork | None) -> KeptLane:
    work = kept or _as_wrapped_up(desk, row)
    work.purpose = work.purpose or row.purpose
    work.customer_id = row.customer_id or work.customer_id
    placed = orders.placed_of(desk, row.call_id)
    return KeptLane(
        row=row, work=work, draft=_draft(desk, row.call_id), placed=placed[-1] if placed else None
    )


def _as_wrapped_up(desk: Desk, row: CallRow) -> LaneWork:
    """What an earlier wrap-up said: a call opened again has not lost it."""
    return LaneWork(
        note=row.note,
        outcome_id=outcomes.chosen_for(desk, row.call_id),
        satisfaction=row.satisfaction,
    )


def _draft(desk: Desk, call_id: int) -> OrderDraft:
    """The order begun in this call, unless the desk died after placing it and before clearing it."""
    draft = drafts.order(desk, str(call_id))
    if draft is None or orders.placed_from(desk, draft.key) is not None:
        draft = OrderDraft()
    draft.call_id = call_id
    return draft


def _forget_old_orders(desk: Desk) -> None:
    """What was begun and never placed is personal data too: it does not stay for ever."""
    old = call_log.older_than(desk, drafts.kept_orders(desk), desk.now() - _UNPLACED_FOR)
    for call_id in old:
        drafts.forget(desk, str(call_id))
