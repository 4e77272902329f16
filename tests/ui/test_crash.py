"""What nobody foresaw: one dialog, a report without customers' data, and the work goes on."""

import ast
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMessageBox

import shopphone.services.customers as customers
from shopphone.ui.kit.jobs import local
from tests.ui.driving import Shop
from tests.ui.texts import SOURCE

OpenShop = Callable[..., Shop]
_SECRET = "Annemarie Löffler, 089 99998-123"


def boom(customer: str) -> None:
    raise ValueError(f"cannot handle {customer}")


def in_a_job(shop: Shop) -> None:
    shop.program.jobs.do(shop.window, local(boom, _SECRET))


def in_a_slot(shop: Shop) -> None:
    QTimer.singleShot(0, shop.window, _boom)


def in_a_thread(shop: Shop) -> None:
    thread = threading.Thread(target=_boom)
    thread.start()
    thread.join()


def _boom() -> None:
    boom(_SECRET)


def crash_boxes(shop: Shop) -> list[QMessageBox]:
    return [each for each in shop.dialogs() if isinstance(each, QMessageBox)]


@pytest.mark.parametrize("where", [in_a_job, in_a_slot, in_a_thread])
def test_a_bug_anywhere_shows_one_dialog_and_writes_a_report_without_data(
    open_shop: OpenShop,
    tmp_path: Path,
    where: Callable[[Shop], None],
    capfd: pytest.CaptureFixture[str],
) -> None:
    shop = open_shop(reports=1)
    where(shop)
    shop.until(lambda: bool(crash_boxes(shop)))
    shop.settle()
    box = crash_boxes(shop)[0]
    assert len(crash_boxes(shop)) == 1
    assert "Was Sie getippt haben" in box.text()
    report = next((tmp_path / "shop" / "reports").iterdir())
    assert report.name in box.informativeText()
    written = report.read_text(encoding="utf-8")
    assert "ValueError" in written
    assert "test_crash.py" in written
    assert "boom" in written
    assert "Löffler" not in written
    assert "99998" not in written
    assert report.stat().st_mode & 0o077 == 0
    shop.close_dialogs()
    said = capfd.readouterr().err  # for whoever started it in a terminal, which may be kept
    assert "ValueError" in said
    assert "Löffler" not in said
    assert "99998" not in said


def test_many_bugs_at_once_open_one_dialog_and_keep_every_report(
    open_shop: OpenShop, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    shop = open_shop(reports=4)
    for _ in range(4):
        in_a_job(shop)
    shop.until(lambda: bool(crash_boxes(shop)))
    shop.settle()
    assert len(crash_boxes(shop)) == 1
    assert len(list((tmp_path / "shop" / "reports").iterdir())) == 4
    shop.close_dialogs()
    assert capfd.readouterr().err.count("ValueError") >= 4


def test_the_window_works_on_after_a_bug(
    open_shop: OpenShop, capfd: pytest.CaptureFixture[str]
) -> None:
    shop = open_shop(reports=2)
    in_a_job(shop)
    shop.until(lambda: bool(crash_boxes(shop)))
    shop.close_dialogs()
    shop.window.open_screen("customers", None)
    shop.settle()
    assert customers.page(shop.desk)
    in_a_slot(shop)
    shop.until(lambda: bool(crash_boxes(shop)))
    shop.close_dialogs()
    assert capfd.readouterr().err


def test_the_window_never_waits_for_work(open_shop: OpenShop) -> None:
    """With every worker busy each screen still opens; its rows come when there is time."""
    shop = open_shop()
    gate = threading.Event()
    owner = QObject()
    jobs = shop.program.jobs
    for _ in range(3):
        jobs.ask_each(owner, local(gate.wait, 10), lambda _answer: None)
    jobs.do(owner, local(gate.wait, 10))
    jobs.keep(owner, local(gate.wait, 10))
    for code in ("calls", "orders", "customers", "letters", "settings", "desk"):
        shop.window.open_screen(code, None)
        assert shop.window.current is shop.window.screen(code)
    assert not jobs.idle
    gate.set()
    shop.settle()


def test_no_code_of_the_window_blocks_its_thread() -> None:
    """Dialogs open and answer by signal; nothing sleeps, nothing waits for a worker."""
    blocking = {"exec", "sleep", "result", "waitForFinished", "question", "warning", "information"}
    found = [
        f"{path.name}:{node.lineno} {node.func.attr}"
        for path in (SOURCE / "ui").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in blocking
    ]
    # the worker itself waits for the shop to be opened
    assert [each.split()[1] for each in found] == ["result"]
    assert found[0].startswith("jobs.py:")
