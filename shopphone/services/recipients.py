"""Who a letter goes to: the person, and the lines of the address in the window."""

from typing import Protocol

from sqlalchemy import select

from shopphone.domain.customers import Address
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.types import Record


class Addressee(Protocol):
    """Who a letter goes to, as the order copied it or the customer is kept."""

    @property
    def salutation(self) -> str: ...
    @property
    def last_name(self) -> str: ...
    @property
    def company(self) -> str: ...


def lines(address: Address, name: str, person: Addressee, home: str) -> tuple[str, ...]:
    """The address as it stands in the window; foreign towns and countries in capitals."""
    first = address.name or name
    salutation = person.salutation if not address.name and person.last_name else ""
    town = f"{address.postcode} {address.town}".strip()
    abroad = address.country not in ("", home)
    shown = [
        person.company if person.company and person.company != first else "",
        salutation,
        first,
        address.post_number,
        f"c/o {address.co}" if address.co else "",
        address.extra,
        address.street,
        town.upper() if abroad else town,
        _COUNTRIES.get(address.country, address.country) if abroad else "",
    ]
    return tuple(line for line in shown if line.strip())


# the carriers want the country in the language of the sender, in capitals
_COUNTRIES = {
    "AT": "ÖSTERREICH",
    "DE": "DEUTSCHLAND",
    "CH": "SCHWEIZ",
    "FR": "FRANKREICH",
    "IT": "ITALIEN",
    "NL": "NIEDERLANDE",
    "BE": "BELGIEN",
    "LU": "LUXEMBURG",
    "DK": "DÄNEMARK",
    "PL": "POLEN",
    "CZ": "TSCHECHIEN",
    "GB": "GROSSBRITANNIEN",
    "IE": "IRLAND",
    "ES": "SPANIEN",
    "SE": "SCHWEDEN",
}


def person(desk: Desk, customer_id: int) -> Record:
    c = t.customer.c
    with desk.db.reading() as connection:
        row: Record = connection.execute(
            select(c.salutation, c.first_name, c.last_name, c.company).where(c.id == customer_id)
        ).one()
    return row
