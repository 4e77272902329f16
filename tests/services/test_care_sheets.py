"""Care sheets: what belongs to the goods goes along once, in the customer's language, as ticked."""

import hashlib
from dataclasses import replace
from decimal import Decimal

import pytest
from sqlalchemy import insert, update

import shopphone.services.articles as articles
import shopphone.services.care_sheets as care_sheets
import shopphone.services.letters as letters
import shopphone.services.orders as orders
import shopphone.services.settings as settings
from shopphone.domain.knowledge import ArticleDraft
from shopphone.letters import confirmation
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from tests.letters import reading, samples
from tests.services.test_orders import SHOP, draft_with


@pytest.fixture
def product(desk: Desk) -> int:
    settings.save(desk, SHOP)
    values = {
        "sku": "GP-28",
        "name": "Gusspfanne",
        "group": "gusspfanne",
        "category": "Pfannen",
        "price": Decimal(9),
        "vat": Decimal(19),
    }
    with desk.db.writing() as tx:
        return tx.insert(insert(t.product), values)


def care(desk: Desk, title: str, *, skus: tuple[str, ...] = (), language: str = "de") -> int:
    return articles.save(
        desk,
        ArticleDraft(
            title=title,
            language=language,
            details=f"{title} ölen.",
            topics=["Pflege"],
            skus=list(skus),
        ),
    )


def to_group(desk: Desk, article_id: int, group: str) -> None:
    with desk.db.writing() as tx:
        tx.execute(insert(t.article_group), {"article_id": article_id, "group": group})


def change(desk: Desk, article_id: int, **values: str) -> None:
    with desk.db.writing() as tx:
        tx.execute(update(t.article).where(t.article.c.id == article_id).values(**values))


def attach(desk: Desk, article_id: int, content: bytes, name: str = "blatt.pdf") -> None:
    with desk.db.writing() as tx:
        tx.execute(
            insert(t.article_attachment),
            {
                "article_id": article_id,
                "name": name,
                "media_type": "application/pdf",
                "content": content,
                "sha256": hashlib.sha256(content).hexdigest(),
                "added_at": desk.now(),
            },
        )


def placed(desk: Desk, product: int, language: str = "de") -> int:
    draft = draft_with(desk, ("Gusspfanne", "54.90"))
    draft.language = language
    draft.lines = [replace(draft.lines[0], product_id=product)] * 2
    return orders.place(desk, draft, {}).order_id


def titles(desk: Desk, order_id: int) -> list[str]:
    return [each.title for each in care_sheets.of_order(desk, orders.detail(desk, order_id))]


def test_articles_of_the_product_its_group_and_its_category_go_along_once(
    desk: Desk, product: int
) -> None:
    both = care(desk, "Guss", skus=("GP-28",))
    to_group(desk, both, "gusspfanne")
    to_group(desk, care(desk, "Griffe"), "gusspfanne")
    to_group(desk, care(desk, "Pfannen"), "Pfannen")
    to_group(desk, care(desk, "Messer"), "messer")
    assert titles(desk, placed(desk, product)) == ["Guss", "Griffe", "Pfannen"]


def test_only_articles_in_force_go_along(desk: Desk, product: int) -> None:
    for title, state in (("Entwurf", "draft"), ("Alt", "retired"), ("Gilt", "in_force")):
        change(desk, care(desk, title, skus=("GP-28",)), state=state)
    assert titles(desk, placed(desk, product)) == ["Gilt"]


def test_the_sheet_speaks_the_customers_language_by_its_translation(
    desk: Desk, product: int
) -> None:
    change(desk, care(desk, "Guss", skus=("GP-28",)), pair="iron")
    change(desk, care(desk, "Cast iron", language="en"), pair="iron")
    care(desk, "Nur deutsch", skus=("GP-28",))
    assert titles(desk, placed(desk, product, "en")) == ["Cast iron"]
    assert titles(desk, placed(desk, product, "de")) == ["Guss", "Nur deutsch"]


def test_a_translation_that_is_not_in_force_is_not_printed(desk: Desk, product: int) -> None:
    change(desk, care(desk, "Guss", skus=("GP-28",)), pair="iron")
    change(desk, care(desk, "Cast iron", language="en"), pair="iron", state="draft")
    assert titles(desk, placed(desk, product, "en")) == []


def test_what_was_unticked_stays_out_of_every_later_letter(desk: Desk, product: int) -> None:
    guss = care(desk, "Guss", skus=("GP-28",))
    care(desk, "Griffe", skus=("GP-28",))
    order_id = placed(desk, product)
    first = letters.write(desk, "confirmation", order_id)
    second = letters.with_care(desk, order_id, guss, False)
    assert "Hinweise zu Guss" in reading.flat(first.pdf)
    assert "Hinweise zu Guss" not in reading.flat(second.pdf)
    assert "Hinweise zu Griffe" in reading.flat(second.pdf)
    assert [row.letter_id for row in letters.queue(desk)] == [second.row.letter_id]
    assert letters.write(desk, "confirmation", order_id).pdf == second.pdf
    with desk.db.writing() as tx:
        tx.execute(update(t.sale_order).values(version=2))
    assert "Hinweise zu Guss" not in reading.flat(letters.write(desk, "confirmation", order_id).pdf)
    assert [(c.title, c.enclosed) for c in care_sheets.choices(desk, order_id)] == [
        ("Guss", False),
        ("Griffe", True),
    ]
    third = letters.with_care(desk, order_id, guss, True)
    assert "Hinweise zu Guss" in reading.flat(third.pdf)


def test_a_letter_that_left_keeps_its_bytes_whatever_is_ticked(desk: Desk, product: int) -> None:
    guss = care(desk, "Guss", skus=("GP-28",))
    order_id = placed(desk, product)
    letter = letters.write(desk, "confirmation", order_id)
    letters.sent(desk, letter.row.letter_id, "print")
    assert letters.with_care(desk, order_id, guss, False).pdf == letter.pdf


def test_pdf_files_go_along_once_and_a_damaged_one_is_named(desk: Desk, product: int) -> None:
    pdf = confirmation.write(samples.english())
    guss, griffe = care(desk, "Guss", skus=("GP-28",)), care(desk, "Griffe", skus=("GP-28",))
    attach(desk, guss, pdf)
    attach(desk, griffe, pdf)
    attach(desk, griffe, b"%PDF-1.4 half a file", "kaputt.pdf")
    order_id = placed(desk, product)
    sheets = care_sheets.of_order(desk, orders.detail(desk, order_id))
    assert [sheet.pdfs for sheet in sheets] == [(pdf,), ()]
    assert [c.damaged for c in care_sheets.choices(desk, order_id)] == [(), ("kaputt.pdf",)]
    pages = confirmation.page_count(pdf)
    assert care_sheets.choices(desk, order_id)[0].pdf_pages == pages
    whole = letters.write(desk, "confirmation", order_id)
    without = letters.with_care(desk, order_id, guss, False)
    # Griffe brings the same file then
    assert whole.row.pages - without.row.pages == 0
    neither = letters.with_care(desk, order_id, griffe, False)
    assert without.row.pages - neither.row.pages == pages + 1
