"""Order numbers under load: two processes place at once, and some of the orders fail half-way.

As a program (`python -m tests.faults.numbers URL FOLDER COUNT NAME`) it is one of the processes.
"""

import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from sqlalchemy import insert, select

import shopphone
import shopphone.services.customers as customers
import shopphone.services.orders as orders
from shopphone.domain.customers import Address, CustomerDraft
from shopphone.domain.orders import LineDraft, OrderDraft
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store import upgrade
from shopphone.store.db import Database, sqlite_url
from shopphone.store.local import Local
from tests.faults.kind import Kind, Outcome, Place
from tests.support.postgres import PostgresServer
from tests.support.telling import tell

PROCESSES = 2
_FAILS_EVERY = 10  # then the last statement of the transaction fails, after the number was given
_NO_SUCH_ARTICLE = 4711
_LONGEST_S = 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What two processes made. failed: orders that were undone on purpose."""

    database: str
    orders: int
    processes: int
    failed: int
    seconds: float
    twice: tuple[str, ...]
    missing: tuple[str, ...]

    def outcome(self) -> Outcome:
        losses = [f"number {each} was given twice" for each in self.twice]
        losses += [f"number {each} is missing" for each in self.missing]
        note = f"{self.processes} processes, {self.failed} failed on purpose"
        return Outcome(rounds=self.orders, losses=tuple(losses), note=note)


def on_sqlite(folder: Path, count: int) -> Result:
    upgrade.open_file(folder / "shop.db", _now()).close()
    return _run("SQLite", sqlite_url(folder / "shop.db"), folder, count)


def on_postgresql(server: PostgresServer, folder: Path, count: int) -> Result:
    url = server.fresh_database()
    upgrade.open_url(url).close()
    return _run("PostgreSQL", url, folder, count)


def _sqlite(place: Place, rounds: int) -> Outcome:
    return on_sqlite(place.folder(), rounds).outcome()


def _postgresql(place: Place, rounds: int) -> Outcome:
    return on_postgresql(place.server(), place.folder(), rounds).outcome()


KINDS = (
    Kind(
        name="numbers",
        says="Orders from two processes on SQLite, some fail half-way: no number twice, none missing.",
        rounds=10_000,
        sample=500,
        run=_sqlite,
    ),
    Kind(
        name="numbers-postgresql",
        says="The same on PostgreSQL.",
        rounds=10_000,
        sample=500,
        run=_postgresql,
    ),
)


def _run(name: str, url: str, folder: Path, count: int) -> Result:
    customer = _shop(url, folder)
    shares = [count // PROCESSES + (n < count % PROCESSES) for n in range(PROCESSES)]
    begun = time.monotonic()
    workers = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.faults.numbers", url, str(folder), str(share),
             f"clerk{n}", str(customer)],
            cwd=Path(shopphone.__file__).parent.parent,
        )
        for n, share in enumerate(shares)
    ]  # fmt: skip
    codes = [worker.wait(_LONGEST_S) for worker in workers]
    seconds = time.monotonic() - begun
    if any(codes):
        raise RuntimeError(f"a process ended with {codes}")
    db = Database(url)
    with db.reading() as connection:
        given = [row.number for row in connection.execute(select(t.sale_order.c.number))]
    db.close()
    expected = {f"AB-{_now().year}-{n:05d}" for n in range(1, count + 1)}
    return Result(
        database=name,
        orders=len(given),
        processes=PROCESSES,
        failed=sum(share // _FAILS_EVERY for share in shares),
        seconds=round(seconds, 2),
        twice=tuple(sorted(each for each, times in Counter(given).items() if times > 1)),
        missing=tuple(sorted(expected - set(given))),
    )


def _shop(url: str, folder: Path) -> int:
    desk = _desk(url, folder, "owner")
    with desk.db.writing() as tx:
        content = {"name_de": "Paket", "name_en": "Parcel", "price": "4.90", "free_from": None}
        tx.execute(insert(t.shipping_method), {"code": "dhl", "content": content, "position": 0})
    home = Address(street="Ahornweg 1", postcode="80469", town="München")
    customer = customers.save(desk, CustomerDraft(last_name="Löffler", billing=home))
    desk.db.close()
    desk.local.close()
    return customer


def _desk(url: str, folder: Path, name: str) -> Desk:
    return Desk(
        db=Database(url),
        local=Local(folder / f"{name}.db"),
        now=_now,
        cache=folder,
        staff_name=name,
    )


def _now() -> datetime:
    return datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def _place_all(desk: Desk, count: int, customer: int) -> None:
    for n in range(1, count + 1):
        if n % _FAILS_EVERY == 0:
            _fail_half_way(desk, customer)
        orders.place(desk, _draft(desk, customer), {})


def _fail_half_way(desk: Desk, customer: int) -> None:
    draft = _draft(desk, customer)
    draft.article_ids = [_NO_SUCH_ARTICLE]
    try:
        orders.place(desk, draft, {})
    except Exception as error:  # each database names a broken foreign key otherwise
        if "foreign key" not in str(error).casefold():
            raise
        return
    raise RuntimeError("an order with an article that does not exist was placed")


def _draft(desk: Desk, customer: int) -> OrderDraft:
    return tell(
        desk,
        OrderDraft(
            customer_id=customer,
            customer_name="Löffler",
            billing=Address(street="Ahornweg 1", postcode="80469", town="München"),
            lines=[LineDraft(name="Pfanne", unit_price=Decimal("54.90"), price_source="free")],
            shipping_code="dhl",
            shipping_gross=Decimal("4.90"),
        ),
    )


if __name__ == "__main__":
    _url, _folder, _count, _name, _customer = sys.argv[1:6]
    _place_all(_desk(_url, Path(_folder), _name), int(_count), int(_customer))
