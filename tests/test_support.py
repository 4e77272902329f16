"""The real parts that other tests stand on: print server, screen, database, typing."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from tests.support.cups import PrintServer
from tests.support.xserver import Screen


def test_the_screen_is_as_large_as_a_real_one(qtbot: QtBot) -> None:
    size = QApplication.primaryScreen().size()
    assert (size.width(), size.height()) == (1920, 1080)


def test_typing_survives_every_letter(qtbot: QtBot, typing: Callable[[QWidget, str], None]) -> None:
    edit = QLineEdit()
    qtbot.addWidget(edit)
    typing(edit, "Jörg Ümlaut – 5 € é ß")
    assert edit.text() == "Jörg Ümlaut – 5 € é ß"


def test_each_database_is_new(postgres_url: str) -> None:
    with psycopg.connect(postgres_url) as connection:
        found = connection.execute("select count(*) from pg_tables where schemaname='public'")
        assert found.fetchone() == (0,)


def test_a_page_reaches_the_printer(cups: PrintServer, tmp_path: Path) -> None:
    page = Canvas(str(tmp_path / "page.pdf"))
    page.drawString(100, 700, "Widerruf")
    page.save()
    job = cups.run("lp", "-d", "Gut", str(tmp_path / "page.pdf"))
    assert "Gut-" in job
    assert b"%PDF" in cups.wait_for_paper()


def test_a_printer_that_takes_no_jobs_says_so(cups: PrintServer, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("x")
    with pytest.raises(subprocess.CalledProcessError) as refused:
        cups.run("lp", "-d", "Zu", str(tmp_path / "x.txt"))
    assert "not accepting jobs" in refused.value.stderr


def test_the_keyboard_of_the_screen_is_german(xscreen: Screen) -> None:
    layout = subprocess.run(
        ["setxkbmap", "-query"], env=xscreen.environment, capture_output=True, text=True
    )
    assert layout.stdout.split()[-1] == "de"
    assert xscreen.xdotool("getdisplaygeometry") == "1280 1024"


INNER = """
import logging
import warnings
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QDialog
import pytest

def test_a_forgotten_dialog(qtbot):
    QDialog().exec()

def test_a_loud_log():
    logging.getLogger("anything").warning("the disk is full")

@pytest.mark.expect_log("the disk is full")
def test_an_expected_line():
    logging.getLogger("anything").warning("the disk is full: 3 bytes left")

def test_a_warning_of_python():
    warnings.warn("old and tired")

def test_a_warning_of_qt(qapp):
    qWarning(b"QPainter is unhappy")

def test_an_error_in_a_slot(qtbot):
    QTimer.singleShot(0, lambda: 1 / 0)
    qtbot.wait(10)

def test_an_answered_dialog(qtbot):
    dialog = QDialog()
    QTimer.singleShot(0, dialog.accept)
    assert dialog.exec()
"""


def test_forgotten_dialogs_and_loud_logs_fail(
    tmp_path: Path, pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("tests/conftest.py", "pyproject.toml"):
        shutil.copy(pytestconfig.rootpath / name, tmp_path)
    (tmp_path / "test_inner.py").write_text(INNER)
    monkeypatch.setenv("PYTHONPATH", str(pytestconfig.rootpath))
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", "test_inner.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert "3 failed, 4 passed, 2 errors" in done.stdout, done.stdout
    assert "unanswered modal dialog: [\"QDialog: ''\"]" in done.stdout
    assert "unexpected log lines: ['the disk is full']" in done.stdout
    for name in ("a_warning_of_python", "a_warning_of_qt", "an_error_in_a_slot"):
        assert f"FAILED test_inner.py::test_{name}" in done.stdout
