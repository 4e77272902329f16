"""What must be said before the customer's yes: the five points of Art. 246a § 3 EGBGB, and more.

Codes and facts only; the window and the letter hold the sentences. A tick is worth what was told:
with it the facts are kept, and it falls once the order or the shop's settings say something else.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from decimal import Decimal

from shopphone.domain.order_kinds import (
    SERVICES,
    WITHOUT_GOODS,
    CountryRule,
    Direction,
    Matter,
    Term,
    country_rule,
    has_statutory_withdrawal,
    needs_terms_before,
)
from shopphone.domain.withdrawal_rule import WithdrawalRule

POINTS = ("P1", "P2", "P3", "P4", "P5")
OF_GOODS = ("P1", "P3", "P4")  # must be told again once goods, shipping or prices have changed
# beside the five: the opening of a call of ours, and what a kind of contract needs
OPENING, START, DIGITAL, SEALED, AGE, TERMS = (
    "opening", "start", "digital", "sealed", "age", "terms",
)  # fmt: skip
MORE = (OPENING, START, DIGITAL, SEALED, AGE, TERMS)
WORDING = "2026-11-25.3"  # counted up when a sentence of a point is written anew
BY_SHOP = "shop"  # a right of withdrawal that no law gives
HYGIENE_SEAL, DATA_SEAL = 3, 6


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenLine:
    """One line as it is read out, with its right of withdrawal and what it essentially is."""

    quantity: Decimal
    name: str
    rule: WithdrawalRule
    essentials: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the order is about, as far as the points depend on it. info_sent: ISO moment or ""."""

    matter: str = Matter.GOODS
    direction: str = Direction.IN
    country: str = "DE"
    clerk: str = ""
    term: Term = field(default_factory=Term)
    early_start: bool = False
    minimum_age: int = 0
    of_age: str = ""
    info_sent: str = ""
    billing_months: int = 0
    return_amount: Decimal | None = None
    without_right: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBackPoint:
    """One point with the facts of this order.

    P1 goods, P2 seller, P3 total price with shipping (None while there is no way to send), P4 withdrawal (14 days, longer by the
    shop's extension in months, or in days if there are none), P5 term and its end. country decides the words of P4. buyer: "business"
    in P4 where there is no right of withdrawal for that reason. billing_months: P3 is the price of so
    many months. return_amount: what a return costs at most beyond ordinary post.
    """

    code: str
    lines: tuple[SpokenLine, ...] = ()
    seller: str = ""
    total: Decimal | None = None
    shipping: Decimal | None = None
    with_vat: bool = True
    extension_months: int = 0
    extension_days: int | None = None
    excluded: tuple[str, ...] = ()
    losable: tuple[str, ...] = ()
    return_cost: str = "customer"
    matter: str = Matter.GOODS
    country: CountryRule = CountryRule.DE
    basis: str = ""
    term: Term | None = None
    age: int = 0
    of_age: str = ""
    clerk: str = ""
    info_sent: str = ""
    billing_months: int | None = None
    return_amount: Decimal | None = None
    buyer: str = ""

    @property
    def facts(self) -> str:
        """Everything that was told with this point, to be compared and kept as proof."""
        told = {name: value for name, value in asdict(self).items() if value not in ("", (), None)}
        if self.term is not None and not self.term.days:
            del told["term"][
                "days"
            ]  # so that what was told of months before there were days still fits
        return json.dumps(told, default=_plain, ensure_ascii=False, sort_keys=True)


def points(
    lines: Sequence[SpokenLine],
    *,
    seller: str,
    total: Decimal | None,
    shipping: Decimal,
    with_vat: bool,
    extension_months: int,
    return_cost: str,
    extension_days: int = 0,
    about: About | None = None,
) -> tuple[ReadBackPoint, ...]:
    """The points for this order, in the order they are read."""
    about = about or About()
    rule = country_rule(about.country)
    return (
        *_opening(seller, about),
        ReadBackPoint(code="P1", lines=tuple(lines)),
        ReadBackPoint(code="P2", seller=seller),
        ReadBackPoint(
            code="P3",
            total=total,
            shipping=shipping,
            with_vat=with_vat,
            billing_months=about.billing_months or None,
        ),
        _business_right()
        if about.without_right
        else ReadBackPoint(
            code="P4",
            extension_months=extension_months,
            extension_days=extension_days or None,
            excluded=tuple(line.name for line in lines if not line.rule.has_right),
            losable=tuple(line.name for line in lines if line.rule.may_be_lost),
            return_cost="" if Matter(about.matter) in WITHOUT_GOODS else return_cost,
            matter=about.matter,
            country=rule,
            basis=BY_SHOP if not has_statutory_withdrawal(rule, about.direction) else "",
            return_amount=about.return_amount if return_cost == "customer" else None,
        ),
        ReadBackPoint(code="P5", matter=about.matter, term=about.term),
        *_of_kind(lines, about),
    )


def _business_right() -> ReadBackPoint:
    """§ 312g (1) BGB asks for a consumer: nothing else of the right is to be told."""
    return ReadBackPoint(code="P4", buyer="business")


def _opening(seller: str, about: About) -> tuple[ReadBackPoint, ...]:
    return (opening_of(seller, about),) if about.direction == Direction.OUT else ()


def opening_of(seller: str, about: About) -> ReadBackPoint:
    """§ 312a (1) BGB, § 9 (1) FAGG: who called says first who he is, for whom, and what for."""
    return ReadBackPoint(code=OPENING, seller=seller, clerk=about.clerk)


def _of_kind(lines: Sequence[SpokenLine], about: About) -> Iterable[ReadBackPoint]:
    if Matter(about.matter) in SERVICES and about.early_start and not about.without_right:
        # § 356 (5) Nr. 2, § 357a (2) BGB: express wish, and knowing what it costs and ends
        yield ReadBackPoint(code=START, matter=about.matter)
    if about.matter == Matter.DIGITAL and not about.without_right:
        # § 356 (6) Nr. 2 BGB: express consent and confirmed knowledge of the loss
        yield ReadBackPoint(code=DIGITAL)
    sealed = tuple(line.name for line in lines if line.rule.may_be_lost)
    if sealed and not about.without_right:
        # Art. 246a § 1 (3) Nr. 2 EGBGB: when the right is lost
        yield ReadBackPoint(code=SEALED, losable=sealed)
    if about.minimum_age or about.of_age == "no":
        # §§ 9, 10 JuSchG, §§ 106-108 BGB
        yield ReadBackPoint(code=AGE, age=about.minimum_age, of_age=about.of_age)
    if needs_terms_before(about.matter):
        # § 510 (1) S. 3 BGB: the terms can be called up and kept when the contract is made
        yield ReadBackPoint(code=TERMS, info_sent=about.info_sent)


def missing(told: Iterable[str], needed: Iterable[str] = POINTS) -> tuple[str, ...]:
    """The points not told yet; placing is refused until there are none."""
    said = set(told)
    return tuple(code for code in needed if code not in said)


def needs_info(points: Iterable[ReadBackPoint]) -> bool:
    """Whether the terms must have gone ahead before anyone says yes."""
    return any(point.code == TERMS for point in points)


def outdated(points: Iterable[ReadBackPoint], facts: Mapping[str, str]) -> tuple[str, ...]:
    """The points that were told of something else than the order now is."""
    now = {point.code: point.facts for point in points}
    return tuple(code for code, told in facts.items() if now.get(code) != told)


def _plain(value: object) -> str:
    return str(value.normalize() + 0) if isinstance(value, Decimal) else str(value)
