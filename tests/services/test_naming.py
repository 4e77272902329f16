"""Services are named before they are imported, and are the module itself for whoever imports them."""

import subprocess
import sys
from typing import Any

import pytest

import shopphone.services
import shopphone.services.orders as orders


def test_a_name_alone_imports_nothing() -> None:
    command = "import sys; from shopphone.services import call, orders; call(orders.place, 1, 2);"
    command += " sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", command], check=False).returncode == 0


def test_a_module_that_is_just_ready_is_itself_for_another_thread(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Python names a module in its package a moment after the module is ready."""
    monkeypatch.delattr(shopphone.services, "orders")
    namespace: dict[str, object] = {}
    exec("import shopphone.services.orders as found", namespace)
    assert namespace["found"] is orders


def test_a_module_that_is_not_ready_is_only_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen that is built while a worker is in the middle of importing."""
    monkeypatch.delattr(shopphone.services, "orders")
    monkeypatch.setattr(orders.__spec__, "_initializing", True, raising=False)
    named: Any = shopphone.services.__getattr__("orders")
    assert type(named).__name__ == "Later"
    assert shopphone.services.call(named.place).name == "place"
