"""The shop's ways of sending, as its owner writes them: one a line, fields between semicolons."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from shopphone.domain.errors import Refused
from shopphone.domain.money import Typed, parse_amount
from shopphone.domain.sending import ShippingMethod

_FIELDS = 9
_STEP = re.compile(r"(\d+(?:[.,]\d{1,3})?)\s*kg\s+(\d+(?:[.,]\d{2})?)\s*€?", re.I)
_LONGEST_DAYS = 365
DEFAULT = (
    "Paket; Parcel; 4,90; 50,00; DE; 2–3 Werktage; 2–3 working days; 7;\n"
    "Abholung im Geschäft; Collection at the shop; 0,00; ; DE, AT, CH; ; ; 14;"
)

RULES_DEFAULT = "Abholung im Geschäft; ; ; ja; ja; nein; ja;"
_RULES = 8
_YES_NO = {"ja": True, "yes": True, "nein": False, "no": False}
_MOST_KG = Decimal(100_000)


def read_methods(text: str) -> tuple[ShippingMethod, ...]:
    """Name; name in English; price; free from; countries; time; time in English; days at most; link.

    The name is the least that is needed. Raises Refused("shipping_unreadable", line=…, text=…).
    """
    lines = [line for line in text.splitlines() if line.strip()]
    return tuple(_method(n, line) for n, line in enumerate(lines, 1))


def with_rules(methods: Sequence[ShippingMethod], text: str) -> tuple[ShippingMethod, ...]:
    """What each way takes: name; at most kg; at most EUR of goods; bulky; checks age; Packstation;
    collection; prices by weight ("5 kg 7,90, 10 kg 9,90").

    A field left empty forbids nothing; a rule of a way that is gone waits for it to come back.
    Raises Refused("shipping_rule_unreadable", line=…, text=…).
    """
    ruled = {method.code: method for method in methods}
    for n, line in enumerate((each for each in text.splitlines() if each.strip()), 1):
        fields = [field.strip() for field in line.split(";")]
        fields += [""] * (_RULES - len(fields))
        method = ruled.get(_code(fields[0]))
        try:
            if method is not None:
                ruled[method.code] = _ruled(method, fields)
        except (Refused, KeyError, ValueError) as error:
            raise Refused("shipping_rule_unreadable", line=n, text=line) from error
    return tuple(ruled.values())


def check_rules(methods: Sequence[ShippingMethod], text: str) -> None:
    """What with_rules refuses, and rules of ways that are not there: mostly a slip of the finger."""
    with_rules(methods, text)
    known = {method.code for method in methods}
    for n, line in enumerate((each for each in text.splitlines() if each.strip()), 1):
        if _code(line.partition(";")[0]) not in known:
            raise Refused("shipping_rule_unreadable", line=n, text=line)


def _ruled(method: ShippingMethod, fields: list[str]) -> ShippingMethod:
    _, heaviest, dearest, bulky, age, locker, collection, steps = fields
    return replace(
        method,
        max_weight_g=_grams(heaviest) if heaviest else None,
        max_value=parse_amount(dearest).value if dearest else None,
        takes_bulky=_YES_NO[bulky.casefold()] if bulky else method.takes_bulky,
        age_check=_YES_NO[age.casefold()] if age else method.age_check,
        packstation=_YES_NO[locker.casefold()] if locker else method.packstation,
        collection=_YES_NO[collection.casefold()] if collection else method.collection,
        weight_prices=_steps(steps),
    )


def _steps(text: str) -> tuple[tuple[int, Decimal], ...]:
    """ "5 kg 7,90, 10 kg 9,90": the comma after an amount and before a weight parts the steps."""
    found = _STEP.findall(text)
    left = _STEP.sub("", text).strip(" ,")
    if left:
        raise Refused("shipping_rule_unreadable", text=text)
    return tuple((_grams(weight), parse_amount(price).value) for weight, price in found)


def _grams(text: str) -> int:
    kilos = parse_amount(text.casefold().removesuffix("kg").strip()).value
    if not 0 < kilos <= _MOST_KG:
        raise Refused("shipping_rule_unreadable", text=text)
    return int(kilos * 1000)


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
