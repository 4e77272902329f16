"""Imports of products: looked at, taken in, brought a second time, taken back; on both databases."""

import threading
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select, update

import shopphone.services.imports as imports
import shopphone.services.products as products
import shopphone.services.taking_back as taking_back
from shopphone.domain.errors import Refused
from shopphone.domain.imports import Asked, Counts
from shopphone.services.desk import Desk
from shopphone.services.imports import Looked
from shopphone.store import tables as t

ANSWERS = {"vat": "19", "prices": "gross", "weight": "kg"}
TABLE = (
    "Artikelnummer;Bezeichnung;Preis;MwSt;Bestand;EAN\n"
    "GP-28;Gusspfanne 28 cm;49,90;19;4;\n"
    "NEU-1;Bräter;1.299,00;19;;4006381333931\n"
    "NEU-2;Deckel;zehn;19;1;\n"
    "NEU-3;Griff;5,00;19;1;4006381333932\n"
)


def table(folder: Path, text: str = TABLE, name: str = "artikel.csv") -> Path:
    file = folder / name
    file.write_bytes(text.encode("cp1252"))
    return file


def looked(desk: Desk, file: Path, **answers: str) -> Looked:
    return imports.look(desk, Asked(kind="products", path=file, answers={**ANSWERS, **answers}))


def everything(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    with desk.db.reading() as connection:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for table in (t.product, t.product_code, t.product_price, t.external_key)
        }


def test_a_file_is_looked_at_and_nothing_changes(goods: Desk, tmp_path: Path) -> None:
    before = everything(goods)
    found = looked(goods, table(tmp_path))
    assert found.counts == Counts(new=2, changed=1, faults=1)
    fault = next(row.fault for row in found.rows if row.fault)
    assert (fault.line, fault.column, fault.value, fault.code) == (4, "Preis", "zehn", "no_number")
    left = next(row.left_out for row in found.rows if row.title == "Griff")
    assert [(each.line, each.column, each.code) for each in left] == [(5, "EAN", "ean_wrong")]
    assert everything(goods) == before


def test_good_rows_go_in_without_the_bad_one_and_the_second_time_all_is_unchanged(
    goods: Desk, tmp_path: Path
) -> None:
    file = table(tmp_path)
    assert imports.take_in(goods, looked(goods, file)) == Counts(new=2, changed=1, faults=1)
    pan = products.by_code(goods, "GP-28")[0]
    assert (pan.product_id, pan.name, pan.price, pan.stock) == (
        1, "Gusspfanne 28 cm", Decimal("49.90"), Decimal(4),
    )  # fmt: skip
    assert pan.name_en == "Cast iron pan"  # the file says nothing of it
    new = products.by_code(goods, "NEU-1")[0]
    assert (new.price, new.stock, new.ean) == (Decimal(1299), None, "4006381333931")
    again = looked(goods, file)
    assert again.counts == Counts(unchanged=3, faults=1)
    imports.take_in(goods, again)
    assert looked(goods, file).counts == Counts(unchanged=3, faults=1)


def test_taking_back_gives_exactly_what_was(goods: Desk, tmp_path: Path) -> None:
    before = everything(goods)
    imports.take_in(goods, looked(goods, table(tmp_path)))
    run = taking_back.runs(goods, "products")[0]
    assert (run.name, run.new, run.changed, run.undone_at) == ("artikel.csv", 2, 1, None)
    done = taking_back.take_back(goods, run.run_id)
    assert (done.removed, done.restored, done.kept) == (2, 1, ())
    assert everything(goods) == before
    with pytest.raises(Refused, match="import_undone"):
        taking_back.take_back(goods, run.run_id)


def test_what_was_changed_by_hand_or_used_stays_and_is_named(goods: Desk, tmp_path: Path) -> None:
    imports.take_in(goods, looked(goods, table(tmp_path)))
    key = products.by_code(goods, "NEU-1")[0].product_id
    with goods.db.writing() as tx:
        tx.execute(update(t.product).where(t.product.c.sku == "GP-28").values(warning="heiß"))
        article = tx.insert(
            t.article.insert(),
            {"title": "Bräter", "language": "de", "version": 1, "changed_at": goods.now()},
        )
        tx.execute(t.article_product.insert(), {"article_id": article, "product_id": key})
    done = taking_back.take_back(goods, taking_back.runs(goods, "products")[0].run_id)
    assert (done.removed, done.restored) == (1, 0)
    assert dict(done.kept) == {"GP-28 Gusspfanne 28 cm 28 cm": "changed", "NEU-1 Bräter": "used"}
    assert products.by_code(goods, "GP-28")[0].price == Decimal("49.90")


def test_two_imports_are_taken_back_one_after_the_other(goods: Desk, tmp_path: Path) -> None:
    before = everything(goods)
    imports.take_in(goods, looked(goods, table(tmp_path)))
    dearer = TABLE.replace("49,90", "59,90")
    assert imports.take_in(goods, looked(goods, table(tmp_path, dearer))).changed == 1
    second, first = taking_back.runs(goods, "products")
    taking_back.take_back(goods, second.run_id)
    assert products.by_code(goods, "GP-28")[0].price == Decimal("49.90")
    taking_back.take_back(goods, first.run_id)
    assert everything(goods) == before


def test_somebody_adds_an_article_between_looking_and_taking_in(
    goods: Desk, tmp_path: Path
) -> None:
    found = looked(goods, table(tmp_path))
    with goods.db.writing() as tx:
        values = {"sku": "neu-1", "name": "Topf", "price": Decimal(1), "vat": Decimal(19)}
        tx.execute(t.product.insert(), values)
        tx.execute(update(t.product).where(t.product.c.sku == "GP-28").values(warning="heiß"))
    imports.take_in(goods, found)
    assert [each.name for each in products.by_code(goods, "NEU-1")] == ["Bräter"]
    pan = products.by_code(goods, "GP-28")[0]
    assert (pan.warning, pan.price) == ("heiß", Decimal("49.90"))


def test_a_cancelled_import_leaves_nothing(goods: Desk, tmp_path: Path) -> None:
    before, stop = everything(goods), threading.Event()
    found = looked(goods, table(tmp_path))
    stop.set()
    with pytest.raises(Refused, match="import_stopped"):
        imports.take_in(goods, found, stop)
    assert everything(goods) == before
    assert taking_back.runs(goods, "products") == ()


def test_what_nobody_can_know_is_asked_once(desk: Desk, tmp_path: Path) -> None:
    file = table(tmp_path, "Nummer;Name;Preis\n1;Topf;1.299\n2;Deckel;2.499\n")
    asked = imports.recognise(desk, Asked(kind="products", path=file))
    assert [each.code for each in asked.open_questions] == ["sign:Preis", "prices", "vat"]
    with pytest.raises(Refused, match="import_unanswered"):
        imports.look(desk, Asked(kind="products", path=file))
    answers = {"sign:Preis": ".", "prices": "net", "vat": "19"}
    found = imports.look(desk, Asked(kind="products", path=file, answers=answers))
    imports.take_in(desk, found)
    assert products.by_code(desk, "1")[0].price == Decimal("1.55")  # 1.299 net
    assert imports.recognise(desk, Asked(kind="products", path=file)).open_questions == ()
    assert imports.look(desk, Asked(kind="products", path=file)).counts.unchanged == 2


def test_where_we_lead_the_file_only_fills_what_is_new(goods: Desk, tmp_path: Path) -> None:
    asked = Asked(
        kind="products", path=table(tmp_path), answers=ANSWERS, ours=frozenset(("price", "name"))
    )
    imports.take_in(goods, imports.look(goods, asked))
    pan = products.by_code(goods, "GP-28")[0]
    assert (pan.name, pan.price, pan.stock) == ("Gusspfanne", Decimal("9.90"), Decimal(4))
    assert products.by_code(goods, "NEU-1")[0].name == "Bräter"


def test_columns_may_move_be_renamed_or_unknown(goods: Desk, tmp_path: Path) -> None:
    plain = "Nummer;Name;Preis\n4711;Bräter;1.299,00\n0815;Topf;49,90\n"
    imports.take_in(goods, looked(goods, table(tmp_path, plain)))
    moved = (
        "Farbe,USt-Satz,VK-Preis (EUR),art-nr,NAME\n"
        'rot,19%,"1.299,00 €",\'4711,"Bräter"\nblau,19 %,"49,90","=""0815""",Topf\n'
    )
    assert looked(goods, table(tmp_path, moved)).counts == Counts(unchanged=2)


def test_an_old_number_finds_its_article(goods: Desk, tmp_path: Path) -> None:
    file = table(tmp_path, "Nummer;Name;Preis\nALT-28;Gusspfanne;12,00\n")
    imports.take_in(goods, looked(goods, file))
    found = products.detail(goods, 1)
    assert (found.product.sku, found.old_skus) == ("ALT-28", ("GP-28",))
    assert products.by_code(goods, "gp-28")[0].product_id == 1


def test_the_same_number_twice_is_named_with_the_line_of_the_first(
    desk: Desk, tmp_path: Path
) -> None:
    file = table(tmp_path, "Nummer;Name;Preis\nA;Topf;1,00\na;Deckel;2,00\n")
    found = looked(desk, file)
    assert found.counts == Counts(new=1, faults=1)
    fault = next(imports.bad_rows(found))
    assert (fault.line, fault.code, fault.detail) == (3, "twice", "2")
    assert fault.rows == (("a", "Deckel", "2,00"),)
