"""A page of the call log far down, beside the first page and beside plain sqlite3."""

from contextlib import closing
from statistics import median

import shopphone.services.call_log as call_log
from shopphone.domain.calls import CallFilter
from tests.bench import desks
from tests.bench.measuring import Bench, Figure, interleaved

FIRST_BOUND, RAW_BOUND = 1.05, 1.4
_DEPTH = 0.9  # of the whole log: 900,000 of a million
_ROWS = 100
_PAGES = 100
_RAW = """
select call.id, call.rang_at, call.direction, call.state, call.raw_number, call.e164,
    call.customer_id, call.seconds, call.purpose, call.satisfaction, call.note, customer.name,
    outcome.name_de, staff.name
from call
left join customer on customer.id = call.customer_id
left join outcome on outcome.id = call.outcome_id
left join staff on staff.id = call.staff_id
where call.rang_at <= ?1 and (call.rang_at < ?1 or call.id < ?2)
order by call.rang_at desc, call.id desc
limit ?3
"""


def figures(bench: Bench) -> list[Figure]:
    folder = bench.folder("shop")
    desk = desks.desk_on(folder)
    everything = CallFilter()
    with closing(desks.raw(folder)) as raw:
        count = int(raw.execute("select count(*) from call").fetchone()[0])
        depth = int(count * _DEPTH)
        keys = raw.execute(
            "select rang_at, id from call order by rang_at desc, id desc limit ? offset ?",
            (_PAGES, depth),
        ).fetchall()
        ours = [each.call_id for each in call_log.page(desk, everything, keys[0], _ROWS)]
        if ours != [row[0] for row in raw.execute(_RAW, (*keys[0], _ROWS))]:
            raise RuntimeError("both sides must give the same page")
        found = interleaved(
            bench.runs,
            keys,
            lambda key: call_log.page(desk, everything, key, _ROWS),
            lambda _: call_log.page(desk, everything, None, _ROWS),
            lambda key: raw.execute(_RAW, (*key, _ROWS)).fetchall(),
            lambda _: raw.execute("select 1").fetchall(),
        )
    desk.db.close()
    desk.local.close()
    deep, first, theirs, floor = map(median, found)
    return [
        Figure(
            name=f"call log page at depth {depth:,} vs {name}",
            ours=deep,
            yardstick=yardstick,
            unit="µs",
            bound=bound,
            runs=bench.runs,
            control=floor,
        )
        for name, yardstick, bound in (
            ("first page", first, FIRST_BOUND),
            ("sqlite3", theirs, RAW_BOUND),
        )
    ]
