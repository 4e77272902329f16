"""Every format of every kind, and which of them a file is in."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from shopphone.domain.errors import Refused
from shopphone.exchange.format import Format, Opened, layouts, open_file
from shopphone.exchange.orders.formats import order_formats
from shopphone.exchange.people import books, tables
from shopphone.exchange.products.formats import product_formats

_OF_KIND: Mapping[str, Callable[[], tuple[Format, ...]]] = {
    "products": product_formats,
    "customers": tables.formats,
    "contacts": books.contact_formats,
    "phonebook": books.phonebook_formats,
    "orders": order_formats,
}


@cache
def of_kind(kind: str) -> tuple[Format, ...]:
    return _OF_KIND[kind]()


def by_name(kind: str, name: str) -> Format:
    """Raises Refused("import_format_unknown")."""
    for each in of_kind(kind):
        if each.name == name:
            return each
    raise Refused("import_format_unknown", names=", ".join(each.name for each in of_kind(kind)))


def fields(kind: str) -> tuple[str, ...]:
    """What a column of a table of one's own can be."""
    if any(each.name == "generic" for each in of_kind(kind)):
        return tuple(layouts(kind)["generic"].columns)
    return ()


def recognise(
    kind: str, path: Path, name: str, mapping: Mapping[str, str]
) -> tuple[Opened, Format]:
    """The file and its format: the one that is named, else the one that fits best.

    Of two that fit alike the earlier; "generic" only where no other does.
    Raises Refused("import_format_unknown", "import_format_wrong") and what open_file raises.
    """
    file = open_file(path, mapping)
    if name:
        found = by_name(kind, name)
        if not found.fits(file):
            raise Refused("import_format_wrong", names=found.title)
        return file, found
    fitting = [(each.fits(file), each) for each in of_kind(kind)]
    special = [pair for pair in fitting if pair[1].name != "generic"]
    best = max(special, key=lambda pair: pair[0], default=(0, None))[1]
    if best is not None and best.fits(file):
        return file, best
    for fit, each in fitting:
        if fit and each.name == "generic":
            return file, each
    raise Refused("import_format_unknown", names=", ".join(each.name for each in of_kind(kind)))
