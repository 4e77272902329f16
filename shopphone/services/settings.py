"""Settings: read with their defaults, checked and saved; who works here; the seller of letters."""

import re
from collections.abc import Callable
from functools import partial

from sqlalchemy import delete, insert, select

import shopphone.services.counters as counters
import shopphone.services.letter_texts as letter_texts
import shopphone.services.shop_files as shop_files
import shopphone.services.stationery as stationery
from shopphone.domain import duties, label_template, particulars, phone, postage, workdays
from shopphone.domain.errors import Refused
from shopphone.domain.letters import Seller, colour_refusal
from shopphone.domain.settings import BY_KEY, SETTINGS, Kind, Scope, Setting
from shopphone.domain.shipping import check_rules, read_methods
from shopphone.domain.staff import Staff
from shopphone.services.callers import normalised
from shopphone.services.desk import Desk
from shopphone.store import tables as t

_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


def values(desk: Desk) -> dict[str, str]:
    """Every declared setting with its value or default."""
    known = desk.settings()
    return {setting.key: known.get(setting.key, setting.default) for setting in SETTINGS}


def save(desk: Desk, changes: dict[str, str]) -> None:
    """Check and keep changed settings.

    Raises Refused with the field: email_invalid, iban_invalid, phone_invalid, phone_premium,
    number_invalid, number_too_big, choice_unknown, pattern_without_number, land_unknown, and what
    shop_files.chosen says of a file.
    """
    for key, value in changes.items():
        _check(desk, key, value.strip())
    shop = {k: v.strip() for k, v in changes.items() if BY_KEY[k].scope is Scope.SHOP}
    files = shop_files.chosen(desk, shop)
    shop |= {file.key: file.name for file in files}
    for key in changes.keys() - shop.keys():
        desk.local.set(key, changes[key].strip())
    if shop:
        with desk.db.writing() as tx:
            tx.execute(delete(t.setting).where(t.setting.c.key.in_(list(shop))))
            rows = [{"key": key, "value": value} for key, value in shop.items()]
            tx.execute(insert(t.setting), rows)
            shop_files.keep(desk, tx, files)
    # this desk's own are in no transaction; what follows them waits for the news
    if not shop:
        desk.db.announce(frozenset(("setting",)))


def staff(desk: Desk) -> tuple[Staff, ...]:
    with desk.db.reading() as connection:
        rows = connection.execute(select(t.staff).where(t.staff.c.active).order_by(t.staff.c.name))
        return tuple(Staff(staff_id=row.id, name=row.name, role=row.role) for row in rows)


def seller(desk: Desk, language: str) -> Seller:
    """The shop as letters name it."""
    get = desk.setting

    def said(name: str) -> str:
        other = get(f"text.{name}_{language}") if language != "de" else ""
        return other or get(f"policy.{name}")

    return Seller(
        name=get("shop.name"),
        owner=get("shop.owner"),
        street=get("shop.street"),
        postcode=get("shop.postcode"),
        town=get("shop.town"),
        country=get("shop.country"),
        phone=get("shop.phone"),
        email=get("shop.email"),
        website=get("shop.website"),
        vat_id=get("shop.vat_id"),
        tax_number=get("shop.tax_number"),
        register=get("shop.register"),
        bank_name=get("shop.bank_name"),
        iban=get("shop.iban"),
        bic=get("shop.bic"),
        creditor_id="".join(get("shop.creditor_id").split()).upper(),
        defect_rights=said("defect_rights"),
        complaints=said("complaints"),
        adr=said("adr"),
        defect_rights_digital=said("defect_rights_digital"),
        principal=get("policy.principal"),
        channels=get("policy.channels"),
        complaint_address=get("policy.complaint_address"),
        aftersales=said("aftersales"),
        codes_of_conduct=get("policy.codes_of_conduct"),
        securities=said("securities"),
        eco_delivery=said("eco_delivery"),
        texts=letter_texts.own(desk, language),
        stationery=stationery.of_shop(desk),
    )


def missing(desk: Desk) -> tuple[str, ...]:
    """The settings without which no confirmation may be written."""
    return duties.missing_duties(values(desk), by_transfer=True)


def _check(desk: Desk, key: str, value: str) -> None:
    refusal = _refusal(desk, BY_KEY[key], value) if value else ""
    if refusal:
        raise Refused(refusal, field=key)


def _refusal(desk: Desk, setting: Setting, value: str) -> str:
    """The rule this value breaks, or nothing."""
    checks: dict[str, Callable[[str], str]] = {
        "order.pattern": _pattern_refusal,
        "order.offer_pattern": _pattern_refusal,
        "shop.land": _land_refusal,
        "phone.area_code": _number_refusal,
        "shop.creditor_id": _creditor_refusal,
        "letter.colour": colour_refusal,
        "letter.postage": _postage_refusal,
        "shipping.methods": _shipping_refusal,
        "goods.particulars": _particulars_refusal,
        "shipping.rules": partial(_rules_refusal, desk),
        "export.dhl": _columns_refusal,
    }
    if setting.key in checks:
        return checks[setting.key](value)
    if setting.kind is Kind.EMAIL:
        return "" if _MAIL.fullmatch(value) else "email_invalid"
    if setting.kind is Kind.PHONE:
        return _phone_refusal(desk, value)
    if setting.kind is Kind.NUMBER:
        return _number_refusal(value) or ("number_too_big" if int(value) > setting.most else "")
    if setting.kind is Kind.IBAN:
        return "" if _is_iban(value) else "iban_invalid"
    if setting.kind is Kind.CHECK:
        return "" if value in ("0", "1") else "choice_unknown"
    if setting.kind is Kind.CHOICE:
        return "" if value in [code for code, _ in setting.choices] else "choice_unknown"
    return ""


def _shipping_refusal(value: str) -> str:
    try:
        read_methods(value)
    except Refused as refusal:
        line = refusal.facts["line"]
        raise Refused("shipping_unreadable", field="shipping.methods", line=line) from refusal
    return ""


def _particulars_refusal(value: str) -> str:
    try:
        particulars.read(value)
    except Refused as refusal:
        line = refusal.facts["line"]
        raise Refused("particular_unreadable", field="goods.particulars", line=line) from refusal
    return ""


def _columns_refusal(value: str) -> str:
    label_template.columns(value)  # raises what is wrong, with its line
    return ""


def _postage_refusal(value: str) -> str:
    try:
        postage.read_rates(value)
    except Refused as refusal:
        line = refusal.facts["line"]
        raise Refused("postage_unreadable", field="letter.postage", line=line) from refusal
    return ""


def _rules_refusal(desk: Desk, value: str) -> str:
    try:
        check_rules(read_methods(desk.setting("shipping.methods")), value)
    except Refused as refusal:
        line = refusal.facts["line"]
        raise Refused("shipping_rule_unreadable", field="shipping.rules", line=line) from refusal
    return ""


def _pattern_refusal(value: str) -> str:
    # without a place for it, every order would get the same number
    first, second = counters.printed(value, 1, 2026), counters.printed(value, 2, 2026)
    return "" if first != second else "pattern_without_number"


def _creditor_refusal(value: str) -> str:
    """Country, check digits, and the national part (SEPA AT-02); the business code counts for nothing."""
    from stdnum.eu import at_02

    return "" if at_02.is_valid(value) else "creditor_id_invalid"


def _land_refusal(value: str) -> str:
    return "" if workdays.is_land(value) else "land_unknown"


def _number_refusal(value: str) -> str:
    return "" if value.isascii() and value.isdecimal() and len(value) <= 9 else "number_invalid"


def _phone_refusal(desk: Desk, value: str) -> str:
    number = normalised(desk, value)
    if not number.valid or number.e164 is None:
        return "phone_invalid"
    return "phone_premium" if phone.costs_more(number.e164) else ""


def _is_iban(value: str) -> bool:
    # the library loads its tables on import; only a saved IBAN needs them
    from stdnum import iban

    return bool(iban.is_valid(value))
