"""Order tables: rows of one order put together, whatever stands between them, and told as a whole."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from functools import lru_cache

from shopphone.domain.customers import Address
from shopphone.domain.imports import (
    GROSS,
    NET,
    PRICES,
    VAT,
    Answers,
    CellFault,
    Question,
    Stored,
    Told,
)
from shopphone.domain.money import ZERO
from shopphone.domain.totals import TotalLine, totals
from shopphone.domain.vat import VatMode
from shopphone.exchange import orders_out
from shopphone.exchange.columns import CellError, Columns, Row
from shopphone.exchange.format import Read
from shopphone.exchange.orders import heads
from shopphone.exchange.orders.lines import Line, line_of, scaled
from shopphone.exchange.people import telling

BUYER = "buyer"
_NUMBERS = (
    "line_quantity", "line_price", "line_amount", "line_vat", "line_discount_percent",
    "line_deposit", "shipping", "shipping_tax", "taxes", "total", "discount", "coupon", "fees",
    "standard_vat",
)  # fmt: skip
_PERCENT = re.compile(r"(\d{1,2}(?:[.,]\d+)?)\s*%")
_ROUNDING = 2  # cents that a shop's own rounding may differ by
Lines = Callable[[Columns, Sequence[Row], int], list[Line]]


def questions(columns: Columns, answers: Answers) -> tuple[Question, ...]:
    columns.decide_signs(*_NUMBERS)
    asked = list(columns.sign_questions())
    facts = columns.layout.facts
    if facts.get("prices") == "ask" and columns.has("line_price"):
        asked.append(
            Question(code=PRICES, detail=columns.heading("line_price"), choices=(GROSS, NET))
        )
    if not columns.has("line_vat"):
        asked.append(Question(code=VAT))
    return tuple(asked)


def reader(lines: Lines) -> Callable[[Columns, Answers], Read]:
    """How a format is read whose positions are found by `lines`."""

    def read(columns: Columns, answers: Answers) -> Read:
        columns.decide_signs(*_NUMBERS)
        for rows in _orders(columns):
            try:
                yield _told(columns, rows, answers, lines)
            except CellError as error:
                yield CellFault(
                    line=rows[0].line, column=error.column, value=error.value, code=error.code,
                    detail=error.detail, rows=tuple(row.cells for row in rows),
                )  # fmt: skip

    return read


def row_lines(_columns: Columns, rows: Sequence[Row], rate: int) -> list[Line]:
    """A position a row."""
    found: list[Line] = []
    for row in rows:
        made = line_of(row, len(found) + 1, rate)
        if made is not None:
            found.append(made)
    return found


def _orders(columns: Columns) -> Iterator[list[Row]]:
    """Rows by their order; of orders whose rows are scattered, at the end."""
    scattered: dict[str, list[Row]] = {number: [] for number in _scattered(columns)}
    number, rows = "", list[Row]()
    for row in columns.rows():
        said = row.text("number") or number
        if said != number and rows:
            yield rows
            rows = []
        if said in scattered:
            scattered[said].append(row)
        else:
            rows.append(row)
        number = said
    if rows:
        yield rows
    yield from (found for found in scattered.values() if found)


def _scattered(columns: Columns) -> set[str]:
    """Numbers that come again after another one; a look through the file with nothing kept but these."""
    place = columns.places["number"]
    seen: set[str] = set()
    again: set[str] = set()
    number = ""
    for _, cells in columns.sheet.records():
        said = cells[place] if place < len(cells) else ""
        if said and said != number:
            if said in seen:
                again.add(said)
            seen.add(said)
            number = said
    return again


def _told(columns: Columns, rows: list[Row], answers: Answers, lines: Lines) -> Told:
    head = rows[0]
    number = head.text("number")
    if not number:
        raise head.error("number", "number_missing")
    _check_sum(columns, rows)
    dates = columns.layout.facts.get("dates", "")
    placed = heads.moment(head, "placed_at", dates)
    if placed is None:
        if columns.has("placed_at"):
            raise head.error("placed_at", "date_missing")
        placed = datetime(2000, 1, 1, tzinfo=heads.ZONE)
    positions = lines(columns, rows, _standard_rate(head, answers))
    if not positions:
        raise head.error("line_name", "no_lines")
    person = heads.buyer(head, heads.to_ms(placed))
    buyer = telling.told(person)
    if isinstance(buyer, CellFault):
        raise CellError(buyer.column, buyer.value, buyer.code)
    values = _values(columns, head, number, placed, positions, answers)
    values |= _whom(head, person.company, person.last_name, heads.name_of(person), buyer)
    state = str(values["state"])
    move: dict[str, Stored] = {"source": "draft", "target": state, "at": heads.to_ms(placed)}
    return Told(
        line=head.line,
        title=f"{number} {heads.name_of(person)}",
        values=values,
        codes=tuple(dict.fromkeys(code for code in (head.text("id"), number) if code)),
        own=(f"number:{number}",),
        children={"order_line": tuple(positions), "order_move": (move,)},
        asides={BUYER: _buyer_json(buyer)},
        left_out=tuple(buyer.left_out) + _other_money(head),
        rows=tuple(row.cells for row in rows),
    )


def _values(
    columns: Columns,
    head: Row,
    number: str,
    placed: datetime,
    positions: list[Line],
    answers: Answers,
) -> dict[str, Stored]:
    placed_ms = heads.to_ms(placed)
    dates = columns.layout.facts.get("dates", "")
    state = heads.state_of(head)
    if sum(int(line["gross"] or 0) for line in positions) < 0 or _is_credit(columns, number):
        state = "cancelled"  # a credit note: what it takes back was an order of its own
    values: dict[str, Stored] = {
        "number": number,
        "state": state,
        "placed_at": placed_ms,
        "exported_at": placed_ms,  # the other program has it: that is where it comes from
        "line_count": len(positions),
        "first_line": f"{positions[0]['name']} {positions[0]['option']}".strip(),
        "shipping_code": head.text("shipping_code"),
        "shipping_name": " ".join(head.text("shipping_name").split()),
        "coupon_code": head.text("coupon_code"),
        "remark": _remark(head),
        "tracking": head.text("tracking"),
        **heads.payment_of(head, state, placed, dates),
        **_sums(columns, head, positions, answers),
    }
    if values["payment_state"] in ("paid", "refunded"):
        values["paid_amount"] = values["total"]
    return values


def _is_credit(columns: Columns, number: str) -> bool:
    return columns.layout.name == "uci_online_retail" and number[:1] == "C"


def _sums(
    columns: Columns, head: Row, positions: list[Line], answers: Answers
) -> dict[str, Stored]:
    """By our own rule; what the other shop says stands beside it where it differs."""
    goods = sum(int(line["gross"] or 0) + _deposit(line) for line in positions)
    shipping = _cents(head, "shipping")
    told = head.number("total")
    mode, discount, coupon = VatMode.GROSS, _cents(head, "discount"), _cents(head, "coupon")
    meant = columns.layout.facts.get("prices", "")
    if meant == "told":
        mode = VatMode(head.text("vat_mode") or VatMode.GROSS)
    elif meant == "found" and told is not None:
        mode, shipping, discount = _found(head, goods, shipping, scaled(told, 2))
    elif answers.get(PRICES) == NET:
        mode = VatMode.NET
    standard = head.number("standard_vat")
    rate = int(positions[0]["vat"] or 0) if standard is None else scaled(standard, 2)
    if mode is VatMode.NET:
        total = _net_total(positions, shipping, discount, coupon)
    else:
        total = goods + shipping - min(discount + coupon, max(goods, 0))
    values: dict[str, Stored] = {
        "vat_mode": str(mode),
        "standard_vat": rate,
        "shipping_gross": shipping,
        "discount": discount,
        "coupon": coupon,
        "total": total,
    }
    if told is not None and scaled(told, 2) != total:
        values["shop_total"] = scaled(told, 2)
    return values


def _found(head: Row, goods: int, shipping: int, told: int) -> tuple[VatMode, int, int]:
    """Whether a shop's prices hold VAT is seen where its sum comes out; what is missing was taken off."""
    taxes = _cents(head, "taxes")
    with_tax = shipping + _cents(head, "shipping_tax")
    for sent in dict.fromkeys((shipping, with_tax)):
        if abs(goods + sent - told) <= _ROUNDING:
            return VatMode.GROSS, sent, max(goods + sent - told, 0)
    if taxes and abs(goods + shipping + taxes - told) <= _ROUNDING:
        return VatMode.NET, shipping, 0
    return VatMode.GROSS, shipping, max(goods + shipping - told, 0)


def _net_total(positions: list[Line], shipping: int, discount: int, coupon: int) -> int:
    found = totals(
        [
            TotalLine(
                unit_price=Decimal(int(line["gross"] or 0)).scaleb(-2),
                quantity=Decimal(1),
                vat=Decimal(int(line["vat"] or 0)).scaleb(-2),
            )
            for line in positions
        ],
        discount=Decimal(discount).scaleb(-2),
        coupon=Decimal(coupon).scaleb(-2),
        shipping=Decimal(shipping).scaleb(-2),
        mode=VatMode.NET,
    )
    return scaled(found.total, 2)


def _deposit(line: Line) -> int:
    return int(line["deposit"] or 0) * int(line["quantity"] or 0) // 100_000


def _cents(row: Row, name: str) -> int:
    return scaled(row.number(name) or ZERO, 2)


def _standard_rate(head: Row, answers: Answers) -> int:
    """The VAT a tax names ("MwSt 19%"), else the one that was answered."""
    named = _PERCENT.search(head.text("tax_name"))
    return _percent(named[1] if named else answers.get(VAT, "19"))


@lru_cache(maxsize=64)
def _percent(text: str) -> int:
    return scaled(Decimal(text.replace(",", ".").rstrip("% ")), 2)


def _whom(head: Row, company: str, last_name: str, name: str, buyer: Told) -> dict[str, Stored]:
    """Who ordered, copied: what becomes of the customer never reaches the order."""
    billing, deliver_to = heads.place(head, "b_"), heads.place(head, "d_")
    d_name = deliver_to.name or " ".join(
        part for part in (head.text("d_first_name"), head.text("d_last_name")) if part
    )
    is_elsewhere = not deliver_to.is_empty and _where(deliver_to) != _where(billing)
    if is_elsewhere and d_name and d_name != name:
        deliver_to = Address(**{**_fields(deliver_to), "name": d_name})
    return {
        "name": name,
        "last_name": last_name,
        "company": company,
        "salutation": buyer.values.get("salutation", ""),
        "language": buyer.values["language"],
        "email": head.text("email"),
        "delivery_phone": head.text("phone") or head.text("b_phone"),
        "billing": heads.address_json(billing),
        "deliver_to": heads.address_json(deliver_to) if is_elsewhere else None,
    }


def _fields(address: Address) -> dict[str, str]:
    return {name: getattr(address, name) for name in Address.__slots__}


def _where(address: Address) -> tuple[str, str, str]:
    return (address.street, address.postcode, address.town)


def _buyer_json(buyer: Told) -> str:
    return json.dumps([
        buyer.line, buyer.title, buyer.values, buyer.codes, buyer.children, buyer.asides,
    ])  # fmt: skip


def buyer_told(text: str) -> Told:
    """The customer of an order, as a table of customers would tell them."""
    line, title, values, codes, children, asides = json.loads(text)
    return Told(
        line=line,
        title=title,
        values=values,
        codes=tuple(codes),
        children={name: tuple(rows) for name, rows in children.items()},
        asides=asides,
    )


def _remark(head: Row) -> str:
    """Amounts in other money are kept as they are, and that is said."""
    money = head.text("currency").upper()
    said = head.text("remark").replace("\r\n", "\n")
    return "\n".join(part for part in (said, money if money not in ("", "EUR") else "") if part)


def _other_money(head: Row) -> tuple[CellFault, ...]:
    money = head.text("currency").upper()
    if money in ("", "EUR"):
        return ()
    fault = head.error("currency", "other_money")
    return (
        CellFault(line=head.line, column=fault.column, value=fault.value, code=fault.code),
    )  # fmt: skip


def _check_sum(columns: Columns, rows: Sequence[Row]) -> None:
    """Our own file was altered, or a program wrote its numbers otherwise."""
    if not columns.has("checksum") or columns.sheet.encoding == "xlsx":
        return
    place = columns.places["checksum"]
    told = [[cell for n, cell in enumerate(row.cells) if n != place] for row in rows]
    width = len(columns.sheet.head) - 1
    padded = [[*cells, *[""] * (width - len(cells))] for cells in told]
    if orders_out.checksum(padded) != rows[0].text("checksum"):
        raise rows[0].error("checksum", "checksum_wrong")
