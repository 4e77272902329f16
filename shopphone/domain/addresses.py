"""What an address looks like per country, lockers, and addresses or people that may be the same."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from shopphone.domain.customers import Address, fold
from shopphone.domain.errors import Refused

# how a postcode is written, by country; one that is not here is not checked
_POSTCODES = {
    "AT": r"[1-9]\d{3}", "BE": r"[1-9]\d{3}", "BG": r"\d{4}", "CH": r"[1-9]\d{3}",
    "CY": r"\d{4}", "CZ": r"\d{3} ?\d{2}", "DE": r"\d{5}", "DK": r"\d{4}", "EE": r"\d{5}",
    "ES": r"\d{5}", "FI": r"\d{5}", "FR": r"\d{5}", "GR": r"\d{3} ?\d{2}", "HR": r"\d{5}",
    "HU": r"\d{4}", "IT": r"\d{5}", "LI": r"94\d{2}", "LT": r"(LT-)?\d{5}", "LU": r"(L-)?\d{4}",
    "LV": r"(LV-)?\d{4}", "MT": r"[A-Z]{3} ?\d{4}", "NL": r"[1-9]\d{3} ?[A-Z]{2}",
    "NO": r"\d{4}", "PL": r"\d{2}-\d{3}", "PT": r"\d{4}-\d{3}", "RO": r"\d{6}",
    "SE": r"\d{3} ?\d{2}", "SI": r"\d{4}", "SK": r"\d{3} ?\d{2}",
    "GB": r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}", "IE": r"[A-Z\d]{3} ?[A-Z\d]{4}",
}  # fmt: skip
# how one is shown to whoever writes it
_SAMPLES = {
    "DE": "80469", "AT": "1010", "CH": "8001", "NL": "1012 AB", "PL": "00-001", "GB": "SW1A 1AA",
    "PT": "1000-001", "SE": "111 22", "CZ": "110 00", "SK": "811 01", "GR": "105 57",
}  # fmt: skip
COUNTRIES = ("DE", "AT", "CH", *sorted(_POSTCODES.keys() - {"DE", "AT", "CH"}))
NUMBERED = frozenset(("DE", "AT", "CH", "LI"))  # a street without a number is probably unfinished
_LOCKER = re.compile(r"\b(?:dhl )?packstation\b\D*(\d{3})?", re.IGNORECASE)
_POST_NUMBER = re.compile(r"\d{6,10}")
_SAME_PERSON = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressForm:
    """Which fields an address of a country has and how its postcode is written."""

    country: str
    sample: str
    has_post_number: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Somebody who may be the one that is being typed. why: phone, email, name."""

    customer_id: int
    number: str
    name: str
    place: str
    why: str


def form_of(country: str) -> AddressForm:
    """Postnummer and lockers are DHL's, in Germany."""
    return AddressForm(
        country=country,
        sample=_SAMPLES.get(country, ""),
        has_post_number=country == "DE",
    )


def tidy_postcode(text: str, country: str) -> str:
    """As the country writes it: capitals, one space; "D-80469" without its letter."""
    bare = " ".join(text.upper().split())
    for mark in (f"{country}-", f"{country[:1]}-"):
        if country in ("DE", "AT", "CH") and bare.startswith(mark):
            return bare.removeprefix(mark)
    return bare


def is_postcode(text: str, country: str) -> bool:
    pattern = _POSTCODES.get(country)
    return pattern is None or re.fullmatch(pattern, tidy_postcode(text, country)) is not None


def locker_of(address: Address) -> str | None:
    """The number of the Packstation this goes to, "" if it is missing; None for no locker."""
    for text in (address.street, address.extra, address.name):
        found = _LOCKER.search(text)
        if found:
            return found[1] or ""
    return None


def check(address: Address, *, field: str = "address") -> None:
    """Refuse an address no carrier could use; the facts say which part.

    A Packstation takes parcels only for a Postnummer of six to ten digits.
    """
    if not (address.street.strip() and address.postcode.strip() and address.town.strip()):
        raise Refused("address_missing", field=field)
    country = address.country or "DE"
    if not is_postcode(address.postcode, country):
        sample = form_of(country).sample
        raise Refused("postcode_invalid", field="postcode", names=sample or country)
    number = locker_of(address)
    if number is None:
        return
    if not number:
        raise Refused("locker_without_number", field="street")
    digits = re.sub(r"\s", "", address.post_number or address.extra)
    if not _POST_NUMBER.fullmatch(digits):
        raise Refused("post_number_invalid", field="post_number")


def same_name(one: str, other: str) -> bool:
    """Folded names that differ by a slip of the pen, in either order of their parts."""
    first, second = (" ".join(sorted(fold(text).split())) for text in (one, other))
    if not first or not second:
        return False
    return SequenceMatcher(None, first, second).ratio() >= _SAME_PERSON
