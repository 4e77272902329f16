"""Every duty to inform is really told where the table says: on the phone in words, in the letter on paper."""

import csv
import io
import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen.canvas import Canvas
from sqlalchemy import insert

import shopphone.services.articles as articles
import shopphone.services.attachments as attachments
import shopphone.services.customers as customers
import shopphone.services.letters as letters
import shopphone.services.orders as orders
import shopphone.services.settings as settings
from shopphone.domain.customers import Address, CustomerDraft
from shopphone.domain.duty_table import BY_CODE, DUTIES, Part
from shopphone.domain.errors import Refused
from shopphone.domain.knowledge import ArticleDraft
from shopphone.domain.order_kinds import Matter
from shopphone.domain.orders import LineDraft, OrderDraft
from shopphone.domain.prices import Source
from shopphone.domain.readback import MORE, POINTS
from shopphone.domain.settings import BY_KEY
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store import upgrade
from shopphone.store.local import Local
from shopphone.ui.kit.i18n import Words
from shopphone.ui.panels.read_back import ReadBack
from tests.letters import reading
from tests.support.telling import tell

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
HOME = Address(street="Am Weg 1", postcode="80331", town="München")
SHOP = {
    "shop.name": "Laden GmbH", "shop.street": "Gasse 2", "shop.postcode": "80331",
    "shop.town": "München", "shop.phone": "089 99998-100", "shop.email": "laden@example.org",
    "shop.iban": "DE89370400440532013000",
}  # fmt: skip
# what only some shops have to say
MORE_TO_SAY = {
    "policy.principal": "Töpferei Beispiel, Ofenweg 3, 80331 München",
    "policy.channels": "Chat unter chat.example.org",
    "policy.complaint_address": "Reklamation, Hofgasse 9, 80331 München",
    "policy.aftersales": "Zwei Jahre Schleifdienst ohne Kosten",
    "policy.codes_of_conduct": "Kodex Faire Küche, kodex.example.org",
    "policy.securities": "Bei Leihgeräten 50 EUR Kaution",
    "policy.eco_delivery": "Lastenrad in München",
    "goods.particulars": "\n".join((
        "UHR; Garantie; Zwei Jahre Herstellergarantie",
        "UHR; Haltbarkeit; Fünf Jahre, Beispiel AG",
        "UHR; Funktion; Zeigt die Kerntemperatur",
        "UHR; Kompatibilität; Mit Android ab 12",
        "UHR; Updates; Mindestens bis 2031",
        "U*; Reparatur; Akku einzeln erhältlich",
        "OFEN; Rücksendung; 89,00",
    )),
}  # fmt: skip
LINES = {
    "UHR": ("Thermometer", "Funkthermometer mit Anzeige", "normal"),
    "OFEN": ("Ofen", "Gusseisen, 90 kg", "normal"),
    "BRETT": ("Brett", "Nussbaum mit Gravur", "never:1"),
    "SALBE": ("Salbe", "Versiegelte Dose", "lost:3"),
}


@dataclass
class Story:
    """An order, what was read out for it, and its letter taken apart."""

    said: dict[str, str]
    pdf: bytes
    parts: dict[Part, str] = field(default_factory=dict)


def page(words: str) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595.276, 841.89), invariant=True)
    canvas.drawString(72, 400, words)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.fixture(scope="module")
def stories(
    qapp: QApplication, compiled_texts: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Story]]:
    folder = tmp_path_factory.mktemp("duties")
    words = Words("de")
    words.install(qapp)
    desk = Desk(
        db=upgrade.open_file(folder / "shop.db", NOW),
        local=Local(folder / "desk.db"),
        now=lambda: NOW,
        staff_name="Anna Berger",
    )
    made: dict[str, Story] = {}
    try:
        settings.save(desk, SHOP)
        made["bare"] = story(desk, words, draft(desk, "OFEN"))
        (folder / "notice.pdf").write_bytes(page("HARMONISIERTE MITTEILUNG"))
        notice = {"policy.harmonised_notice": str(folder / "notice.pdf")}
        settings.save(desk, {**MORE_TO_SAY, **notice})
        labelled(desk, folder)
        made["goods"] = story(desk, words, draft(desk, *LINES))
        regular = replace(draft(desk, "SALBE"), matter=Matter.REGULAR, info_sent=NOW.isoformat())
        regular = replace(
            regular, term_months=12, notice_days=28, renewal="indefinite", billing_months=3
        )
        made["regular"] = story(desk, words, regular)
        early = replace(draft(desk, "OFEN"), matter=Matter.SERVICE, early_start=True)
        made["service"] = story(desk, words, early)
        made["digital"] = story(desk, words, replace(draft(desk, "X"), matter=Matter.DIGITAL))
        yield made
    finally:
        words.uninstall(qapp)
        desk.db.close()
        desk.local.close()


def labelled(desk: Desk, folder: Path) -> None:
    """The producer's label is a PDF at the article that explains the goods."""
    with desk.db.writing() as tx:
        values = {"sku": "UHR", "name": "Thermometer", "price": Decimal(9), "vat": Decimal(19)}
        tx.execute(insert(t.product), values)
    care = ArticleDraft(title="Thermometer", skus=["UHR"], topics=["Pflege"], details="Abwischen.")
    article = articles.save(desk, care)
    (folder / "label.pdf").write_bytes(page("HALTBARKEITSGARANTIE FÜNF JAHRE"))
    attachments.add(desk, article, folder / "label.pdf")


def draft(desk: Desk, *skus: str) -> OrderDraft:
    customer = customers.save(desk, CustomerDraft(last_name="Löffler", billing=HOME))
    product = t.product.c
    with desk.db.reading() as connection:
        rows = connection.execute(t.product.select().with_only_columns(product.sku, product.id))
        known = {row.sku: row.id for row in rows}
    lines = [
        LineDraft(
            sku=sku, product_id=known.get(sku), name=name, description=description,
            unit_price=Decimal("20.00"), withdrawal_rule=rule,
        )
        for sku in skus
        for name, description, rule in [LINES.get(sku, ("Kurs", "Zehn Filme", "normal"))]
    ]  # fmt: skip
    return OrderDraft(
        customer_id=customer,
        customer_name="Löffler",
        billing=HOME,
        lines=lines,
        shipping_code=orders.shipping_methods(desk)[0].code,
        shipping_gross=Decimal("4.90"),
    )


def story(desk: Desk, words: Words, order: OrderDraft) -> Story:
    panel = ReadBack(words)
    said = {point.code: panel.sentence(point) for point in orders.read_back(desk, order)}
    placed = orders.place(desk, tell(desk, order), said)
    pdf = letters.write(desk, "confirmation", placed.order_id).pdf
    return Story(said=said, pdf=pdf, parts=taken_apart(pdf))


HEADINGS = {
    "Zahlung": Part.PAYMENT,
    "Lieferung": Part.DELIVERY,
    "Ihr Vertrag": Part.CONTRACT,
    "Angaben zu einzelnen Artikeln": Part.GOODS_FACTS,
    "Ihre Rechte bei Mängeln, Beschwerden, Streitbeilegung": Part.RIGHTS,
    "Mit freundlichen Grüßen": Part.SHEET,
    "Widerrufsbelehrung": Part.INSTRUCTION,
    "Freiwillige Verlängerung": Part.SHEET,
    "Ausnahmen vom Widerrufsrecht in dieser Bestellung": Part.EXCLUSIONS,
    "Muster-Widerrufsformular": Part.FORM,
    "Hinweise zu Thermometer": Part.SHEET,
}


def taken_apart(pdf: bytes) -> dict[Part, str]:
    """The letter's text by its headings; head and foot of the pages by where they stand."""
    found: dict[Part, list[str]] = {part: [] for part in Part}
    now = Part.GOODS
    for sheet in reading.pages(pdf):
        if "HARMONISIERTE MITTEILUNG" in sheet:
            now = Part.NOTICE
        for line in sheet.splitlines():
            now = HEADINGS.get(line.strip(), now)
            found[now].append(line)
    furniture = [
        word.text
        for word in reading.words(pdf)
        if word.top > 276 or word.bottom < 45 or (word.left > 124 and word.top < 98)
    ]
    found[Part.FRAME] = [*furniture]
    return {part: " ".join(" ".join(lines).split()) for part, lines in found.items()}


Told = dict[str, tuple[str, ...]]  # point or part -> what is to be found there
SELLER = "Laden GmbH, Gasse 2, 80331 München"
EXPECTED: dict[str, tuple[str, Told]] = {
    "A01": ("goods", {
        "P1": ("Thermometer (Funkthermometer mit Anzeige)", "Ofen (Gusseisen, 90 kg)"),
        Part.GOODS: ("Funkthermometer mit Anzeige", "Gusseisen, 90 kg"),
    }),
    "A02": ("goods", {
        "P2": ("Laden GmbH",),
        Part.FRAME: ("Laden GmbH", "Gasse 2, 80331 München"),
        Part.CONTRACT: ("im Auftrag von: Töpferei Beispiel, Ofenweg 3",),
    }),
    "A03": ("goods", {
        Part.FRAME: ("089 99998-100", "laden@example.org"),
        Part.RIGHTS: ("Chat unter chat.example.org",),
    }),
    "A04": ("goods", {Part.RIGHTS: ("Anschrift für Beschwerden: Reklamation, Hofgasse 9",)}),
    "A05": ("goods", {
        "P3": ("Gesamtpreis 84,90 € inklusive Umsatzsteuer",),
        Part.GOODS: ("Gesamtbetrag inkl. USt 84,90 €", "darin 19 % USt"),
        Part.CONTRACT: ("84,90 € inkl. USt",),
    }),
    "A07": ("bare", {"P3": ("4,90 € Versand",), Part.GOODS: ("Versand: Paket 4,90 €",)}),
    "A08": ("regular", {
        "P3": ("Das gilt für je 3 Monate, im Monat 8,30 €.",),
        Part.CONTRACT: ("Abrechnungszeitraum von 3 Monaten, im Monat 8,30 €",),
    }),
    "A10": ("goods", {
        Part.PAYMENT: ("Bitte überweisen Sie 84,90 € bis zum 1. Dezember 2026",),
        Part.DELIVERY: ("Lieferzeit 2–3 Werktage, spätestens bis zum 1. Dezember 2026",),
        Part.RIGHTS: ("Mit Beanstandungen wenden Sie sich bitte an",),
    }),
    "A11": ("goods", {Part.RIGHTS: ("bestehen die gesetzlichen Mängelhaftungsrechte",)}),
    "A12": ("goods", {
        Part.RIGHTS: ("Kundendienst und Garantien: Zwei Jahre Schleifdienst",),
        Part.GOODS_FACTS: ("Thermometer: Garantie und Kundendienst: Zwei Jahre Herstellergarantie",),
    }),
    "A13": ("goods", {Part.RIGHTS: ("Verhaltenskodizes: Kodex Faire Küche",)}),
    "A14": ("regular", {
        "P5": ("Danach läuft", "28 Tage"),
        Part.CONTRACT: ("Danach läuft er auf unbestimmte Zeit weiter", "Kündigungsfrist 28 Tage."),
    }),
    "A15": ("regular", {"P5": ("12 Monate",), Part.CONTRACT: ("Laufzeit 12 Monate.",)}),
    "A16": ("goods", {Part.RIGHTS: ("Kautionen und Sicherheiten: Bei Leihgeräten 50 EUR",)}),
    "A17": ("goods", {Part.GOODS_FACTS: ("Schutzmaßnahmen: Zeigt die Kerntemperatur",)}),
    "A18": ("goods", {Part.GOODS_FACTS: ("Interoperabilität: Mit Android ab 12",)}),
    "A19": ("goods", {Part.RIGHTS: ("Verbraucherschlichtungsstelle weder bereit noch",)}),
    "B1": ("goods", {
        "P4": ("innerhalb von 14 Tagen", "Belehrung und ein Formular"),
        Part.INSTRUCTION: ("binnen vierzehn Tagen ohne Angabe von Gründen", SELLER, "089 99998-100"),
        Part.FORM: ("Hiermit widerrufe(n) ich/wir (*)", SELLER),
    }),
    "B2": ("goods", {
        "P4": ("Das Rückporto würden Sie tragen.", "höchstens etwa 89,00 €"),
        Part.INSTRUCTION: ("Die Kosten werden auf höchstens etwa 89,00 EUR geschätzt.",),
        Part.CONTRACT: ("Die Kosten der Rücksendung tragen Sie.", "höchstens etwa 89,00 €"),
    }),
    "B3": ("service", {
        "start": ("vor Ablauf der Widerrufsfrist",),
        Part.CONTRACT: ("bei einem Widerruf die bis dahin erbrachte Leistung anteilig zahlen",),
    }),
    "C1": ("goods", {
        "P4": ("Kein Widerruf", "Brett"),
        Part.GOODS: ("Kein Widerrufsrecht (siehe Anlage)",),
        Part.EXCLUSIONS: ("Brett: Ein Widerrufsrecht besteht nicht", "§ 312g Abs. 2 Nr. 1 BGB"),
    }),
    "C2": ("goods", {
        "sealed": ("Salbe",),
        Part.GOODS: ("Widerrufsrecht kann vorzeitig erlöschen (siehe Anlage)",),
        Part.EXCLUSIONS: ("Salbe: Das Widerrufsrecht erlischt vorzeitig", "Abs. 2 Nr. 3 BGB"),
    }),
    "P1": ("goods", {"P1": ("Ware: Thermometer",), Part.CONTRACT: ("1 × Thermometer", "1 × Salbe")}),
    "P2": ("goods", {"P2": ("Sie bestellen bei Laden GmbH.",), Part.CONTRACT: (SELLER,)}),
    "P3": ("goods", {"P3": ("84,90 €",), Part.CONTRACT: ("Gesamtpreis 84,90 €",)}),
    "P4": ("goods", {
        "P4": ("widerrufen, auch telefonisch",),
        Part.CONTRACT: ("innerhalb von 14 Tagen", "auch telefonisch"),
    }),
    "P5": ("goods", {"P5": ("einmaliger Kauf",), Part.CONTRACT: ("Einmaliger Kauf ohne Laufzeit",)}),
    "D1": ("goods", {Part.DELIVERY: ("Umweltfreundliche Lieferung: Lastenrad in München",)}),
    "D2": ("goods", {Part.NOTICE: ("HARMONISIERTE MITTEILUNG",)}),
    "D3": ("goods", {
        Part.GOODS_FACTS: ("Haltbarkeitsgarantie des Herstellers: Fünf Jahre, Beispiel AG",),
        Part.SHEET: ("HALTBARKEITSGARANTIE FÜNF JAHRE",),
    }),
    "D4": ("digital", {Part.RIGHTS: ("Für digitale Inhalte und digitale Dienstleistungen besteht",)}),
    "D5": ("goods", {Part.GOODS_FACTS: ("Aktualisierungen: Mindestens bis 2031",)}),
    "D6": ("goods", {Part.GOODS_FACTS: ("Reparatur und Ersatzteile: Akku einzeln erhältlich",)}),
}  # fmt: skip
# said only where they bite: a plain order of a plain shop says nothing of them
ONLY_SOMETIMES = (
    "A04", "A08", "A12", "A13", "A14", "A15", "A16", "A17", "A18", "B3", "C1", "C2", "D1", "D2",
    "D3", "D4", "D5", "D6",
)  # fmt: skip


@pytest.mark.parametrize("code", [duty.code for duty in DUTIES if not duty.absent])
def test_each_duty_is_told_where_the_table_says(stories: dict[str, Story], code: str) -> None:
    told, expected = stories[EXPECTED[code][0]], EXPECTED[code][1]
    claimed = {*BY_CODE[code].parts, *([BY_CODE[code].point] if BY_CODE[code].point else [])}
    assert set(expected) == claimed  # nothing claimed goes unlooked-at
    for place, texts in expected.items():
        found = told.parts[Part(place)] if place in list(Part) else told.said[place]
        for text in texts:
            assert text in found.replace("\u00a0", " "), f"{code}: {place}"


@pytest.mark.parametrize("code", ONLY_SOMETIMES)
def test_what_does_not_bite_is_not_said(stories: dict[str, Story], code: str) -> None:
    bare = stories["bare"]
    spoken = " ".join(bare.said.values())
    for place, texts in EXPECTED[code][1].items():
        found = bare.parts[Part(place)] if place in list(Part) else spoken
        assert not all(text in found for text in texts)


def test_no_price_is_made_for_the_person_by_a_machine() -> None:
    """A06: if a further source of prices comes, the duty has to be thought of anew."""
    assert BY_CODE["A06"].absent
    assert set(Source) == {
        Source.LIST, Source.TIER, Source.GROUP, Source.PROMOTION, Source.MANUAL, Source.FREE,
    }  # fmt: skip


def test_a_number_that_costs_more_than_the_call_is_refused(tmp_path: Path) -> None:
    """A09 cannot bite."""
    assert BY_CODE["A09"].absent
    db = upgrade.open_file(tmp_path / "shop.db", NOW)
    desk = Desk(db=db, local=Local(tmp_path / "desk.db"), now=lambda: NOW)
    try:
        with pytest.raises(Refused, match="phone_premium"):
            settings.save(desk, {"shop.phone": "0900 5 123456"})
    finally:
        db.close()
        desk.local.close()


def test_the_table_names_what_there_is() -> None:
    assert len(DUTIES) == len(BY_CODE) == 35
    assert {duty.code for duty in DUTIES if not duty.absent} == set(EXPECTED)
    for duty in DUTIES:
        assert all(key in BY_KEY for key in duty.settings), duty.code
        assert duty.point in ("", *POINTS, *MORE)
        assert bool(duty.absent) == (not duty.point and not duty.parts)


@pytest.mark.skipif("SHOPPHONE_TESTDATA" not in os.environ, reason="needs the looked-up facts")
def test_the_table_has_every_duty_that_was_looked_up() -> None:
    facts = Path(os.environ["SHOPPHONE_TESTDATA"]).parent / "facts" / "law" / "info_duties.csv"
    if not facts.exists():
        pytest.skip("the facts are not there")
    with facts.open(encoding="utf-8-sig", newline="") as file:
        assert [row["id"] for row in csv.DictReader(file)] == [duty.code for duty in DUTIES]
