"""A server set up in German sorts differently; finding and paging must not notice."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import insert

import shopphone.services.call_log as call_log
import shopphone.services.calls as calls
import shopphone.services.customers as customers
import shopphone.services.products as products
from shopphone.domain.calls import CallFilter
from shopphone.domain.customers import CustomerDraft
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store import upgrade
from tests.services.conftest import Clock, desk_on
from tests.support.postgres import PostgresServer

NAMES = ("Loch", "Löffler", "Lofinger", "Lottmann", "van den Berg", "van-Dyk", "Zoe")


@pytest.fixture
def german_desk(postgres_server: PostgresServer, tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    how = "template template0 locale 'C.UTF-8' locale_provider icu icu_locale 'de-DE-u-ka-shifted'"
    made = desk_on(upgrade.open_url(postgres_server.fresh_database(how)), tmp_path, clock)
    yield made
    made.db.close()
    made.local.close()


def test_a_name_is_found_by_its_beginning_on_a_german_server(german_desk: Desk) -> None:
    for name in NAMES:
        customers.save(german_desk, CustomerDraft(last_name=name))
    found = [row.name for row in customers.search(german_desk, "lo")]
    assert found == ["Loch", "Löffler", "Lofinger", "Lottmann"]
    assert [row.name for row in customers.search(german_desk, "van d")] == ["van den Berg"]


def test_pages_of_customers_follow_each_other_on_a_german_server(german_desk: Desk) -> None:
    for name in NAMES:
        customers.save(german_desk, CustomerDraft(last_name=name))
    seen: list[str] = []
    after = None
    while rows := customers.page(german_desk, after=after, limit=2):
        seen += [row.name for row in rows]
        after = (rows[-1].sort_name, rows[-1].customer_id)
    assert sorted(seen) == sorted(NAMES)
    assert len(seen) == len(NAMES)


@pytest.mark.parametrize("typed", ["öl", "ÖL", "Öl"])
def test_umlauts_are_found_in_any_case(desk: Desk, typed: str) -> None:
    call = calls.start(desk, "089 99998-123")
    calls.save_note(desk, call.call_id, "Öl nachbestellt")
    found = call_log.page(desk, CallFilter(text=typed))
    assert [each.call_id for each in found] == [call.call_id]
    with desk.db.writing() as tx:
        values = {"sku": "ÖL-1", "name": "Pflege", "price": Decimal(1), "vat": Decimal(19)}
        tx.insert(insert(t.product), values)
    assert [each.sku for each in products.find(desk, f"{typed}-1")] == ["ÖL-1"]
