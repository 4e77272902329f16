"""kill -9 while backing up and while restoring: every backup that has its name is whole, and so is the shop."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import shopphone
from shopphone.domain import backups as b
from shopphone.domain.errors import Unavailable
from shopphone.store import snapshot
from tests.faults.kind import Kind, Outcome, Place

_ROOT = Path(shopphone.__file__).parent.parent
_LONGEST_S = 0.4
_WORKING = """
import sys
from datetime import UTC, datetime
from pathlib import Path
import shopphone.services.backups as backups
import shopphone.services.customers as customers
import shopphone.services.restoring as restoring
from shopphone.domain.customers import CustomerDraft
from shopphone.services.desk import Desk
from shopphone.store import upgrade
from shopphone.store.local import Local
folder = Path(sys.argv[1])
now = lambda: datetime.now(UTC)
desk = Desk(db=upgrade.open_file(folder / "shop.db", now()), local=Local(folder / "desk.db"),
            now=now, folder=folder, staff_name="Anna")
print(customers.save(desk, CustomerDraft(last_name="Neu")), flush=True)
print("begins", flush=True)
while True:
    made = backups.make(desk)
    if sys.argv[2] == "restore":
        found = restoring.preview(desk, folder / "backups" / made.name)
        restoring.put_in_place(desk, found)
"""


def _killed(place: Place, rounds: int, what: str) -> Outcome:
    folder, losses = place.folder(), []
    chance = random.Random(8)
    for n in range(rounds):
        with subprocess.Popen(
            [sys.executable, "-c", _WORKING, str(folder), what],
            cwd=_ROOT,
            stdout=subprocess.PIPE,
            text=True,
        ) as working:
            assert working.stdout is not None
            customer = working.stdout.readline().strip()
            working.stdout.readline()
            try:
                working.wait(chance.uniform(0, _LONGEST_S))
            except subprocess.TimeoutExpired:
                os.kill(working.pid, signal.SIGKILL)
        losses += [f"round {n}: {each}" for each in _look(folder, customer)]
    return Outcome(rounds=rounds, losses=tuple(losses))


def _look(folder: Path, customer: str) -> list[str]:
    lost = []
    for file in (folder / "backups").glob("*"):
        if b.read_name(file.name) is not None:
            try:
                snapshot.prove(file, None)
            except Unavailable as trouble:
                lost.append(f"{file.name} is not whole ({trouble.detail})")
    with closing(sqlite3.connect(folder / "shop.db")) as shop:
        if shop.execute("pragma integrity_check").fetchone() != ("ok",):
            lost.append("the shop is damaged")
        if not shop.execute("select 1 from customer where id = ?", (customer,)).fetchone():
            lost.append(f"customer {customer} is gone")
    return lost


def _backing_up(place: Place, rounds: int) -> Outcome:
    return _killed(place, rounds, "backup")


def _restoring(place: Place, rounds: int) -> Outcome:
    return _killed(place, rounds, "restore")


KINDS = (
    Kind(
        name="kill-backup",
        says="kill -9 while backing up: every backup is whole, the shop too.",
        rounds=110,
        sample=3,
        run=_backing_up,
    ),
    Kind(
        name="kill-restore",
        says="kill -9 while restoring: the shop is what it was or what the backup holds.",
        rounds=110,
        sample=3,
        run=_restoring,
    ),
)
