"""Goods and knowledge of the big shop, told from the demo shop's words.

Sentences are drawn from the demo articles' vocabulary and from compounds of its kitchen words, the
frequent ones often and the rare ones rarely, so that search has lists as long as in real texts.
"""

import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import Any

from shopphone.domain.calls import FLAGS
from shopphone.paths import resources
from shopphone.services.first_day import usual_outcomes
from tests.bench.bigshop_days import DAY_MS, NOW_MS, iso_day

_HEADS = (
    "Guss", "Eisen", "Kupfer", "Edelstahl", "Holz", "Glas", "Keramik", "Silikon", "Brat", "Koch",
    "Back", "Schmor", "Dampf", "Tee", "Kaffee", "Gewürz", "Salz", "Pfeffer", "Kräuter", "Öl",
    "Suppen", "Nudel", "Fisch", "Fleisch", "Gemüse", "Obst", "Brot", "Kuchen", "Milch", "Induktions",
    "Ofen", "Herd", "Spül", "Reinigungs", "Pflege", "Liefer", "Rücksende", "Zahlungs", "Geschenk",
)  # fmt: skip
_TAILS = (
    "pfanne", "topf", "deckel", "messer", "brett", "schüssel", "kanne", "dose", "mühle", "form",
    "griff", "boden", "rand", "bürste", "tuch", "mittel", "öl", "karte", "schein", "frist", "kosten",
    "paket", "dauer", "temperatur", "zeit", "menge", "größe", "farbe", "schicht", "flecken",
    "garantie", "anleitung", "reiniger", "halter", "zange", "löffel", "sieb", "waage", "uhr", "blech",
)  # fmt: skip
_ENGLISH = (
    "pan", "pot", "lid", "knife", "board", "bowl", "kettle", "tin", "mill", "mould", "handle",
    "base", "rim", "brush", "cloth", "cleaner", "oil", "card", "period", "cost", "parcel", "time",
    "temperature", "amount", "size", "colour", "coating", "stain", "warranty", "manual", "holder",
)  # fmt: skip
_VERSIONS = ("Classic", "Pro", "Mini", "Maxi", "Natur", "Set", "Reise", "Bio", "Duo", "Profi")
Table = tuple[str, tuple[str, ...], Iterator[tuple[Any, ...]]]


def shop() -> Iterator[Table]:
    """Settings, staff, shipping and outcomes as the demo shop has them."""
    told = read("shop")
    settings = {**told["settings"], "phone.popup_delay_ms": "0", "phone.area_code": "089"}
    yield "setting", ("key", "value"), iter(settings.items())
    yield "staff", ("name", "role", "active"), ((s["name"], s["role"], 1) for s in told["staff"])
    methods = ((m["code"], _json(m), n) for n, m in enumerate(told["shipping"]))
    yield "shipping_method", ("code", "content", "position"), methods
    columns = ("key", "name_de", "name_en", *FLAGS, "position")
    outcomes = (tuple(each[column] for column in columns) for each in usual_outcomes())
    yield "outcome", columns, outcomes


class Goods:
    """Products; orders ask for name and price by number."""

    def __init__(self, count: int) -> None:
        self._count = count
        self.lines: list[tuple[str, str, str, str, int, int]] = []

    def tables(self) -> Iterator[Table]:
        yield "product", _PRODUCT, self._products()

    def _products(self) -> Iterator[tuple[Any, ...]]:
        known = read("products")
        dice = random.Random(2)
        for n in range(self._count):
            each = known[n % len(known)]
            round_, version = n // len(known), ""
            if round_:
                version = f" {_VERSIONS[round_ % len(_VERSIONS)]} {round_}"
            sku = f"{each['sku']}-{round_}" if round_ else each["sku"]
            price = int(float(each["price"]) * 100 * (1 + (round_ % 7) / 10)) * 100
            vat = int(float(each["vat"]) * 100)
            name = each["name"] + version
            self.lines.append((sku, name, each["option"], each["description"], price, vat))
            yield (
                sku, f"20{n:011d}", name, each["name_en"] + version, each["option"],
                each["group"] + (str(round_) if round_ else ""), each["category"],
                each["description"], each["description_en"], price, vat,
                dice.randrange(200_000), each["weight_g"], each["withdrawal_rule"],
                each["warning"], 1,
            )  # fmt: skip


def knowledge(count: int, products: int) -> Iterator[Table]:
    """Articles of some 1,500 letters in German and English, linked to goods, asked in words."""
    written = [_article(n, random.Random(1_000_000 + n)) for n in range(count)]
    yield "article", _ARTICLE, iter(written)
    dice = random.Random(3)
    topics = ((n + 1, dice.choice(_TOPICS)) for n in range(count))
    yield "article_topic", ("article_id", "topic"), topics
    links = (
        (n + 1, product + 1)
        for n in range(count)
        for product in sorted({dice.randrange(products) for _ in range(dice.choice((0, 0, 1, 3)))})
    )
    yield "article_product", ("article_id", "product_id"), links
    wordings = (
        (
            n + 1,
            " ".join(draw(dice, written[n][1], dice.randint(2, 5))),
            NOW_MS - dice.randrange(DAY_MS),
        )
        for n in range(0, count, 3)
    )
    yield "wording", ("article_id", "words", "at"), wordings
    gaps = (
        (
            " ".join(draw(dice, "de", 3)),
            "de",
            NOW_MS - dice.randrange(30 * DAY_MS),
            dice.randint(1, 5),
        )
        for _ in range(min(count // 20, 200))
    )
    yield "gap", ("words", "language", "asked_at", "times"), gaps


def draw(dice: random.Random, language: str, count: int) -> list[str]:
    """Words as often as texts have them."""
    words, weights = _vocabulary(language)
    return dice.choices(words, cum_weights=weights, k=count)


def read(name: str) -> Any:
    return json.loads((resources() / "demo" / f"{name}.json").read_text(encoding="utf-8"))


def _article(n: int, dice: random.Random) -> tuple[Any, ...]:
    language = "en" if n % 4 == 3 else "de"
    title = " ".join(draw(dice, language, dice.randint(3, 6))).capitalize()
    return (
        f"pair-{n}" if n % 10 == 0 else "", language, title,
        _sentences(dice, language, 2), _sentences(dice, language, dice.randint(8, 22)),
        _sentences(dice, language, 2) if n % 2 else "", "",
        "Anna Berger", iso_day(NOW_MS + dice.randrange(-100, 300) * DAY_MS), 1,
        int(dice.paretovariate(1.2)), 0, NOW_MS - dice.randrange(900 * DAY_MS), "Anna Berger",
    )  # fmt: skip


def _sentences(dice: random.Random, language: str, count: int) -> str:
    return " ".join(
        " ".join(draw(dice, language, dice.randint(6, 15))).capitalize() + "." for _ in range(count)
    )


@cache
def _vocabulary(language: str) -> tuple[list[str], list[float]]:
    """Words and their added-up weights: rank r is drawn about 1/r as often as the first."""
    texts = " ".join(
        f"{each['title']} {each['say']} {each['details']} {each['letter_paragraph']}"
        for each in read("articles")
        if each["language"] == language
    )
    counted = Counter(re.findall(r"[^\W\d_]+", texts))
    words = [word for word, _ in counted.most_common()]
    if language == "de":
        made = [head + tail for head in _HEADS for tail in _TAILS]
        made += [a + b.lower() + c for a in _HEADS[::3] for b in _HEADS[::5] for c in _TAILS[::2]]
    else:
        made = [f"{a}{b}" for a in _ENGLISH for b in _ENGLISH if a != b]
    random.Random(4).shuffle(made)
    words = list(dict.fromkeys(words + made))
    return words, list(accumulate(1 / (rank + 3) for rank in range(len(words))))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


_TOPICS = ("Pflege", "Lieferung", "Zahlung", "Produkte", "Reklamation")
_PRODUCT = (
    "sku", "ean", "name", "name_en", "option", "group", "category", "description",
    "description_en", "price", "vat", "stock", "weight_g", "withdrawal_rule", "warning", "active",
)  # fmt: skip
_ARTICLE = (
    "pair", "language", "title", "say", "details", "letter_paragraph", "internal_note",
    "owner", "review_on", "version", "helped", "not_helped", "changed_at", "changed_by",
)  # fmt: skip
