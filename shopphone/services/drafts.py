"""Work in hand, kept in this desk's own file as it is typed; nothing here touches the shop.

Runs in the `keep` lane: notes, order forms and lanes outlive a crash by at most a second.
"""

from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import date
from decimal import Decimal
from types import UnionType
from typing import Any, get_args, get_origin

from shopphone.domain.customers import Address
from shopphone.domain.lanes import LaneWork
from shopphone.domain.orders import LineDraft, OrderDraft
from shopphone.services.desk import Desk

_AMOUNTS = (Decimal, Decimal | None)


def keep_order(desk: Desk, lane: str, draft: OrderDraft) -> None:
    """Save the order form of a lane."""
    desk.local.keep(f"order/{lane}", _plain(asdict(draft)))


def order(desk: Desk, lane: str) -> OrderDraft | None:
    kept = desk.local.kept(f"order/{lane}")
    return None if kept is None else _order(kept)


def kept_orders(desk: Desk) -> tuple[int, ...]:
    """The calls an order was begun in."""
    return _calls(desk, "order/")


def keep_lane(desk: Desk, lane: str, work: LaneWork) -> None:
    """Save what a lane holds besides the order."""
    desk.local.keep(f"lane/{lane}", asdict(work))


def lane(desk: Desk, lane: str) -> LaneWork | None:
    kept = desk.local.kept(f"lane/{lane}")
    return None if kept is None else LaneWork(**_known(kept, LaneWork))


def lanes(desk: Desk) -> dict[int, LaneWork]:
    """Every lane in hand by its call, for the next start."""
    kept = ((call_id, lane(desk, str(call_id))) for call_id in _calls(desk, "lane/"))
    return {call_id: work for call_id, work in kept if work is not None}


def keep_current(desk: Desk, call_id: int | None) -> None:
    """Whose call is in front."""
    desk.local.keep("desk", {"current": call_id})


def current_lane(desk: Desk) -> int | None:
    current: int | None = (desk.local.kept("desk") or {}).get("current")
    return current


def forget_lane(desk: Desk, lane: str) -> None:
    """The call is finished; an order that was begun stays, for whoever takes the call up again."""
    desk.local.keep(f"lane/{lane}", None)


def forget(desk: Desk, lane: str) -> None:
    """A finished call leaves nothing behind on the desk."""
    desk.local.keep(f"order/{lane}", None)
    desk.local.keep(f"lane/{lane}", None)


def keep(desk: Desk, name: str, content: Mapping[str, Any] | None) -> None:
    """Save any small piece of work (window, editor) under its name; None forgets it."""
    desk.local.keep(name, content)


def forget_same(desk: Desk, name: str, texts: Mapping[str, str]) -> None:
    """Forget what is kept if it says this; what was typed since stays."""
    found = desk.local.kept(name)
    if found is not None and {**found, **texts} == found:
        desk.local.keep(name, None)


def kept(desk: Desk, name: str) -> dict[str, Any] | None:
    return desk.local.kept(name)


def _calls(desk: Desk, prefix: str) -> tuple[int, ...]:
    names = (name.removeprefix(prefix) for name in desk.local.kept_names(prefix))
    return tuple(int(name) for name in names if name.isdecimal())


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal | date):
        return str(value)
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value


def _order(kept: dict[str, Any]) -> OrderDraft:
    values = _known(kept, OrderDraft)
    lines = [line for line in values.get("lines", ()) if isinstance(line, dict)]
    values["lines"] = [LineDraft(**_known(line, LineDraft)) for line in lines]
    values["billing"] = _address(kept.get("billing")) or Address()
    values["deliver_to"] = _address(kept.get("deliver_to"))
    draft = OrderDraft(**values)
    # ticked by an earlier version of the program, which did not keep what was told: say it again
    draft.untell(set(draft.told) - set(draft.told_facts))
    return draft


def _address(kept: Any) -> Address | None:
    return Address(**_known(kept, Address)) if isinstance(kept, dict) else None


def _known(kept: Mapping[str, Any], kind: type) -> dict[str, Any]:
    """Only what this program knows and can read: a newer or older desk file still opens."""
    found = {field.name: _read(field.type, kept.get(field.name)) for field in fields(kind)}
    return {name: value for name, value in found.items() if value is not None}


def _read(kind: Any, value: Any) -> Any:
    """The value as the field wants it; None, which every field's default stands for, if it is not."""
    if kind in _AMOUNTS:
        return _amount(value)
    if kind == date | None:
        return _day(value)
    kinds = get_args(kind) if isinstance(kind, UnionType) else (kind,)
    shapes = tuple(get_origin(each) or each for each in kinds)
    return value if isinstance(value, shapes) else None


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return None


def _amount(value: Any) -> Decimal | None:
    try:
        amount = Decimal(value)
    except (ArithmeticError, TypeError, ValueError):
        return None
    return amount if amount.is_finite() else None
