"""How the customer pays: one sentence, and for transfers the account and the payment code."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from shopphone.domain.letters import Confirmation, Seller
from shopphone.letters import amounts, qr
from shopphone.letters.breaking import lines
from shopphone.letters.flow import LEFT_MM, PITCH_MM, RIGHT_MM, TEXT_MM, Flow, joined
from shopphone.letters.sheet import GREY, width_mm
from shopphone.letters.structure import ROW_HEAD, named

_CODE_MM = 30.0  # with its quiet zone; the dark part is 25 mm
_VALUE_MM = 35.0  # from the left margin
_HEADING_MM = 7.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """Money to be transferred. sentence: says so; reference: the same in print and in the code."""

    seller: Seller
    amount: Decimal
    reference: str
    sentence: str


def reference(number: str, customer_number: str) -> str:
    """What the customer writes in the transfer."""
    return f"{number} {customer_number}".strip()


def draw(flow: Flow, content: Confirmation, own: dict[str, Any]) -> None:
    """The part "Payment"; it stays together on one page."""
    still_open = _still_open(content)
    transfer = content.by_transfer and still_open > 0
    flow.need(_HEADING_MM + (_CODE_MM + 6 if transfer else 2 * PITCH_MM))
    flow.heading(own["headings"]["payment"])
    if not transfer:
        flow.paragraph(_sentence(content, own))
        return
    draw_transfer(
        flow,
        Transfer(
            seller=content.seller,
            amount=still_open,
            reference=reference(content.number, content.customer_number),
            sentence=_sentence(content, own),
        ),
        own["words"],
    )


def draw_transfer(flow: Flow, transfer: Transfer, words: dict[str, Any]) -> None:
    """The sentence and the account, and beside them the code if it can say the amount."""
    if qr.is_payable(transfer.seller, transfer.amount):
        _with_code(flow, transfer, words)
    else:
        _account(flow, transfer, words, TEXT_MM)


def _still_open(content: Confirmation) -> Decimal:
    return content.totals.total - content.less - content.paid


def _sentence(content: Confirmation, own: dict[str, Any]) -> str:
    language, still_open = content.language, _still_open(content)
    sentence = own["payment"][_what(content, still_open)]
    due = content.due_on or content.written_on
    mandate = content.mandate
    return str(
        sentence.format(
            total=amounts.money(still_open, language),
            paid=amounts.money(content.paid, language),
            open=amounts.money(still_open, language),
            back=amounts.money(-still_open, language),
            due=amounts.day(due, language),
            iban=mandate.masked_iban if mandate else "",
            reference=mandate.reference if mandate else "",
        )
    )


def _what(content: Confirmation, still_open: Decimal) -> str:
    """Which sentence: nobody is asked for money that has come already."""
    if content.paid:
        return "paid" if still_open == 0 else "open" if still_open > 0 else "back"
    return "nothing" if still_open <= 0 else content.payment_code


def _with_code(flow: Flow, transfer: Transfer, words: dict[str, Any]) -> None:
    code = qr.rows(qr.payload(transfer.seller, transfer.amount, transfer.reference))
    side = max(_CODE_MM, len(code) * qr.LEAST_MODULE_MM)
    quiet = side * qr.QUIET_MODULES / len(code)
    flow.need(side + 6)
    page, top = flow.page, flow.y_mm
    # the dark part ends at the margin and begins level with the text
    left, upper = RIGHT_MM - side + quiet, top + 1.4 - quiet
    scan = words["scan"]
    with flow.structure.tag("Figure", named(scan)):
        page.squares(left, upper, side, code)
    scan_mm = width_mm(scan)
    below = upper + side + 1.2
    with flow.structure.tag("P"):
        page.text(min(left + (side - scan_mm) / 2, RIGHT_MM - scan_mm), below, scan, colour=GREY)
    _account(flow, transfer, words, RIGHT_MM - LEFT_MM - side - 4)
    if flow.page is page:
        flow.y_mm = max(flow.y_mm, below + 1.5)


def _account(flow: Flow, transfer: Transfer, words: dict[str, Any], room_mm: float) -> None:
    seller = transfer.seller
    flow.paragraph(transfer.sentence, width_mm=room_mm, after_mm=1.6)
    table = flow.structure.add("Table")
    for label, value in (
        (words["holder"], seller.name),
        ("IBAN", amounts.iban(seller.iban)),
        ("BIC", seller.bic),
        (words["bank"], seller.bank_name),
        (words["reference"], transfer.reference),
    ):
        if value:
            with flow.structure.tag("TR", parent=table):
                _row(flow, label, lines(value, room_mm - _VALUE_MM))
    flow.space(1.5)


def _row(flow: Flow, label: str, value: Sequence[str]) -> None:
    head, cell = flow.structure.add("TH", ROW_HEAD), flow.structure.add("TD")
    for n, part in enumerate(value):
        flow.need(PITCH_MM)
        flow.space(PITCH_MM)
        if n == 0:
            with flow.structure.into(head):
                flow.page.text(LEFT_MM, flow.y_mm, label, colour=GREY)
        with flow.structure.into(cell):
            flow.page.text(LEFT_MM + _VALUE_MM, flow.y_mm, joined(part))
