"""Letters, their paragraphs and the places in them, as the windows name them."""

from PySide6.QtCore import QCoreApplication

from shopphone.domain.letter_texts import EVERY, Part

_LETTERS = {
    EVERY: "All letters",
    "confirmation": "Order confirmation",
    "agreed": "Order confirmation after an accepted offer",
    "changed": "Changed order confirmation",
    "changed_unsent": "Order changed before its first letter",
    "extension": "Confirmation of an extension",
    "offer": "Offer",
    "pending": "Order of a minor, a parent is asked",
    "acknowledgement": "Acknowledgement of a withdrawal",
    "mandate": "Request for a SEPA mandate",
    "receipt": "Receipt of an order",
    "accepted": "Acceptance of an offer has come",
    "delivery": "Delivery note",
    "reminder": "Payment reminder",
    "cancellation": "Cancellation",
    "refund": "Refund note",
    "defect": "Repair or replacement",
}
_PARTS = {
    Part.GREETING: "Greeting",
    Part.OPENING: "First paragraph",
    Part.ENDING: "Last paragraph",
    Part.CLOSING: "Closing",
    Part.SIGNATURE: "Who signs",
}
_PLACES = {
    "greeting": "Dear Ms Miller, as the language greets",
    "customer_name": "first and last name",
    "last_name": "last name",
    "customer_number": "customer number",
    "order_number": "order number",
    "order_date": "day of the order",
    "letter_date": "day of the letter",
    "clerk": "who took the order",
    "shop_name": "name of the shop",
    "shop_phone": "telephone of the shop",
    "shop_email": "e-mail of the shop",
}


def letter_name(letter: str) -> str:
    return _tr(_LETTERS[letter])


def part_name(part: Part) -> str:
    return _tr(_PARTS[part])


def place_name(place: str) -> str:
    return _tr(_PLACES[place])


def _tr(text: str) -> str:
    return QCoreApplication.translate("LetterTexts", text)
