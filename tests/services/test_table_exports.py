"""Whole lists of the shop: every row once, nothing a table program would reckon with."""

import csv
import json
from pathlib import Path

import pytest
from sqlalchemy import func, select

import shopphone.services.customers as customers
import shopphone.services.table_exports as table_exports
from shopphone.domain.customers import Address, CustomerDraft, PhoneEntry
from shopphone.domain.exports import Shape, Table
from shopphone.services.desk import Desk
from shopphone.store import tables as t

TABLES = {
    Table.CUSTOMERS: t.customer,
    Table.PRODUCTS: t.product,
    Table.ARTICLES: t.article,
    Table.CALLS: t.call,
}


@pytest.mark.parametrize("shape", list(Shape))
@pytest.mark.parametrize("table", list(Table))
def test_every_row_leaves_once(demo_desk: Desk, tmp_path: Path, table: Table, shape: Shape) -> None:
    with demo_desk.db.reading() as connection:
        count = connection.execute(select(func.count()).select_from(TABLES[table])).scalar_one()
    assert table_exports.write(demo_desk, table, tmp_path / "out", shape) == count > 10
    if shape is Shape.CSV:
        with (tmp_path / "out").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        assert len(rows) == count + 1
        assert {len(row) for row in rows} == {len(rows[0])}
    if shape is Shape.JSON:
        assert len(json.loads((tmp_path / "out").read_text(encoding="utf-8"))) == count


def test_a_customer_leaves_with_numbers_and_places(desk: Desk, tmp_path: Path) -> None:
    customers.save(
        desk,
        CustomerDraft(
            last_name="=HYPERLINK(1)",
            phones=[PhoneEntry(raw="+49 89 99998-123", e164=None, label="mobile")],
            billing=Address(street="Weg 1", postcode="80331", town="München"),
        ),
    )
    table_exports.write(desk, "customers", tmp_path / "c.csv", "csv")
    with (tmp_path / "c.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["last_name"] == "'=HYPERLINK(1)"
    assert row["phones"] == "mobile: +49 89 99998-123"
    assert (row["billing_street"], row["billing_country"]) == ("Weg 1", "DE")
    assert row["delivery_street"] == row["delivery_country"] == ""
    assert row["created_at"] == "2026-11-24T09:00:00.000Z"


def test_a_long_log_leaves_whole(desk: Desk, tmp_path: Path) -> None:
    with desk.db.writing() as tx:
        rows = [
            {
                "call_key": str(n),
                "source": "test",
                "direction": "in",
                "state": "missed",
                "rang_at": desk.now(),
            }
            for n in range(1201)
        ]
        tx.execute(t.call.insert(), rows)
    assert table_exports.write(desk, "calls", tmp_path / "calls.csv", "csv") == 1201
