"""`shopphone --selftest`: whether an installed program has all its parts, tried one after the other.

On a demo shop in a folder of its own that is gone afterwards: nothing is printed or sent.
"""

import os
import shutil
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

import shopphone.services.answers as answers
import shopphone.services.demo as demo
import shopphone.services.sample_letters as sample_letters
from shopphone import __version__
from shopphone.domain.letters_log import CONFIRMATION
from shopphone.options import parse
from shopphone.services.desk import Desk
from shopphone.store import upgrade
from shopphone.store.local import Local
from shopphone.ui.kit import printing
from shopphone.ui.kit.i18n import Words

_NOW = datetime(2026, 11, 24, 13, 6, tzinfo=UTC)
_PATIENCE_S = 120
_WIDTH_PX = 800
_OF_QT = ("QPlatformTheme", "Cancel")


def selftest() -> int:
    """One line a part; 1 if any of them is missing."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    folder = Path(tempfile.mkdtemp(prefix="shopphone-selftest-"))
    print(f"shopphone {__version__}")
    try:
        desk = _open(folder)
        try:
            return _try_all(
                (
                    ("translations", lambda: _translations(app)),
                    ("database", lambda: _database(desk)),
                    ("search", lambda: _search(desk)),
                    ("letter, fonts and preview", lambda: _letter(desk)),
                    ("printers", _printers),
                    ("window", lambda: _window(app, folder)),
                )
            )
        finally:
            desk.db.close()
            desk.local.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _open(folder: Path) -> Desk:
    return Desk(
        db=upgrade.open_file(folder / "shop.db", _NOW),
        local=Local(folder / "desk.db"),
        now=lambda: _NOW,
        cache=folder,
        staff_name="Anna Berger",
    )


def _try_all(parts: tuple[tuple[str, Callable[[], str]], ...]) -> int:
    missing = 0
    for name, look in parts:
        begun = time.monotonic()
        try:
            found = look()
        except Exception as error:  # whatever is missing is what this is for
            missing += 1
            print(f"{name}: MISSING, {type(error).__name__}: {error}", flush=True)
        else:
            print(f"{name}: {found} ({(time.monotonic() - begun) * 1000:.0f} ms)", flush=True)
    print(f"{missing} parts are missing" if missing else "all parts are there")
    return 1 if missing else 0


def _translations(app: QApplication) -> str:
    words = Words("de")
    words.install(app)
    said = app.translate("Menu", "Orders"), app.translate(*_OF_QT)
    words.uninstall(app)
    return _seen(said == ("Bestellungen", "Abbrechen"), ", ".join(said))


def _database(desk: Desk) -> str:
    demo.open_or_fill(desk)
    with desk.db.reading() as connection:
        said = str(connection.exec_driver_sql("PRAGMA integrity_check").scalar_one())
    return _seen(said == "ok", said)


def _search(desk: Desk) -> str:
    hits = answers.find(desk, "rost gusspfanne", language="de")
    return _seen(bool(hits), f"{len(hits)} answers")


def _letter(desk: Desk) -> str:
    pdf = sample_letters.LETTERS[CONFIRMATION](desk, "de")
    (page,) = printing.first_page(pdf, _WIDTH_PX)
    dark = sum(
        page.pixelColor(x, y).lightness() < 128
        for x in range(0, page.width(), 2)
        for y in range(0, page.height(), 2)
    )
    return _seen(dark > 1000, f"{len(pdf):,} bytes, {page.width()} × {page.height()} px")


def _printers() -> str:
    return f"{len(printing.printers())} found"


def _window(app: QApplication, folder: Path) -> str:
    from shopphone.app import Program

    data = folder / "window"
    data.mkdir()
    program = Program(app, parse(["--demo", "--data", str(data)]), data, lambda: _NOW)
    program.window.show()
    end = time.monotonic() + _PATIENCE_S
    while not (program.is_open and program.jobs.idle):
        app.processEvents()
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.01)
    size = program.window.size()
    program.close()
    program.window.close()
    return f"{size.width()} × {size.height()} px, its shop open"


def _seen(right: bool, told: str) -> str:
    if not right:
        raise LookupError(told)
    return told
