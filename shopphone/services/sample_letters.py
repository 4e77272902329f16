"""One of every letter from a shop's own orders, each written as a clerk would have it written.

For looking at and for tests: it places orders and takes withdrawals, so never in a real shop.
A new kind of letter gets one function and one line in LETTERS.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from sqlalchemy import select

import shopphone.services.changes as changes
import shopphone.services.consents as consents
import shopphone.services.customer_letters as customer_letters
import shopphone.services.customers as customers
import shopphone.services.defects as defects
import shopphone.services.letters as letters
import shopphone.services.offers as offers
import shopphone.services.order_letters as order_letters
import shopphone.services.orders as orders
import shopphone.services.short_letters as short_letters
import shopphone.services.withdrawals as withdrawals
from shopphone.domain.consent_ledger import ConsentDraft
from shopphone.domain.customers import Address
from shopphone.domain.defects import DefectDraft
from shopphone.domain.letters_log import CONFIRMATION, OFFER
from shopphone.domain.order_kinds import Direction, Matter
from shopphone.domain.orders import OrderDraft
from shopphone.domain.withdrawals import LineChoice, WithdrawalDraft
from shopphone.services.desk import Desk
from shopphone.store import tables as t

_o, _a = t.sale_order.c, t.article.c
_VIENNA = Address(street="Marktgasse 4", postcode="1090", town="Wien", country="AT")
_BERNE = Address(street="Brunngasse 7", postcode="3011", town="Bern", country="CH")
_WORDS = {
    "wish": {"de": "Bitte beim Nachbarn abgeben", "en": "Please leave with the neighbour"},
    "parent": {"de": "Frau Marlene Sommerfeld", "en": "Mrs Marlene Summerfield"},
    "withdrawn": {"de": "passt nicht auf meinen Herd", "en": "does not fit my stove"},
    "done": {"de": "zwei von fünf Stunden", "en": "two of five hours"},
    "scope": {"de": "neue Pfannen und Tees", "en": "new pans and teas"},
    "consent": {
        "de": "Ja, bitte rufen Sie mich an, wenn es Neues gibt.",
        "en": "Yes, please call me when there is something new.",
    },
    "yes": {"de": "Abschnitt unterschrieben, im Ordner", "en": "slip signed, in the folder"},
    "other": {"de": "Jonas Beispiel", "en": "Jonas Example"},
    "defect": {"de": "Der Griff ist locker", "en": "The handle is loose"},
}
_HOUSE = Address(street="Beispielweg 7", postcode="80331", town="München")


def confirmation(desk: Desk, language: str) -> bytes:
    placed = orders.place(desk, _told(desk, _draft(desk, language)), {})
    return letters.write(desk, CONFIRMATION, placed.order_id).pdf


def change(desk: Desk, language: str) -> bytes:
    """The first confirmation has left; now there is one more of the first line."""
    placed = orders.place(desk, _told(desk, _draft(desk, language)), {})
    first = letters.write(desk, CONFIRMATION, placed.order_id)
    letters.sent(desk, first.row.letter_id, "print")
    draft = changes.begin(desk, placed.order_id)
    draft.lines[0].quantity += 1
    changes.place(desk, _told(desk, draft), {})
    return letters.write(desk, CONFIRMATION, placed.order_id).pdf


def extension(desk: Desk, language: str) -> bytes:
    draft = changes.extend(desk, _shipped(desk, language))
    placed = orders.place(desk, _told(desk, draft), {})
    return letters.write(desk, CONFIRMATION, placed.order_id).pdf


def offer(desk: Desk, language: str) -> bytes:
    draft = replace(_draft(desk, language), matter=Matter.COURSE)
    placed = offers.offer(desk, _told(desk, draft), {})
    offer = letters.write(desk, OFFER, placed.order_id)
    letters.sent(desk, offer.row.letter_id, "print")
    return letters.write(desk, OFFER, placed.order_id).pdf


def pending(desk: Desk, language: str) -> bytes:
    """Of a buyer under age, to be paid by transfer once a parent has approved."""
    draft = replace(_draft(desk, language), of_age="no", parent=_WORDS["parent"][language])
    placed = orders.place(desk, _told(desk, draft), {})
    return letters.write(desk, CONFIRMATION, placed.order_id).pdf


def service(desk: Desk, language: str) -> bytes:
    """A service begun at once, as the customer wanted."""
    draft = replace(_draft(desk, language), matter=Matter.SERVICE, early_start=True)
    placed = orders.place(desk, _told(desk, draft), {})
    return letters.write(desk, CONFIRMATION, placed.order_id).pdf


def digital(desk: Desk, language: str) -> bytes:
    draft = replace(_draft(desk, language), matter=Matter.DIGITAL)
    placed = orders.place(desk, _told(desk, draft), {})
    return letters.write(desk, CONFIRMATION, placed.order_id).pdf


def austria(desk: Desk, language: str) -> bytes:
    placed = orders.place(desk, _told(desk, _abroad(desk, language, _VIENNA)), {})
    return letters.write(desk, CONFIRMATION, placed.order_id).pdf


def austria_offer(desk: Desk, language: str) -> bytes:
    """A service agreed in a call of the shop's (§ 9 (2) FAGG)."""
    draft = replace(
        _abroad(desk, language, _VIENNA), matter=Matter.SERVICE, direction=Direction.OUT
    )
    placed = offers.offer(desk, _told(desk, draft), {})
    offer = letters.write(desk, OFFER, placed.order_id)
    letters.sent(desk, offer.row.letter_id, "print")
    return letters.write(desk, OFFER, placed.order_id).pdf


def switzerland(desk: Desk, language: str) -> bytes:
    placed = orders.place(desk, _told(desk, _abroad(desk, language, _BERNE)), {})
    return letters.write(desk, CONFIRMATION, placed.order_id).pdf


def switzerland_called(desk: Desk, language: str) -> bytes:
    draft = replace(_abroad(desk, language, _BERNE), direction=Direction.OUT)
    placed = orders.place(desk, _told(desk, draft), {})
    return letters.write(desk, CONFIRMATION, placed.order_id).pdf


def withdrawal(desk: Desk, language: str) -> bytes:
    order_id = _shipped(desk, language)
    whole = _whole(desk, order_id, language)
    draft = replace(whole, lines=whole.lines[:1])
    return short_letters.acknowledge(desk, withdrawals.declare(desk, draft)).pdf


def withdrawal_part_paid(desk: Desk, language: str) -> bytes:
    """All of an order withdrawn of which only a part had been paid."""
    placed = orders.place(desk, _told(desk, _draft(desk, language)), {})
    orders.set_paid(desk, placed.order_id, desk.today(), amount=Decimal(20))
    key = withdrawals.declare(desk, _whole(desk, placed.order_id, language))
    return short_letters.acknowledge(desk, key).pdf


def withdrawal_service(desk: Desk, language: str) -> bytes:
    """A service withdrawn from after a part of it was done, as the customer had wished."""
    draft = replace(_draft(desk, language), matter=Matter.SERVICE, early_start=True)
    placed = orders.place(desk, _told(desk, draft), {})
    orders.set_paid(desk, placed.order_id, desk.today())
    letters.enclose(desk, placed.order_id)
    orders.move(desk, placed.order_id, "shipped")
    key = withdrawals.declare(desk, _whole(desk, placed.order_id, language))
    first = orders.detail(desk, placed.order_id).lines[0]
    withdrawals.set_done(desk, key, first.position, Decimal("0.4"), _WORDS["done"][language])
    return short_letters.acknowledge(desk, key).pdf


def remedy(desk: Desk, language: str) -> bytes:
    order = orders.detail(desk, _shipped(desk, language))
    draft = DefectDraft(
        order_id=order.order_id,
        position=order.lines[0].position,
        shown_on=desk.today(),
        words=_WORDS["defect"][language],
        reported_by=order.customer,
        told=True,
        remedy="repair",
    )
    return short_letters.tell_remedy(desk, defects.report(desk, draft)).pdf


def mandate(desk: Desk, language: str) -> bytes:
    """Paid by debit, and nothing has come back yet."""
    return short_letters.ask_for_mandate(desk, _debited(desk, language)).pdf


def debit(desk: Desk, language: str) -> bytes:
    """The confirmation of an order paid by debit, with the mandate to be signed."""
    return letters.write(desk, CONFIRMATION, _debited(desk, language)).pdf


def receipt(desk: Desk, language: str) -> bytes:
    placed = orders.place(desk, _told(desk, _draft(desk, language)), {})
    return order_letters.write(desk, "receipt", placed.order_id).pdf


def accepted(desk: Desk, language: str) -> bytes:
    draft = replace(_draft(desk, language), matter=Matter.COURSE)
    placed = offers.offer(desk, _told(desk, draft), {})
    offer = letters.write(desk, OFFER, placed.order_id)
    letters.sent(desk, offer.row.letter_id, "print")
    offers.accept(desk, placed.order_id, desk.today(), "letter", _WORDS["yes"][language])
    return order_letters.write(desk, "accepted", placed.order_id).pdf


def delivery(desk: Desk, language: str) -> bytes:
    """A part of what was ordered, to somebody else."""
    to = replace(_HOUSE, name=_WORDS["other"][language])
    draft = replace(_draft(desk, language), deliver_to=to)
    placed = orders.place(desk, _told(desk, draft), {})
    letters.enclose(desk, placed.order_id)
    first = orders.detail(desk, placed.order_id).lines[0]
    orders.send_parcel(
        desk, placed.order_id, "DHL", "00340434161094000000", {first.position: Decimal(1)}
    )
    return order_letters.write(desk, "delivery", placed.order_id).pdf


def reminder(desk: Desk, language: str) -> bytes:
    """Prepaid six weeks ago, and nothing has come."""
    then = replace(desk, now=lambda: desk.now() - timedelta(weeks=6))
    placed = orders.place(then, _told(then, _draft(desk, language)), {})
    return order_letters.write(desk, "reminder", placed.order_id).pdf


def cancellation(desk: Desk, language: str) -> bytes:
    return order_letters.write(desk, "cancellation", _cancelled(desk, language)).pdf


def refund(desk: Desk, language: str) -> bytes:
    order_id = _cancelled(desk, language)
    orders.set_refunded(desk, order_id, desk.today())
    return order_letters.write(desk, "refund", order_id).pdf


def answer(desk: Desk, language: str) -> bytes:
    query = select(_a.id).where(_a.language == language).where(_a.letter_paragraph != "")
    with desk.db.reading() as connection:
        keys = list(connection.execute(query.order_by(_a.id).limit(3)).scalars())
    return customer_letters.answer(desk, _customer(desk, language), keys).pdf


def missed(desk: Desk, language: str) -> bytes:
    return customer_letters.write(desk, "missed", _customer(desk, language)).pdf


def consent(desk: Desk, language: str) -> bytes:
    """Given on the phone a week ago."""
    customer_id, at = _customer(desk, language), desk.now() - timedelta(days=7)
    consents.give(
        desk,
        ConsentDraft(
            customer_id=customer_id,
            topics=_WORDS["scope"][language],
            wording=_WORDS["consent"][language],
            number="089 99998-123",
            at=at,
        ),
    )
    return customer_letters.write(desk, "consent", customer_id).pdf


def consent_withdrawn(desk: Desk, language: str) -> bytes:
    customer_id = _customer(desk, language)
    customers.no_advertising(desk, customer_id)
    return customer_letters.write(desk, "consent_withdrawn", customer_id).pdf


def envelope_dl(desk: Desk, language: str) -> bytes:
    return customer_letters.write(desk, "envelope_dl", _customer(desk, language)).pdf


def envelope_c6(desk: Desk, language: str) -> bytes:
    return customer_letters.write(desk, "envelope_c6", _customer(desk, language)).pdf


def label(desk: Desk, language: str) -> bytes:
    return customer_letters.write(desk, "label", _customer(desk, language)).pdf


def care_sheet(desk: Desk, language: str) -> bytes:
    """The longest of the shop's care articles."""
    from shopphone.letters import care_sheet as sheet

    topics = select(t.article_topic.c.article_id).where(
        t.article_topic.c.topic.in_(("Pflege", "Care"))
    )
    query = select(_a.title, _a.details).where(_a.id.in_(topics)).where(_a.language == language)
    with desk.db.reading() as connection:
        found = max(connection.execute(query).all(), key=lambda row: len(row.details))
    return sheet.alone(found.title, found.details, language)


LETTERS: Mapping[str, Callable[[Desk, str], bytes]] = {
    "confirmation": confirmation,
    "change": change,
    "extension": extension,
    "offer": offer,
    "pending": pending,
    "service": service,
    "digital": digital,
    "austria": austria,
    "austria-offer": austria_offer,
    "switzerland": switzerland,
    "switzerland-called": switzerland_called,
    "withdrawal": withdrawal,
    "withdrawal-part-paid": withdrawal_part_paid,
    "withdrawal-service": withdrawal_service,
    "remedy": remedy,
    "mandate": mandate,
    "debit": debit,
    "receipt": receipt,
    "accepted": accepted,
    "delivery": delivery,
    "reminder": reminder,
    "cancellation": cancellation,
    "refund": refund,
    "answer": answer,
    "missed": missed,
    "consent": consent,
    "consent-withdrawn": consent_withdrawn,
    "envelope-dl": envelope_dl,
    "envelope-c6": envelope_c6,
    "label": label,
    "care-sheet": care_sheet,
}
# what is not on a sheet of letter paper
LOOSE = frozenset(("care-sheet", "envelope-dl", "envelope-c6", "label"))


def _draft(desk: Desk, language: str) -> OrderDraft:
    """A new order like one there was: more of everything, prepaid, with a wish."""
    draft = changes.begin_from(desk, _shipped(desk, language))
    for line in draft.lines:
        line.quantity += Decimal(1)
    return replace(draft, payment_code="prepay", remark=_WORDS["wish"][language])


def _abroad(desk: Desk, language: str, home: Address) -> OrderDraft:
    """Of a buyer who lives abroad and has it sent to someone in Germany."""
    draft = _draft(desk, language)
    name = draft.billing.name or draft.customer_name
    return replace(draft, billing=replace(home, name=name), deliver_to=draft.billing)


def _debited(desk: Desk, language: str) -> int:
    draft = replace(
        _draft(desk, language), payment_code="sepa_debit", iban="DE89370400440532013000"
    )
    return orders.place(desk, _told(desk, draft), {}).order_id


def _customer(desk: Desk, language: str) -> int:
    return orders.detail(desk, _shipped(desk, language)).customer_id


def _cancelled(desk: Desk, language: str) -> int:
    """Paid, then cancelled."""
    placed = orders.place(desk, _told(desk, _draft(desk, language)), {})
    orders.set_paid(desk, placed.order_id, desk.today())
    orders.move(desk, placed.order_id, "cancelled", _WORDS["withdrawn"][language])
    return placed.order_id


def _whole(desk: Desk, order_id: int, language: str) -> WithdrawalDraft:
    """The declaration that all of an order is withdrawn."""
    return WithdrawalDraft(
        order_id=order_id,
        declared_on=desk.today(),
        lines=[
            LineChoice(position=line.position, quantity=line.left)
            for line in withdrawals.offer(desk, order_id).lines
        ],
        declared_by=orders.detail(desk, order_id).customer,
        words=_WORDS["withdrawn"][language],
    )


def _told(desk: Desk, draft: OrderDraft) -> OrderDraft:
    """Every point read out five minutes ago."""
    at = (desk.now() - timedelta(minutes=5)).isoformat()
    for point in orders.read_back(desk, draft):
        if draft.told_facts.get(point.code) != point.facts:
            draft.told[point.code] = at
            draft.told_facts[point.code] = point.facts
    return draft


def _shipped(desk: Desk, language: str) -> int:
    """The newest order in this language that is on its way."""
    query = select(_o.id).where(_o.language == language).where(_o.state == "shipped")
    with desk.db.reading() as connection:
        order_id: int = (
            connection.execute(query.order_by(_o.placed_at.desc())).scalars().first() or 0
        )
    return order_id
