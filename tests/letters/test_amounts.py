"""The letter's figures in every VAT mode, with deposits, coupons, ages and debits."""

from dataclasses import replace
from decimal import Decimal as D

import pytest

from shopphone.domain.letters import Confirmation, LetterLine
from shopphone.domain.payment import Mandate
from shopphone.domain.vat import VatMode
from shopphone.letters import confirmation
from tests.letters import reading, samples
from tests.letters.samples import PAN, TEA, line


def juice() -> LetterLine:
    made = line(sku="W-1", name="Apfelsaft", price="3.20", quantity="6", content="1", unit="l")
    return replace(made, deposit=D("0.25"))


def said(content: Confirmation, **sums: str) -> str:
    whole = samples.with_lines(content, content.lines, **sums)
    return reading.flat(confirmation.write(whole))


def test_deposit_coupon_and_discount_stand_apart_from_the_goods() -> None:
    content = replace(samples.german(line(**PAN), juice()), coupon_code="ADVENT")
    text = said(content, coupon="5.00", discount="3.00")
    for part in (
        "zzgl. Pfand 0,25 € je Stück", "Warenwert 99,10 €", "Rabatt -3,00 €",
        "Gutschein ADVENT -5,00 €", "Pfand 1,50 €", "Gesamtbetrag inkl. USt 97,50 €",
    ):  # fmt: skip
        assert part in text


def test_a_business_reads_net_prices_with_vat_on_top() -> None:
    goods = (replace(line(**PAN), unit_price=D("67.1429"), gross=D("67.14")), line(**TEA))
    text = said(samples.in_mode(samples.german(*goods), VatMode.NET), shipping="4.12")
    assert "Einzelpr. netto" in text
    assert "Warenwert netto 80,04 €" in text
    assert "zzgl. 19 % USt auf 70,60 €" in text
    assert "zzgl. 7 % USt auf 13,56 €" in text
    assert "Gesamtbetrag inkl. USt 98,52 €" in text
    assert "darin" not in text


@pytest.mark.parametrize(
    ("mode", "sentence"),
    [
        (VatMode.INTRA, "innergemeinschaftliche Lieferung (§ 4 Nr. 1 Buchst. b, § 6a UStG). Ihre USt-IdNr.: ATU13585627, unsere USt-IdNr.: DE136695976"),
        (VatMode.EXPORT, "Steuerfreie Ausfuhrlieferung (§ 4 Nr. 1 Buchst. a, § 6 UStG)"),
        (VatMode.REVERSE, "Steuerschuldnerschaft des Leistungsempfängers (reverse charge)"),
        (VatMode.REVERSE, "Ihre USt-IdNr.: ATU13585627, unsere USt-IdNr.: DE136695976"),
        (VatMode.OUTSIDE, "Nicht im Inland steuerbare Leistung (§ 3a Abs. 2 UStG)"),
        (VatMode.SMALL, "Gemäß § 19 UStG wird keine Umsatzsteuer berechnet."),
    ],
)  # fmt: skip
def test_where_no_vat_is_due_the_letter_says_why_and_has_no_column(
    mode: VatMode, sentence: str
) -> None:
    content = replace(samples.german(line(**PAN)), vat_id="ATU13585627", country="AT")
    text = said(samples.in_mode(content, mode))
    assert sentence in text
    assert "19 %" not in text
    assert "inkl. USt" not in text
    assert "Gesamtbetrag 84,80 €" in text


def test_the_vat_of_the_country_of_delivery_is_named() -> None:
    content = replace(samples.german(line(**{**PAN, "vat": "20"})), country="AT")
    text = said(samples.in_mode(content, VatMode.OSS))
    assert "darin 20 % USt aus 70,67 € netto 14,13 €" in text
    assert "Umsatzsteuer des Lieferlandes Österreich (§ 3c UStG)" in text


def test_goods_with_an_age_say_that_it_is_checked() -> None:
    rum = replace(line(sku="R", name="Rum", price="24.90"), minimum_age=18)
    assert "ab 18 Jahren, Altersprüfung bei der Übergabe" in said(samples.german(rum))


def test_a_debit_names_its_mandate_and_no_whole_iban() -> None:
    mandate = Mandate(
        reference="M-AB-2026-00142", iban="AT611904300234573201", holder="Eva", bank="Bank"
    )
    content = replace(samples.german(line(**PAN)), payment_code="sepa_debit", mandate=mandate)
    text = said(content)
    assert "Mandatsreferenz M-AB-2026-00142" in text
    assert "AT…3201" in text
    assert "904300234573201" not in text.replace(" ", "")
    assert "Wir buchen erst ab, wenn Ihr unterschriebenes Mandat bei uns ist." in text


def test_where_prices_come_from_stays_inside_the_shop() -> None:
    assert not [
        name for name in LetterLine.__dataclass_fields__ if "source" in name or "note" in name
    ]


def test_electronic_services_name_the_vat_of_where_the_buyer_lives() -> None:
    content = replace(samples.german(line(**PAN)), country="AT", matter="digital")
    text = said(samples.in_mode(content, VatMode.OSS))
    assert "Umsatzsteuer Ihres Wohnsitzlandes Österreich (§ 3a Abs. 5 UStG)" in text
