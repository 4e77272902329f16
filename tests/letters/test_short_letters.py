"""The acknowledgement of a withdrawal and the notice about remedies, read back from the paper."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from shopphone.domain.money import ZERO
from shopphone.domain.short_letters import DefectLetter, LetterHead, WithdrawalLetter
from shopphone.domain.withdrawal_rule import WithdrawalRule
from shopphone.domain.withdrawals import CHANNELS, WithdrawnLine, refund_sheet
from shopphone.letters import defect_letter, withdrawal_letter
from tests.letters import samples
from tests.letters.reading import falzmarke, flat, fonts, pages

AT = datetime(2026, 11, 24, 14, 6)


def head(language: str = "de") -> LetterHead:
    return LetterHead(
        seller=samples.SELLER if language == "de" else samples.ENGLISH_SELLER,
        language=language,
        number="AB-2026-00042",
        customer_number="K-00007",
        salutation="Frau" if language == "de" else "Ms",
        last_name="Löffler",
        recipient=("Frau", "Annemarie Löffler", "Am Lindenhang 12", "81671 München"),
        written_on=date(2026, 11, 24),
        ordered_on=date(2026, 11, 2),
        clerk="Anna Berger",
    )


def line(name: str, amount: str, quantity: str = "1", loss: str = "0") -> WithdrawnLine:
    return WithdrawnLine(
        position=1,
        name=name,
        quantity=Decimal(quantity),
        amount=Decimal(amount),
        rule=WithdrawalRule(),
        loss=Decimal(loss),
        loss_reason="Boden zerkratzt" if loss != "0" else "",
    )


def withdrawal(language: str = "de", *lines: WithdrawnLine) -> WithdrawalLetter:
    return WithdrawalLetter(
        head=head(language),
        received_at=AT,
        received_on=AT.date(),
        declared_on=AT.date(),
        channel="phone",
        declared_by="Annemarie Löffler",
        words="passt nicht auf meinen Herd",
        goodwill=False,
        sheet=refund_sheet(
            lines or (line("Eisenpfanne 28 cm", "79.90", loss="8.00"), line("Assam", "25.80", "2")),
            shipping=Decimal("4.90"),
            surcharge=Decimal("5.00"),
            return_cost="customer",
        ),
        rest=((Decimal(1), "Schneidebrett"),),
        payment_code="prepay",
        goods_out=True,
        goods_back_on=None,
        pickup=False,
        refund_until=date(2026, 12, 8),
        return_until=date(2026, 12, 9),
    )


def test_the_acknowledgement_says_what_when_and_how_much(tmp_path: Path) -> None:
    pdf = withdrawal_letter.write(withdrawal())
    text = flat(pdf)
    for said in (
        "Ihr Widerruf zum Auftrag AB-2026-00042",
        "am 24. November 2026 um 14:06 Uhr hat Annemarie Löffler am Telefon",
        "Vermerkt haben wir: „passt nicht auf meinen Herd“.",
        "1 × Eisenpfanne 28 cm 79,90 €",
        "2 × Assam 25,80 €",
        "Lieferkosten der günstigsten Standardlieferung 4,90 €",
        "Wertverlust Eisenpfanne 28 cm: Boden zerkratzt -8,00 €",
        "Wir erstatten Ihnen 102,60 €",
        "Mehrkosten der von Ihnen gewählten anderen Lieferart von 5,00 €",
        "spätestens bis zum 8. Dezember 2026, und zwar auf das Konto, von dem",
        "Wir dürfen damit warten",
        "bis zum 9. Dezember 2026 an Küchenhaus Lindenhang GmbH",
        "tragen Sie, wie vor der Bestellung mitgeteilt",
        "Nicht widerrufen und weiterhin bestellt: 1 × Schneidebrett.",
    ):
        assert said in text, said
    assert withdrawal_letter.write(withdrawal()) == pdf
    assert all(fonts(pdf).values())
    checks, failed = falzmarke(pdf, "B", tmp_path)
    assert checks
    assert failed == []


def test_the_english_acknowledgement_says_the_same() -> None:
    text = flat(withdrawal_letter.write(withdrawal("en")))
    for said in (
        "Dear Ms Löffler,",
        "withdrew by telephone from the contract of order AB-2026-00042",
        "We refund you €102.60",
        "We pay by 8 December 2026 at the latest, to the account you transferred from",
        "Please send the goods by 9 December 2026",
    ):
        assert said in text, said


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_way_to_withdraw_has_its_sentence(channel: str, language: str) -> None:
    text = flat(withdrawal_letter.write(replace(withdrawal(language), channel=channel)))
    assert "AB-2026-00042" in text
    assert "{" not in text


@pytest.mark.parametrize(
    "payment", ["prepay", "invoice", "paypal_link", "card_link", "cash_on_collection", "other"]
)
@pytest.mark.parametrize("language", ["de", "en"])
def test_the_money_goes_back_the_way_it_came(payment: str, language: str) -> None:
    text = flat(withdrawal_letter.write(replace(withdrawal(language), payment_code=payment)))
    assert ("zahlen spätestens" if language == "de" else "We pay by") in text
    assert "{" not in text


def test_what_does_not_apply_is_not_said() -> None:
    plain = replace(withdrawal("de", line("Pfanne", "79.90")), rest=(), words="", goods_out=False)
    text = flat(withdrawal_letter.write(plain))
    for unsaid in ("Vermerkt", "Wertverlust", "weiterhin bestellt", "Wir dürfen damit warten"):
        assert unsaid not in text
    fetched = flat(withdrawal_letter.write(replace(withdrawal(), pickup=True)))
    assert "Wir holen die Ware bei Ihnen ab" in fetched
    assert "Wir dürfen damit warten" not in fetched
    back = flat(withdrawal_letter.write(replace(withdrawal(), goods_back_on=date(2026, 11, 30))))
    assert "Die Ware ist am 30. November 2026 bei uns eingegangen." in back
    assert "Wir dürfen damit warten" not in back
    unpaid = replace(withdrawal(), sheet=replace(withdrawal().sheet, refund=ZERO))
    assert "Von der Rechnung entfallen" in flat(withdrawal_letter.write(unpaid))


def test_a_long_withdrawal_breaks_over_pages_with_every_line() -> None:
    many = [line(f"Teil {n} " + "mit einem langen Namen " * 6, "1.00") for n in range(60)]
    pdf = withdrawal_letter.write(withdrawal("de", *many))
    assert len(pages(pdf)) > 1
    assert f"Seite 1 von {len(pages(pdf))}" in flat(pdf)
    assert all(f"Teil {n} mit" in flat(pdf) for n in range(60))


@pytest.mark.parametrize("text", ["<b>&x", "{number}", "\u202e\u0000", "Ж你", "x" * 900])
def test_no_text_of_a_customer_breaks_the_letter(text: str) -> None:
    content = replace(
        withdrawal("de", line(text, "1.00", loss="0.50")), words=text, declared_by=text
    )
    assert withdrawal_letter.write(content).startswith(b"%PDF-")
    assert defect_letter.write(defect(words=text, goods=text)).startswith(b"%PDF-")


def defect(language: str = "de", **values: str) -> DefectLetter:
    content = DefectLetter(
        head=head(language),
        goods="Eisenpfanne 28 cm",
        words="Griff lose",
        reported_at=AT,
        remedy="repair",
        limited_until=date(2028, 11, 10),
        extended_until=date(2029, 11, 10),
    )
    return replace(content, **values)  # type: ignore[arg-type]  # the two texts of the tests


@pytest.mark.parametrize(
    ("language", "remedy", "said"),
    [
        ("de", "repair", "die Reparatur gewählt"),
        ("de", "replacement", "die Ersatzlieferung gewählt"),
        ("de", "", "gewählt haben Sie noch nicht"),
        ("en", "repair", "you chose the repair"),
        ("en", "replacement", "you chose the replacement"),
        ("en", "", "you have not chosen yet"),
    ],
)
def test_the_choice_and_the_extension_are_told_in_writing(
    language: str, remedy: str, said: str
) -> None:
    """§ 475 (4) BGB: both, before the repair."""
    text = flat(defect_letter.write(defect(language, remedy=remedy)))
    assert said in text
    twelve = "einmalig um zwölf Monate" if language == "de" else "once by twelve months"
    assert twelve in text
    assert ("10. November 2029" if language == "de" else "10 November 2029") in text


def test_an_unknown_delivery_gives_no_date() -> None:
    content = replace(defect(), limited_until=None, extended_until=None)
    assert "zwei Jahre nach Ablieferung" in flat(defect_letter.write(content))
