"""An article for sale as it is typed in its form: every field is text until it is checked."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from shopphone.domain.base_price import UNITS
from shopphone.domain.days import typed_day
from shopphone.domain.errors import Refused
from shopphone.domain.money import parse_amount
from shopphone.domain.products import Product

_PRICE, _PIECES, _PERCENT = Decimal("0.0001"), Decimal("0.001"), Decimal("0.01")
_MOST = Decimal(1_000_000)
_OLDEST, _HEAVIEST_G = 99, 1_000_000


@dataclass(slots=True, kw_only=True)
class ProductDraft:
    """What stands in the form; the names are those of Product. old_skus: separated by commas."""

    sku: str = ""
    ean: str = ""
    old_skus: str = ""
    name: str = ""
    name_en: str = ""
    option: str = ""
    group: str = ""
    category: str = ""
    description: str = ""
    description_en: str = ""
    price: str = ""
    vat: str = "19"
    deposit: str = ""
    stock: str = ""
    next_supply_on: str = ""
    content: str = ""
    content_unit: str = ""
    weight_g: str = ""
    minimum_age: str = ""
    warning: str = ""
    bulky: bool = False
    active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductForm:
    """What the form begins with: the shop's words, what was typed before, and what can be chosen.

    product_id None: a new article. kept: typed on this desk and not saved, None if nothing was.
    """

    product_id: int | None
    begun: ProductDraft
    kept: ProductDraft | None
    rates: tuple[Decimal, ...]
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductValues:
    """The checked article, as the shop keeps it."""

    sku: str
    ean: str
    name: str
    name_en: str
    option: str
    group: str
    category: str
    description: str
    description_en: str
    price: Decimal
    vat: Decimal
    deposit: Decimal
    stock: Decimal | None
    next_supply_on: date | None
    content: Decimal | None
    content_unit: str
    weight_g: int | None
    minimum_age: int
    warning: str
    bulky: bool
    active: bool


def draft_of(product: Product, old_skus: tuple[str, ...]) -> ProductDraft:
    day = product.next_supply_on
    return ProductDraft(
        sku=product.sku,
        ean=product.ean,
        old_skus=", ".join(old_skus),
        name=product.name,
        name_en=product.name_en,
        option=product.option,
        group=product.group,
        category=product.category,
        description=product.description,
        description_en=product.description_en,
        price=_written(product.price, cents=True),
        vat=_written(product.vat),
        deposit=_written(product.deposit, cents=True) if product.deposit else "",
        stock=_written(product.stock),
        next_supply_on="" if day is None else f"{day:%d.%m.%Y}",
        content=_written(product.content),
        content_unit=product.content_unit,
        weight_g="" if product.weight_g is None else str(product.weight_g),
        minimum_age=str(product.minimum_age or ""),
        warning=product.warning,
        bulky=product.bulky,
        active=product.active,
    )


def checked(draft: ProductDraft) -> ProductValues:
    """The article, if every field can be read. Raises Refused(…, field=…) for the first that cannot."""
    if not draft.sku.strip():
        raise Refused("sku_missing", field="sku")
    if not draft.name.strip():
        raise Refused("product_name_missing", field="name")
    content = _number(draft.content, "content", _PIECES)
    unit = draft.content_unit.strip()
    if (content is None) != (not unit) or (unit and unit not in UNITS):
        raise Refused("content_incomplete", field="content", names=", ".join(UNITS))
    return ProductValues(
        sku=draft.sku.strip(),
        ean=_ean(draft.ean),
        name=draft.name.strip(),
        name_en=draft.name_en.strip(),
        option=draft.option.strip(),
        group=draft.group.strip(),
        category=draft.category.strip(),
        description=draft.description.strip(),
        description_en=draft.description_en.strip(),
        price=_wanted(draft.price, "price", _PRICE),
        vat=_percent(draft.vat),
        deposit=_number(draft.deposit, "deposit", _PRICE) or Decimal(0),
        stock=_number(draft.stock, "stock", _PIECES, least=-_MOST),
        next_supply_on=_day(draft.next_supply_on),
        content=content,
        content_unit=unit,
        weight_g=_whole(draft.weight_g, "weight_g", _HEAVIEST_G),
        minimum_age=_whole(draft.minimum_age, "minimum_age", _OLDEST) or 0,
        warning=draft.warning.strip(),
        bulky=draft.bulky,
        active=draft.active,
    )


def codes_of(draft: ProductDraft) -> tuple[str, ...]:
    """The numbers the article had before, each once and without its present one."""
    typed = (code.strip() for code in draft.old_skus.replace(";", ",").split(","))
    return tuple(dict.fromkeys(code for code in typed if code and code != draft.sku.strip()))


def _written(number: Decimal | None, *, cents: bool = False) -> str:
    if number is None:
        return ""
    plain = number.normalize()
    if cents and -2 < int(plain.as_tuple().exponent):
        plain = plain.quantize(Decimal("0.01"))
    return f"{plain:f}".replace(".", ",")


def _wanted(text: str, field: str, step: Decimal) -> Decimal:
    number = _number(text, field, step)
    if number is None:
        raise Refused("amount_unreadable", field=field, text=text)
    return number


def _number(text: str, field: str, step: Decimal, *, least: Decimal = Decimal(0)) -> Decimal | None:
    if not text.strip():
        return None
    try:
        value = parse_amount(text).value
    except Refused as error:
        if error.rule == "amount_ambiguous":
            raise Refused("amount_ambiguous", field=field, text=text) from error
        raise Refused("amount_unreadable", field=field, text=text) from error
    if not least <= value <= _MOST:
        raise Refused("number_out_of_range", field=field, most=str(_MOST))
    if value != value.quantize(step):
        raise Refused("too_many_decimals", field=field, limit=-int(step.as_tuple().exponent))
    return value


def _percent(text: str) -> Decimal:
    percent = _wanted(text.strip().removesuffix("%"), "vat", _PERCENT)
    if percent >= 100:
        raise Refused("number_out_of_range", field="vat", most="99,99")
    return percent


def _whole(text: str, field: str, most: int) -> int | None:
    plain = text.strip()
    if not plain:
        return None
    if not (plain.isascii() and plain.isdigit()):
        raise Refused("number_invalid", field=field)
    if int(plain) > most:
        raise Refused("number_out_of_range", field=field, most=str(most))
    return int(plain)


def _day(text: str) -> date | None:
    try:
        return typed_day(text)
    except ValueError as error:
        raise Refused("day_unreadable", field="next_supply_on", text=text) from error


def _ean(text: str) -> str:
    # the library is needed only where somebody types one
    from stdnum import ean

    compact = "".join(text.split())
    if compact and not ean.is_valid(compact):
        raise Refused("ean_wrong", field="ean")
    return compact
