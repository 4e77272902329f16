"""kill -9 while a desk works: every order is whole, every number taken once, every draft readable."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import shopphone.services.orders as orders
from shopphone.services.desk import Desk
from shopphone.store.local import Local

ROOT = Path(__file__).parent.parent.parent
_PLACING = """
import sys
from datetime import UTC, datetime
from pathlib import Path
import shopphone.services.orders as orders
from shopphone.services.desk import Desk
from shopphone.store.db import Database
from shopphone.store.local import Local
from tests.services.test_orders import draft_with

desk = Desk(db=Database(sys.argv[1]), local=Local(Path(sys.argv[2])), now=lambda: datetime.now(UTC))
draft = draft_with(desk, ("Pfanne", "54.90"), ("Öl", "9.80"))
for n in range(10_000):
    draft.key = f"draft {n}"
    print(orders.place(desk, draft, {}).number, flush=True)
"""
_KEEPING = """
import sys
from pathlib import Path
from shopphone.store.local import Local

local = Local(Path(sys.argv[1]))
for n in range(100_000):
    local.keep("lane/1", {"note": "x" * (n % 5000), "n": n})
    print(n, flush=True)
"""


def killed_after(lines: int, program: str, *arguments: str) -> str:
    """Run a program, kill it once it has said so many lines; what it said last."""
    running = subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert running.stdout is not None
    said = ""
    for n, line in enumerate(running.stdout, 1):
        said = line.strip()
        if n == lines:
            running.send_signal(signal.SIGKILL)
    running.wait()
    running.stdout.close()
    return said


@pytest.mark.parametrize("after", [1, 30])
def test_an_order_is_whole_or_not_there(
    desk: Desk, shop_url: str, tmp_path: Path, after: int
) -> None:
    last = killed_after(after, _PLACING, shop_url, str(tmp_path / "killed.db"))
    rows = orders.page(desk, limit=500)
    numbers = [row.number for row in reversed(rows)]
    year = numbers[0][3:7]
    assert numbers == [f"AB-{year}-{n:05d}" for n in range(1, len(numbers) + 1)]
    assert last in numbers
    for row in rows[:3]:
        found = orders.detail(desk, row.order_id)
        assert (len(found.lines), len(found.told), len(found.moves)) == (2, 5, 1)
        assert found.totals.total == row.total


def test_a_note_is_there_as_it_was_last_kept(tmp_path: Path) -> None:
    last = int(killed_after(60, _KEEPING, str(tmp_path / "desk.db")))
    local = Local(tmp_path / "desk.db")
    kept = local.kept("lane/1")
    local.close()
    assert kept is not None
    assert kept["n"] >= last
    assert kept["note"] == "x" * (kept["n"] % 5000)
