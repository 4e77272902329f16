"""Messages as they go out: text and PDF in the customer's language, built once, with a fixed Message-ID."""

from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Any
from uuid import uuid4

import shopphone.services.settings as settings
from shopphone.domain.letters import Seller
from shopphone.domain.letters_log import Letter
from shopphone.domain.mail import MailServer, one_line
from shopphone.services.desk import SHOP_ZONE, Desk
from shopphone.store.text import storable

_NAME_MOST = 70
_FILE_MOST = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message ready to be handed over, byte for byte."""

    message_id: str
    subject: str
    raw: bytes


def of_letter(desk: Desk, sender: MailServer, recipient: str, letter: Letter) -> Message:
    """A letter: a few words, and the kept bytes enclosed."""
    row = letter.row
    words = _words(desk, row.language)
    facts = {
        "letter": words["letters"].get(row.kind, words["letters"]["other"]),
        "number": row.order_number,
        "name": row.customer,
        "shop": desk.setting("shop.name"),
    }
    subject = words["letter_subject"].format(**facts)
    text = words["letter_body"].format(**facts)
    message = _message(desk, sender, recipient, subject, _signed(desk, text, row.language))
    name = one_line(f"{facts['letter']} {row.order_number}".strip(), _FILE_MOST)
    file_name = "".join(c if c.isalnum() or c in " -_" else "-" for c in name)
    message.add_attachment(
        letter.pdf, maintype="application", subtype="pdf", filename=f"{file_name}.pdf"
    )
    return _finished(message)


def of_info(desk: Desk, sender: MailServer, recipient: str, language: str, name: str) -> Message:
    """What the law wants in the customer's hands before the yes, with the withdrawal instruction."""
    words = _words(desk, language)
    seller = settings.seller(desk, language)
    facts = {
        "shop": seller.name,
        "name": name,
        "seller": _named(seller),
        "defects": seller.defect_rights,
        "complaints": seller.complaints,
        "adr": seller.adr,
        "withdrawal": _withdrawal(desk, seller, language),
    }
    text = words["info_body"].format(**facts)
    message = _message(
        desk, sender, recipient, words["info_subject"].format(**facts),
        _signed(desk, text, language),
    )  # fmt: skip
    return _finished(message)


def of_test(desk: Desk, sender: MailServer) -> Message:
    words = _words(desk, desk.language)
    facts = {"shop": desk.setting("shop.name")}
    message = _message(
        desk, sender, sender.sender, words["test_subject"].format(**facts),
        words["test_body"].format(**facts),
    )  # fmt: skip
    return _finished(message)


def _message(
    desk: Desk, sender: MailServer, recipient: str, subject: str, text: str
) -> EmailMessage:
    """Headers are made of single lines and of addresses that were checked: nothing can be put in."""
    message = EmailMessage(policy=SMTP)
    domain = sender.sender.rpartition("@")[2]
    message["From"] = Address(one_line(sender.sender_name, _NAME_MOST), addr_spec=sender.sender)
    message["To"] = Address(addr_spec=recipient)
    message["Subject"] = one_line(subject)
    message["Date"] = format_datetime(desk.now().astimezone(SHOP_ZONE))
    message["Message-ID"] = f"<{uuid4().hex}@{domain}>"
    message.set_content(storable(text), cte="base64")
    return message


def _finished(message: EmailMessage) -> Message:
    return Message(
        message_id=str(message["Message-ID"]),
        subject=str(message["Subject"]),
        raw=message.as_bytes(policy=SMTP),
    )


def _withdrawal(desk: Desk, seller: Seller, language: str) -> str:
    """The instruction of Anlage 1 EGBGB as text, and the form of Anlage 2."""
    from shopphone.letters.texts import text_of

    legal = text_of("withdrawal", language, desk.today())
    told, form = legal["instruction"], legal["form"]
    cost = "cost_shop" if desk.setting("policy.return_cost") == "shop" else "cost_customer"
    named = ", ".join((seller.name, seller.place, seller.phone, seller.email))
    body = (
        text.replace("{start}", told["start"]["first"]).replace("{seller}", named)
        for text in told["body"]
    )
    paragraphs = [
        told["title"], told["right"], *body, told["effects"],
        f"{told['effects_body']} {told['withhold']}", told["send_back"], told[cost],
        told["value_loss"], form["title"], form["intro"],
        form["to"].format(seller=", ".join((seller.name, seller.place, seller.email))),
        *form["lines"], form["footnote"],
    ]  # fmt: skip
    return "\n\n".join(paragraphs)


def _words(desk: Desk, language: str) -> dict[str, Any]:
    from shopphone.letters.texts import text_of

    return text_of("email", language, desk.today())


def _signed(desk: Desk, text: str, language: str) -> str:
    return f"{text.rstrip()}\n\n-- \n{_named(settings.seller(desk, language))}\n"


def _named(seller: Seller) -> str:
    lines = (
        seller.name,
        seller.owner,
        seller.street,
        f"{seller.postcode} {seller.town}".strip(),
        seller.phone,
        seller.email,
        seller.website,
        seller.register,
        seller.vat_id,
    )
    return "\n".join(line for line in lines if line)
