"""What the confirmation says, read back from its pages."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from shopphone.domain.customers import Address
from shopphone.domain.errors import Refused, Unavailable
from shopphone.domain.letters import CareSheet, Confirmation, missing_duties
from shopphone.domain.vat import VatMode
from shopphone.letters import confirmation
from tests.letters import reading, samples
from tests.letters.samples import BOARD, PAN, TEA, line


@pytest.fixture(scope="module")
def german() -> bytes:
    return confirmation.write(samples.german())


@pytest.fixture(scope="module")
def english() -> bytes:
    return confirmation.write(samples.english())


def test_it_says_who_what_when_and_how_much(german: bytes) -> None:
    first = reading.pages(german)[0]
    for said in (
        "Auftragsbestätigung AB-2026-00142",
        "K-1017",
        "24. November 2026, 14:07",
        "Anna Berger",
        "Sehr geehrte Frau Brandl,",
        "Eisenpfanne geschmiedet 28 cm",
        "Art.-Nr. TEE-ASS-250 · Grundpreis 51,60 € je kg",
        "Rabatt 10 %",
        "163,30 €",
        "Versand: DHL Paket 4,90 €",
        "Gesamtbetrag inkl. USt 168,20 €",
        "darin 19 % USt aus 119,02 € netto 22,61 €",
        "darin 7 % USt aus 24,83 € netto 1,74 €",
        "Dies ist keine Rechnung.",
        "DE89 3704 0044 0532 0130 00",
        "AB-2026-00142 K-1017",
        "bis zum 1. Dezember 2026",
    ):
        assert said in first, said


def test_the_five_points_stand_in_writing_with_their_times(german: bytes) -> None:
    said = reading.flat(german)
    for point in (
        "Ware 1 × Eisenpfanne geschmiedet 28 cm 14:03 Uhr",
        "Verkäufer Küchenhaus Lindenhang GmbH, Lindenhang 12, 80331 München 14:04 Uhr",
        "Gesamtpreis 168,20 € inkl. USt und 4,90 € Versand 14:04 Uhr",
        "Widerruf Sie können innerhalb von 14 Tagen ab Erhalt der letzten Ware",
        "auf einen Monat ab Erhalt dieser Bestätigung, wenn das später ist",
        "Laufzeit Einmaliger Kauf ohne Laufzeit",
    ):
        assert point in said, point
    assert "14:06 Uhr" in said
    assert "am 24. November 2026 um 14:07 Uhr am Telefon" in said


def test_every_page_is_numbered_and_the_next_ones_say_what_they_belong_to(german: bytes) -> None:
    shown = reading.pages(german)
    assert len(shown) == 5
    for n, page in enumerate(shown, 1):
        assert f"Seite {n} von 5" in page
        assert "USt-IdNr. DE136695976" in page
    for page in shown[1:]:
        head = "Auftragsbestätigung AB-2026-00142 vom 24. November 2026 · Kunden-Nr. K-1017"
        assert page.startswith(head)


def test_the_model_instruction_is_whole_and_unchanged(german: bytes) -> None:
    said = reading.flat(german)
    assert (
        "Die Widerrufsfrist beträgt vierzehn Tage ab dem Tag, an dem Sie oder ein von Ihnen "
        "benannter Dritter, der nicht der Beförderer ist, die letzte Ware in Besitz genommen haben "
        "bzw. hat. Um Ihr Widerrufsrecht auszuüben, müssen Sie uns (Küchenhaus Lindenhang GmbH, "
        "Lindenhang 12, 80331 München, 089 99998-100, hallo@lindenhang.example) mittels" in said
    )
    assert "vorgeschrieben ist. Zur Wahrung der Widerrufsfrist" in said  # note [3] stays empty
    assert "je nachdem, welches der frühere Zeitpunkt ist. Sie haben die Waren" in said
    assert "Sie tragen die unmittelbaren Kosten der Rücksendung der Waren." in said
    assert "Umgang mit ihnen zurückzuführen ist." in said
    assert said.index("zurückzuführen ist.") < said.index("Freiwillige Verlängerung")
    assert "Ihr gesetzliches Widerrufsrecht bleibt davon unberührt." in said
    assert "Muster-Widerrufsformular (Wenn Sie den Vertrag widerrufen wollen" in said
    assert "– An Küchenhaus Lindenhang GmbH, Lindenhang 12, 80331 München, hallo@" in said


def test_the_form_is_a_page_of_its_own_and_names_no_customer(german: bytes) -> None:
    form = next(page for page in reading.pages(german) if "– Bestellt am (*)" in page)
    assert "Widerrufsbelehrung" not in form
    assert "Brandl" not in form


def test_one_good_counts_from_the_goods(german: bytes) -> None:
    said = reading.flat(confirmation.write(samples.german(line(**PAN))))
    assert "die Waren in Besitz genommen haben bzw. hat." in said
    assert "letzte Ware" not in said


@pytest.mark.parametrize("which", ["german", "english"])
def test_no_mark_of_the_sources_is_printed(which: str, german: bytes, english: bytes) -> None:
    said = reading.text(german if which == "german" else english)
    for mark in ("{", "}", "[1]", "[2]", "[3]", "[4]", "[5]", "[6]", "None", "\ufffd"):
        assert mark not in said, mark


def test_exceptions_are_named_at_the_line_and_with_their_reason(german: bytes) -> None:
    said = reading.flat(german)
    assert "Kein Widerrufsrecht (siehe Anlage)" in said
    assert "Widerrufsrecht kann vorzeitig erlöschen (siehe Anlage)" in said
    assert "weil die Ware nach Ihren Angaben angefertigt wird (§ 312g Abs. 2 Nr. 1 BGB)" in said
    assert "nach der Lieferung geöffnet wurde (§ 312g Abs. 2 Nr. 3 BGB)" in said


@pytest.mark.parametrize("number", range(1, 14))
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_exception_of_the_statute_has_words(number: int, language: str) -> None:
    kind = "lost" if number in (3, 4, 6) else "never"
    content = samples.german() if language == "de" else samples.english()
    goods = (content.lines[0], line(**{**TEA, "rule": f"{kind}:{number}"}))
    said = reading.flat(confirmation.write(samples.with_lines(content, goods)))
    exists = number == 12  # bets by telephone keep the right, so nothing is excluded
    named = f"Nr. {number} BGB" if language == "de" else f"no. {number} BGB"
    assert (named in said) is not exists


def test_an_order_without_any_right_encloses_no_instruction() -> None:
    said = reading.flat(confirmation.write(samples.german(line(**BOARD))))
    assert "Muster-Widerrufsformular" not in said
    assert "Sie haben das Recht, binnen vierzehn Tagen" not in said
    assert "Für diese Bestellung besteht kein Widerrufsrecht" in said
    assert "Ein Widerrufsrecht besteht nicht, weil die Ware nach Ihren Angaben" in said
    assert "Freiwillige Verlängerung" not in said


@pytest.mark.parametrize(
    ("months", "said"),
    [(0, ""), (1, "bis zum Ablauf eines Monats nach"), (3, "bis zum Ablauf von 3 Monaten nach")],
)
def test_the_extension_follows_the_shops_choice(months: int, said: str) -> None:
    letter = reading.flat(
        confirmation.write(replace(samples.german(line(**PAN)), extension_months=months))
    )
    assert ("Freiwillige Verlängerung" in letter) is (months > 0)
    assert said in letter
    assert "Die Widerrufsfrist beträgt vierzehn Tage" in letter


def test_an_english_letter_carries_the_german_text_and_marks_the_translation(
    english: bytes,
) -> None:
    said = reading.flat(english)
    assert said.index("Official German text") < said.index("Widerrufsbelehrung")
    assert said.index("Courtesy translation; the German official text") < said.index(
        "Instructions on withdrawal"
    )
    assert "This is not an invoice." in said
    assert "Page 1 of 6" in said
    assert "Total incl. VAT €110.60" in said
    assert "Delivery address: Mary O'Neill, Leopoldstraße 77, 80802 München" in said
    assert "Sehr geehrte" not in said


def test_a_small_business_shows_no_vat() -> None:
    content = samples.in_mode(samples.german(line(**PAN)), VatMode.SMALL)
    said = reading.flat(confirmation.write(samples.with_lines(content, content.lines)))
    assert "Gemäß § 19 UStG wird keine Umsatzsteuer berechnet." in said
    assert "Gesamtpreis 84,80 € inkl. 4,90 € Versand" in said
    assert "19 %" not in said
    assert "inkl. USt" not in said


@pytest.mark.parametrize(
    ("payment", "said"),
    [
        ("paypal_link", "mit PayPal über den Link"),
        ("card_link", "mit Karte über den Link"),
        ("cash_on_collection", "bar bei der Abholung"),
    ],
)
def test_other_ways_to_pay_print_no_account(payment: str, said: str) -> None:
    content = replace(samples.german(), payment_code=payment, due_on=None)
    letter = confirmation.write(content)
    assert said in reading.flat(letter)
    assert "IBAN" not in reading.text(letter)
    assert reading.codes(letter) == []


def test_a_delivery_elsewhere_and_a_wish_are_said() -> None:
    elsewhere = Address(name="Anton Brandl", street="Ring 5", postcode="5020", town="Salzburg",
                        country="AT")  # fmt: skip
    content = replace(samples.german(), deliver_to=elsewhere, remark="Bitte nicht klingeln")
    said = reading.flat(confirmation.write(content))
    assert "Lieferanschrift: Anton Brandl, Ring 5, 5020 Salzburg, Österreich" in said
    assert "Ihr Wunsch: Bitte nicht klingeln" in said


def test_answers_and_care_sheets_go_with_the_letter(german: bytes) -> None:
    content = replace(samples.german(), paragraphs=("Die Pfanne rostet nicht, wenn sie ölt.",))
    said = reading.flat(confirmation.write(content))
    assert "Was wir am Telefon besprochen haben Die Pfanne rostet nicht" in said
    care = reading.pages(german)[-1]
    assert "Hinweise zu Eisenpfannen" in care
    assert "2. Mit Öl und Kartoffelschalen zehn Minuten einbrennen." in care
    assert "**" not in care


def test_short_care_sheets_take_half_a_page_and_long_ones_pages_of_their_own() -> None:
    short = [CareSheet(title=f"Topf {n}", text="Nur von Hand spülen.") for n in (1, 2, 3)]
    long = CareSheet(title="Messer", text="Nach dem Schneiden abwischen.\n" * 30)
    content = replace(samples.german(), care_sheets=(short[0], long, *short[1:]))
    pdf = confirmation.write(content)
    both, own, last = reading.pages(pdf)[-3:]
    assert [both.count(f"Hinweise zu Topf {n}\n") for n in (1, 2)] == [1, 1]
    assert "Hinweise zu Messer\n" in own
    assert "Hinweise zu Topf 3\n" in last
    count = len(reading.pages(pdf))
    heads = [word.top for word in reading.words(pdf, count - 3) if word.text == "Hinweise"]
    assert heads[0] < 148.5 / 2
    assert 148.5 < heads[1] < 165  # the lower half begins below the cut


def test_pdf_pages_of_a_care_sheet_follow_the_letter_unchanged() -> None:
    other = confirmation.write(samples.english())
    content = replace(
        samples.german(), care_sheets=(CareSheet(title="Guss", text="", pdfs=(other, other)),)
    )
    pages = reading.pages(confirmation.write(content))
    assert pages[-2 * len(reading.pages(other)) :] == reading.pages(other) * 2
    assert "Hinweise zu Guss" in reading.flat(confirmation.write(content))  # named as enclosed
    broken = replace(content, care_sheets=(CareSheet(title="Guss", text="", pdfs=(b"%PDF-x",)),))
    with pytest.raises(Unavailable, match="care_pdf"):
        confirmation.write(broken)


def test_a_care_sheet_may_hold_a_table_and_links() -> None:
    table = "| Land | Kosten |\n|:---|---:|\n| Deutschland | 4,90 € |\n\nMehr: [hier](https://a.example)"
    content = replace(samples.german(), care_sheets=(CareSheet(title="Versand", text=table),))
    page = reading.pages(confirmation.write(content))[-1]
    assert "Land Kosten\nDeutschland 4,90 €\nMehr: hier (https://a.example)" in page


def test_what_the_law_wants_said_refuses_the_letter_when_it_is_empty() -> None:
    content = samples.german()
    bare = replace(content.seller, phone=" ", email="", defect_rights="", iban="")
    assert missing_duties(replace(content, seller=bare)) == (
        "shop.phone",
        "shop.email",
        "policy.defect_rights",
        "shop.iban",
    )
    assert missing_duties(content) == ()
    with pytest.raises(Refused) as refused:
        confirmation.write(replace(content, seller=bare))
    assert refused.value.rule == "duties_missing"


def test_a_link_payment_needs_no_account() -> None:
    content = replace(samples.german(), payment_code="card_link")
    seller = replace(content.seller, iban="")
    assert missing_duties(replace(content, seller=seller)) == ()


def test_the_official_notice_is_enclosed_unscaled() -> None:
    notice = _notice()
    letter = confirmation.write(replace(samples.german(), harmonised_notice=notice))
    assert len(reading.pages(letter)) == 6
    assert "MITTEILUNG" in reading.pages(letter)[-1]
    assert "Harmonisierte Mitteilung über das gesetzliche" in reading.text(letter)
    word = next(word for word in reading.words(letter, 5) if word.text == "MITTEILUNG")
    assert word.left == pytest.approx(reading.words(notice)[0].left)
    assert letter == confirmation.write(replace(samples.german(), harmonised_notice=notice))


def test_a_broken_notice_says_so() -> None:
    with pytest.raises(Unavailable):
        confirmation.write(replace(samples.german(), harmonised_notice=b"%PDF-nothing"))


def test_a_text_is_chosen_by_the_letters_day() -> None:
    content = replace(samples.german(), written_on=date(2025, 1, 2))
    assert "Widerrufsbelehrung" in reading.text(confirmation.write(content))


def test_decimals_stand_under_each_other() -> None:
    letter = confirmation.write(
        samples.german(
            line(sku="A", name="Band", price="0.1295", quantity="12.5"),
            line(sku="B", name="Topf", price="112.90", quantity="2"),
        )
    )
    prices = [word for word in reading.words(letter) if word.text in ("0,1295", "112,90")]
    commas = {round(place, 1) for place in reading.places(letter, ",", prices)}
    assert len(prices) == 2
    assert len(commas) == 1


def _notice() -> bytes:
    import io

    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595.28, 841.89), invariant=True)
    canvas.drawString(100, 700, "MITTEILUNG")
    canvas.save()
    return out.getvalue()


def test_free_shipping_and_an_order_discount_are_said() -> None:
    content = samples.german(line(**PAN))
    letter = confirmation.write(
        samples.with_lines(content, content.lines, shipping="0", discount="10")
    )
    said = reading.flat(letter)
    assert "Rabatt -10,00 €" in said
    assert "69,90 € inkl. USt, der Versand ist kostenlos" in said


def test_nothing_to_pay_asks_for_no_transfer() -> None:
    content = samples.german(line(sku="G", name="Geschenk", price="0"))
    free: Confirmation = samples.with_lines(content, content.lines, shipping="0")
    assert free.totals.total == Decimal(0)
    letter = confirmation.write(free)
    assert "Es ist nichts zu zahlen." in reading.text(letter)
    assert reading.codes(letter) == []
