"""Phone numbers in any spelling: read, compare, show. Raw text is always kept beside the result."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

WITHHELD_WORDS = frozenset(
    ("", "0", "anonymous", "anonym", "unknown", "unbekannt", "unavailable", "restricted",
     "private", "withheld", "anonymousmt", "asserted", "no-number", "none")
)  # fmt: skip
_SHORTEST_TRUNK = 6
_LONGEST_EXTENSION = 4
MOST_TRUNKS = 2 * _LONGEST_EXTENSION
_MAX_DIGITS = 15  # ITU-T E.164
# DE 010xx and 0100yy (call by call), AT 10xx, CH 107xx and 108xx
_CALL_BY_CALL = {
    "DE": r"(?:0100\d\d|010[1-9]\d)(?=0)",
    "AT": r"10\d\d(?=0)",
    "CH": r"10[78]\d\d(?=0)",
}
# no town gives these out: emergency, authorities, help lines (116xxx), directory enquiries (118xx)
_SERVICES = {
    "DE": re.compile(r"11[025]|116\d{3}|118\d{2,3}"),
    "AT": re.compile(r"11[02]|12[02378]|13[03]|14[0124-8]|116\d{3}|118\d{2,3}"),
    "CH": re.compile(r"11[278]|14[0-7]|116\d{3}|18\d{2}"),
}
_SERVICE_ELSEWHERE = re.compile(r"112|911|116\d{3}")
_SEPARATORS = re.compile(r"[\s\u00a0().\-\u2010-\u2015/]+")
_CONTROL = re.compile(r"^(?:\*31#|#31#|\*67|\*1(?:1[12]|2[0-9])#)")
_NUMBER_PART = re.compile(r"\+?[\d(][\d\s\u00a0().\-\u2010-\u2015/]*\d|\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number as it was read.

    raw: exactly what came in. e164: "+4989…" or None if it is no public number. national: the
    significant number without country code. kind: number, withheld, internal, service, unknown.
    """

    raw: str
    e164: str | None = None
    national: str = ""
    extension: str = ""
    kind: str = "unknown"
    valid: bool = False


@lru_cache(maxsize=1024)  # every ring asks several times about the same number
def normalise(raw: str, *, country: str = "DE", area_code: str = "") -> Number:
    """Read a number in any spelling. Local numbers get the shop's area code ("089")."""
    text = _plain(raw)
    if text.strip("<>\"' ").casefold() in WITHHELD_WORDS:
        return Number(raw=raw, kind="withheld")
    text, extension = _without_uri(text)
    text = _CONTROL.sub("", text)
    if text.startswith(("*", "#")):
        return Number(raw=raw, kind="service")
    text = text.partition("#")[0]
    digits = _digits(text)
    if _SERVICES.get(country, _SERVICE_ELSEWHERE).fullmatch(digits):
        return Number(raw=raw, kind="service", national=digits)
    if not digits:
        return Number(raw=raw)
    digits = re.sub(f"^{_CALL_BY_CALL.get(country, '(?!)')}", "", digits)
    return _parsed(raw, digits, extension, country, area_code)


@lru_cache(maxsize=4096)
def display(e164: str, country: str = "DE") -> str:
    """A stored number as people write it, grouped: "089 99998 123" at home, else international."""
    phonenumbers = _library()
    try:
        number = phonenumbers.parse(e164, None)
    except phonenumbers.NumberParseException:
        return e164
    style = phonenumbers.PhoneNumberFormat
    home = phonenumbers.region_code_for_country_code(number.country_code) == country
    shown: str = phonenumbers.format_number(number, style.NATIONAL if home else style.INTERNATIONAL)
    return shown


def country_of(e164: str) -> str:
    """The land of a number where its advertising law is known here, else nothing."""
    return next((land for code, land in _LANDS.items() if e164.startswith(code)), "")


_LANDS = {"+49": "DE", "+43": "AT", "+41": "CH"}


def costs_more(e164: str) -> bool:
    """Whether callers pay more than the basic rate, which a shop may not ask of them (§ 312a (5) BGB)."""
    library = _library()
    try:
        kind = library.number_type(library.parse(e164, None))
    except library.NumberParseException:
        return False
    return kind in (library.PhoneNumberType.PREMIUM_RATE, library.PhoneNumberType.SHARED_COST)


def trunk_prefixes(e164: str) -> tuple[str, ...]:
    """Main numbers this one may be an extension of, longest first: a company trunk ends in 0 or not.

    MOST_TRUNKS of them or fewer.
    """
    stems = [e164[:-cut] for cut in range(1, _LONGEST_EXTENSION + 1)]
    long_enough = [stem for stem in stems if len(stem) >= _SHORTEST_TRUNK]
    return tuple(each for stem in long_enough for each in (stem + "0", stem) if each != e164)


def _plain(raw: str) -> str:
    """Full-width and Arabic digits become ASCII; control and direction marks go."""
    text = unicodedata.normalize("NFKC", raw)
    out = []
    for char in text[:200]:
        if char.isdigit() and not char.isascii():
            out.append(str(unicodedata.digit(char, "")))
        elif unicodedata.category(char) not in ("Cc", "Cf"):
            out.append(char)
    return "".join(out).strip()


def _without_uri(text: str) -> tuple[str, str]:
    """tel:+49…;ext=2;phone-context=… and sip:…@host give the number and its extension."""
    scheme = re.match(r"(?i)^(tel|callto|sips?):/{0,2}", text)
    if scheme is None:
        return text, ""
    number, *parameters = unquote(text[scheme.end() :]).split(";")
    named = dict(each.partition("=")[::2] for each in parameters)
    number = number.partition("@")[0]
    context = named.get("phone-context", "")
    if context.startswith("+") and not number.startswith(("+", "0")):
        number = context + number
    return number, named.get("ext", "")


def _digits(text: str) -> str:
    """The first number in a text; letters never become digits, and "(0)" after +49 goes."""
    text = re.sub(r"(\+\d{1,3})\s*\(0\)", r"\1 ", text)
    for part in re.split(r"[,;|]|\s/\s{2,}| oder | or ", text):
        for found in _NUMBER_PART.findall(part):
            digits = _SEPARATORS.sub("", found)
            if len(digits.lstrip("+")) >= 2:
                plain: str = digits
                return plain
    return ""


def _parsed(raw: str, digits: str, extension: str, country: str, area_code: str) -> Number:
    phonenumbers = _library()
    if len(digits.lstrip("+")) > _MAX_DIGITS + 3:
        return Number(raw=raw)
    local = not digits.startswith(("+", "0"))
    if local and len(digits) <= 3:
        return Number(raw=raw, kind="internal", national=digits)
    best = None
    for attempt in _attempts(digits, local, country, area_code):
        try:
            number = phonenumbers.parse(attempt, country)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return _number(raw, number, extension, valid=True)
        if best is None and phonenumbers.is_possible_number(number):
            best = number
    if best is None:
        return Number(raw=raw)
    return _number(raw, best, extension, valid=False)


def _attempts(digits: str, local: bool, country: str, area_code: str) -> list[str]:
    """What the digits may stand for, likeliest first.

    "49221…" without a plus parses as the "valid" +49 49221…, so the reading with a plus comes
    before the reading with the area code for long numbers.
    """
    if not local:
        return [digits]
    code = _calling_code(country)
    attempts = []
    if digits.startswith(code) and len(digits) >= len(code) + 9:
        attempts.append("+" + digits)
    if area_code:
        attempts.append(area_code + digits)
    if not digits.startswith(code):
        attempts += ["+" + digits] if len(digits) >= 11 else []
    return attempts or [digits]


@lru_cache(maxsize=16)
def _calling_code(country: str) -> str:
    return str(_library().country_code_for_region(country))


def _number(raw: str, number: Any, extension: str, *, valid: bool) -> Number:
    phonenumbers = _library()
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return Number(
        raw=raw,
        e164=e164,
        national=phonenumbers.national_significant_number(number),
        extension=extension or number.extension or "",
        kind="number",
        valid=valid,
    )


def _library() -> Any:
    # imported at the first number, not at the first paint; the geocoder never (99 MiB)
    import phonenumbers

    return phonenumbers
