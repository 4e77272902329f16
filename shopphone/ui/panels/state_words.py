"""States in words with their tone, the same on every screen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from shopphone.domain.customers import ConsentState

_ORDER = {
    "draft": ("draft", "neutral"),
    "offered": ("offered", "careful"),
    "accepted": ("accepted", "careful"),
    "placed": ("placed", "careful"),
    "confirmed": ("confirmed", "accent"),
    "shipped": ("on its way", "accent"),
    "delivered": ("delivered", "fine"),
    "closed": ("closed", "fine"),
    "cancelled": ("cancelled", "must_not"),
    "withdrawn": ("withdrawn", "must_not"),
    "merged": ("taken over as a version", "neutral"),
}
_PAYMENT = {
    "open": ("payment open", "neutral"),
    "paid": ("paid", "fine"),
    "overdue": ("payment overdue", "must_not"),
    "part_paid": ("part paid", "careful"),
    "overpaid": ("overpaid", "careful"),
    "refunded": ("refunded", "neutral"),
    "mandate_missing": ("mandate missing", "careful"),
}
_CALL = {
    "ringing": ("ringing", "careful"),
    "talking": ("talking", "fine"),
    "wrap_up": ("to wrap up", "careful"),
    "missed": ("missed", "must_not"),
    "closed": ("done", "neutral"),
}
_PURPOSE = {
    "order": "Order",
    "advice": "Advice",
    "complaint": "Complaint",
    "delivery": "Delivery",
    "requested_callback": "Requested callback",
    "advertising": "Advertising",
    "other": "Other",
}
_FLAGS = {
    "reached": "somebody was reached",
    "sale": "an order was taken",
    "answered": "a question was answered",
    "complaint": "a complaint",
    "callback": "a callback was promised",
    "no_advertising": "no more advertising",
    "not_reached": "nobody was reached",
    "wrong_number": "a wrong number",
}
_DIRECTION = {"in": "incoming", "out": "outgoing"}
_PAYMENTS = {
    "prepay": "Prepayment",
    "invoice": "Invoice",
    "sepa_debit": "Direct debit (SEPA)",
    "paypal_link": "PayPal, by link",
    "card_link": "Card, by link",
    "cash_on_delivery": "Cash on delivery",
    "cash_on_collection": "Cash on collection",
}
_VAT_MODES = {
    "net": "Net prices for a business",
    "oss": "VAT of the country of delivery",
    "intra": "To a business in the EU, free of VAT. The delivery must be proved (§ 17b UStDV).",
    "reverse": "A service to a business in the EU: the buyer owes the VAT (reverse charge). Report it (§ 18a UStG).",
    "outside": "A service to a business outside the EU: not taxable here (§ 3a (2) UStG).",
    "export": "Export, free of VAT. Keep the proof of export (§ 9 UStDV); customs duties may be due.",
}
_OBSTACLES = {
    "country": "does not go to this country",
    "too_heavy": "too heavy",
    "too_valuable": "worth too much",
    "bulky": "takes no bulky goods",
    "age": "checks no age",
    "packstation": "not to a Packstation",
    "only_at_collection": "only when it is collected",
    "only_at_the_door": "only at the door",
}
_PRICE_SOURCES = {
    "list": "list price",
    "tier": "price from {note} pieces",
    "group": "price of the group {note}",
    "promotion": "promotion {note}",
    "manual": "by hand: {note}",
    "free": "free line {note}",
}
_PHONE_KINDS = {
    "mobile": "mobile",
    "home": "landline",
    "work": "work",
    "trunk": "main number",
    "fax": "fax",
    "old": "old",
}
_CHANNELS = {"print": "printed", "enclosed": "in the parcel", "email": "by e-mail"}
_EXCEPTIONS = (
    "withdrawal as usual",
    "made to the customer’s wishes",
    "spoils quickly",
    "sealed for hygiene, seal removed",
    "mixed inseparably",
    "alcohol at a price agreed before",
    "sealed recordings or software, seal removed",
    "single newspaper or magazine",
    "price depends on the financial market",
    "leisure, catering or transport on a fixed date",
    "public auction",
    "urgent repair at the customer’s",
    "bets and lotteries",
    "notarised contracts",
)
_LETTERS = {
    "offer": "Offer",
    "confirmation": "Confirmation",
    "pending": "A parent is asked",
    "withdrawal": "Withdrawal acknowledged",
    "defect": "Choice of remedy",
    "mandate": "SEPA mandate",
    "receipt": "Receipt of the order",
    "accepted": "Acceptance received",
    "delivery": "Delivery note",
    "reminder": "Payment reminder",
    "cancellation": "Cancellation",
    "refund": "Refund note",
    "answer": "Answer letter",
    "missed": "We could not reach you",
    "consent": "Consent confirmed",
    "consent_withdrawn": "Consent withdrawn",
    "envelope_dl": "Envelope DL (220 × 110 mm)",
    "envelope_c6": "Envelope C6/5 (229 × 114 mm)",
    "label": "Address label (100 × 62 mm)",
}
_MATTERS = {
    "goods": "Goods",
    "service": "Service",
    "regular": "Regular delivery",
    "digital": "Digital content",
    "energy": "Energy supply",
    "telecom": "Telecoms",
    "course": "Distance learning",
}
MATTERS = tuple(_MATTERS)
_KINDS = {"new": "new order", "extension": "extension"}
PURPOSES = ("advice", "order", "delivery", "complaint", "other")
ALL_PURPOSES = tuple(_PURPOSE)
PAYMENTS = tuple(_PAYMENTS)
PHONE_KINDS = tuple(_PHONE_KINDS)


def order_words(state: str) -> tuple[str, str]:
    text, tone = _ORDER.get(state, (state, "neutral"))
    return _tr(text), tone


def payment_words(state: str) -> tuple[str, str]:
    text, tone = _PAYMENT.get(state, (state, "neutral"))
    return _tr(text), tone


def call_words(state: str) -> tuple[str, str]:
    text, tone = _CALL.get(state, (state, "neutral"))
    return _tr(text), tone


def flag_words(code: str) -> str:
    """What a result of a call means."""
    return _tr(_FLAGS[code])


def purpose_words(purpose: str) -> str:
    return _tr(_PURPOSE.get(purpose, purpose)) if purpose else ""


def direction_words(direction: str) -> str:
    return _tr(_DIRECTION.get(direction, direction))


def vat_mode_words(code: str) -> str:
    """Why prices and VAT stand as they do; nothing for the ordinary case."""
    return _tr(_VAT_MODES[code]) if code in _VAT_MODES else ""


def obstacle_words(code: str) -> str:
    return _tr(_OBSTACLES.get(code, code))


def price_source_words(source: str, note: str) -> str:
    """Where a price comes from, with the quantity, group, promotion or reason."""
    return _tr(_PRICE_SOURCES.get(source, source)).replace("{note}", note).strip()


def payment_method_words(code: str) -> str:
    return _tr(_PAYMENTS.get(code, code))


def phone_kind_words(code: str) -> str:
    return _tr(_PHONE_KINDS.get(code, code))


def matter_words(code: str) -> str:
    return _tr(_MATTERS.get(code, code))


_EVENTS = {
    "info_sent": "information sent beforehand",
    "tracking": "tracking number",
    "open": "payment open again",
    "paid": "paid",
    "refunded": "refunded",
    "mandate_back": "mandate back",
    "mandate_not_back": "mandate not back after all",
    "version": "new version",
    "parcel": "parcel sent",
    "parcel_undone": "parcel not sent after all",
    "rest_paid": "rest paid",
    "surplus_refunded": "difference paid back",
    "parent_yes": "a parent agreed",
    "parent_no": "a parent refused",
    "parent_asked": "a parent has the request",
    "parent_again": "a parent is asked anew",
    "parent_undone": "the parent’s answer was noted wrongly",
    "yes_late": "the yes came after the offer had ended",
    "minor_found": "the customer is under age",
    "changed_order_withdrawn": "the order it changes was withdrawn",
    "changed_order_cancelled": "the order it changes was cancelled",
}
_ANSWER_CHANNELS = {"letter": "letter", "email": "e-mail", "fax": "fax", "message": "text message"}
_AGREED = {
    "line": "Article",
    "shipping": "Shipping",
    "shipping_cost": "Shipping cost",
    "discount": "Discount",
    "payment": "Payment",
    "account": "Account",
    "billing": "Address",
    "deliver_to": "Delivery",
    "remark": "Remark",
    "term_months": "Term, months",
    "term_days": "Term, days",
    "notice_days": "Notice, days",
    "billing_months": "Billing, months",
    "renewal": "Renewal",
    "due_on": "Due",
    "latest_delivery": "Delivery at the latest",
    "total": "Total",
}
ANSWER_CHANNELS = tuple(_ANSWER_CHANNELS)


def event_words(code: str) -> str:
    return _tr(_EVENTS.get(code, code))


def answer_channel_words(code: str) -> str:
    return _tr(_ANSWER_CHANNELS.get(code, code))


def agreed_words(code: str) -> str:
    """What a change touches."""
    return _tr(_AGREED.get(code, code))


def kind_words(code: str) -> str:
    return _tr(_KINDS.get(code, code))


def channel_words(channel: str) -> str:
    return _tr(_CHANNELS.get(channel, channel)) if channel else ""


def exception_words(number: int) -> str:
    """An exception of § 312g (2) BGB by its number; 0: none."""
    return _tr(_EXCEPTIONS[number])


def letter_words(kind: str) -> str:
    return _tr(_LETTERS.get(kind, kind))


def consent_words(consent: "ConsentState") -> tuple[str, str]:
    """ "Not asked" is not "refused"."""
    return {
        "given": (_tr("advertising calls allowed"), "fine"),
        "withdrawn": (_tr("no advertising"), "must_not"),
        "refused": (_tr("advertising: said no"), "careful"),
        "not_asked": (_tr("advertising: not asked"), "neutral"),
    }[consent.state]


def _tr(text: str) -> str:
    return QCoreApplication.translate("States", text)
