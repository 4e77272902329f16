"""The shop's results of a call: its own names, with flags that reports read."""

from sqlalchemy import Connection, func, insert, select, update

from shopphone.domain.calls import FLAGS, WINDOW_CLOSED, CallState, Outcome, OutcomeDraft
from shopphone.domain.errors import Refused
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.types import Record

_LONGEST_NAME = 60
_o = t.outcome.c


def every(desk: Desk) -> tuple[Outcome, ...]:
    """In the shop's order, retired ones too: calls of the past have them."""
    with desk.db.reading() as connection:
        rows = connection.execute(select(t.outcome).order_by(_o.position, _o.id))
        return tuple(map(_outcome, rows))


def save(desk: Desk, draft: OutcomeDraft) -> int:
    """Make or rename a result. Raises Refused: outcome_name, outcome_name_taken."""
    german, english = (
        " ".join(each.split())[:_LONGEST_NAME] for each in (draft.name_de, draft.name_en)
    )
    if not german:
        raise Refused("outcome_name", field="name_de")
    values = {"name_de": german, "name_en": english, **{f: f in draft.flags for f in FLAGS}}
    with desk.db.writing() as tx:
        if _is_taken(tx.connection, german, draft.outcome_id):
            raise Refused("outcome_name_taken", field="name_de")
        if draft.outcome_id is not None:
            tx.execute(update(t.outcome).where(_o.id == draft.outcome_id).values(**values))
            return draft.outcome_id
        last = tx.execute(select(func.coalesce(func.max(_o.position), -1))).scalar_one()
        made = tx.insert(insert(t.outcome), {**values, "key": _KEY_TO_COME, "position": last + 1})
        tx.execute(update(t.outcome).where(_o.id == made).values(key=f"shop-{made}"))
        return made


_KEY_TO_COME = "shop"


def retire(desk: Desk, outcome_id: int) -> None:
    """Not offered any more. Raises Refused: outcome_last, one must be left to finish calls with."""
    with desk.db.writing() as tx:
        left = tx.execute(
            select(func.count())
            .select_from(t.outcome)
            .where(_o.retired.is_(False))
            .where(_o.key != WINDOW_CLOSED)
            .where(_o.id != outcome_id)
        ).scalar_one()
        if not left:
            raise Refused("outcome_last")
        tx.execute(update(t.outcome).where(_o.id == outcome_id).values(retired=True))


def offer_again(desk: Desk, outcome_id: int) -> None:
    with desk.db.writing() as tx:
        tx.execute(update(t.outcome).where(_o.id == outcome_id).values(retired=False))


def window_closed(desk: Desk, call_ids: tuple[int, ...]) -> None:
    """The window goes before somebody chose: said as such until the call is finished after all."""
    with desk.db.writing() as tx:
        tx.execute(
            update(t.call)
            .where(t.call.c.id.in_(call_ids))
            .where(t.call.c.outcome_id.is_(None))
            .where(t.call.c.state.in_((CallState.TALKING, CallState.WRAP_UP)))
            .values(outcome_id=select(_o.id).where(_o.key == WINDOW_CLOSED).scalar_subquery())
        )


def chosen_for(desk: Desk, call_id: int) -> int | None:
    """What somebody chose for a call; that the window was closed is nobody's choice."""
    query = (
        select(t.call.c.outcome_id)
        .join_from(t.call, t.outcome)
        .where(t.call.c.id == call_id)
        .where(_o.key != WINDOW_CLOSED)
    )
    with desk.db.reading() as connection:
        found: int | None = connection.execute(query).scalar()
    return found


def _is_taken(connection: Connection, name: str, but: int | None) -> bool:
    names = connection.execute(select(_o.id, _o.name_de)).all()
    return any(row.name_de.casefold() == name.casefold() and row.id != but for row in names)


def _outcome(found: Record) -> Outcome:
    return Outcome(
        outcome_id=found.id,
        key=found.key,
        name_de=found.name_de,
        name_en=found.name_en,
        flags=frozenset(flag for flag in FLAGS if getattr(found, flag)),
        retired=found.retired,
    )
