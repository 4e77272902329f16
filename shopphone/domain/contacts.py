"""People as a telephone or an address book keeps them, before the shop knows who they are."""

import re
from dataclasses import dataclass

from shopphone.domain.customers import Address

# what stands before a name elsewhere, as the customer form says it
_SALUTATIONS = {
    "herr": "Herr", "hr": "Herr", "frau": "Frau", "fr": "Frau", "fräulein": "Frau",
    "mr": "Mr", "mister": "Mr", "mrs": "Ms", "ms": "Ms", "miss": "Ms",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One entry of an address book. line: where it begins in the file. key: its own name for itself.

    phones: (as it was written, label) with the labels of a customer's numbers.
    """

    line: int
    key: str = ""
    salutation: str = ""
    first_name: str = ""
    last_name: str = ""
    company: str = ""
    phones: tuple[tuple[str, str], ...] = ()
    emails: tuple[str, ...] = ()
    addresses: tuple[Address, ...] = ()
    note: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.first_name or self.last_name or self.company or self.phones or self.emails)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A name in the parts of the customer form."""

    salutation: str = ""
    first_name: str = ""
    last_name: str = ""


def salutation_of(text: str) -> str:
    """ "Frau" for "Fr.", "Ms" for "Mrs."; "" for a title or nothing we say."""
    return _SALUTATIONS.get(text.strip().rstrip(".").casefold(), "")


def split_name(text: str) -> PersonName:
    """A name written in one piece: "Löffler, Anna", "Frau Anna Löffler", "Praxis Dr. Löffler"."""
    words = " ".join(text.split())
    if words.count(",") == 1:
        last, first = (part.strip() for part in words.split(","))
        if last and first:
            return PersonName(first_name=first, last_name=last)
    salutation, _, rest = words.partition(" ")
    known = salutation_of(salutation)
    if known and rest:
        words = rest
    first, _, last = words.rpartition(" ")
    # nobles and the Dutch: "van der Berg" stays together
    kept = re.match(r"(?i)(.*?)\s?((?:van|von|zu|zum|zur|de|den|der|del|di|da)(?:\s.*)?)$", first)
    if kept and kept[2]:
        first, last = kept[1], f"{kept[2]} {last}"
    return PersonName(salutation=known if rest else "", first_name=first.strip(), last_name=last)
