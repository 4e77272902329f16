"""A change of an order in words: what it touches, how it was, how it is."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from shopphone.domain.customers import Address
from shopphone.domain.order_life import AgreedLine, Change, Value
from shopphone.ui.kit.i18n import Words
from shopphone.ui.panels.state_words import agreed_words, payment_method_words


class ChangeWords:
    """Writes values as this window's language does."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def of(self, change: Change) -> tuple[str, str, str]:
        """Name, before, after."""
        name = agreed_words(change.code)
        return name, self._value(change, change.before), self._value(change, change.after)

    def _value(self, change: Change, value: Value) -> str:
        if value is None:
            return ""
        if isinstance(value, AgreedLine):
            text = f"{self._words.number(value.quantity)} × {value.name}, {self._words.money(value.gross)}"
            return f"{_tr('cancelled')}: {text}" if value.cancelled else text
        if isinstance(value, Address):
            parts = (value.name, value.street, f"{value.postcode} {value.town}".strip())
            return ", ".join(part for part in parts if part)
        if isinstance(value, Decimal):
            return self._words.money(value)
        if isinstance(value, date):
            return self._words.day(value)
        return payment_method_words(str(value)) if change.code == "payment" else str(value)


def _tr(text: str) -> str:
    return QCoreApplication.translate("States", text)
