"""The command line speaks the language of the windows, without opening one."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication

from shopphone.ui.kit.i18n import Words, chosen


@contextmanager
def speaking(wanted: str) -> Iterator[Words]:
    """Sentences in the wanted language, else the computer's; wanted: "de", "en" or ""."""
    words = Words(chosen(wanted))
    running = QCoreApplication.instance()
    app = running or QCoreApplication([])
    words.install(app)
    try:
        yield words
    finally:
        words.uninstall(app)
        if running is None:
            app.shutdown()
