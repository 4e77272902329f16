"""Opening the whole program in a test, once or several times, and closing it without a trace."""

import shutil
import sys
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication

from shopphone.app import Program
from shopphone.options import parse
from tests.ui.driving import NOW, Shop


class Shops:
    """Opens windows in a folder; what is left of a crash fails whoever used it."""

    def __init__(self, app: QApplication, demo_file: Path, folder: Path) -> None:
        self._app = app
        self._demo_file = demo_file
        self._folder = folder
        self._opened: list[Program] = []
        self._places: set[Path] = set()
        self._reports = 0

    def __enter__(self) -> "Shops":
        # the program puts its own hooks there
        self._hooks = (sys.excepthook, threading.excepthook)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for program in self._opened:
            program.close()
            program.window.close()
            program.window.deleteLater()
            program.deleteLater()
            program.words.uninstall(self._app)
        QLocale.setDefault(QLocale.c())
        self._app.setStyleSheet("")
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        sys.excepthook, threading.excepthook = self._hooks
        if kind is None:
            self._look_for_reports()

    def open(
        self,
        *,
        demo: bool = True,
        language: str = "de",
        theme: str = "light",
        database: str = "",
        folder: Path | None = None,
        now: Callable[[], datetime] = lambda: NOW,
        reports: int = 0,
    ) -> Shop:
        """The demo shop, or a shop on its first day, in a window that is filled.

        folder: where its files are, to open the same shop twice. reports: how many crash reports
        the test means to make.
        """
        place = folder or self._folder / "shop"
        place.mkdir(exist_ok=True)
        self._places.add(place)
        self._reports += reports
        if demo and not database and not (place / "shop.db").exists():
            shutil.copy(self._demo_file, place / "shop.db")
        arguments = ["--lang", language] if language else []
        arguments += ["--theme", theme] if theme else []
        arguments += ["--demo"] if demo else []
        arguments += ["--database", database] if database else []
        program = Program(self._app, parse(arguments), place, now)
        self._opened.append(program)
        shop = Shop(program)
        program.window.resize(1280, 720)
        program.show()
        shop.settle()
        return shop

    def _look_for_reports(self) -> None:
        made = [file for place in self._places for file in place.glob("reports/*")]
        texts = [file.read_text(encoding="utf-8") for file in made]
        assert len(texts) == self._reports, "\n".join(texts)
