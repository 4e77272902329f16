"""Imports of orders: put together from their rows, with their customers, never over what was done here."""

import shutil
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select

import shopphone.services.customers as customers
import shopphone.services.imports as imports
import shopphone.services.order_exports as order_exports
import shopphone.services.orders as orders
import shopphone.services.taking_back as taking_back
from shopphone.domain.errors import Refused
from shopphone.domain.imports import Asked, Counts
from shopphone.domain.orders import OrderDetail
from shopphone.services.desk import Desk
from shopphone.services.imports import Looked
from shopphone.store import tables as t
from shopphone.store.db import Database, sqlite_url
from tests.services.conftest import Clock, desk_on
from tests.services.test_people_import import file

ANSWERS = {"vat": "19", "prices": "gross"}
SHOPIFY = (
    "Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Shipping,Taxes,Total,"
    "Discount Code,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,"
    "Billing Name,Billing Address1,Billing City,Billing Zip,Billing Country,Billing Phone,Id,Tax 1 Name\n"
    "#1001,ann@example.org,paid,2024-05-01 10:00:00 +0000,fulfilled,EUR,5.00,5.58,32.98,SPRING,"
    "2024-05-01 09:58:12 +0000,2,Crew Tee,9.99,TEE,Ann Löffler,Weg 1,Ulm,'89073,DE,'+49 89 99998 123,"
    "5001,MwSt 19%\n"
    "#1001,,,,,,,,,,,1,Mug,10.00,MUG,,,,,,,,\n"
    "#1002,ann@example.org,pending,,unfulfilled,EUR,0,0,10.00,,2024-06-01 09:00:00 +0000,1,Mug,10.00,"
    "MUG,Ann Löffler,Weg 1,Ulm,'89073,DE,,5002,\n"
)


def look(desk: Desk, path: Path, **answers: str) -> Looked:
    return imports.look(desk, Asked(kind="orders", path=path, answers={**ANSWERS, **answers}))


def take(desk: Desk, path: Path) -> Counts:
    return imports.take_in(desk, look(desk, path))


def numbered(desk: Desk, number: str) -> OrderDetail:
    wanted = select(t.sale_order.c.id).where(t.sale_order.c.number == number)
    with desk.db.reading() as connection:
        return orders.detail(desk, connection.execute(wanted).scalar_one())


@pytest.fixture
def full(demo_file: Path, tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    """The demo shop, beside the empty one."""
    folder = tmp_path / "full"
    folder.mkdir()
    shutil.copy(demo_file, folder / "shop.db")
    made = desk_on(Database(sqlite_url(folder / "shop.db")), folder, clock)
    yield made
    made.db.close()
    made.local.close()


def test_shopifys_orders_come_with_their_customer_once(desk: Desk, tmp_path: Path) -> None:
    path = file(tmp_path, SHOPIFY)
    assert take(desk, path) == Counts(new=2)
    (person,) = customers.page(desk)
    assert (person.name, person.phone, person.order_count) == ("Ann Löffler", "+49 89 99998 123", 2)
    found = numbered(desk, "#1001")
    assert [(line.sku, int(line.quantity)) for line in found.lines] == [("TEE", 2), ("MUG", 1)]
    assert (found.totals.total, found.totals.discount) == (Decimal("32.98"), Decimal("2.00"))
    assert (found.state, found.payment_state, found.paid_on) == ("closed", "paid", date(2024, 5, 1))
    assert found.billing.postcode == "89073"
    assert numbered(desk, "#1002").state == "confirmed"
    assert look(desk, path).counts == Counts(unchanged=2)


def test_a_newer_file_brings_what_happened_since(desk: Desk, tmp_path: Path) -> None:
    take(desk, file(tmp_path, SHOPIFY))
    newer = SHOPIFY.replace("pending,,unfulfilled", "paid,2024-06-02 08:00:00 +0000,fulfilled")
    path = file(tmp_path, newer)
    assert take(desk, path) == Counts(changed=1, unchanged=1)
    assert (numbered(desk, "#1002").state, numbered(desk, "#1002").payment_state) == (
        "closed", "paid",
    )  # fmt: skip
    taking_back.take_back(desk, taking_back.runs(desk, "orders")[0].run_id)
    assert numbered(desk, "#1002").state == "confirmed"


def test_what_was_done_here_is_not_undone_by_a_file(desk: Desk, tmp_path: Path) -> None:
    path = file(tmp_path, SHOPIFY)
    take(desk, path)
    orders.move(desk, numbered(desk, "#1002").order_id, "cancelled", "called and cancelled")
    assert look(desk, path).counts == Counts(unchanged=2)


def test_taking_orders_back_takes_their_customers_back(desk: Desk, tmp_path: Path) -> None:
    take(desk, file(tmp_path, SHOPIFY))
    (run,) = taking_back.runs(desk, "orders")
    assert taking_back.runs(desk, "customers") == ()
    assert taking_back.take_back(desk, run.run_id).removed == 3
    assert (orders.page(desk), customers.page(desk)) == ((), ())


def test_rows_of_an_order_may_be_scattered(desk: Desk, tmp_path: Path) -> None:
    text = (
        "Bestellnummer;Datum;Name;Artikelnummer;Menge;Einzelpreis\n"
        "A1;01.02.2026;Anna Löffler;X;1;10,00\nA2;02.02.2026;Ben Maus;Y;1;5,00\n"
        "A1;01.02.2026;Anna Löffler;Z;2;2,50\n"
    )
    assert take(desk, file(tmp_path, text)) == Counts(new=2)
    assert [line.sku for line in numbered(desk, "A1").lines] == ["X", "Z"]
    assert numbered(desk, "A1").totals.total == Decimal("15.00")


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        ("B1;;Anna;X;1;10,00", "Datum", "date_missing"),
        ("B1;12/11/2026;Anna;X;1;10,00", "Datum", "no_day"),
        ("B1;01.02.2026;Anna;X;viele;10,00", "Menge", "no_number"),
        ("B1;01.02.2026;Anna;;;", "Artikelnummer", "no_lines"),
    ],
)
def test_a_bad_row_is_named_and_the_others_go_in(
    desk: Desk, tmp_path: Path, row: str, column: str, code: str
) -> None:
    head = "Bestellnummer;Datum;Name;Artikelnummer;Menge;Einzelpreis\n"
    found = look(desk, file(tmp_path, head + row + "\nB2;01.02.2026;Ben;Y;1;5,00\n"))
    assert (found.counts.new, found.counts.faults) == (1, 1)
    fault = next(seen.fault for seen in found.rows if seen.fault)
    assert (fault.line, fault.code) == (2, code)
    assert fault.column in (column, "line_name")


@pytest.mark.parametrize("shape", ["csv", "xlsx"])
def test_our_own_file_comes_back_into_an_empty_shop(
    desk: Desk, full: Desk, tmp_path: Path, shape: str
) -> None:
    path = tmp_path / f"orders.{shape}"
    count = order_exports.write(full, shape, path).orders
    assert look(full, path).counts == Counts(unchanged=count)  # placed there
    assert take(desk, path) == Counts(new=count)
    for row in orders.page(desk):
        theirs = numbered(full, row.number)
        assert (row.total, row.line_count) == (theirs.totals.total, len(theirs.lines)), row.number
    assert look(desk, path).counts == Counts(unchanged=count)
    with pytest.raises(Refused, match="export_nothing"):  # the other program has them already
        order_exports.write(desk, "csv", tmp_path / "again.csv")


def test_an_altered_cell_of_our_own_file_is_noticed(desk: Desk, full: Desk, tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    order_exports.write(full, "csv", path)
    text = path.read_text(encoding="utf-8-sig")
    number = next(row.number for row in orders.page(full) if f"\n{row.number}," in text)
    path.write_text(text.replace(f"\n{number},", f"\n{number}X,", 1), encoding="utf-8")
    counts = look(desk, path).counts
    assert counts.faults >= 1
    assert counts.new > counts.faults


def test_the_collected_orders_come_in_and_the_second_time_are_unchanged(
    desk: Desk, testdata: Path
) -> None:
    path = testdata / "customers_orders" / "uci_online_retail_DE_AT_CH.csv"
    assert take(desk, path) == Counts(new=696)
    assert look(desk, path).counts == Counts(unchanged=696)
    assert numbered(desk, "581578").totals.total == Decimal("848.55")
    taking_back.take_back(desk, taking_back.runs(desk, "orders")[0].run_id)
    assert (orders.page(desk), customers.page(desk)) == ((), ())
