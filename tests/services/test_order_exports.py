"""Orders out of the house: what each program gets, what counts as exported, and how it is taken back."""

import csv
import json
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select

import shopphone.services.move_back as move_back
import shopphone.services.order_exports as order_exports
import shopphone.services.orders as orders
import shopphone.services.settings as shop_settings
from shopphone.domain.customers import Address
from shopphone.domain.errors import Refused, Unavailable
from shopphone.domain.exports import OrderFormat
from shopphone.domain.orders import OrderDraft
from shopphone.exchange import orders_out
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from tests.services.conftest import Clock
from tests.services.test_orders import SHOP, draft_with


def _placed(desk: Desk, draft: OrderDraft) -> int:
    return orders.place(desk, draft, {}).order_id


def _exported(desk: Desk) -> list[bool]:
    with desk.db.reading() as connection:
        rows = connection.execute(select(t.sale_order.c.exported_at).order_by(t.sale_order.c.id))
        return [row.exported_at is not None for row in rows]


def _table(path: Path, separator: str = ",", encoding: str = "utf-8-sig") -> list[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file, delimiter=separator))


def test_an_order_leaves_once_and_can_be_taken_back_until_it_went_through(
    desk: Desk, tmp_path: Path
) -> None:
    _placed(desk, draft_with(desk, ("Pfanne", "54.90"), ("Öl", "9.80")))
    first = order_exports.write(desk, "csv", tmp_path / "orders.csv")
    assert (first.orders, first.staff, _exported(desk)) == (1, "Anna Berger", [True])
    with pytest.raises(Refused, match="export_nothing"):
        order_exports.write(desk, "csv", tmp_path / "more.csv")
    order_exports.undo(desk, first.run_id)
    assert (order_exports.waiting(desk, "csv"), _exported(desk)) == (1, [False])
    with pytest.raises(Refused, match="export_over"):
        order_exports.went_through(desk, first.run_id)
    second = order_exports.write(desk, "jtl", tmp_path / "jtl.csv")
    order_exports.went_through(desk, second.run_id)
    with pytest.raises(Refused, match="export_over"):
        order_exports.undo(desk, second.run_id)
    assert [run.format for run in order_exports.runs(desk)] == ["jtl", "csv"]


def test_an_order_that_two_files_hold_stays_exported_until_both_are_taken_back(
    desk: Desk, tmp_path: Path
) -> None:
    placed = orders.place(desk, draft_with(desk, ("Pfanne", "54.90")), {})
    one = order_exports.write(desk, "csv", tmp_path / "a.csv")
    two = order_exports.write(desk, "json", tmp_path / "b.json", [placed.number])
    order_exports.undo(desk, one.run_id)
    assert _exported(desk) == [True]
    order_exports.undo(desk, two.run_id)
    assert _exported(desk) == [False]


def test_a_cancellation_of_an_exported_order_is_not_undone(desk: Desk, tmp_path: Path) -> None:
    order_id = _placed(desk, draft_with(desk, ("Pfanne", "54.90")))
    run = order_exports.write(desk, "csv", tmp_path / "orders.csv")
    orders.move(desk, order_id, "cancelled", "ordered twice")
    with pytest.raises(Refused, match="order_exported"):
        move_back.undo(desk, order_id, "a mistake")
    order_exports.undo(desk, run.run_id)
    move_back.undo(desk, order_id, "a mistake")


def test_the_checksum_notices_a_changed_cell(desk: Desk, tmp_path: Path) -> None:
    _placed(desk, draft_with(desk, ("=cmd|' /C calc'!A0", "54.90"), ("Öl", "9.80")))
    order_exports.write(desk, "csv", tmp_path / "orders.csv")
    rows = _table(tmp_path / "orders.csv")
    assert rows[0]["line_name"] == "'=cmd|' /C calc'!A0"  # no formula in any table program
    assert rows[0]["total"] == "69.60"
    cells = [[row[name].removeprefix("'") for name in orders_out.COLUMNS[:-1]] for row in rows]
    assert {orders_out.checksum(cells)} == {row["checksum"] for row in rows}
    cells[1][-6] = "2"
    assert orders_out.checksum(cells) != rows[0]["checksum"]


def test_the_same_orders_as_json_and_sheet(desk: Desk, tmp_path: Path) -> None:
    import openpyxl

    placed = orders.place(desk, draft_with(desk, ("=1+1", "54.90"), ("Öl", "9.80")), {})
    order_exports.write(desk, "json", tmp_path / "o.json", [placed.number])
    order_exports.write(desk, "xlsx", tmp_path / "o.xlsx", [placed.number])
    (told,) = json.loads((tmp_path / "o.json").read_text(encoding="utf-8"))
    assert (told["order_number"], told["total"]) == (placed.number, "69.60")
    assert [line["name"] for line in told["lines"]] == ["=1+1", "Öl"]
    sheet = openpyxl.load_workbook(tmp_path / "o.xlsx").active
    assert sheet is not None
    head, first, _second = sheet.iter_rows(values_only=True)
    cell = sheet.cell(2, head.index("line_name") + 1)
    assert (cell.value, cell.data_type) == ("=1+1", "s")
    assert first[-1] == told["checksum"]


def test_jtl_gets_goods_shipping_and_discount_as_positions(desk: Desk, tmp_path: Path) -> None:
    draft = draft_with(desk, ("Pfanne", "54.90"), ("Öl", "9.80"))
    draft.discount = Decimal("5.00")
    _placed(desk, draft)
    order_exports.write(desk, "jtl", tmp_path / "jtl.csv")
    rows = _table(tmp_path / "jtl.csv", ";")
    assert [row["Positionstyp"] for row in rows] == [
        "Artikel", "Artikel", "Versandposition", "Gutschein",
    ]  # fmt: skip
    money = [Decimal(row["VK brutto"].replace(",", ".")) for row in rows]
    assert sum(money) == orders.detail(desk, 1).totals.total
    assert rows[0]["VK netto"] == "46,1345"
    assert rows[0]["Auftragsdatum"] == "24.11.2026"


def test_kivitendo_can_reckon_the_total_again(desk: Desk, tmp_path: Path) -> None:
    _placed(desk, draft_with(desk, ("Pfanne", "54.90"), ("Öl", "9.80")))
    order_exports.write(desk, "kivitendo", tmp_path / "k.csv")
    with (tmp_path / "k.csv").open(encoding="utf-8", newline="") as file:
        head, item_head, order, *items = list(csv.reader(file, delimiter=";"))
    told = dict(zip(head, order, strict=True))
    assert (told["datatype"], told["verify_amount"], told["taxincluded"]) == ("Order", "69,6", "t")
    parts = [dict(zip(item_head, item, strict=True)) for item in items]
    assert sum(Decimal(part["sellprice"].replace(",", ".")) for part in parts) == Decimal("69.60")
    assert parts[-1]["partnumber"] == "VERSAND"


LOCKER = Address(
    name="Łucja Löffler", street="Packstation 123", post_number="12345678",
    postcode="80331", town="München",
)  # fmt: skip


def test_a_parcel_for_dhl_has_its_columns_from_the_template(desk: Desk, tmp_path: Path) -> None:
    shop_settings.save(desk, SHOP)
    home = draft_with(desk, ("Pfanne", "54.90"))
    home.billing = replace(home.billing, street="Straße des 17. Juni 135", name='Anna "A"; Löffler')
    home.delivery_phone = "+49 89 99998-123"
    _placed(desk, home)
    _placed(desk, replace(home, key="two", deliver_to=LOCKER))
    order_exports.write(desk, "dhl", tmp_path / "dhl.csv")
    first, second = _table(tmp_path / "dhl.csv", ";", "cp1252")
    assert len(first) == 32
    assert first["Empfänger Name 1"] == "Anna A Löffler"
    assert (first["Empfänger Straße"], first["Empfänger Hausnummer"]) == (
        "Straße des 17. Juni",
        "135",
    )
    assert (first["Empfänger Land"], first["Gewicht"]) == ("DEU", "2,5")
    assert first["Empfänger Telefonnummer"] == "0049 89 99998-123"
    assert (first["Absender Straße"], first["Absender Hausnummer"]) == ("Gasse", "2")
    assert (second["Empfänger Straße"], second["Empfänger Hausnummer"]) == ("Packstation", "123")
    assert second["Empfänger Name 2 / Postnummer"] == "12345678"
    assert second["Empfänger Name 1"] == "Lucja Löffler"
    assert _exported(desk) == [False, False]  # a label is no booking
    assert order_exports.waiting(desk, "dhl") == 0


def test_the_template_of_parcels_is_the_shops_own(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        shop_settings.save(desk, {"export.dhl": "Name = {name}\nOrt = {city}"})
    assert (refused.value.rule, refused.value.facts["line"]) == ("export_template", 2)
    shop_settings.save(desk, {"export.dhl": "Wer = {name} ({number})\nAbrechnungsnummer = 22222"})
    _placed(desk, draft_with(desk, ("Pfanne", "54.90")))
    order_exports.write(desk, "dhl", tmp_path / "dhl.csv")
    (row,) = _table(tmp_path / "dhl.csv", ";", "cp1252")
    assert row == {"Wer": "Löffler (AB-2026-00001)", "Abrechnungsnummer": "22222"}


def test_stamps_begin_with_the_sender(desk: Desk, tmp_path: Path) -> None:
    shop_settings.save(desk, SHOP)
    _placed(desk, draft_with(desk, ("Pfanne", "54.90")))
    order_exports.write(desk, "internetmarke", tmp_path / "i.csv")
    sender, one = _table(tmp_path / "i.csv", ";", "cp1252")
    assert (sender["NAME"], sender["STRASSE"], sender["NUMMER"]) == ("Laden", "Gasse", "2")
    assert (one["NAME"], one["PLZ"], one["LAND"]) == ("Löffler", "80331", "DEU")
    assert one["REFERENZ"] == "AB-2026-00001"


def test_nothing_is_noted_when_the_file_cannot_be_written(desk: Desk, tmp_path: Path) -> None:
    _placed(desk, draft_with(desk, ("Pfanne", "54.90")))
    with pytest.raises(Unavailable, match="file"):
        order_exports.write(desk, "csv", tmp_path / "gone" / "orders.csv")
    assert (order_exports.waiting(desk, "csv"), order_exports.runs(desk)) == (1, ())


def test_an_order_changed_while_it_is_written_is_not_noted(
    desk: Desk, second_desk: Desk, tmp_path: Path, clock: Clock
) -> None:
    placed = orders.place(desk, draft_with(desk, ("Pfanne", "54.90")), {})

    def late() -> datetime:
        desk.now = clock
        orders.move(second_desk, placed.order_id, "cancelled", "meanwhile")
        return clock()

    desk.now = late  # asked when the file is there and the order is to be noted
    with pytest.raises(Refused, match="order_changed_meanwhile"):
        order_exports.write(desk, "csv", tmp_path / "orders.csv")
    assert not (tmp_path / "orders.csv").exists()
    assert order_exports.runs(desk) == ()


def test_unknown_numbers_are_named(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        order_exports.write(desk, "csv", tmp_path / "o.csv", ["AB-1"])
    assert refused.value.facts["numbers"] == "AB-1"


@pytest.mark.parametrize("target", list(OrderFormat))
def test_every_order_of_the_demo_shop_can_leave(
    demo_desk: Desk, tmp_path: Path, target: OrderFormat
) -> None:
    count = order_exports.waiting(demo_desk, target)
    run = order_exports.write(demo_desk, target, tmp_path / "out")
    assert run.orders == count > 3
    assert (tmp_path / "out").stat().st_size > 1000
    order_exports.again(demo_desk, run.run_id, tmp_path / "again")
    if target is not OrderFormat.XLSX:  # a sheet carries its own hour
        assert (tmp_path / "again").read_bytes() == (tmp_path / "out").read_bytes()
