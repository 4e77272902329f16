"""Orders as they leave, read a few hundred at a time: any number of them takes the same memory."""

from collections.abc import Iterator, Sequence

from sqlalchemy import func, select

from shopphone.domain.customers import Address
from shopphone.domain.exports import OutLine, OutOrder
from shopphone.domain.money import ZERO
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.types import Record

_AT_ONCE = 500
_o, _c, _l = t.sale_order.c, t.customer.c, t.order_line.c
_first_phone = (
    select(t.customer_phone.c.raw)
    .where(t.customer_phone.c.customer_id == _c.id)
    .order_by(t.customer_phone.c.id)
    .limit(1)
    .scalar_subquery()
)
_ORDERS = (
    select(
        t.sale_order, _c.number.label("customer_number"), _c.first_name,
        func.coalesce(_first_phone, "").label("phone"),
    )
    .join(t.customer, _c.id == _o.customer_id)
)  # fmt: skip
_LINES = (
    select(t.order_line, t.product.c.weight_g)
    .outerjoin(t.product, t.product.c.id == _l.product_id)
    .where(_l.cancelled_in.is_(None))
    .order_by(_l.order_id, _l.position)
)


def orders(desk: Desk, keys: Sequence[int]) -> Iterator[OutOrder]:
    """In the order of the keys."""
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        with desk.db.reading() as connection:
            rows = connection.execute(_ORDERS.where(_o.id.in_(some))).all()
            lines: dict[int, list[OutLine]] = {}
            for line in connection.execute(_LINES.where(_l.order_id.in_(some))):
                lines.setdefault(line.order_id, []).append(_line(line))
        by_key = {row.id: row for row in rows}
        for key in some:
            if key in by_key:
                yield _order(desk, by_key[key], tuple(lines.get(key, ())))


def _order(desk: Desk, row: Record, lines: tuple[OutLine, ...]) -> OutOrder:
    billing = Address(**row.billing)
    first = row.name.removesuffix(row.last_name).strip() if row.last_name else row.first_name
    return OutOrder(
        order_id=row.id,
        number=row.number,
        placed_at=row.placed_at,
        placed_on=desk.day_of(row.placed_at),
        state=row.state,
        payment_state=row.payment_state,
        payment_code=row.payment_code,
        customer_number=row.customer_number,
        salutation=row.salutation,
        first_name="" if first == row.company else first,
        last_name=row.last_name,
        company=row.company,
        email=row.email,
        phone=row.delivery_phone or row.phone,
        billing=billing,
        deliver_to=Address(**row.deliver_to) if row.deliver_to else billing,
        shipping_code=row.shipping_code,
        shipping_name=row.shipping_name,
        shipping=row.shipping_gross,
        discount=row.discount,
        coupon_code=row.coupon_code,
        coupon=row.coupon,
        total=row.total,
        vat_mode=row.vat_mode,
        standard_vat=row.standard_vat,
        remark=row.remark,
        lines=lines,
    )


def _line(row: Record) -> OutLine:
    return OutLine(
        position=row.position,
        sku=row.sku,
        name=row.name,
        option=row.option,
        quantity=row.quantity,
        unit_price=row.unit_price,
        discount=row.discount,
        vat=row.vat,
        amount=row.gross,
        deposit=row.deposit or ZERO,
        weight_g=row.weight_g,
    )
