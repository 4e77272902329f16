"""Amounts, dates and quantities as letters write them; fixed forms, whatever the computer's are."""

from datetime import date, datetime
from decimal import Decimal

NBSP = "\u00a0"
_MONTHS = {
    "de": ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
           "Oktober", "November", "Dezember"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December"),
}  # fmt: skip


def money(amount: Decimal, language: str) -> str:
    """1.234,50 € in German, €1,234.50 in English."""
    number = f"{amount:,.2f}"
    if language == "en":
        return f"-€{number[1:]}" if number.startswith("-") else f"€{number}"
    return _german(number) + NBSP + "€"


def unit_price(amount: Decimal, language: str) -> str:
    """Two digits, or as many of four as it has."""
    plain = f"{amount.normalize():f}"
    digits = max(2, len(plain.partition(".")[2]))
    number = f"{amount:,.{digits}f}"
    return f"€{number}" if language == "en" else _german(number) + NBSP + "€"


def quantity(amount: Decimal, language: str) -> str:
    number = f"{amount.normalize():,f}"
    return number if language == "en" else _german(number)


def percent(rate: Decimal, language: str) -> str:
    return quantity(rate, language)


def day(on: date, language: str) -> str:
    """23. November 2026, or 23 November 2026."""
    dot = "." if language == "de" else ""
    return f"{on.day}{dot}{NBSP}{_MONTHS[language][on.month - 1]}{NBSP}{on.year}"


def clock(at: datetime) -> str:
    return f"{at:%H:%M}"


def iban(text: str) -> str:
    """Blocks of four with blanks that do not break."""
    plain = "".join(text.split())
    return NBSP.join(plain[start : start + 4] for start in range(0, len(plain), 4))


def _german(number: str) -> str:
    return number.translate(str.maketrans(",.", ".,"))
