"""Card numbers are found however they are typed; nothing else of a shop's numbers ever is."""

import csv
import gzip
import os
import random
from pathlib import Path

import pytest

from shopphone.domain.card_numbers import found, is_card, masked

DATA = os.environ.get("SHOPPHONE_TESTDATA", "")
needs_data = pytest.mark.skipif(not DATA, reason="needs SHOPPHONE_TESTDATA")
# the numbers that payment providers publish for tests; no card has them
TEST_CARDS = [
    "4111111111111111", "4012888888881881", "5555555555554444", "5105105105105100",
    "2223003122003222", "378282246310005", "371449635398431", "30569309025904", "38520000023237",
    "6011111111111117", "6011000990139424", "3530111333300000", "3566002020360505",
    "6205500000000000004", "6759649826438453",
]  # fmt: skip


def grouped(digits: str) -> str:
    sizes = (4, 6, 5) if len(digits) == 15 else (4, 6, 4) if len(digits) == 14 else (4, 4, 4, 4, 3)
    parts, rest = [], digits
    for size in sizes:
        parts.append(rest[:size])
        rest = rest[size:]
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize("card", TEST_CARDS)
def test_a_card_is_found_however_it_is_typed(card: str) -> None:
    ways = (
        card,
        grouped(card),
        grouped(card).replace(" ", "-"),
        grouped(card).replace(" ", "\u00a0"),
        " ".join(card),
        " ".join(card[n : n + 2] for n in range(0, len(card), 2)),
    )
    for way in ways:
        for text in (way, f"Karte: {way}, gültig 12/28, Prüfziffer 123", f"Visa {way}."):
            assert [each.digits for each in found(text)] == [card], text


@pytest.mark.parametrize(
    "text",
    [
        "Nr.4111111111111111",
        "4111111111111111/12/28",
        "4111 1111 1111 1111/1228",
        "4111  1111  1111  1111",
        "4111\n1111\n1111\n1111",
        "4111/1111/1111/1111",
        "4111–1111–1111–1111",
        "4111 11111111 1111",
        "VISA4111111111111111",
        "Mastercard4111111111111111",
        "4111 11 11 11 11 11 11",
    ],
)
def test_a_card_typed_in_a_hurry_is_found(text: str) -> None:
    assert [each.digits for each in found(text)] == ["4111111111111111"]
    assert "1111 1111" not in masked(text)


def test_only_the_last_four_digits_are_kept() -> None:
    text = "Karte 4111 1111 1111 1111, bitte nicht an 0221 4710-123"
    assert masked(text) == "Karte •••• •••• •••• 1111, bitte nicht an 0221 4710-123"
    assert masked(text, frozenset(("4111111111111111",))) == text
    assert masked(masked(text)) == masked(text)


def test_two_cards_in_one_note_are_both_found() -> None:
    text = "erst 4111111111111111, dann 5555 5555 5555 4444 und 378282246310005"
    assert len(found(text)) == 3
    assert "4111111111111111" not in masked(text)


@pytest.mark.parametrize(
    "text",
    [
        "4111 1111 1111 1112",  # check digit
        "1111 1111 1111 1117",  # nobody issues these
        "DE89 3704 0044 0532 0130 00",
        "DE89370400440532013000",
        "AT61 1904 3002 3457 3201",
        "FR14 2004 1010 0505 0001 3M02 606",
        "00340434161100000017",  # a DHL parcel
        "003404341611 0000 0017",
        "1Z999AA10123456784",
        "01505012345678",
        "+49 (0)89 99998-123, +49 221 4710-145",
        "0049 30 23125 000 / 0049 69 90009 777",
        "030 23125-000 040 66969-000 069 90009-000",
        "0152 28817386",
        "AB-2026-00142, K-01017, 24.11.2026 14:07",
        "EAN 4006381333931",
        "4006381333931 4006381333924",
        "978-3-16-148410-0",
        "DE136695976 ATU13585627",
        "Betrag 1.234.567,89 EUR",
        "GTIN 04006381333931",
        "40123455\n40123462",
        "H4111111111111111",
    ],
)
def test_other_numbers_of_a_shop_pass(text: str) -> None:
    assert found(text) == ()
    assert masked(text) == text


def ean13(dice: random.Random, prefix: str) -> str:
    body = prefix + "".join(str(dice.randrange(10)) for _ in range(12 - len(prefix)))
    total = sum(int(d) * (3 if n % 2 else 1) for n, d in enumerate(body))
    return body + str(-total % 10)


def test_ten_thousand_eans_parcels_and_phones_pass() -> None:
    dice = random.Random(5)
    for _ in range(10_000):
        ean = ean13(dice, dice.choice(["40", "42", "30", "37", "50", "54", "76", "90", "20"]))
        parcel = "0034043" + "".join(str(dice.randrange(10)) for _ in range(13))
        hermes = "H" + "".join(str(dice.randrange(10)) for _ in range(19))
        dpd = "0" + "".join(str(dice.randrange(10)) for _ in range(13))
        phone = f"+49 {dice.randrange(30, 999)} {dice.randrange(10_000, 9_999_999)}"
        local = (
            f"0{dice.randrange(30, 999)}/{dice.randrange(10_000, 9_999_999)}-{dice.randrange(99)}"
        )
        for text in (ean, parcel, hermes, dpd, phone, local, f"{ean}, {parcel}; {phone} {local}"):
            assert found(text) == (), text


@needs_data
def test_the_numbers_of_real_shops_pass() -> None:
    """Every cell of the foreign product and order files, and every line of the phone numbers."""
    folder = Path(DATA)
    files = [
        *(folder / "products").glob("*.csv"),
        folder / "customers_orders" / "uci_online_retail_DE_AT_CH.csv",
        *(folder / "customers_orders").glob("*.json"),
        *(folder / "telephony").rglob("*.txt"),
        *(folder / "telephony").rglob("*.csv"),
    ]
    read = 0
    for file in files:
        for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
            read += 1
            assert found(line) == (), (file.name, line[:200])
    with gzip.open(folder / "customers_orders" / "uci_online_retail_all.csv.gz", "rt") as orders:
        for row in list(csv.reader(orders))[::10]:
            read += 1
            assert found(" ".join(row)) == (), row
    assert read > 100_000


def test_issuers_lengths_and_check_digit_all_have_to_fit() -> None:
    assert is_card("4111111111111111")
    assert not is_card("411111111111111")
    assert not is_card("4222222222222")  # Visa's old 13 digits are German EANs today
    assert not is_card("4111111111111110")
    assert not is_card("9111111111111119")
