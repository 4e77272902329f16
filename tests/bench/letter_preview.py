"""How long from F9 to the confirmation's first page on the screen, its writing and keeping included.

python -m tests.bench.letter_preview DATA RUNS      one process; milliseconds as JSON
"""

import json
import os
import sys
import time
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from shopphone.domain.events import CallEventKind
from shopphone.ui.panels.preview import LetterPreview
from tests.bench.measuring import Bench, Figure, told

PREVIEW_MS, BOUND = 100.0, 1.0
_LONGEST_S = 20.0


def figures(bench: Bench) -> list[Figure]:
    given = told("letter_preview", str(bench.folder("preview")), str(max(bench.runs, 3)))
    return [
        Figure(
            name="F9 to the letter's first page p50",
            ours=median(given["first"]),
            yardstick=PREVIEW_MS,
            unit="ms",
            bound=BOUND,
            runs=len(given["first"]),
            control=median(given["turn"]),
        )
    ]


def main(folder: Path, runs: int) -> None:
    """first: the page is there; turn: the same window answers F3 with nothing to look up."""
    from tests.bench import clerk as clerks

    clerk = clerks.Clerk(folder)
    clerk.begin()
    caller = clerks.known_callers(folder, 1)[0]
    clerk.ring(caller.number)
    clerk.report(CallEventKind.ANSWERED, caller.number)
    clerk.add_goods(clerks.skus(folder, 3))
    clerk.tell()
    clerk.place()
    waker = QTimer(interval=2)
    waker.start()
    desk = clerk.desk
    first: list[float] = []
    turn: list[float] = []
    for _ in range(runs + 1):
        began = time.perf_counter()
        desk.act("answers")
        clerk.until(lambda: True, "the finder is there")
        turn.append((time.perf_counter() - began) * 1000)
        before = _page(desk.preview)
        began = time.perf_counter()
        desk.act("letter")
        end = began + _LONGEST_S
        while not _is_new(desk.preview, before) and time.perf_counter() < end:
            clerk.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        clerk.app.processEvents()
        first.append((time.perf_counter() - began) * 1000)
        clerk.until(lambda: True, "all its pages are there")
    print(json.dumps({"first": first[1:], "turn": turn[1:]}), flush=True)
    os._exit(0)  # nothing is to be saved


def _page(preview: LetterPreview) -> QWidget | None:
    item = preview._pages.itemAt(0)
    return None if item is None else item.widget()


def _is_new(preview: LetterPreview, before: QWidget | None) -> bool:
    return _page(preview) not in (None, before)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
