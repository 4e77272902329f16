"""Orders for JTL-Ameise: a row for each position, columns to be assigned there once by their names."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path

from shopphone.domain.customers import Address
from shopphone.domain.exports import OutLine, OutOrder
from shopphone.domain.money import ZERO
from shopphone.domain.vat import UNTAXED, VatMode
from shopphone.exchange import tables_out

_PLACE = ("Name", "c/o", "Adresszusatz", "Straße", "PLZ", "Ort", "Land")
COLUMNS = (
    "Externe Auftragsnummer", "Auftragsdatum", "Kundennummer", "Anrede", "Vorname", "Nachname",
    "Firma", *(f"Rechnung {part}" for part in _PLACE), "E-Mail", "Telefon",
    *(f"Lieferung {part}" for part in _PLACE), "Zahlungsart", "Versandart", "Anmerkung",
    "Positionstyp", "Artikelnummer", "Positionsname", "Menge", "VK brutto", "VK netto",
    "Rabatt in Prozent", "MwSt in Prozent",
)  # fmt: skip
_STEP = Decimal("0.0001")


def write(path: Path, orders: Iterable[OutOrder]) -> None:
    rows = (row for order in orders for row in _rows(order))
    tables_out.write_separated(path, [COLUMNS, *rows], encoding="utf-8-sig")


def _rows(order: OutOrder) -> Iterator[tuple[str, ...]]:
    head = tuple(map(tables_out.guarded, _head(order)))
    for line in order.lines:
        yield (*head, *_goods(order, line))
        if line.deposit:
            yield (*head, *_other(order, "Freiposition", "Pfand", line.quantity, line.deposit))
    if order.shipping:
        yield (
            *head,
            *_other(order, "Versandposition", order.shipping_name, Decimal(1), order.shipping),
        )
    for name, off in (("Rabatt", order.discount), (order.coupon_code or "Gutschein", order.coupon)):
        if off:
            yield (*head, *_other(order, "Gutschein", name, Decimal(1), -off))


def _head(order: OutOrder) -> tuple[str, ...]:
    return (
        order.number, f"{order.placed_on:%d.%m.%Y}", order.customer_number, order.salutation,
        order.first_name, order.last_name, order.company, *_place(order.billing), order.email,
        order.phone, *_place(order.deliver_to), order.payment_code, order.shipping_name,
        order.remark,
    )  # fmt: skip


def _place(address: Address) -> tuple[str, ...]:
    extra = " ".join(part for part in (address.extra, address.post_number) if part)
    return (
        address.name, address.co, extra, address.street, address.postcode, address.town,
        address.country,
    )  # fmt: skip


def _goods(order: OutOrder, line: OutLine) -> tuple[str, ...]:
    name = f"{line.name} {line.option}".strip()
    return (
        "Artikel", tables_out.guarded(line.sku), tables_out.guarded(name), _number(line.quantity),
        *_prices(order.vat_mode, line.unit_price, line.vat), _number(line.discount * 100),
        _number(_rate(order.vat_mode, line.vat)),
    )  # fmt: skip


def _other(
    order: OutOrder, kind: str, name: str, quantity: Decimal, price: Decimal
) -> tuple[str, ...]:
    rate = order.standard_vat
    return (
        kind, "", tables_out.guarded(name), _number(quantity),
        *_prices(order.vat_mode, price, rate), "0", _number(_rate(order.vat_mode, rate)),
    )  # fmt: skip


def _rate(mode: str, rate: Decimal) -> Decimal:
    return ZERO if VatMode(mode) in UNTAXED else rate


def _prices(mode: str, price: Decimal, rate: Decimal) -> tuple[str, str]:
    """Gross and net, whichever of them was agreed."""
    factor = 1 + _rate(mode, rate) / 100
    if VatMode(mode) is VatMode.NET:
        return _number((price * factor).quantize(_STEP)), _number(price)
    return _number(price), _number((price / factor).quantize(_STEP))


def _number(value: Decimal) -> str:
    return f"{value:f}".replace(".", ",")
