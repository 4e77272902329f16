"""Customers of the big shop with their phones, addresses and consents."""

import random
from array import array
from collections.abc import Iterator
from typing import Any

from shopphone.domain.consent_ledger import ConsentEntry, hash_of
from shopphone.domain.customers import display_name, sort_name
from shopphone.store.types import from_ms
from tests.bench.bigshop_days import DAY_MS, NOW_MS

_FIRST = (
    "Anna", "Bernd", "Çiğdem", "Dörte", "Emil", "Franziska", "Günter", "Hanna", "Ivo", "Jens",
    "Käthe", "Lukas", "Mareike", "Nils", "Olga", "Paul", "Renate", "Sören", "Tanja", "Uwe",
    "Viktor", "Waltraud", "Yusuf", "Zoé", "Aylin", "Birgit", "Carsten", "Dominik", "Elif", "Frank",
)  # fmt: skip
_LAST_HEADS = (
    "Alt", "Berg", "Brand", "Busch", "Dorn", "Eich", "Feld", "Fuchs", "Grün", "Hart", "Hoch",
    "Klein", "Königs", "Lang", "Linden", "Möll", "Neu", "Ober", "Reis", "Rosen", "Schön",
    "Stein", "Unter", "Wald", "Weiß", "Winter",
)  # fmt: skip
_LAST_TAILS = (
    "", "acker", "bauer", "berger", "eder", "felder", "hammer", "hauer", "hofer", "huber", "kamp",
    "mann", "meier", "müller", "ner", "rath", "schmidt", "stetter", "thaler", "wieser",
)  # fmt: skip
_TOWNS = (
    ("80469", "München"), ("01067", "Dresden"), ("50667", "Köln"), ("20095", "Hamburg"),
    ("70173", "Stuttgart"), ("10115", "Berlin"), ("60311", "Frankfurt am Main"),
    ("90402", "Nürnberg"), ("04109", "Leipzig"), ("28195", "Bremen"), ("24103", "Kiel"),
    ("99084", "Erfurt"), ("48143", "Münster"), ("79098", "Freiburg im Breisgau"),
)  # fmt: skip
_STREETS = (
    "Ahornweg", "Bahnhofstraße", "Dorfplatz", "Fraunhoferstraße", "Gärtnergasse", "Hauptstraße",
    "Im Winkel", "Kirchweg", "Lindenallee", "Mühlbachstraße", "Rosenweg", "Schillerstraße",
)  # fmt: skip
# area code, digits of the subscriber's number
_FIXED = (
    ("30", 8),
    ("40", 8),
    ("69", 8),
    ("89", 8),
    ("221", 7),
    ("351", 7),
    ("711", 7),
    ("911", 7),
)
_MOBILE = (("151", 8), ("176", 8), ("170", 7), ("171", 7), ("172", 7))
_COMPANIES = ("Gasthaus", "Hotel", "Bäckerei", "Café", "Kantine", "Feinkost", "Kochschule")


class People:
    """Every customer by number; calls and orders ask for phones, names and addresses."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.names: list[str] = []
        self.billing: list[tuple[str, str, str]] = []
        self.phones: list[str] = []  # of customer n: the first phone, national without the 0
        self.trunks = array("i")  # customers whose main number has extensions
        self._dice = random.Random(1)

    def tables(self) -> Iterator[tuple[str, tuple[str, ...], Iterator[tuple[Any, ...]]]]:
        yield "customer", _CUSTOMER, self._customers()
        yield "customer_phone", ("customer_id", "raw", "e164", "label"), self._phone_rows()
        yield "customer_address", _ADDRESS, self._addresses()
        yield "consent", _CONSENT, self._consents()

    def _customers(self) -> Iterator[tuple[Any, ...]]:
        dice = self._dice
        for n in range(self.count):
            first = dice.choice(_FIRST)
            last = dice.choice(_LAST_HEADS) + dice.choice(_LAST_TAILS)
            company = f"{dice.choice(_COMPANIES)} {last} GmbH" if dice.random() < 0.08 else ""
            name = display_name(first, last, company)
            self.names.append(name)
            if company:
                self.trunks.append(n)
            self.billing.append(
                (f"{dice.choice(_STREETS)} {dice.randint(1, 180)}", *dice.choice(_TOWNS))
            )
            yield (
                f"K-{n + 1:05d}",
                "business" if company else "consumer",
                dice.choice(("Frau", "Herr", "")),
                first,
                last,
                company,
                name,
                sort_name(first, last, company),
                "en" if dice.random() < 0.05 else "de",
                f"kunde{n}@example.org" if dice.random() < 0.8 else "",
                "Bitte langsam sprechen." if dice.random() < 0.03 else "",
                NOW_MS - int(dice.random() * 1500 * DAY_MS),
            )

    def _phone_rows(self) -> Iterator[tuple[Any, ...]]:
        dice = self._dice
        companies = frozenset(self.trunks)
        for n in range(self.count):
            company = n in companies
            shared = n and not company and dice.random() < 0.03  # a household, one after the other
            number = self.phones[-1] if shared else _number(dice, _FIXED)
            if not company and not shared and dice.random() < 0.45:
                number = _number(dice, _MOBILE)
            self.phones.append(number)
            yield (n + 1, f"0{number}", f"+49{number}", "trunk" if company else _label(number))
            if dice.random() < 0.25:
                more = _number(dice, _MOBILE)
                yield (n + 1, f"0{more}", f"+49{more}", "old" if dice.random() < 0.1 else "mobile")

    def _addresses(self) -> Iterator[tuple[Any, ...]]:
        dice = self._dice
        for n, (street, postcode, town) in enumerate(self.billing):
            yield (n + 1, "billing", "", "", street, postcode, town, "DE")
            if dice.random() < 0.12:
                other = dice.choice(_TOWNS)
                yield (n + 1, "delivery", "Packstation 112", "", "Packstation 112", *other, "DE")

    def _consents(self) -> Iterator[tuple[Any, ...]]:
        dice, chain = self._dice, _Chain()
        for n in range(self.count):
            if dice.random() < 0.35:
                at = NOW_MS - int(dice.random() * 1000 * DAY_MS)
                state = "withdrawn" if dice.random() < 0.25 else "given"
                channel = dice.choice(("phone", "email"))
                yield chain.next(n + 1, channel, state, at)


def _number(dice: random.Random, codes: tuple[tuple[str, int], ...]) -> str:
    code, digits = dice.choice(codes)
    return f"{code}{dice.randint(2, 9)}{dice.randrange(10 ** (digits - 1)):0{digits - 1}d}"


def _label(number: str) -> str:
    return "mobile" if number.startswith("1") else "home"


_CUSTOMER = (
    "number", "kind", "salutation", "first_name", "last_name", "company", "name", "sort_name",
    "language", "email", "note", "created_at",
)  # fmt: skip
_ADDRESS = ("customer_id", "kind", "name", "extra", "street", "postcode", "town", "country")
_CONSENT = (
    "customer_id", "channel", "state", "scope", "wording", "source", "at", "recorded_at",
    "recorded_by", "entry_no", "previous", "hash",
)  # fmt: skip


class _Chain:
    """Entries of the ledger, each hashed with the one before."""

    def __init__(self) -> None:
        self._number, self._previous = 0, ""

    def next(self, customer: int, channel: str, state: str, at_ms: int) -> tuple[Any, ...]:
        self._number += 1
        at = from_ms(at_ms)
        words = ("Tee, Pfannen", "Dürfen wir Sie anrufen?") if state == "given" else ("", "")
        entry = ConsentEntry(
            consent_id=0, customer_id=customer, channel=channel, state=state, scope=words[0],
            wording=words[1], source="Telefon", at=at, recorded_at=at, recorded_by="",
            entry_no=self._number, previous=self._previous,
        )  # fmt: skip
        previous, self._previous = self._previous, hash_of(entry)
        return (
            customer, channel, state, *words, "Telefon", at_ms, at_ms, "", self._number, previous,
            self._previous,
        )  # fmt: skip
