"""The small letters around an order: receipt, yes to an offer, delivery note, reminder, cancellation, refund."""

from shopphone.domain.order_letters import (
    AcceptedLetter,
    CancellationLetter,
    DeliveryNote,
    ReceiptLetter,
    RefundLetter,
    Reminder,
)
from shopphone.domain.short_letters import LetterHead
from shopphone.letters import amounts, goods_list, payment, short_letter, texts
from shopphone.letters.flow import Flow
from shopphone.letters.short_letter import Words


def receipt(content: ReceiptLetter) -> bytes:
    return short_letter.write(content, "receipt", _receipt)


def accepted(content: AcceptedLetter) -> bytes:
    return short_letter.write(content, "accepted", _accepted)


def delivery(content: DeliveryNote) -> bytes:
    return short_letter.write(content, "delivery", _delivery)


def reminder(content: Reminder) -> bytes:
    return short_letter.write(content, "reminder", _reminder)


def cancellation(content: CancellationLetter) -> bytes:
    return short_letter.write(content, "cancellation", _cancellation)


def refund(content: RefundLetter) -> bytes:
    return short_letter.write(content, "refund", _refund)


def _receipt(flow: Flow, content: ReceiptLetter, own: Words) -> None:
    head, said = content.head, own["receipt"]
    ordered = amounts.day(content.ordered_on, head.language)
    flow.paragraph(said["received"].format(date=ordered))
    flow.paragraph(said["no_acceptance"])
    flow.heading(own["headings"]["goods"])
    goods_list.draw(flow, content.goods, own["words"], head.language)
    flow.paragraph(said["total"].format(total=amounts.money(content.total, head.language)))
    flow.paragraph(said["check"].format(**short_letter.contact(head)))
    flow.paragraph(own["words"]["no_invoice"])


def _accepted(flow: Flow, content: AcceptedLetter, own: Words) -> None:
    head, said = content.head, own["accepted"]
    received = amounts.day(content.received_on, head.language)
    came = said.get(f"by_{content.channel}", said["by"])
    flow.paragraph(came.format(offer=content.offer_number, date=received))
    flow.heading(own["headings"]["goods"])
    goods_list.draw(flow, content.goods, own["words"], head.language)
    flow.paragraph(said["next"])


def _delivery(flow: Flow, content: DeliveryNote, own: Words) -> None:
    head, said = content.head, own["delivery"]
    flow.paragraph(said["enclosed"])
    goods_list.draw(flow, content.goods, own["words"], head.language)
    if content.tracking:
        flow.paragraph(said["tracking"].format(carrier=content.carrier, number=content.tracking))
    elif content.carrier:
        flow.paragraph(said["carrier"].format(carrier=content.carrier))
    if content.rest:
        flow.heading(own["headings"]["rest"])
        goods_list.draw(flow, content.rest, own["words"], head.language)
    flow.paragraph(said["check"].format(**short_letter.contact(head)))
    flow.paragraph(own["words"]["no_invoice"])


def _reminder(flow: Flow, content: Reminder, own: Words) -> None:
    head, said = content.head, own["reminder"]
    language = head.language
    amount = amounts.money(content.open_amount, language)
    due = amounts.day(content.due_on, language)
    paid = amounts.money(content.paid, language)
    late = said["late_rest" if content.paid else "late"]
    flow.paragraph(late.format(number=head.number, amount=amount, paid=paid, due=due))
    flow.paragraph(said["paid_already"])
    flow.paragraph(said["talk"].format(**short_letter.contact(head)))
    transfer = payment.Transfer(
        seller=head.seller,
        amount=content.open_amount,
        reference=payment.reference(head.number, head.customer_number),
        sentence=said["pay"].format(amount=amount, until=amounts.day(content.until, language)),
    )
    payment.draw_transfer(flow, transfer, own["words"])
    flow.space(2)


def _cancellation(flow: Flow, content: CancellationLetter, own: Words) -> None:
    head, said = content.head, own["cancellation"]
    day = amounts.day(content.cancelled_on, head.language)
    ordered = amounts.day(content.ordered_on, head.language)
    flow.paragraph(said["cancelled"].format(number=head.number, ordered=ordered, date=day))
    flow.heading(own["headings"]["goods"])
    goods_list.draw(flow, content.goods, own["words"], head.language)
    flow.heading(own["headings"]["money"])
    if content.paid > 0:
        amount = amounts.money(content.paid, head.language)
        way = _way(content.payment_code, head)
        flow.paragraph(said["refund"].format(amount=amount, way=way))
    else:
        flow.paragraph(said["nothing"])
    flow.paragraph(said["mistake"].format(**short_letter.contact(head)))


def _refund(flow: Flow, content: RefundLetter, own: Words) -> None:
    head, said = content.head, own["refund"]
    flow.paragraph(
        said[content.after].format(
            amount=amounts.money(content.refund.amount, head.language),
            date=amounts.day(content.refund.on, head.language),
            way=_way(content.payment_code, head),
            number=head.number,
        )
    )
    flow.paragraph(said["days"])
    flow.paragraph(said["talk"].format(**short_letter.contact(head)))


def _way(payment_code: str, head: LetterHead) -> str:
    """How money goes back, in the words of the letter that promises it."""
    ways = texts.text_of("acknowledgement", head.language, head.written_on)["money"]
    return str(ways.get(f"way_{payment_code}", ways["way"]))
