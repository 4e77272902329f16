"""Print so many waiting letters on a real print server from the window's queue; peaks as JSON.

python -m tests.bench.batch_print FOLDER COUNT
"""

import json
import os
import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from sqlalchemy import insert

from shopphone.domain.print_runs import LETTERS_PER_JOB
from shopphone.services import call, settings
from shopphone.store import tables as t
from shopphone.store import upgrade
from shopphone.ui.screens.letters import LettersScreen
from tests.bench.acts import Heartbeat
from tests.bench.bigshop_days import NOW
from tests.bench.clerk import Clerk
from tests.bench.letter_contents import letters
from tests.bench.peak import peak_mib
from tests.support.cups import print_server
from tests.support.parts import folder_for_others


def main(folder: Path, count: int) -> dict[str, float]:
    """Peak in MiB, worst gap of the heartbeat in ms, seconds until the question."""
    fill(folder / "shop.db", count)
    with folder_for_others("batch") as place, print_server(place) as server:
        os.environ["CUPS_SERVER"] = server.address
        clerk = Clerk(folder)
        clerk.begin()
        clerk.program.jobs.do(clerk.window, call(settings.save, {"print.printer": "Gut"}))
        clerk.open("letters")
        screen = clerk.window.current
        assert isinstance(screen, LettersScreen)
        clerk.until(lambda: screen.queue.model.rowCount() == count, "the queue is shown")
        beat = Heartbeat()
        _live(500)
        beat.begin()
        _live(500)
        idle = beat.worst_ms()
        beat.begin()
        begun = time.monotonic()
        screen.queue.print_all.click()
        _wait(screen, jobs=-(-count // LETTERS_PER_JOB))
        _refuse_failed(folder / "shop.db")
        seconds = time.monotonic() - begun
        return {"peak": peak_mib(), "gap": beat.worst_ms(), "idle": idle, "seconds": seconds}


def fill(file: Path, count: int) -> None:
    """A shop with nothing but letters that wait, each with bytes of its own."""
    from shopphone.letters import confirmation

    db = upgrade.open_file(file, NOW)
    made = [confirmation.write(content) for content in letters(20)]
    pages = [confirmation.page_count(pdf) for pdf in made]
    with db.writing() as tx:
        for n in range(count):
            values = {
                "kind": "defect", "language": "de", "created_at": NOW, "pdf": made[n % 20],
                "sha256": "0" * 64, "pages": pages[n % 20], "state": "queued",
            }  # fmt: skip
            tx.execute(insert(t.letter), values)
    db.close()


def _refuse_failed(file: Path) -> None:
    """A batch that broke off would be a fast one."""
    with closing(sqlite3.connect(file)) as connection:
        runs = connection.execute("select job, error from print_run").fetchall()
    if not all(job and not error for job, error in runs):
        raise RuntimeError(f"not printed: {runs}")


def _wait(screen: LettersScreen, jobs: int) -> None:
    for _ in range(jobs * 40):
        if not screen.queue.is_printing and screen.check.isVisible():
            return
        _live(500)
    raise RuntimeError("the batch does not end")


def _live(milliseconds: int) -> None:
    """Let the window live; answers still out are not waited for."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]))), flush=True)
    os._exit(0)
