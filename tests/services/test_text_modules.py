"""Text modules: saved, filled from the call, taken in from a helpdesk's table."""

from pathlib import Path

import pytest
from sqlalchemy import select, update

import shopphone.services.orders as orders
import shopphone.services.text_modules as text_modules
from shopphone.domain.errors import Refused, Unavailable
from shopphone.domain.text_modules import PLACES, About, ModuleDraft, filled, questions
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from tests.services.test_orders import draft_with

ZAMMAD = (
    "name,keywords,content,note,active\n"
    'Anrede,"hallo, moin","<div>Guten Tag #{ticket.customer.firstname},</div>'
    '<div>Ihr Ticket <b>#{ticket.number}</b></div><script>x()</script>",intern,true\n'
    "Rücksendung kurz,,Bitte senden Sie die Ware zurück.,,false\n"
    ",,,,true\n"
    'Noch einmal,hallo,"Zweites ""Hallo""",,true\n'
)


def test_a_module_is_saved_changed_and_deleted(desk: Desk) -> None:
    draft = ModuleDraft(abbreviation="rost", content="Mit Salz abreiben.")
    key = text_modules.save(desk, draft)
    text_modules.save(
        desk, ModuleDraft(module_id=key, abbreviation="rost", content="Neu", active=False)
    )
    (kept,) = text_modules.every(desk)
    assert (kept.name, kept.content, kept.active) == ("rost", "Neu", False)
    english = ModuleDraft(abbreviation="rost", language="en", content="Rub it.")
    text_modules.save(desk, english)
    with pytest.raises(Refused, match="module_abbreviation_taken"):
        text_modules.save(desk, ModuleDraft(abbreviation="rost", content="Doppelt"))
    text_modules.remove(desk, key)
    assert [each.language for each in text_modules.every(desk)] == ["en"]


def test_every_place_has_its_fact(demo_desk: Desk) -> None:
    with demo_desk.db.writing() as tx:
        order = tx.execute(select(t.sale_order).limit(1)).one()
        tx.execute(
            update(t.sale_order)
            .where(t.sale_order.c.id == order.id)
            .values(carrier="DHL", tracking="0034")
        )
        tx.execute(
            update(t.customer)
            .where(t.customer.c.id == order.customer_id)
            .values(company="Lindner KG", email="eva@lindner.example", first_name="Eva")
        )
        call_id = tx.execute(
            select(t.call.c.id).where(t.call.c.e164.is_not(None)).limit(1)
        ).scalar_one()
    about = About(call_id=call_id, customer_id=order.customer_id, order_id=order.id)
    done = text_modules.fill(demo_desk, "\n".join(f"{{{p}}}" for p in PLACES), about, {})
    assert done.unknown == ()
    told = dict(zip(PLACES, done.text.split("\n"), strict=True))
    assert told["order.number"] == order.number
    assert told["order.total"].endswith("€")
    assert told["today"] == "24. November 2026"
    assert told["staff.name"] == "Anna Berger"
    assert told["order.tracking"] == "DHL 0034"
    english = About(language="en", customer_id=order.customer_id)
    greeting = text_modules.fill(demo_desk, "{customer.greeting}", english, {})
    assert greeting.text.startswith("Dear ")


def test_the_order_of_the_call_comes_before_the_customers_newest(desk: Desk) -> None:
    first = orders.place(desk, draft_with(desk, ("Pfanne", "54.90")), {})
    draft = draft_with(desk, ("Topf", "20"))
    with desk.db.reading() as connection:
        draft.customer_id = connection.execute(select(t.sale_order.c.customer_id)).scalar_one()
    second = orders.place(desk, draft, {})
    about = About(customer_id=draft.customer_id)
    assert text_modules.fill(desk, "{order.number}", about, {}).text == second.number
    named = About(customer_id=draft.customer_id, order_id=first.order_id)
    assert text_modules.fill(desk, "{order.number}", named, {}).text == first.number
    assert text_modules.fill(desk, "{order.number}", About(), {}).unknown == ("order.number",)


def test_a_table_of_zammad_is_looked_at_and_taken_in(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "modules.csv"
    file.write_text(ZAMMAD, encoding="cp1252")
    preview = text_modules.preview_import(desk, file, "de")
    assert text_modules.every(desk) == ()
    assert (preview.new, preview.changed, preview.unchanged) == (2, 0, 0)
    assert [(f.line, f.code) for f in preview.faults] == [
        (4, "module_abbreviation"),
        (5, "module_twice"),
    ]
    assert [(r.line, r.code, r.detail) for r in preview.remarks] == [
        (2, "script", ""),
        (2, "place_unknown", "ticket.number"),
    ]
    text_modules.take_in(desk, preview)
    hello, back = text_modules.every(desk)
    assert hello.abbreviation == "hallo"
    assert hello.content == "Guten Tag {customer.first_name},\n\nIhr Ticket #{ticket.number}"
    assert (hello.note, hello.active) == ("intern", True)
    assert (back.abbreviation, back.active) == ("ruecksendung-kurz", False)
    again = text_modules.preview_import(desk, file, "de")
    assert (again.new, again.changed, again.unchanged) == (0, 0, 2)
    file.write_text(ZAMMAD.replace("die Ware", "alles"), encoding="utf-8")
    assert text_modules.preview_import(desk, file, "de").changed == 1


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"a;b\n1;2\n", "import_columns"),
        (b"name,keywords\nx,y\n", "import_columns"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR", "import_binary"),
        (b"", "import_columns"),
    ],
)
def test_a_file_that_is_no_such_table_is_refused(
    desk: Desk, tmp_path: Path, content: bytes, rule: str
) -> None:
    file = tmp_path / "x.csv"
    file.write_bytes(content)
    with pytest.raises(Refused, match=rule):
        text_modules.preview_import(desk, file, "de")
    with pytest.raises(Unavailable, match="file_unread"):
        text_modules.preview_import(desk, tmp_path / "nowhere.csv", "de")


def test_the_demo_shop_has_ten_modules_in_each_language_with_places_that_exist(
    demo_desk: Desk,
) -> None:
    found = text_modules.every(demo_desk)
    assert {m.language: 0 for m in found}.keys() == {"de", "en"}
    for language in ("de", "en"):
        assert sum(m.language == language for m in found) == 10
    assert all(check_places(module.content) for module in found)


def check_places(content: str) -> bool:
    """Whether the text names no place that does not exist."""
    facts = dict.fromkeys(PLACES, "x")
    answers = dict.fromkeys(questions(content), "y")
    done = filled(content, facts, answers)
    return not done.unknown and "{" not in done.text
