"""Which VAT an order carries: at home, for businesses, § 19, in another EU country, beyond the EU."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from shopphone.domain.days import typed_day
from shopphone.domain.errors import Refused
from shopphone.domain.money import parse_amount

EU = frozenset(
    [
        "AT",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "HU",
        "IE",
        "IT",
        "LT",
        "LU",
        "LV",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SE",
        "SI",
        "SK",
    ]
)
STANDARD, REDUCED = "standard", "reduced"
STANDARD_RATE = Decimal(19)  # of Germany (§ 12 (1) UStG), where a shop knows no rates
_PRICE_STEP, _CENT = Decimal("0.0001"), Decimal("0.01")
_FIELDS = 4


class VatMode(StrEnum):
    """How prices and VAT of an order are meant.

    GROSS: prices with VAT. NET: prices without, VAT on top (businesses). SMALL: § 19 UStG, no
    VAT at all. OSS: prices with the VAT of the country of delivery (§ 3c UStG). INTRA: to a
    business in another EU country, free of VAT (§ 4 Nr. 1b, § 6a UStG). EXPORT: beyond the EU,
    free of VAT (§ 4 Nr. 1a, § 6 UStG). REVERSE: a service to a business in another EU country,
    which owes the VAT itself (§ 3a (2) UStG, Art. 196 Directive 2006/112/EC, as § 13b UStG here).
    OUTSIDE: a service to a business beyond the EU, not taxable here (§ 3a (2) UStG).
    """

    GROSS = "gross"
    NET = "net"
    SMALL = "small"
    OSS = "oss"
    INTRA = "intra"
    EXPORT = "export"
    REVERSE = "reverse"
    OUTSIDE = "outside"


class Supply(StrEnum):
    """What is supplied, as the place of supply asks: where goods go, or where the buyer is.

    ELECTRONIC: digital content and telecoms (§ 3a (5) UStG). UTILITY: gas and electricity (§ 3g).
    """

    GOODS = "goods"
    SERVICE = "service"
    ELECTRONIC = "electronic"
    UTILITY = "utility"


_ZERO_RATED = frozenset((VatMode.INTRA, VatMode.EXPORT, VatMode.REVERSE, VatMode.OUTSIDE))
UNTAXED = _ZERO_RATED | {VatMode.SMALL}
# the letter names the VAT ID of both (§ 14a (1), (3) UStG)
NAMES_BOTH = frozenset((VatMode.INTRA, VatMode.REVERSE))


@dataclass(frozen=True, slots=True, kw_only=True)
class VatRate:
    """A rate of a country from a day on, in percent; kind is standard, reduced or the shop's word.

    source: where it was looked up, so that it can be looked up again.
    """

    country: str
    kind: str
    percent: Decimal
    starts_on: date
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VatTerms:
    """What the shop has decided: see the settings vat.* and policy.small_business."""

    home: str = "DE"
    small_business: bool = False
    net_for_business: bool = False
    oss: bool = False
    same_gross_abroad: bool = True
    rates: tuple[VatRate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Buyer:
    """Who buys what and where the goods go, or for services where they are, as far as VAT asks."""

    business: bool = False
    country: str = "DE"
    vat_id: str = ""
    supply: Supply = Supply.GOODS


def mode_for(terms: VatTerms, buyer: Buyer) -> VatMode:
    """The mode of an order. Without a valid VAT ID a business abroad pays as a consumer.

    A small business has no other mode: what § 19 UStG leaves it of services abroad is not asked.
    """
    if terms.small_business:
        return VatMode.SMALL
    if (buyer.country or terms.home) == terms.home:
        return VatMode.NET if buyer.business and terms.net_for_business else VatMode.GROSS
    if buyer.supply is not Supply.GOODS:
        return _mode_of_service(terms, buyer)
    if buyer.country not in EU:
        return VatMode.EXPORT
    if buyer.business and is_foreign_vat_id(buyer.vat_id, terms.home):
        return VatMode.INTRA
    return VatMode.OSS if terms.oss else VatMode.GROSS


def _mode_of_service(terms: VatTerms, buyer: Buyer) -> VatMode:
    """By the place of supply abroad: for a business where it is (§ 3a (2) UStG), for others where
    the shop is (§ 3a (1)), but electronic services where the buyer lives (§ 3a (5))."""
    in_eu = buyer.country in EU
    if buyer.business and not in_eu:
        return VatMode.OUTSIDE
    if buyer.business and is_foreign_vat_id(buyer.vat_id, terms.home):
        return VatMode.REVERSE
    electronic = buyer.supply is Supply.ELECTRONIC
    return VatMode.OSS if electronic and in_eu and terms.oss else VatMode.GROSS


def is_ours(terms: VatTerms, buyer: Buyer) -> bool:
    """Whether German law says how this is taxed.

    Electronic services to a consumer beyond the EU are taxed where they live (§ 3a (5) UStG),
    energy abroad where it is used (§ 3g UStG): with a register and rates the program has not.
    """
    if (buyer.country or terms.home) == terms.home:
        return True
    if buyer.supply is Supply.UTILITY:
        return False
    return buyer.supply is not Supply.ELECTRONIC or buyer.business or buyer.country in EU


def is_foreign_vat_id(vat_id: str, home: str) -> bool:
    """A VAT ID of another EU country whose form and check digits are right; not whether it is alive."""
    if not vat_id.strip():
        return False
    # the library loads its countries on import; only a business abroad needs them
    from stdnum.eu import vat

    compact = "".join(vat_id.split()).upper()
    return bool(vat.is_valid(compact)) and compact[:2].replace("EL", "GR") != home


def rate_of(terms: VatTerms, country: str, kind: str, on: date) -> Decimal | None:
    """The newest rate on that day; the country's standard rate where the kind has none of its own."""
    of_country = [r for r in terms.rates if r.country == country and r.starts_on <= on]
    for wanted in (kind, STANDARD):
        found = max(
            (r for r in of_country if r.kind == wanted), key=lambda r: r.starts_on, default=None
        )
        if found is not None:
            return found.percent
    return None


def kind_of(terms: VatTerms, home_percent: Decimal, on: date) -> str:
    """Which kind of rate a product's home rate is; unknown ones count as standard."""
    kinds = {rate.kind for rate in terms.rates if rate.country == terms.home}
    return next(
        (kind for kind in sorted(kinds) if rate_of(terms, terms.home, kind, on) == home_percent),
        STANDARD,
    )


def percent_in(
    mode: VatMode, terms: VatTerms, country: str, home_percent: Decimal, on: date
) -> Decimal:
    """The VAT of a line in this mode; in OSS that of the country of delivery."""
    if mode in _ZERO_RATED:
        return Decimal(0)
    if mode is not VatMode.OSS:
        return home_percent
    there = rate_of(terms, country, kind_of(terms, home_percent, on), on)
    return home_percent if there is None else there


def standard_in(mode: VatMode, terms: VatTerms, country: str, on: date) -> Decimal:
    """The standard rate where the VAT of an order in this mode is due."""
    return percent_in(mode, terms, country, standard_at_home(terms, on), on)


def standard_at_home(terms: VatTerms, on: date) -> Decimal:
    found = rate_of(terms, terms.home, STANDARD, on)
    return STANDARD_RATE if found is None else found


def price_in(
    mode: VatMode, terms: VatTerms, gross: Decimal, home_percent: Decimal, percent: Decimal
) -> Decimal:
    """A price of home, gross, as this mode writes it: net for businesses, recalculated abroad.

    Net prices keep four digits: with two, one gross price in six could not be reached.
    """
    if mode in (VatMode.GROSS, VatMode.SMALL):
        return gross
    if mode in (VatMode.OSS, VatMode.EXPORT) and terms.same_gross_abroad:
        return gross
    net = gross * 100 / (100 + home_percent)
    if mode is VatMode.OSS:
        return (net * (100 + percent) / 100).quantize(_CENT, ROUND_HALF_UP)
    return net.quantize(_PRICE_STEP, ROUND_HALF_UP)


def home_gross(
    mode: VatMode, terms: VatTerms, price: Decimal, home_percent: Decimal, percent: Decimal
) -> Decimal:
    """The price of home that price_in writes as this one."""
    if price_in(mode, terms, Decimal(100), home_percent, percent) == 100:
        return price
    net = price * 100 / (100 + percent) if mode is VatMode.OSS else price
    return (net * (100 + home_percent) / 100).quantize(_PRICE_STEP, ROUND_HALF_UP)


def home_rate_of(
    mode: VatMode,
    terms: VatTerms,
    country: str,
    on: date,
    *,
    price: Decimal,
    percent: Decimal,
    gross: Decimal,
    likely: Decimal | None,
) -> Decimal:
    """The rate at home of a line that was agreed at this price and rate on that day.

    Several rates can fit where the price abroad is the one of home: then the likely one.
    """
    if mode in (VatMode.GROSS, VatMode.NET, VatMode.SMALL):
        return percent
    standard = rate_of(terms, terms.home, STANDARD, on)
    known = [r.percent for r in terms.rates if r.country == terms.home and r.starts_on <= on]
    rates = [each for each in (likely, standard, *known) if each is not None]
    for rate in rates:
        abroad = percent_in(mode, terms, country, rate, on)
        if abroad == percent and price_in(mode, terms, gross, rate, percent) == price:
            return rate
    for rate in rates:
        if percent_in(mode, terms, country, rate, on) == percent:
            return rate
    return rates[0] if rates else percent


def read_rates(text: str) -> tuple[VatRate, ...]:
    """One rate a line: country; kind; percent; from day; where it was looked up, if that is known.

    Raises Refused("rate_unreadable", line=…).
    """
    lines = [line for line in text.splitlines() if line.strip()]
    found = [_rate(n, line) for n, line in enumerate(lines, 1)]
    named = [(rate.country, rate.kind, rate.starts_on) for rate in found]
    for n, name in enumerate(named, 1):
        if name in named[: n - 1]:
            raise Refused("rate_unreadable", line=n, text=lines[n - 1])
    return tuple(found)


def written_rates(rates: Sequence[VatRate]) -> str:
    """The rates as read_rates takes them."""
    return "\n".join(
        f"{r.country}; {r.kind}; {f'{r.percent.normalize():f}'.replace('.', ',')}; {r.starts_on}"
        + (f"; {r.source}" if r.source else "")
        for r in rates
    )


def _rate(n: int, line: str) -> VatRate:
    fields = [field.strip() for field in line.split(";", _FIELDS)]
    fields += [""] * (_FIELDS + 1 - len(fields))
    try:
        percent = parse_amount(fields[2].removesuffix("%").strip()).value
        starts_on = typed_day(fields[3])
    except (Refused, ValueError) as error:
        raise Refused("rate_unreadable", line=n, text=line) from error
    known = len(fields[0]) == 2 and fields[0].isalpha() and bool(fields[1])
    if (
        starts_on is None
        or not known
        or not 0 <= percent < 100
        or percent != percent.quantize(_CENT)
    ):
        raise Refused("rate_unreadable", line=n, text=line)
    return VatRate(
        country=fields[0].upper(),
        kind=fields[1].casefold(),
        percent=percent,
        starts_on=starts_on,
        source=fields[4],
    )
