"""The other prices of a product as the owner writes them: tiers, customer groups, promotions."""

from collections.abc import Sequence
from decimal import Decimal

from shopphone.domain.days import typed_day
from shopphone.domain.errors import Refused
from shopphone.domain.money import Typed, parse_amount
from shopphone.domain.products import PriceOffer

_FIELDS = 6
_STEP, _MOST = Decimal("0.0001"), Decimal(1_000_000)


def read_offers(text: str) -> tuple[PriceOffer, ...]:
    """One a line: price; from quantity; customer group; from day; to day; name of the promotion.

    Raises Refused("offer_unreadable", line=…).
    """
    lines = [line for line in text.splitlines() if line.strip()]
    return tuple(_offer(n, line) for n, line in enumerate(lines, 1))


def written_offers(offers: Sequence[PriceOffer]) -> str:
    """The prices as read_offers takes them."""
    return "\n".join(
        "; ".join(
            (
                _written(each.price, 2),
                _written(each.from_quantity, 0) if each.from_quantity != 1 else "",
                each.group,
                str(each.starts_on or ""),
                str(each.ends_on or ""),
                each.name,
            )
        ).rstrip("; ")
        for each in offers
    )


def _written(amount: Decimal, digits: int) -> str:
    plain = f"{amount.normalize():f}"
    digits = max(digits, len(plain.partition(".")[2]))
    return f"{amount:.{digits}f}".replace(".", ",")


def _offer(n: int, line: str) -> PriceOffer:
    fields = [field.strip() for field in line.split(";")]
    fields += [""] * (_FIELDS - len(fields))
    price, quantity, group, starts, ends, name = fields[:_FIELDS]
    try:
        typed = parse_amount(price)
        least = parse_amount(quantity).value if quantity else Decimal(1)
        offer = PriceOffer(
            price=typed.value,
            from_quantity=least,
            group=group,
            starts_on=typed_day(starts),
            ends_on=typed_day(ends),
            name=name,
        )
    except (Refused, ValueError) as error:
        raise Refused("offer_unreadable", line=n) from error
    plain = typed.meaning in (Typed.PLAIN, Typed.GROSS)
    kept = typed.value == typed.value.quantize(_STEP) and least == least.quantize(Decimal("0.001"))
    says_when = quantity or group or starts or ends or name
    if not plain or not kept or not says_when or not (0 <= typed.value <= _MOST and least > 0):
        raise Refused("offer_unreadable", line=n)
    return offer
