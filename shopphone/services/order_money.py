"""What an order's money asks of the shop: how it may be sent, paid and taxed; mandates of debits."""

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update

import shopphone.services.ibans as ibans
import shopphone.services.money as money
import shopphone.services.receipts as receipts
from shopphone.domain import payment, prices, sending, settling, shipping, vat
from shopphone.domain.days import check_noted
from shopphone.domain.errors import Refused
from shopphone.domain.orders import OrderDraft
from shopphone.domain.sending import ShippingMethod
from shopphone.domain.settling import ShopTerms
from shopphone.domain.vat import VatMode
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.db import Writing
from shopphone.store.types import Record

# in these a price is the same number: what was read out stays true
_PLAIN = frozenset((VatMode.GROSS, VatMode.SMALL))
_DEBITED_UNSIGNED = (
    select(t.sale_order.c.id)
    .outerjoin(t.order_mandate, t.order_mandate.c.order_id == t.sale_order.c.id)
    .where(t.sale_order.c.id == bindparam("order"))
    .where(t.sale_order.c.payment_code == str(payment.Payment.SEPA_DEBIT))
    .where(t.order_mandate.c.returned_on.is_(None))
)


def shop_terms(desk: Desk) -> ShopTerms:
    """Everything of the shop that a price depends on while it is typed."""
    return ShopTerms(
        vat=money.vat_terms(desk),
        methods=shipping_methods(desk),
        invoice_days=int(desk.setting("policy.invoice_days") or 14),
        free_lines=may_sell_free_lines(desk),
        text_yes=desk.setting("order.text_yes"),
    )


def may_sell_free_lines(desk: Desk) -> bool:
    """Whether who sits here may sell what is not among the articles."""
    who = desk.setting("order.free_lines")
    if who != "lead":
        return who == "everyone"
    role = select(t.staff.c.role).where(t.staff.c.id == desk.staff_id())
    with desk.db.reading() as connection:
        return bool(connection.execute(role).scalar() == "lead")


def shipping_methods(desk: Desk) -> tuple[ShippingMethod, ...]:
    """What stands in the table, else what the owner has written in Settings."""
    with desk.db.reading() as connection:
        rows = connection.execute(
            select(t.shipping_method).order_by(t.shipping_method.c.position)
        ).all()
    if not rows:
        methods = shipping.read_methods(desk.setting("shipping.methods"))
        return shipping.with_rules(methods, desk.setting("shipping.rules"))
    return tuple(_shipping(row.code, row.content) for row in rows)


def method_of(desk: Desk, draft: OrderDraft) -> ShippingMethod | None:
    return next((m for m in shipping_methods(desk) if m.code == draft.shipping_code), None)


def pricing_of(desk: Desk, draft: OrderDraft) -> prices.Pricing:
    """For whom, where to and when this draft is priced."""
    return settling.pricing_of(draft, money.vat_terms(desk), desk.today(), method_of(desk, draft))


def refuse(
    desk: Desk, draft: OrderDraft, pricing: prices.Pricing, method: ShippingMethod | None
) -> None:
    """What cannot be sent, paid or taxed as it stands; the window says so while it is typed."""
    if not vat.is_ours(pricing.terms, pricing.buyer):
        raise Refused("vat_not_ours", field="matter")
    if pricing.mode in vat.NAMES_BOTH and not desk.setting("shop.vat_id").strip():
        raise Refused("own_vat_id_missing", missing=("shop.vat_id",))
    if draft.vat_mode != pricing.mode and not _PLAIN >= {draft.vat_mode, pricing.mode}:
        raise Refused("vat_mode_changed")
    if method is not None:
        why = sending.obstacle(method, draft, pricing.terms.home)
        if why is not None:
            raise Refused("sending_impossible", field="shipping", why=str(why))
        why = sending.payment_obstacle(draft.payment_code, method, draft)
        if why is not None:
            raise Refused("payment_impossible", field="payment", why=str(why))
    if draft.payment_code == payment.Payment.SEPA_DEBIT and not ibans.is_valid(draft.iban):
        raise Refused("iban_invalid", field="iban")
    if any(line.product_id is None for line in draft.lines) and not may_sell_free_lines(desk):
        raise Refused("free_line_not_allowed", field="lines")
    if draft.coupon_code:
        _refuse_coupon(desk, draft)


def mandate_values(order_id: int, number: str, draft: OrderDraft) -> dict[str, Any]:
    return {
        "order_id": order_id,
        "reference": payment.mandate_reference(number),
        "iban": ibans.compact(draft.iban),
        "holder": draft.account_holder.strip() or draft.customer_name,
        "bank": ibans.bank_of(draft.iban),
    }


def change_mandate(tx: Writing, order_id: int, number: str, draft: OrderDraft) -> None:
    """The mandate that belongs to what is agreed now; one for another account is signed anew."""
    mandate = t.order_mandate
    of_order = mandate.c.order_id == order_id
    if draft.payment_code != payment.Payment.SEPA_DEBIT:
        tx.execute(delete(mandate).where(of_order))
        return
    values = mandate_values(order_id, number, draft)
    row = tx.execute(select(mandate.c.iban, mandate.c.holder).where(of_order)).first()
    if row is None:
        tx.execute(insert(mandate), values)
    elif (row.iban, row.holder) != (values["iban"], values["holder"]):
        tx.execute(update(mandate).where(of_order).values(**values, returned_on=None))


def mandate_of(tx: Writing, order_id: int) -> Record | None:
    return tx.execute(select(t.order_mandate).where(t.order_mandate.c.order_id == order_id)).first()


def take_over_mandate(tx: Writing, offer_id: int, order_id: int, before: Record | None) -> None:
    """The mandate form of an offered change is the one that was sent and perhaps signed.

    before: the order's own until now; one for the same account goes on.
    """
    mandate = t.order_mandate
    offered = mandate_of(tx, offer_id)
    if offered is None:
        return
    account = (offered.iban, offered.holder)
    if before is not None and (before.iban, before.holder) == account and before.returned_on:
        return
    tx.execute(delete(mandate).where(mandate.c.order_id == order_id))
    tx.execute(update(mandate).where(mandate.c.order_id == offer_id).values(order_id=order_id))


def account_of(draft: OrderDraft) -> str:
    """The account a draft is debited from, as versions show it; nothing for other ways to pay."""
    if draft.payment_code != payment.Payment.SEPA_DEBIT:
        return ""
    values = mandate_values(0, "", draft)
    return payment.account_words(values["iban"], values["holder"])


def refuse_odd_day(desk: Desk, tx: Writing, order_id: int, on: date) -> None:
    """A day somebody has entered. Raises Refused: day_in_future, day_before_order."""
    order = tx.execute(select(t.sale_order).where(t.sale_order.c.id == order_id)).one()
    check_noted(on, since=receipts.concluded_on(desk, tx, order), today=desk.today())


def refuse_unsigned(tx: Writing, order_id: int) -> None:
    """Nobody may debit without the signed mandate; other ways to pay need none."""
    if tx.execute(_DEBITED_UNSIGNED, {"order": order_id}).scalar() is not None:
        raise Refused("mandate_missing")


def _refuse_coupon(desk: Desk, draft: OrderDraft) -> None:
    found = money.coupon(desk, draft.coupon_code)
    refusal = settling.coupon_refusal(draft, found, desk.today())
    if refusal is not None:
        raise refusal


def _shipping(code: str, content: dict[str, Any]) -> ShippingMethod:
    return ShippingMethod(
        code=code,
        name_de=content["name_de"],
        name_en=content["name_en"],
        price=Decimal(content["price"]),
        free_from=None if content.get("free_from") is None else Decimal(content["free_from"]),
        countries=tuple(content.get("countries", ("DE",))),
        days_de=content.get("days_de", ""),
        days_en=content.get("days_en", ""),
        max_days=int(content.get("max_days", 5)),
        carrier=content.get("carrier", ""),
        tracking_url=content.get("tracking_url", ""),
        weight_prices=tuple((g, Decimal(p)) for g, p in content.get("weight_prices", ())),
        max_weight_g=content.get("max_weight_g"),
        max_value=None if content.get("max_value") is None else Decimal(content["max_value"]),
        takes_bulky=content.get("takes_bulky", True),
        age_check=content.get("age_check", False),
        packstation=content.get("packstation", True),
        collection=content.get("collection", False),
    )
