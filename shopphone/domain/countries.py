"""Countries as files write them: by code, or by name in the languages shops and phones write."""

import gettext
import unicodedata
from functools import cache

_LANGUAGES = ("de", "fr", "es", "it", "nl", "pl", "da", "cs")
# what ISO 3166 calls otherwise, or what people write
_OTHERWISE = {
    "d": "DE", "brd": "DE", "a": "AT", "f": "FR", "i": "IT", "b": "BE", "l": "LU", "fl": "LI",
    "usa": "US", "u s a": "US", "united states of america": "US", "amerika": "US",
    "uk": "GB", "england": "GB", "scotland": "GB", "wales": "GB", "northern ireland": "GB",
    "grossbritannien": "GB", "great britain": "GB", "eire": "IE", "rsa": "ZA", "holland": "NL",
    "channel islands": "JE", "tschechische republik": "CZ", "czech republic": "CZ",
    "turkei": "TR", "russland": "RU", "sudkorea": "KR", "vae": "AE",
}  # fmt: skip


def country_code(text: str, otherwise: str = "DE") -> str | None:
    """The two letters of a country: "DE" for "Deutschland", "DEU", "germany"; None if nobody knows.

    otherwise: what nothing means.
    """
    wanted = _plain(text)
    return _names().get(wanted) if wanted else otherwise


def three_letters(code: str) -> str:
    """As DHL's tables write it: "DEU" for "DE"; what is no country stays."""
    # pycountry comes with the bank registry already; it is read at the first address
    import pycountry

    found = pycountry.countries.get(alpha_2=code)
    return str(found.alpha_3) if found else code


@cache
def _names() -> dict[str, str]:
    import pycountry

    names = dict(_OTHERWISE)
    spoken = [
        gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[each])
        for each in _LANGUAGES
    ]
    for land in pycountry.countries:
        said = {land.name, getattr(land, "common_name", ""), getattr(land, "official_name", "")}
        said |= {each.gettext(name) for each in spoken for name in said if name}
        for name in said:
            names.setdefault(_plain(name), land.alpha_2)
        names[_plain(land.alpha_2)] = names[_plain(land.alpha_3)] = land.alpha_2
    names.pop("", None)
    return names


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.replace("ß", "ss"))
    kept = "".join(
        char if char.isalnum() else " " for char in bare if not unicodedata.combining(char)
    )
    return " ".join(kept.casefold().split())
