"""A placed order reopened to change one thing: everything else stays as it was agreed."""

from dataclasses import replace
from decimal import Decimal

import pytest
from sqlalchemy import insert, update

import shopphone.services.changes as changes
import shopphone.services.money as money
import shopphone.services.order_money as order_money
import shopphone.services.orders as orders
import shopphone.services.settings as settings
from shopphone.domain import settling
from shopphone.domain.orders import OrderDraft, draft_totals
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from tests.services.test_orders import SHOP, draft_with
from tests.support.telling import tell

POSTCODES = {"DE": "80331", "AT": "1010", "CH": "8001"}


def settled(desk: Desk, draft: OrderDraft) -> OrderDraft:
    """The draft as the order form brings it up to date."""
    coupon = money.coupon(desk, draft.coupon_code) if draft.coupon_code else None
    pricing = order_money.pricing_of(desk, draft)
    settling.settle(draft, pricing, order_money.method_of(desk, draft), coupon)
    return draft


def placed(desk: Desk, draft: OrderDraft) -> int:
    draft.told.clear()
    return orders.place(desk, tell(desk, draft), {}).order_id


def send_everywhere(desk: Desk) -> None:
    content = {"name_de": "Paket", "name_en": "Parcel", "price": "4.90", "free_from": None}
    with desk.db.writing() as tx:
        tx.execute(t.shipping_method.delete())
        tx.execute(
            insert(t.shipping_method),
            {"code": "dhl", "content": {**content, "countries": [*POSTCODES]}, "position": 0},
        )


@pytest.mark.parametrize("abroad", ["kept", "recalculated"])
@pytest.mark.parametrize(
    ("country", "kind", "vat_id", "rate"),
    [
        ("DE", "consumer", "", "7"),
        ("DE", "business", "", "19"),
        ("AT", "consumer", "", "7"),
        ("AT", "consumer", "", "19"),
        ("AT", "business", "ATU46983509", "19"),
        ("CH", "consumer", "", "19"),
    ],
)
def test_a_remark_changes_no_price_and_no_vat(
    desk: Desk, abroad: str, country: str, kind: str, vat_id: str, rate: str
) -> None:
    terms = {"vat.net_for_business": "1", "vat.oss": "1", "vat.abroad": abroad}
    settings.save(desk, {**SHOP, **terms})
    draft = draft_with(desk, ("Becher", "107.00"))
    send_everywhere(desk)
    with desk.db.writing() as tx:
        of = t.customer.c.id == draft.customer_id
        tx.execute(update(t.customer).where(of).values(kind=kind))
    draft.lines[0].vat, draft.lines[0].gross_deposit = Decimal(rate), Decimal("2.50")
    draft.customer_kind, draft.vat_id = kind, vat_id
    draft.billing = replace(draft.billing, country=country, postcode=POSTCODES[country])
    order_id = placed(desk, settled(desk, draft))
    agreed = orders.detail(desk, order_id).totals
    again = settled(desk, changes.begin(desk, order_id))
    assert (again.lines[0].home_vat, again.lines[0].gross_deposit) == (
        Decimal(rate),
        Decimal("2.50"),
    )
    assert draft_totals(again).total == agreed.total
    again.remark = "Bitte klingeln"
    changes.place(desk, tell(desk, again), {})
    assert orders.detail(desk, order_id).totals == agreed


def test_a_rate_that_rose_since_reaches_no_agreed_line(desk: Desk) -> None:
    settings.save(desk, {**SHOP, "vat.oss": "1", "vat.abroad": "recalculated"})
    draft = draft_with(desk, ("Becher", "107.00"))
    send_everywhere(desk)
    draft.billing = replace(draft.billing, country="AT", postcode="1010")
    order_id = placed(desk, settled(desk, draft))
    (agreed,) = orders.detail(desk, order_id).lines
    money.save_rates(desk, "DE; standard; 19; 2021-01-01\nAT; standard; 25; 2021-01-01")
    again = settled(desk, changes.begin(desk, order_id))
    (line,) = again.lines
    assert (line.unit_price, line.vat) == (agreed.unit_price, agreed.vat)
    again.billing = replace(again.billing, country="DE", postcode="80331")
    assert draft_totals(settled(desk, again)).total == Decimal("111.90")
