"""What the law wants said of single goods beside their description, as the shop's owner writes it.

One a line, fields between semicolons: article number (a * at its end stands for any rest); what it
is about; text; text in English. For a return that does not go by ordinary post the text is what it
costs at most.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from shopphone.domain.errors import Refused
from shopphone.domain.money import parse_amount

_FIELDS = 4
_MOST = 600


class About(StrEnum):
    """What a particular is about, by its number in Art. 246a § 1 EGBGB."""

    GUARANTEE = "guarantee"  # (1) Nr. 12
    DURABILITY = "durability"  # (1) Nr. 11a: the producer's, for more than two years
    FUNCTION = "function"  # (1) Nr. 17
    COMPATIBILITY = "compatibility"  # (1) Nr. 18
    UPDATES = "updates"  # (1) Nr. 11c
    REPAIR = "repair"  # Art. 6 (1) u, v of Directive 2011/83/EU
    RETURN = "return"  # (2) Nr. 2


_NAMES = {
    "garantie": About.GUARANTEE,
    "haltbarkeit": About.DURABILITY,
    "funktion": About.FUNCTION,
    "kompatibilität": About.COMPATIBILITY,
    "updates": About.UPDATES,
    "reparatur": About.REPAIR,
    "rücksendung": About.RETURN,
    **{str(about): about for about in About},
}
# what makes goods digital in the eyes of the law: their digital rights are named too
DIGITAL = frozenset((About.FUNCTION, About.COMPATIBILITY, About.UPDATES))


@dataclass(frozen=True, slots=True, kw_only=True)
class Particular:
    """A line of the owner's. amount: of a return, in EUR for one piece."""

    number: str
    about: About
    text: str
    text_en: str = ""
    amount: Decimal = Decimal(0)

    def holds_for(self, sku: str) -> bool:
        wanted, own = self.number.casefold(), sku.strip().casefold()
        if wanted.endswith("*"):
            return bool(own) and own.startswith(wanted[:-1])
        return own == wanted

    def said(self, language: str) -> str:
        return self.text_en if language == "en" and self.text_en else self.text


@lru_cache(maxsize=8)
def read(text: str) -> tuple[Particular, ...]:
    """Raises Refused("particular_unreadable", line=…) where a line cannot be read."""
    lines = [line for line in text.splitlines() if line.strip()]
    return tuple(_particular(n, line) for n, line in enumerate(lines, 1))


def of_goods(known: Iterable[Particular], sku: str) -> tuple[Particular, ...]:
    return tuple(each for each in known if each.holds_for(sku))


def return_amount(
    known: Iterable[Particular], goods: Iterable[tuple[str, Decimal]]
) -> Decimal | None:
    """What sending these goods (number, quantity) back costs at most; None: all go by ordinary post."""
    returns = [each for each in known if each.about is About.RETURN]
    amounts = [
        found[0].amount * quantity for sku, quantity in goods if (found := of_goods(returns, sku))
    ]
    return sum(amounts, Decimal(0)) if amounts else None


def _particular(n: int, line: str) -> Particular:
    fields = [field.strip() for field in line.split(";")]
    fields += [""] * (_FIELDS - len(fields))
    number, name, text, text_en = fields[:_FIELDS]
    about = _NAMES.get(name.casefold())
    if len(fields) > _FIELDS or not number.strip("*") or about is None:
        raise Refused("particular_unreadable", line=n)
    if not text or max(len(text), len(text_en)) > _MOST:
        raise Refused("particular_unreadable", line=n)
    amount = Decimal(0)
    if about is About.RETURN:
        try:
            amount = parse_amount(text).value
        except Refused as refusal:
            raise Refused("particular_unreadable", line=n) from refusal
    return Particular(number=number, about=about, text=text, text_en=text_en, amount=amount)
