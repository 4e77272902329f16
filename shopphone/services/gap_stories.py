"""Where a gap came from, and how callers fared after it was closed."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import func, select

from shopphone.domain.customers import display_name
from shopphone.domain.gaps import ClosedGap, GapQuestion
from shopphone.domain.likeness import ALIKE, likeness
from shopphone.services.desk import SHOP_ZONE, Desk
from shopphone.services.gaps import heart_of
from shopphone.store import tables as t
from shopphone.store.types import Record

_g, _q, _u, _o, _l = (
    t.gap.c, t.gap_question.c, t.article_use.c, t.sale_order.c, t.order_line.c
)  # fmt: skip
_MOST_CLOSED = 100
_ORDERED_WITHIN = timedelta(days=90)
_NO_GOODS = ("cancelled", "withdrawn", "offered", "merged")


def questions(desk: Desk, gap_id: int) -> tuple[GapQuestion, ...]:
    """Every question of a gap, the newest first, with the call and the goods it came from."""
    c = t.customer.c
    with desk.db.reading() as connection:
        rows = connection.execute(
            select(
                _q.id, _q.words, _q.asked_at, _q.call_id, t.call.c.customer_id,
                c.first_name, c.last_name, c.company,
            )
            .outerjoin_from(t.gap_question, t.call)
            .outerjoin(t.customer)
            .where(_q.gap_id == gap_id)
            .order_by(_q.asked_at.desc(), _q.id.desc())
        ).all()  # fmt: skip
        customers = {row.customer_id for row in rows if row.customer_id is not None}
        lines = connection.execute(
            select(_o.id, _o.customer_id, _o.placed_at, _l.name, _l.option)
            .join_from(t.sale_order, t.order_line)
            .where(_o.customer_id.in_(customers))
            .where(_o.state.not_in(_NO_GOODS))
            .order_by(_o.placed_at.desc(), _o.id, _l.position)
        ).all()
    return tuple(
        GapQuestion(
            question_id=row.id,
            words=row.words,
            asked_at=row.asked_at,
            call_id=row.call_id,
            caller=display_name(row.first_name or "", row.last_name or "", row.company or ""),
            goods=_goods(row, lines),
        )
        for row in rows
    )


def closed(desk: Desk) -> tuple[ClosedGap, ...]:
    """The gaps closed last, with how callers fared since."""
    with desk.db.reading() as connection:
        rows = connection.execute(
            select(t.gap, t.article.c.title)
            .outerjoin_from(t.gap, t.article)
            .where(_g.closed_at.is_not(None))
            .order_by(_g.closed_at.desc(), _g.id.desc())
            .limit(_MOST_CLOSED)
        ).all()
        if not rows:
            return ()
        later = connection.execute(
            select(_q.words, _q.asked_at, _q.gap_id, _g.language)
            .join_from(t.gap_question, t.gap)
            .where(_q.asked_at > min(row.closed_at for row in rows))
        ).all()
        uses = connection.execute(
            select(_g.id, _u.verdict, func.count())
            .join_from(t.gap, t.article_use, _u.article_id == _g.article_id)
            .where(_g.id.in_([row.id for row in rows]))
            .where(_u.at > _g.closed_at)
            .group_by(_g.id, _u.verdict)
        )
        counts: dict[int, dict[str, int]] = {}
        for gap_id, verdict, count in uses:
            counts.setdefault(gap_id, {})[verdict] = count
    return tuple(_closed(row, counts.get(row.id, {}), _again(row, later)) for row in rows)


def _goods(row: Record, lines: Sequence[Record]) -> tuple[tuple[str, date], ...]:
    """What this caller had ordered last before asking."""
    ordered = [
        line
        for line in lines
        if line.customer_id == row.customer_id
        and row.asked_at - _ORDERED_WITHIN <= line.placed_at <= row.asked_at
    ]
    return tuple(
        (f"{line.name} {line.option}".strip(), line.placed_at.astimezone(SHOP_ZONE).date())
        for line in ordered
        if line.id == ordered[0].id
    )


def _again(row: Record, later: Sequence[Record]) -> int:
    wanted = heart_of(row.words, row.language)
    return sum(
        each.asked_at > row.closed_at
        and each.gap_id != row.id
        and each.language == row.language
        and likeness(wanted, heart_of(each.words, each.language)) >= ALIKE
        for each in later
    )


def _closed(row: Record, counts: dict[str, int], again: int) -> ClosedGap:
    return ClosedGap(
        gap_id=row.id,
        words=row.words,
        language=row.language,
        times=row.times,
        closed_at=row.closed_at,
        closed_how=row.closed_how,
        article_id=row.article_id,
        article=row.title or "",
        helped=counts.get("helped", 0),
        not_helped=counts.get("not_helped", 0),
        asked_again=again,
    )
