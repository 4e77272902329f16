"""Parcels and letters for DHL's business portal and Deutsche Post's Internetmarke.

DHL changes its columns with its portal, so they are a template of the shop (domain.label_template).
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from shopphone.domain import addresses, label_template
from shopphone.domain.countries import three_letters
from shopphone.domain.exports import OutOrder, split_street
from shopphone.domain.payment import Payment
from shopphone.exchange import tables_out

_STAMP_COLUMNS = (
    "NAME", "ZUSATZ", "STRASSE", "NUMMER", "PLZ", "STADT", "LAND", "ADRESS_TYP", "REFERENZ",
)  # fmt: skip
# neither program reads quotes, so what would need them goes
_UNFIT = re.compile(r'[;"|]+')
_ACTIVE = re.compile(r"^[=+\-@]+")


def write_dhl(
    path: Path, template: str, shop: Mapping[str, str], orders: Iterable[OutOrder]
) -> None:
    """shop: the sender's values of the template's places. Raises Refused("export_template")."""
    columns = label_template.columns(template)
    head = [name for name, _ in columns]
    sent = ({**shop, **_parcel(order)} for order in orders)
    rows = ([_fit(label_template.filled(text, one)) for _, text in columns] for one in sent)
    tables_out.write_separated(path, [head, *rows], encoding="cp1252", quoting=False)


def write_stamps(path: Path, shop: Mapping[str, str], orders: Iterable[OutOrder]) -> None:
    """The sender stands first; a locker is an address of its own kind there."""
    sender = (
        shop["shop_name"], "", shop["shop_street"], shop["shop_house"], shop["shop_postcode"],
        shop["shop_town"], shop["shop_country"], "HOUSE", "",
    )  # fmt: skip
    rows = [_STAMP_COLUMNS, tuple(map(_fit, sender)), *map(_stamp, orders)]
    tables_out.write_separated(path, rows, encoding="cp1252", quoting=False)


def sender(told: Mapping[str, str]) -> dict[str, str]:
    """The shop's own address as both files want it."""
    country = three_letters(told["shop_country"] or "DE")
    return {**told, "shop_country": country, "shop_phone": _dialled(told["shop_phone"])}


def _parcel(order: OutOrder) -> dict[str, str]:
    place = order.deliver_to
    street = split_street(place.street)
    locker = addresses.locker_of(place)
    name2 = place.post_number or (order.company if order.company != order.recipient else "")
    cash = order.payment_code == Payment.CASH_ON_DELIVERY
    weight = order.weight_g
    return {
        "number": order.number,
        "date": f"{order.placed_on:%d.%m.%Y}",
        "name": order.recipient,
        "name2": name2 or (f"c/o {place.co}" if place.co else ""),
        "extra": place.extra,
        "street": "Packstation" if locker else street.name,
        "house": locker or street.number,
        "postcode": place.postcode,
        "town": place.town,
        "country": three_letters(place.country or "DE"),
        "country2": place.country or "DE",
        "email": order.email,
        "phone": _dialled(order.phone),
        # below 100 g the portal refuses a parcel
        "weight": "" if weight is None else f"{max(weight, 100) / 1000:.2f}".replace(".", ","),
        "cash": f"{order.total:.2f}".replace(".", ",") if cash else "",
    }


def _stamp(order: OutOrder) -> tuple[str, ...]:
    place = order.deliver_to
    street = split_street(place.street)
    more = [order.company if order.company != order.recipient else "", place.extra]
    more += [f"c/o {place.co}" if place.co else "", place.post_number]
    cells = (
        order.recipient, " ".join(part for part in more if part), street.name, street.number,
        place.postcode, place.town, three_letters(place.country or "DE"), "HOUSE", order.number,
    )  # fmt: skip
    return tuple(map(_fit, cells))


def _dialled(phone: str) -> str:
    """With 00 for the plus, which a table program would reckon with."""
    return f"00{phone[1:]}" if phone.startswith("+") else phone


def _fit(text: str) -> str:
    """A cell that can stand without quotes, in the letters that cp1252 has."""
    bare = _ACTIVE.sub("", " ".join(_UNFIT.sub(" ", text).split()))
    try:
        bare.encode("cp1252")
    except UnicodeEncodeError:
        return "".join(map(_latin, bare))
    return bare


def _latin(char: str) -> str:
    try:
        char.encode("cp1252")
    except UnicodeEncodeError:
        plain = unicodedata.normalize("NFKD", char).encode("ascii", "ignore").decode()
        return plain or _SPELLED.get(char, "?")
    return char


_SPELLED = {"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ŋ": "n", "ħ": "h", "Ħ": "H"}
