"""The columns of a parcel file as a template: `Name = text with {places}`, a line for each column."""

import re
from collections.abc import Mapping

from shopphone.domain.errors import Refused

_PLACE = re.compile(r"\{(\w+)(?:\|([^{}]*))?\}")
PLACES = frozenset((
    "number", "date", "shop_name", "shop_street", "shop_house", "shop_postcode", "shop_town",
    "shop_country", "shop_email", "shop_phone", "shop_iban", "shop_bic", "shop_bank", "name",
    "name2", "extra", "street", "house", "postcode", "town", "country", "country2", "email",
    "phone", "weight", "cash",
))  # fmt: skip
# DHL's short layout; the account is ten digits of the customer, two of the product, two of the contract
DHL_DEFAULT = """\
Sendungsreferenz = {number}
Sendungsdatum = {date}
Absender Name 1 = {shop_name}
Absender Name 2 =
Absender Name 3 =
Absender Straße = {shop_street}
Absender Hausnummer = {shop_house}
Absender PLZ = {shop_postcode}
Absender Ort = {shop_town}
Absender Land = {shop_country}
Absender E-Mail-Adresse = {shop_email}
Absender Telefonnummer = {shop_phone}
Empfänger Name 1 = {name}
Empfänger Name 2 / Postnummer = {name2}
Empfänger Name 3 = {extra}
Empfänger Straße = {street}
Empfänger Hausnummer = {house}
Empfänger PLZ = {postcode}
Empfänger Ort = {town}
Empfänger Land = {country}
Empfänger E-Mail-Adresse = {email}
Empfänger Telefonnummer = {phone}
Gewicht = {weight|2,5}
Empfängerreferenz =
Produkt- und Servicedetails = V01PAK
Abrechnungsnummer =
Service - Nachnahme - Betrag = {cash}
Service - Nachnahme - IBAN =
Service - Nachnahme - BIC =
Service - Nachnahme - Zahlungsempfänger =
Service - Nachnahme - Bankname =
Service - Nachnahme - Verwendungszweck 1 ="""


def columns(template: str) -> tuple[tuple[str, str], ...]:
    """Name and text of each column.

    Raises Refused("export_template", line=…) for a line that is no column, or an unknown place.
    """
    found = []
    for number, line in enumerate(template.splitlines(), 1):
        if not line.strip():
            continue
        name, equals, text = line.partition("=")
        unknown = [place[1] for place in _PLACE.finditer(text) if place[1] not in PLACES]
        if not equals or not name.strip() or unknown:
            what = ", ".join(unknown) or line.strip()
            raise Refused("export_template", field="export.dhl", line=number, names=what)
        found.append((name.strip(), text.strip()))
    return tuple(found)


def filled(text: str, values: Mapping[str, str]) -> str:
    """`{weight|2,5}`: what stands where nobody knows."""
    return _PLACE.sub(lambda place: values.get(place[1], "") or place[2] or "", text)
