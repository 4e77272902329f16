"""Filters of the call log on a million calls: one after the other, alone and together, rare and common."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from random import Random
from statistics import median

import shopphone.services.call_log as call_log
from shopphone.domain.calls import CallFilter
from tests.bench import desks
from tests.bench.measuring import Bench, Figure, percentile, timed

WITHIN_MS = 300.0
_FILTERS = 200
_ROWS = 100
_WORDS = (
    *("Werbung", "zufrieden", "öl", "Löffler", "gibt es nicht", "zzqq", "ÄÖÜ", "Karte bei", "e"),
    *("089 99998-15", "0221 4710", "AB-2026-00077"),
)
_NUMBERS = ("0221 4710", "089/99998123", "0152", "99999999999")


def figures(bench: Bench) -> list[Figure]:
    """p99 of the newest page of any filter, and of what the window shows first: one stretch."""
    folder = bench.folder("shop")
    desk = desks.desk_on(folder)
    filters = list(_filters(Random(11)))
    with closing(desks.raw(folder)) as raw:
        walk = "select count(*) from call where note like '%zzqq%'"
        runs = [
            timed(
                n,
                filters,
                (
                    lambda each: call_log.page(desk, each, None, _ROWS),
                    lambda each: call_log.look_on(desk, each, _ROWS, None, 0),
                    lambda _: raw.execute(walk).fetchall(),
                ),
            )
            for n in range(max(bench.runs // 3, 1))
        ]
    desk.db.close()
    desk.local.close()
    pages, counts, walks = (
        [each / 1000 for run in runs for each in run[side]] for side in range(3)
    )
    return [
        Figure(
            name=name,
            ours=percentile(times, 0.99),
            yardstick=WITHIN_MS,
            unit="ms",
            bound=1.0,
            runs=len(runs),
            control=median(walks),
        )
        for name, times in (
            ("log filter, newest page p99", pages),
            ("log filter, first answer shown p99", counts),
        )
    ]


def _filters(dice: Random) -> Iterator[CallFilter]:
    for _ in range(_FILTERS):
        first = dice.choice((None, None, date(2024, 3, 1), date(2026, 11, 2)))
        yield CallFilter(
            text=dice.choice(("", *_WORDS)),
            number=dice.choice(("", "", "", *_NUMBERS)),
            direction=dice.choice(("", "", "in", "out")),
            state=dice.choice(("", "", "", "missed", "closed")),
            purpose=dice.choice(("", "", "order", "complaint", "advice")),
            outcome_id=dice.choice((None, None, 1, 5, 8)),
            staff_id=dice.choice((None, None, 1, 3)),
            from_day=first,
            to_day=dice.choice((None, first)),
        )
