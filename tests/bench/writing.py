"""Placing an order and logging a call, beside bare inserts of the very same rows."""

import os
import random
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from statistics import median
from typing import Any

import shopphone.services.calls as calls
import shopphone.services.orders as orders
from shopphone.domain.customers import Address
from shopphone.domain.events import CallEvent, CallEventKind
from shopphone.domain.orders import LineDraft, OrderDraft
from shopphone.domain.readback import POINTS
from shopphone.services.desk import Desk
from tests.bench import desks
from tests.bench.bigshop_days import NOW
from tests.bench.measuring import Bench, Figure

ORDER_BOUND, CALL_BOUND = 3.0, 2.0
_EACH_RUN = 40
_LINES = 3


def figures(bench: Bench) -> list[Figure]:
    """Both sides write to a copy of their own, in turn, with the same safety on the disk."""
    folder, other = bench.folder("ours"), bench.folder("bare")
    desk = desks.desk_on(folder)
    with closing(desks.raw(other)) as raw, closing(desks.raw(folder)) as told:
        pair = _Pair(desk, raw, told, random.Random(8))
        for _ in range(5):
            pair.order()
            pair.call()
        found = [
            _medians([(*pair.order(), *pair.call(), floor(other)) for _ in range(_EACH_RUN)])
            for _ in range(bench.runs)
        ]
    desk.db.close()
    desk.local.close()
    ours_order, raw_order, ours_call, raw_call, disk = _medians(found)
    return [
        Figure(
            name=name,
            ours=ours,
            yardstick=yardstick,
            unit="µs",
            bound=bound,
            runs=bench.runs,
            control=disk,
        )
        for name, ours, yardstick, bound in (
            ("place an order of 3 lines", ours_order, raw_order, ORDER_BOUND),
            ("log a call", ours_call, raw_call, CALL_BOUND),
        )
    ]


def floor(folder: Path) -> float:
    """Microseconds to make 4 KiB safe on this disk, now."""
    with (folder / "floor").open("ab", buffering=0) as file:
        began = time.perf_counter_ns()
        file.write(b"\0" * 4096)
        os.fsync(file.fileno())
        return (time.perf_counter_ns() - began) / 1000


@dataclass(slots=True)
class _Pair:
    """One order or call by the program, then its rows by hand in the other copy."""

    desk: Desk
    raw: sqlite3.Connection
    told: sqlite3.Connection
    dice: random.Random
    calls: int = 0

    def order(self) -> tuple[float, float]:
        draft, texts = self._draft(), dict.fromkeys(POINTS, "Wie vorgelesen und bestätigt.")
        began = time.perf_counter_ns()
        placed = orders.place(self.desk, draft, texts)
        ours = (time.perf_counter_ns() - began) / 1000
        key = placed.order_id
        rows = {
            "sale_order": self._rows("sale_order", "id", key),
            "order_line": self._rows("order_line", "order_id", key),
            "order_told": self._rows("order_told", "order_id", key),
            "order_move": self._rows("order_move", "order_id", key),
        }
        return ours, self._bare(rows, count_up=True)

    def call(self) -> tuple[float, float]:
        self.calls += 1
        number = self.told.execute(
            "select raw_number from call where id = ?", (self.dice.randint(1, 10_000),)
        ).fetchone()[0]
        event = CallEvent(
            kind=CallEventKind.RINGING,
            call_key=f"bench-{self.calls}",
            source="fritzbox",
            direction="in",
            number_raw=number,
            own_number="99998100",
            at=NOW,
        )
        began = time.perf_counter_ns()
        logged = calls.happened(self.desk, event)
        ours = (time.perf_counter_ns() - began) / 1000
        assert logged is not None
        return ours, self._bare({"call": self._rows("call", "id", logged.call_id)}, count_up=False)

    def _rows(self, table: str, column: str, key: int) -> list[tuple[Any, ...]]:
        return self.told.execute(f"select * from {table} where {column} = ?", (key,)).fetchall()

    def _bare(self, rows: dict[str, list[tuple[Any, ...]]], *, count_up: bool) -> float:
        statements = [
            (f"insert into {table} values ({', '.join('?' * len(given[0]))})", given)
            for table, given in rows.items()
        ]
        execute = self.raw.execute
        began = time.perf_counter_ns()
        execute("begin immediate")
        if count_up:
            execute(
                "update counter set last = last + 1 where name = 'order' returning last"
            ).fetchone()
        for statement, given in statements:
            self.raw.executemany(statement, given)
        execute("commit")
        return (time.perf_counter_ns() - began) / 1000

    def _draft(self) -> OrderDraft:
        product = self.dice.randint(1, 30)
        lines = [
            LineDraft(
                product_id=product + n,
                sku=f"GP-{n}",
                name="Gusspfanne",
                option="28 cm",
                description="Gusseisen, eingebrannt, für alle Herde",
                quantity=Decimal(1 + n),
                unit_price=Decimal("34.90"),
                listed_price=Decimal("34.90"),
                vat=Decimal(19),
            )
            for n in range(_LINES)
        ]
        return OrderDraft(
            customer_id=self.dice.randint(1, 50),
            customer_name="Anna Lindner",
            lines=lines,
            billing=Address(street="Ahornweg 1", postcode="80469", town="München"),
            shipping_code="dhl",
            shipping_gross=Decimal("4.90"),
            payment_code="prepay",
            told=dict.fromkeys(POINTS, NOW.isoformat()),
        )


def _medians(rows: list[tuple[float, ...]]) -> tuple[float, ...]:
    return tuple(median(column) for column in zip(*rows, strict=True))
