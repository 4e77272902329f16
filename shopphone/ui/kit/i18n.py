"""The windows' language: translators, and amounts and moments as that language writes them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from shiboken6 import delete

from shopphone.paths import resources

if TYPE_CHECKING:
    from decimal import Decimal
    from zoneinfo import ZoneInfo

NBSP = "\u00a0"
LANGUAGES = ("de", "en")


@cache
def shop_zone() -> "ZoneInfo":
    from zoneinfo import ZoneInfo

    return ZoneInfo("Europe/Berlin")


def chosen(wanted: str) -> str:
    """The language to use: the wanted one, else the computer's, else English."""
    if wanted in LANGUAGES:
        return wanted
    system = QLocale.system().name()[:2]
    return system if system in LANGUAGES else "en"


def translate(context: str, text: str) -> str:
    """For texts that stand outside any window, such as those of commands."""
    return QCoreApplication.translate(context, text)


@contextmanager
def speaking(wanted: str) -> "Iterator[Words]":
    """A command speaks the windows' language; afterwards it is as before."""
    running = QCoreApplication.instance()
    app = running or QCoreApplication([])
    words = Words(chosen(wanted))
    words.install(app)
    try:
        yield words
    finally:
        words.uninstall(app)
        if running is None:
            delete(app)  # there can be one only, and a window needs another kind


class Words:
    """How numbers, amounts and times are written in the windows."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._translators: list[QTranslator] = []

    def install(self, app: QCoreApplication) -> None:
        QLocale.setDefault(QLocale(self.language))
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder in (
            (f"qtbase_{self.language}", qt),
            (f"shopphone_{self.language}", str(resources() / "i18n")),
        ):
            translator = QTranslator(app)
            if translator.load(name, folder):
                app.installTranslator(translator)
                self._translators.append(translator)

    def uninstall(self, app: QCoreApplication) -> None:
        """Another window of the same process may speak another language."""
        for translator in self._translators:
            app.removeTranslator(translator)
        self._translators.clear()

    def money(self, amount: "Decimal") -> str:
        number = f"{amount:,.2f}"
        return f"€{number}" if self.language == "en" else f"{_german(number)}{NBSP}€"

    def number(self, amount: "Decimal") -> str:
        text = f"{amount.normalize():,f}"
        return text if self.language == "en" else _german(text)

    def day(self, on: date | None) -> str:
        if on is None:
            return ""
        return f"{on:%d.%m.%Y}" if self.language == "de" else f"{on:%d %b %Y}"

    def day_or_text(self, text: str) -> str:
        """A day that is kept as text, written as this language does; anything else as it is."""
        try:
            return self.day(date.fromisoformat(text))
        except ValueError:
            return text

    def short_day(self, on: date) -> str:
        return f"{on:%d.%m.}" if self.language == "de" else f"{on:%d %b}"

    def near_day(self, at: datetime, now: datetime) -> str:
        """A day for lists: without the year when it is this one."""
        on = at.astimezone(shop_zone()).date()
        return self.short_day(on) if on.year == now.astimezone(shop_zone()).year else self.day(on)

    def day_of(self, at: datetime) -> date:
        """The day a moment falls on in the shop."""
        return at.astimezone(shop_zone()).date()

    def clock(self, at: datetime) -> str:
        return f"{at.astimezone(shop_zone()):%H:%M}"

    def moment(self, at: datetime | None, today: date | None = None) -> str:
        """14:02 today, otherwise day and time."""
        if at is None:
            return ""
        local = at.astimezone(shop_zone())
        if today is not None and local.date() == today:
            return self._today().format(time=f"{local:%H:%M}")
        if today is not None and local.date() == today - timedelta(days=1):
            return self._yesterday().format(time=f"{local:%H:%M}")
        day = (
            self.short_day(local.date())
            if today and local.year == today.year
            else self.day(local.date())
        )
        return f"{day} {local:%H:%M}"

    def phone(self, e164: str | None, raw: str = "") -> str:
        from shopphone.domain import phone  # the first paint shows no number

        return phone.display(e164) if e164 else raw

    def duration(self, seconds: int | None) -> str:
        if not seconds:
            return ""
        return f"{seconds // 60}:{seconds % 60:02d}"

    def _today(self) -> str:
        return QCoreApplication.translate("Words", "today {time}")

    def _yesterday(self) -> str:
        return QCoreApplication.translate("Words", "yesterday {time}")


def _german(number: str) -> str:
    return number.translate(str.maketrans(",.", ".,"))
