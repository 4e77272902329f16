"""What a change leaves as it is: the days that were promised, the way of sending, a signed mandate."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

import shopphone.services.changes as changes
import shopphone.services.drafts as drafts
import shopphone.services.letters as letters
import shopphone.services.offers as offers
import shopphone.services.orders as orders
import shopphone.services.settings as settings
from shopphone.domain.errors import Refused
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from tests.letters.reading import flat
from tests.services.conftest import Clock
from tests.services.test_changes import AUSTRIAN_IBAN, GERMAN_IBAN, placed
from tests.services.test_contracts import course, price, send_offer
from tests.services.test_orders import SHOP, draft_with
from tests.support.telling import tell

DAY = timedelta(days=1)


def test_a_change_moves_no_promised_day_unseen(desk: Desk, clock: Clock) -> None:
    settings.save(desk, SHOP)
    order_id = placed(desk, draft_with(desk, ("Pfanne", "30.80")))
    before = orders.detail(desk, order_id)
    clock.now += 5 * DAY
    draft = changes.begin(desk, order_id)
    price("42.80")(draft)
    assert [each.code for each in changes.compare(desk, draft)] == ["line", "total"]
    changes.place(desk, tell(desk, draft), {})
    after = orders.detail(desk, order_id)
    assert (after.due_on, after.latest_delivery) == (before.due_on, before.latest_delivery)


def test_a_day_the_clerk_sets_is_a_change_that_is_shown_and_written(
    desk: Desk, clock: Clock
) -> None:
    settings.save(desk, SHOP)
    order_id = placed(desk, draft_with(desk, ("Pfanne", "30.80")))
    before = orders.detail(desk, order_id)
    assert before.due_on is not None
    assert before.latest_delivery is not None
    draft = changes.begin(desk, order_id)
    draft.due_on, draft.latest_delivery = before.due_on + DAY, before.latest_delivery + 2 * DAY
    drafts.keep_order(desk, "x", draft)
    kept = drafts.order(desk, "x")
    assert kept is not None
    assert (kept.due_on, kept.latest_delivery) == (draft.due_on, draft.latest_delivery)
    found = {each.code: (each.before, each.after) for each in changes.compare(desk, draft)}
    assert found == {
        "due_on": (before.due_on, draft.due_on),
        "latest_delivery": (before.latest_delivery, draft.latest_delivery),
    }
    changes.place(desk, tell(desk, draft), {})
    (version,) = orders.detail(desk, order_id).versions
    assert [each.code for each in version.changes] == ["due_on", "latest_delivery"]
    words = flat(letters.write(desk, "confirmation", order_id).pdf)
    assert "Zahlbar bis 29. November 2026 30. November 2026" in words


def test_another_way_to_pay_has_a_day_of_its_own(desk: Desk, clock: Clock) -> None:
    settings.save(desk, SHOP)
    order_id = placed(desk, draft_with(desk, ("Pfanne", "30.80")))
    clock.now += DAY
    draft = changes.begin(desk, order_id)
    draft.payment_code = "invoice"
    changes.place(desk, tell(desk, draft), {})
    assert orders.detail(desk, order_id).due_on == desk.today() + 14 * DAY


def test_versions_from_before_the_days_were_kept_say_nothing_of_them(desk: Desk) -> None:
    settings.save(desk, SHOP)
    order_id = placed(desk, draft_with(desk, ("Pfanne", "30.80")))
    draft = changes.begin(desk, order_id)
    draft.remark = "Bitte klingeln"
    changes.place(desk, tell(desk, draft), {})
    v = t.order_version
    with desk.db.writing() as tx:
        agreed = dict(tx.execute(v.select()).one().agreed)
        del agreed["due_on"], agreed["latest_delivery"]
        tx.execute(v.update().values(agreed=agreed))
    (version,) = orders.detail(desk, order_id).versions
    assert [each.code for each in version.changes] == ["remark"]


def test_a_way_of_sending_that_is_gone_keeps_its_name(desk: Desk) -> None:
    settings.save(desk, SHOP)
    order_id = placed(desk, draft_with(desk, ("Pfanne", "30.80")))
    settings.save(desk, {"shipping.methods": "Bote; Courier; 9,90; ; DE; ; ; 3;"})
    with desk.db.writing() as tx:
        tx.execute(t.shipping_method.delete())
    draft = changes.begin(desk, order_id)
    draft.remark = "Bitte klingeln"
    assert [each.code for each in changes.compare(desk, draft)] == ["remark"]
    changes.place(desk, tell(desk, draft), {})
    order = orders.detail(desk, order_id)
    assert (order.shipping_code, order.shipping_name) == ("dhl", "Paket")
    assert order.totals.shipping == Decimal("4.90")


def debited(desk: Desk) -> tuple[int, int]:
    """A course, and the accepted offer to debit another account for it."""
    order_id = course(desk)
    draft = changes.begin(desk, order_id)
    draft.payment_code, draft.iban = "sepa_debit", AUSTRIAN_IBAN
    settings.save(desk, {"shop.creditor_id": "DE98ZZZ09999999999"})
    offer_id = offers.offer(desk, tell(desk, draft), {}).order_id
    send_offer(desk, offer_id)
    offers.accept(desk, offer_id, desk.today(), "letter", "Ja.")
    return order_id, offer_id


def test_the_signed_mandate_of_an_offered_change_is_that_of_the_contract(desk: Desk) -> None:
    order_id, offer_id = debited(desk)
    offered = orders.detail(desk, offer_id).mandate
    assert offered is not None
    orders.mandate_returned(desk, offer_id, desk.today())
    offers.conclude(desk, offer_id)
    kept = orders.detail(desk, order_id).mandate
    assert kept == replace(offered, returned_on=desk.today())


def test_an_account_that_stays_needs_no_new_signature(desk: Desk) -> None:
    settings.save(desk, {**SHOP, "shop.creditor_id": "DE98ZZZ09999999999"})
    draft = draft_with(desk, ("Pfanne", "30.80"))
    draft.payment_code, draft.iban = "sepa_debit", GERMAN_IBAN
    order_id = placed(desk, draft)
    orders.mandate_returned(desk, order_id, desk.today())
    before = orders.detail(desk, order_id).mandate
    settings.save(desk, {"order.text_yes": "all"})
    draft = changes.begin(desk, order_id)
    price("42.80")(draft)
    offer_id = offers.offer(desk, tell(desk, draft), {}).order_id
    send_offer(desk, offer_id)
    offers.accept(desk, offer_id, desk.today(), "letter", "Ja.")
    offers.conclude(desk, offer_id)
    assert orders.detail(desk, order_id).mandate == before


@pytest.mark.parametrize(
    ("country", "postcode", "asks"), [("DE", "80333", False), ("AT", "1010", True)]
)
def test_an_address_put_right_needs_no_new_yes(
    desk: Desk, country: str, postcode: str, asks: bool
) -> None:
    order_id = course(desk)
    content = {"name_de": "Paket", "name_en": "Parcel", "price": "4.90", "free_from": None}
    with desk.db.writing() as tx:
        tx.execute(
            t.shipping_method.update().values(content={**content, "countries": ["DE", "AT"]})
        )
    draft = changes.begin(desk, order_id)
    draft.billing = replace(draft.billing, street="Am Wege 1", country=country, postcode=postcode)
    if asks:
        with pytest.raises(Refused, match="written_yes_needed"):
            changes.place(desk, tell(desk, draft), {})
        return
    changes.place(desk, tell(desk, draft), {})
    order = orders.detail(desk, order_id)
    assert (order.version, order.billing.street) == (2, "Am Wege 1")
