"""Letters: written once per version of the order, kept byte for byte, refused while duties lack."""

import hashlib
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

import shopphone.services.articles as articles
import shopphone.services.call_log as call_log
import shopphone.services.letter_texts as letter_texts
import shopphone.services.letters as letters
import shopphone.services.order_money as order_money
import shopphone.services.orders as orders
import shopphone.services.settings as settings
from shopphone.domain import duties
from shopphone.domain.customers import Address
from shopphone.domain.errors import Refused, Unavailable
from shopphone.domain.knowledge import ArticleDraft
from shopphone.domain.withdrawal_rule import WithdrawalRule
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from tests.services.conftest import Clock
from tests.services.test_orders import SHOP, draft_with
from tests.support.telling import tell


@pytest.fixture
def order_id(desk: Desk) -> int:
    settings.save(desk, SHOP)
    return orders.place(desk, draft_with(desk, ("Pfanne", "54.90")), {}).order_id


def change(desk: Desk, order_id: int) -> None:
    """An order that is changed after it was placed has its next version."""
    with desk.db.writing() as tx:
        o = t.sale_order.c
        tx.execute(update(t.sale_order).where(o.id == order_id).values(version=o.version + 1))


def test_a_letter_is_kept_with_its_bytes_and_their_sum(desk: Desk, order_id: int) -> None:
    letter = letters.write(desk, "confirmation", order_id)
    assert letter.pdf.startswith(b"%PDF-")
    assert letter.row.sha256 == hashlib.sha256(letter.pdf).hexdigest()
    assert (letter.row.state, letter.row.sent_at, letter.row.stale) == ("queued", None, False)
    assert letter.row.pages >= 2
    assert letters.read(desk, letter.row.letter_id) == letter


def test_writing_again_gives_the_kept_letter_even_when_the_shop_changed(
    desk: Desk, clock: Clock, order_id: int
) -> None:
    first = letters.write(desk, "confirmation", order_id)
    clock.now += timedelta(days=3)
    settings.save(desk, {"shop.name": "Neuer Name"})
    letter_texts.save(desk, "confirmation", "de", {"opening": "Hallo"})
    assert letters.write(desk, "confirmation", order_id) == first
    assert len(letters.of_order(desk, order_id)) == 1


def test_the_same_order_gives_the_same_bytes(desk: Desk, order_id: int) -> None:
    first = letters.write(desk, "confirmation", order_id)
    with desk.db.writing() as tx:
        tx.execute(t.letter.delete())
    assert letters.write(desk, "confirmation", order_id).pdf == first.pdf


def test_a_changed_order_makes_a_new_letter_and_the_waiting_one_is_not_printed(
    desk: Desk, order_id: int
) -> None:
    first = letters.write(desk, "confirmation", order_id)
    change(desk, order_id)
    assert letters.read(desk, first.row.letter_id).row.stale
    second = letters.write(desk, "confirmation", order_id)
    assert second.row.letter_id != first.row.letter_id
    assert [row.letter_id for row in letters.queue(desk)] == [second.row.letter_id]
    assert letters.read(desk, first.row.letter_id).row.state == "superseded"
    assert letters.read(desk, first.row.letter_id).pdf == first.pdf


def test_a_letter_that_was_sent_stays_when_the_order_changes(desk: Desk, order_id: int) -> None:
    first = letters.write(desk, "confirmation", order_id)
    letters.sent(desk, first.row.letter_id, "print", "Büro", "Büro-7")
    change(desk, order_id)
    second = letters.write(desk, "confirmation", order_id)
    assert [row.letter_id for row in letters.archive(desk)] == [first.row.letter_id]
    assert [row.letter_id for row in letters.queue(desk)] == [second.row.letter_id]
    assert [row.stale for row in letters.of_order(desk, order_id)] == [False, True]


def test_a_letter_waits_fails_and_leaves(desk: Desk, clock: Clock, order_id: int) -> None:
    letter = letters.write(desk, "confirmation", order_id).row.letter_id
    assert call_log.waiting(desk).letters_queued == 1
    for reason in ("Toner leer", ""):
        failed = letters.failed(desk, letter, "Büro", reason)
        assert (failed.state, failed.error, failed.sent_at) == ("queued", reason or "?", None)
    assert orders.detail(desk, order_id).state == "placed"
    clock.now += timedelta(minutes=4)
    sent = letters.sent(desk, letter, "print", "Büro", "Büro-7")
    assert (sent.state, sent.error, sent.channel) == ("printed", "", "print")
    assert sent.sent_at == clock.now
    assert (letters.queue(desk), call_log.waiting(desk).letters_queued) == ((), 0)
    assert orders.detail(desk, order_id).state == "confirmed"


def test_printing_again_keeps_the_first_sending_and_moves_nothing(
    desk: Desk, clock: Clock, order_id: int
) -> None:
    letter = letters.write(desk, "confirmation", order_id).row.letter_id
    letters.sent(desk, letter, "print")
    orders.move(desk, order_id, "shipped")
    before = orders.detail(desk, order_id).withdrawal
    clock.now += timedelta(days=9)
    letters.sent(desk, letter, "print")
    found = orders.detail(desk, order_id)
    assert found.state == "shipped"
    assert found.withdrawal is not None
    assert found.withdrawal == before
    assert [move.target for move in found.moves] == ["placed", "confirmed", "shipped"]


@pytest.mark.parametrize("duty", [*duties.SELLER_DUTIES, "shop.iban"])
def test_each_duty_the_shop_has_not_filled_refuses_the_letter(
    desk: Desk, order_id: int, duty: str
) -> None:
    settings.save(desk, {duty: " "})
    with pytest.raises(Refused, match="duties_missing") as refusal:
        letters.write(desk, "confirmation", order_id)
    assert refusal.value.facts["missing"] == (duty,)
    assert letters.of_order(desk, order_id) == ()


def test_an_order_paid_by_link_needs_no_bank_account(desk: Desk) -> None:
    settings.save(desk, {**SHOP, "shop.iban": ""})
    draft = draft_with(desk, ("Pfanne", "54.90"))
    draft.payment_code = "card_link"
    letters.write(desk, "confirmation", orders.place(desk, draft, {}).order_id)


def test_the_archive_is_searched_by_number_and_name(desk: Desk, order_id: int) -> None:
    letter = letters.write(desk, "confirmation", order_id).row.letter_id
    letters.sent(desk, letter, "print")
    for words in ("", "00001", "ab-2026", "löff", "LOEFF"):
        assert [row.letter_id for row in letters.archive(desk, words)] == [letter]
    for words in ("00002", "%", "x"):
        assert letters.archive(desk, words) == ()


def test_the_kept_bytes_can_be_saved_as_a_file(desk: Desk, order_id: int, tmp_path: Path) -> None:
    letter = letters.write(desk, "confirmation", order_id)
    letters.save_as(desk, letter.row.letter_id, tmp_path / "brief.pdf")
    assert (tmp_path / "brief.pdf").read_bytes() == letter.pdf
    assert letters.read(desk, letter.row.letter_id).row.sent_at is None
    with pytest.raises(Unavailable, match="file"):
        letters.save_as(desk, letter.row.letter_id, tmp_path / "nowhere" / "brief.pdf")


def test_the_letter_says_what_the_snapshot_says(desk: Desk) -> None:
    settings.save(desk, SHOP)
    with desk.db.writing() as tx:
        values = {"sku": "PF", "name": "Pfanne", "price": Decimal(9), "vat": Decimal(19)}
        product = tx.insert(t.product.insert(), values)
    rust = ArticleDraft(title="Rost", letter_paragraph="Zum Rost.", details="# Pflege\nÖlen.")
    enclosed = articles.save(desk, rust)
    care: dict[str, Any] = {"details": "Einbrennen.", "topics": ["Pflege"]}
    articles.save(desk, ArticleDraft(title="Guss", skus=["PF"], **care))
    articles.save(desk, ArticleDraft(title="Cast iron", skus=["PF"], language="en", **care))
    articles.save(desk, ArticleDraft(title="Stahl", **care))
    order = draft_with(desk, ("Pfanne", "54.90"))
    order.lines[0] = replace(order.lines[0], product_id=product, withdrawal_rule="lost:3")
    order.article_ids, order.remark = [enclosed], "Bitte klingeln"
    order.deliver_to = Address(name="Oma", street="Weg 2", postcode="50667", town="Köln")
    tell(desk, order)
    placed = orders.place(desk, order, {})
    content = letters.confirmation_of(desk, orders.detail(desk, placed.order_id))
    assert (content.number, content.remark) == (placed.number, "Bitte klingeln")
    assert content.deliver_to == order.deliver_to
    assert content.lines[0].withdrawal_rule == WithdrawalRule.of("lost:3")
    assert content.paragraphs == ("Zum Rost.",)
    assert [sheet.title for sheet in content.care_sheets] == ["Rost", "Guss"]
    assert content.latest_delivery >= date(2026, 11, 24)
    assert len(content.told_at) == 5
    assert content.clerk == "Anna Berger"


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        (
            Address(street="Weg 1", postcode="50667", town="Köln"),
            ("Eva Löffler", "Weg 1", "50667 Köln"),
        ),
        (
            Address(
                name="c/o Oma", extra="Hinterhaus", street="Weg 1", postcode="50667", town="Köln"
            ),
            ("c/o Oma", "Hinterhaus", "Weg 1", "50667 Köln"),
        ),
        (
            Address(street="Gasse 2", postcode="5020", town="Salzburg", country="AT"),
            ("Eva Löffler", "Gasse 2", "5020 SALZBURG", "ÖSTERREICH"),
        ),
        (
            Address(street="Rue 2", postcode="75001", town="Paris", country="FR"),
            ("Eva Löffler", "Rue 2", "75001 PARIS", "FRANKREICH"),
        ),
        (
            Address(street="X 2", postcode="1", town="Y", country="ZZ"),
            ("Eva Löffler", "X 2", "1 Y", "ZZ"),
        ),
    ],
)
def test_the_address_stands_as_the_post_reads_it(
    desk: Desk, address: Address, lines: tuple[str, ...]
) -> None:
    draft = draft_with(desk, ("Pfanne", "1"))
    draft.billing, draft.customer_name = address, "Eva Löffler"
    draft.shipping_code = "post"  # a way the shop no longer has rules for
    draft.vat_mode = order_money.pricing_of(desk, draft).mode
    order = orders.detail(desk, orders.place(desk, draft, {}).order_id)
    assert letters.confirmation_of(desk, order).recipient == lines


def test_a_withdrawal_ends_not_before_and_says_no_date(desk: Desk, clock: Clock) -> None:
    settings.save(desk, {**SHOP, "policy.extension_months": "0", "shop.land": "BY"})
    order_id = orders.place(desk, draft_with(desk, ("Pfanne", "1")), {}).order_id
    assert orders.detail(desk, order_id).withdrawal is None
    letter = letters.write(desk, "confirmation", order_id)
    letters.sent(desk, letter.row.letter_id, "print")
    orders.move(desk, order_id, "shipped")
    clock.now += timedelta(days=4)
    orders.move(desk, order_id, "delivered")
    found = orders.detail(desk, order_id).withdrawal
    assert found is not None
    assert found.until is None  # nobody knows when the written instruction came
    assert found.not_before == date(2026, 12, 14)  # 12 December is a Saturday


def test_the_extension_of_an_order_is_the_one_it_was_placed_with(desk: Desk, clock: Clock) -> None:
    settings.save(desk, {**SHOP, "policy.extension_months": "2"})
    order_id = orders.place(desk, draft_with(desk, ("Pfanne", "1")), {}).order_id
    letter = letters.write(desk, "confirmation", order_id)
    letters.sent(desk, letter.row.letter_id, "print")
    settings.save(desk, {"policy.extension_months": "0"})
    found = orders.detail(desk, order_id).withdrawal
    assert found is not None
    assert found.not_before == date(2027, 1, 25)


@pytest.mark.parametrize(
    ("country", "named"),
    [("DE", "de/withdrawal-2026-06-19"), ("AT", "de/austria-2026-11-01"),
     ("CH", "de/switzerland-2026-11-01")],
)  # fmt: skip
def test_a_letter_records_the_dated_texts_of_its_land(desk: Desk, country: str, named: str) -> None:
    settings.save(desk, SHOP)
    draft = draft_with(desk, ("Pfanne", "54.90"))
    draft.deliver_to = draft.billing
    home = {"DE": "80331", "AT": "1090", "CH": "3011"}[country]
    draft.billing = replace(draft.billing, country=country, postcode=home)
    order_id = orders.place(desk, tell(desk, draft), {}).order_id
    letter = letters.write(desk, "confirmation", order_id)
    query = select(t.letter.c.legal_texts).where(t.letter.c.id == letter.row.letter_id)
    with desk.db.reading() as connection:
        kept = connection.execute(query).scalar_one().split()
    assert named in kept
    assert "de/confirmation-2026-11-01" in kept
    assert ("de/withdrawal-2026-06-19" in kept) is (country != "CH")
