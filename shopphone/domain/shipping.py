"""The shop's ways of sending, as its owner writes them: one a line, fields between semicolons."""

from decimal import Decimal

from shopphone.domain.errors import Refused
from shopphone.domain.money import Typed, parse_amount
from shopphone.domain.orders import ShippingMethod

_FIELDS = 9
_LONGEST_DAYS = 365
DEFAULT = (
    "Paket; Parcel; 4,90; 50,00; DE; 2–3 Werktage; 2–3 working days; 7;\n"
    "Abholung im Geschäft; Collection at the shop; 0,00; ; DE, AT, CH; ; ; 14;"
)


def read_methods(text: str) -> tuple[ShippingMethod, ...]:
    """Name; name in English; price; free from; countries; time; time in English; days at most; link.

    The name is the least that is needed. Raises Refused("shipping_unreadable", line=…, text=…).
    """
    lines = [line for line in text.splitlines() if line.strip()]
    return tuple(_method(n, line) for n, line in enumerate(lines, 1))


def _method(n: int, line: str) -> ShippingMethod:
    # the link comes last and may hold semicolons itself
    fields = [field.strip() for field in line.split(";", _FIELDS - 1)]
    fields += [""] * (_FIELDS - len(fields))
    name, name_en, price, free_from, countries, days, days_en, max_days, link = fields
    if not name or (max_days and not (max_days.isdecimal() and int(max_days) <= _LONGEST_DAYS)):
        raise Refused("shipping_unreadable", line=n, text=line)
    return ShippingMethod(
        code=_code(name),
        name_de=name,
        name_en=name_en or name,
        price=_amount(price, n, line) or Decimal(0),
        free_from=_amount(free_from, n, line),
        countries=tuple(code.strip().upper() for code in countries.split(",") if code.strip())
        or ("DE",),
        days_de=days,
        days_en=days_en or days,
        max_days=int(max_days or 14),
        carrier=name if link else "",
        tracking_url=link,
    )


def _amount(text: str, n: int, line: str) -> Decimal | None:
    if not text:
        return None
    try:
        typed = parse_amount(text.removesuffix("€").strip())
    except Refused as refusal:
        raise Refused("shipping_unreadable", line=n, text=line) from refusal
    if typed.value < 0 or typed.meaning is not Typed.PLAIN:
        raise Refused("shipping_unreadable", line=n, text=line)
    return typed.value


def _code(name: str) -> str:
    """What an order keeps: a line that is moved or gets another price stays the same way."""
    return "".join(char for char in name.casefold() if char.isalnum())[:40]
