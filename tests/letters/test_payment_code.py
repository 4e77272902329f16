"""The payment code, read from the printed page as a banking app reads it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from shopphone.letters import confirmation, payment, qr
from tests.letters import reading, samples


@pytest.mark.parametrize("which", ["german", "english"])
def test_the_code_says_what_is_printed(which: str) -> None:
    content = samples.german() if which == "german" else samples.english()
    letter = confirmation.write(content)
    page = next(n for n, shown in enumerate(reading.pages(letter)) if "IBAN" in shown)
    (code,) = reading.codes(letter, page)
    assert code.text.split("\n") == [
        "BCD",
        "002",
        "1",
        "SCT",
        "COBADEFFXXX",
        "Küchenhaus Lindenhang GmbH",
        "DE89370400440532013000",
        f"EUR{content.totals.total}",
        "",
        "",
        "AB-2026-00142 K-1017",
    ]
    printed = reading.pages(letter)[page]
    assert payment.reference(content.number, content.customer_number) in printed
    assert "DE89 3704 0044 0532 0130 00" in printed


def test_the_dark_part_is_at_least_25_mm_wide() -> None:
    code = reading.codes(confirmation.write(samples.german()))[0]
    corners = code.position
    width = (corners.top_right.x - corners.top_left.x) / 200 * 25.4
    assert width >= 24.8  # the reader measures to a pixel


def test_hostile_names_neither_move_fields_nor_break_the_norm() -> None:
    content = samples.german()
    seller = replace(content.seller, name="Zeile\nEUR0.01\r\n" + "漢字😀" * 60, bic="XX")
    said = qr.payload(seller, Decimal("1.50"), "Ω" * 200 + "\nneu")
    fields = said.split("\n")
    assert len(said.encode()) <= 331
    assert len(fields) == 11
    assert fields[4] == ""
    assert fields[5].startswith("Zeile EUR0.01 ")
    assert fields[7] == "EUR1.50"
    letter = confirmation.write(replace(content, seller=seller, number="Ω" * 200))
    (code,) = [code for n in range(2) for code in reading.codes(letter, n)]
    assert code.text.split("\n")[6] == "DE89370400440532013000"


@pytest.mark.parametrize(
    ("amount", "payable"),
    [("0", False), ("0.01", True), ("999999999.99", True), ("1000000000", False), ("-5", False)],
)
def test_only_amounts_of_the_norm_get_a_code(amount: str, payable: bool) -> None:
    assert qr.is_payable(samples.SELLER, Decimal(amount)) is payable
    assert not qr.is_payable(replace(samples.SELLER, iban=" "), Decimal(amount))
