"""Writes the era of the version at hand: a small shop with a row of everything a call leaves behind.

Run once before a release, `python -m tests.eras.make > tests/eras/shop_NNNN.sql`; afterwards the
file is never changed, only opened and upgraded.
"""

import sqlite3
import sys
import tempfile
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from sqlalchemy import insert

import shopphone.services.articles as articles
import shopphone.services.callbacks as callbacks
import shopphone.services.calls as calls
import shopphone.services.consents as consents
import shopphone.services.customers as customers
import shopphone.services.orders as orders
from shopphone import __version__
from shopphone.domain.callbacks import CallbackDraft
from shopphone.domain.calls import WrapUp
from shopphone.domain.consent_ledger import ConsentDraft
from shopphone.domain.customers import Address, CustomerDraft, PhoneEntry
from shopphone.domain.knowledge import ArticleDraft
from shopphone.domain.orders import LineDraft, OrderDraft
from shopphone.domain.readback import POINTS
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store import upgrade
from shopphone.store.db import APPLICATION_ID
from shopphone.store.local import Local

_NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
_HOME = Address(street="Am Lindenhang 12", postcode="81671", town="München")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        desk = Desk(
            db=upgrade.open_file(folder / "shop.db", _NOON),
            local=Local(folder / "desk.db"),
            now=lambda: _NOON,
            staff_name="Anna Berger",
        )
        fill(desk)
        desk.db.checkpoint()
        desk.db.close()
        desk.local.close()
        sys.stdout.write(dump(folder / "shop.db"))


def fill(desk: Desk) -> None:
    """One customer, article, product, call with outcome, order with read-back, letter, callback."""
    customer = customers.save(
        desk,
        CustomerDraft(
            first_name="Annemarie",
            last_name="Löffler",
            phones=[PhoneEntry(raw="089 99998-123", e164=None, label="home")],
            billing=_HOME,
        ),
    )
    article = articles.save(desk, ArticleDraft(language="de", title="Rost", say="Einbrennen."))
    product, outcome = _product_and_outcome(desk)
    call = calls.start(desk, "089 99998-123")
    placed = orders.place(desk, _draft(customer, product, article, call.call_id), {"P1": "Pfanne"})
    calls.finish(desk, WrapUp(call_id=call.call_id, outcome_id=outcome, note="ruft wieder an"))
    callbacks.plan(
        desk,
        CallbackDraft(
            raw_number="089 99998-123", customer_id=customer, call_id=call.call_id, due_at=_NOON
        ),
    )
    _letter(desk, placed.order_id, customer)


def dump(file: Path) -> str:
    connection = sqlite3.connect(file)
    rows = "\n".join(connection.iterdump())
    connection.close()
    return (
        f"-- A shop as version {__version__} made it; never changed, only opened and upgraded.\n"
        f"pragma application_id = {APPLICATION_ID};\n{rows}\n"
    )


def _product_and_outcome(desk: Desk) -> tuple[int, int]:
    with desk.db.writing() as tx:
        content = {"name_de": "Paket", "name_en": "Parcel", "price": "4.90", "free_from": None}
        tx.execute(insert(t.shipping_method), {"code": "dhl", "content": content, "position": 0})
        tx.execute(insert(t.setting), {"key": "shop.name", "value": "Laden"})
        product = tx.insert(
            insert(t.product),
            {"sku": "PF-24", "name": "Pfanne", "price": Decimal("54.90"), "vat": Decimal(19)},
        )
        outcome = tx.insert(insert(t.outcome), {"key": "order", "name_de": "Bestellung"})
    return product, outcome


def _draft(customer: int, product: int, article: int, call: int) -> OrderDraft:
    return OrderDraft(
        key="0123456789abcdef0123456789abcdef",
        customer_id=customer,
        customer_name="Annemarie Löffler",
        billing=_HOME,
        lines=[
            LineDraft(
                sku="PF-24", product_id=product, name="Pfanne", unit_price=Decimal("54.90"),
                quantity=Decimal(2), discount=Decimal("0.1"),
            )
        ],
        shipping_code="dhl",
        shipping_gross=Decimal("4.90"),
        told=dict.fromkeys(POINTS, _NOON.isoformat()),
        article_ids=[article],
        call_id=call,
    )  # fmt: skip


def _letter(desk: Desk, order: int, customer: int) -> None:
    with desk.db.writing() as tx:
        letter = tx.insert(
            insert(t.letter),
            {
                "kind": "confirmation", "order_id": order, "order_version": 1,
                "customer_id": customer, "language": "de", "created_at": _NOON,
                "staff_id": desk.staff_id(), "pdf": b"%PDF-1.7", "sha256": "0" * 64, "pages": 1,
                "state": "printed",
            },
        )  # fmt: skip
        tx.execute(insert(t.letter_event), {"letter_id": letter, "channel": "print", "at": _NOON})
    consents.give(
        desk,
        ConsentDraft(
            customer_id=customer, topics="Pfannen", wording="Darf ich Sie anrufen?",
            number="089 99998-123", evidence_name="Karte.pdf", evidence=b"%PDF-1.7",
        ),
    )  # fmt: skip


if __name__ == "__main__":
    main()
