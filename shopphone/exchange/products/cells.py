"""The cells of one article, checked and in the form the shop keeps them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from shopphone.domain.base_price import UNITS
from shopphone.domain.imports import (
    GROSS,
    NET,
    PRICES,
    VAT,
    WEIGHT,
    Answers,
    CellFault,
    Question,
    Stored,
)
from shopphone.domain.money import round2
from shopphone.exchange import html
from shopphone.exchange.columns import CellError, Columns, Row

_MOST = Decimal(1_000_000)
_GRAMS = {
    "g": Decimal(1), "gram": Decimal(1), "grams": Decimal(1), "gramm": Decimal(1),
    "kg": Decimal(1000), "kgs": Decimal(1000), "kilogram": Decimal(1000),
    "lb": Decimal("453.59237"), "lbs": Decimal("453.59237"), "oz": Decimal("28.349523125"),
}  # fmt: skip
WEIGHT_UNITS = ("g", "kg", "lb", "oz")
_UNIT_WORDS = {
    "gramm": "g", "gram": "g", "grams": "g", "kilogramm": "kg", "kilogram": "kg", "liter": "l",
    "litre": "l", "milliliter": "ml", "millilitre": "ml", "meter": "m", "metre": "m",
    "zentimeter": "cm", "qm": "m²", "m2": "m²", "sqm": "m²",
}  # fmt: skip
_TEXTS = ("name", "name_en", "option", "group", "category", "warning")
_LONG_TEXTS = ("description", "description_en")
_NUMBERS = (
    "price", "price_gross", "price_net", "vat", "stock", "content", "weight", "deposit",
    "sale_price", "compare_price", "impact", "from_quantity", "weight_impact",
)  # fmt: skip


@dataclass(slots=True)
class Values:
    """What one line says of an article, and the cells that were left out of it."""

    columns: dict[str, Stored] = field(default_factory=dict)
    left_out: list[CellFault] = field(default_factory=list)


class Cells:
    """Reads the columns every format has in common; how money and weights are meant is decided once."""

    def __init__(self, columns: Columns, answers: Answers) -> None:
        self.columns = columns
        columns.decide_signs(*_NUMBERS)
        self.meaning = columns.layout.facts.get("prices", GROSS)
        if self.meaning not in (GROSS, NET):
            self.meaning = answers.get(PRICES, GROSS)
        vat = answers.get(VAT, "")
        self.vat = Decimal(vat.replace(",", ".").rstrip("% ")) if vat else None
        unit = columns.unit("weight") or columns.layout.facts.get("weight", "")
        self.grams = _GRAMS.get(unit) or _GRAMS.get(answers.get(WEIGHT, ""), Decimal(1000))

    def read(self, row: Row) -> Values:
        """Everything but the price, which may need the VAT of a parent. Raises CellError."""
        values = Values()
        told = values.columns
        for name in _TEXTS:
            if text := one_line(row.text(name)):
                told[name] = text
        for name in _LONG_TEXTS:
            if text := prose(row.text(name)):
                told[name] = text
        if "description" not in told and (short := prose(row.text("short_description"))):
            told["description"] = short
        if sku := row.text("sku"):
            told["sku"] = one_line(sku)
        self._ean(row, values)
        self._measures(row, values)
        active = row.yes("active")
        if active is not None:
            told["active"] = active
        return values

    def price(self, row: Row, vat: Decimal | None) -> int | None:
        """The gross price as it is kept, None where the line says none."""
        gross = self.kept(row, "price_gross", 4)
        if gross is not None:
            return gross
        for name in ("price_net", "price"):
            amount = row.number(name)
            if amount is not None:
                is_net = name == "price_net" or self.meaning == NET
                return self.gross(row, name, amount, vat if is_net else Decimal(0))
        return None

    def gross(self, row: Row, name: str, amount: Decimal, vat: Decimal | None) -> int:
        if vat is None:
            raise row.error(name, "vat_missing")
        value = amount if not vat else round2(amount * (1 + vat / 100))
        return self._within(row, name, value, 4)

    def rate(self, row: Row) -> Decimal | None:
        """The VAT of the line in percent, else the one that was answered; None: nobody knows."""
        text = row.text("vat").replace("%", "").strip()
        if not text:
            return self.vat
        try:
            rate = Decimal(text.replace(",", "."))
        except ArithmeticError as error:
            raise row.error("vat", "no_number") from error
        if not rate.is_finite() or not 0 <= rate < 100:
            raise row.error("vat", "out_of_range")
        # "0.19" is a share, and no country has a rate below one percent
        return rate * 100 if 0 < rate < 1 else rate

    def kept(self, row: Row, name: str, places: int) -> int | None:
        amount = row.number(name)
        return None if amount is None else self._within(row, name, amount, places)

    def _within(self, row: Row, name: str, amount: Decimal, places: int) -> int:
        if not 0 <= amount <= _MOST:
            raise row.error(name, "out_of_range")
        return int(amount.scaleb(places).to_integral_value(ROUND_HALF_UP))

    def _measures(self, row: Row, values: Values) -> None:
        told = values.columns
        stock = row.number("stock")
        if stock is not None:
            if abs(stock) > _MOST:
                raise row.error("stock", "out_of_range")
            told["stock"] = int(stock.scaleb(3).to_integral_value(ROUND_HALF_UP))
        weight = row.number("weight")
        if weight:
            grams = weight * self.grams
            if not 0 < grams <= _MOST:
                raise row.error("weight", "out_of_range")
            told["weight_g"] = max(1, int(grams.to_integral_value(ROUND_HALF_UP)))
        content, unit = self.kept(row, "content", 3), row.text("content_unit").casefold()
        unit = _UNIT_WORDS.get(unit, unit)
        if content and unit in UNITS:
            told["content"], told["content_unit"] = content, unit
        elif content and unit:
            values.left_out.append(_left_out(row, row.error("content_unit", "unit_unknown")))
        deposit = self.kept(row, "deposit", 4)
        if deposit is not None:
            told["deposit"] = deposit
        age = row.text("minimum_age")
        if age:
            if not (age.isdecimal() and int(age) <= 99):
                raise row.error("minimum_age", "no_number")
            told["minimum_age"] = int(age)

    def _ean(self, row: Row, values: Values) -> None:
        """One whose check digit is wrong finds another article: it is left out, and that is said."""
        ean = "".join(row.text("ean").split()).replace("-", "")
        if not ean or ean.strip("0") == "":
            return
        if is_ean(ean):
            values.columns["ean"] = ean
        else:
            values.left_out.append(_left_out(row, row.error("ean", "ean_wrong")))

    def questions(self, *, is_vat_open: bool) -> tuple[Question, ...]:
        """What the columns leave open. is_vat_open: some line says no VAT."""
        facts, columns = self.columns.layout.facts, self.columns
        asked = list(columns.sign_questions())
        meant = any(columns.has(name) for name in ("price_gross", "price_net"))
        if facts.get("prices") == "ask" and columns.has("price") and not meant:
            asked.append(
                Question(code=PRICES, detail=columns.heading("price"), choices=(GROSS, NET))
            )
        if is_vat_open:
            asked.append(Question(code=VAT))
        unit = columns.unit("weight")
        if facts.get("weight") == "ask" and columns.has("weight") and unit not in _GRAMS:
            asked.append(
                Question(code=WEIGHT, detail=columns.heading("weight"), choices=WEIGHT_UNITS)
            )
        return tuple(asked)


def _left_out(row: Row, error: CellError) -> CellFault:
    return CellFault(
        line=row.line, column=error.column, value=error.value, code=error.code, detail=error.detail
    )


def fault(row: Row, error: CellError, *parents: Row) -> CellFault:
    """The row that cannot be taken, with those it needs to be read again."""
    rows = tuple(dict.fromkeys([*(each.cells for each in parents), row.cells]))
    return CellFault(
        line=row.line, column=error.column, value=error.value, code=error.code,
        detail=error.detail, title=one_line(row.text("name") or row.text("sku")), rows=rows,
    )  # fmt: skip


def one_line(text: str) -> str:
    """A name: without markup, on one line."""
    if "<" in text or "&" in text:
        text = prose(text)
    return " ".join(text.split())


@lru_cache(maxsize=512)  # variants repeat the text of their parent
def prose(text: str) -> str:
    """A description as plain text."""
    if "<" not in text and "&" not in text:
        return text.replace("\r\n", "\n").replace("\\n", "\n").strip()
    if "&" in text and not html.looks_like_html(text):
        from html import unescape

        return unescape(text).replace("\r\n", "\n").strip()
    try:
        return html.plain(text).text
    except html.TooDeep:
        return text.strip()


@lru_cache(maxsize=4096)
def is_ean(code: str) -> bool:
    from stdnum import ean

    return bool(ean.is_valid(code))


def joined(parts: Iterable[str]) -> str:
    """The options of a variant as they are shown: "M / rot"."""
    return " / ".join(part for part in (one_line(each) for each in parts) if part)


def path_of(categories: str, separator: str, step: str) -> str:
    """The first of several categories, without the root a shop system puts before all of them."""
    first = categories.split(separator)[0]
    names = [one_line(name) for name in first.split(step)]
    if len(names) > 1 and names[0].casefold() in ("default category", "root", "home", "start"):
        names = names[1:]
    return " > ".join(name for name in names if name)
