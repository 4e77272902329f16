"""Who is calling: the program's answer beside the same columns from plain sqlite3.

As at a ring: the call has just been logged, so its number has been read, which is remembered.
"""

import random
import sqlite3
from contextlib import closing

import shopphone.services.callers as callers
from shopphone.domain.phone import trunk_prefixes
from shopphone.services.desk import Desk
from tests.bench import desks
from tests.bench.measuring import Bench, Figure, interleaved, percentile

P50_BOUND, P99_BOUND = 3.0, 4.0
_NUMBERS = 1000
_RAW = """
with found (customer_id, label, order_number) as (
    select customer_id, label, null from customer_phone where e164 = ?1
    union all
    select customer_id, 'trunk', null from customer_phone
    where e164 in (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) and label = 'trunk'
    union all
    select customer_id, 'delivery', number from sale_order where delivery_e164 = ?1
)
select customer.id, customer.number, customer.name, found.label, found.order_number,
    (select town from customer_address where customer_id = customer.id and kind = 'billing' limit 1),
    (select max(rang_at) from call where customer_id = customer.id)
from found join customer on customer.id = found.customer_id
"""


def figures(bench: Bench) -> list[Figure]:
    folder = bench.folder("shop")
    desk = desks.desk_on(folder)
    with closing(desks.raw(folder)) as raw:
        numbers = _numbers(raw)
        _agree(desk, raw, numbers[:200])
        for number in numbers:
            callers.normalised(desk, number)
        ours, theirs, floor = interleaved(
            bench.runs,
            numbers,
            lambda number: callers.identify(desk, number),
            lambda number: _raw(raw, number),
            lambda _: raw.execute("select 1").fetchall(),
        )
    desk.db.close()
    desk.local.close()
    return [
        Figure(
            name=f"caller lookup {name}",
            ours=percentile(ours, share),
            yardstick=percentile(theirs, share),
            unit="µs",
            bound=bound,
            runs=bench.runs,
            control=percentile(floor, share),
        )
        for name, share, bound in (("p50", 0.5, P50_BOUND), ("p99", 0.99, P99_BOUND))
    ]


def _numbers(raw: sqlite3.Connection) -> list[str]:
    """Numbers as the phone box sends them, as often as they ring: known, trunk, unknown."""
    rows = raw.execute(
        "select raw_number from call where e164 is not null order by id desc limit 20000"
    ).fetchall()
    return [number for (number,) in random.Random(6).sample(rows, min(_NUMBERS, len(rows)))]


def _raw(raw: sqlite3.Connection, number: str) -> list[tuple[object, ...]]:
    e164 = "+49" + number[1:]  # the shop's own numbers are national and well formed
    return raw.execute(_RAW, (e164, *_trunks(e164))).fetchall()


def _trunks(e164: str) -> tuple[str, ...]:
    return (
        e164[:-1] + "0", e164[:-1], e164[:-2] + "0", e164[:-2],
        e164[:-3] + "0", e164[:-3], e164[:-4] + "0", e164[:-4],
    )  # fmt: skip


def _agree(desk: Desk, raw: sqlite3.Connection, numbers: list[str]) -> None:
    """Both sides find the same people, or there is nothing to compare."""
    for number in numbers:
        e164 = "+49" + number[1:]
        assert set(trunk_prefixes(e164)) == set(_trunks(e164)) - {e164}
        ours = {each.customer_id for each in callers.identify(desk, number).candidates}
        theirs = {row[0] for row in _raw(raw, number)}
        if ours != theirs:
            raise RuntimeError(f"{number}: {ours} is not {theirs}")
