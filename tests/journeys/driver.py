"""A clerk in a process of its own, who does what lines on standard input say and tells what is seen.

    python -m tests.journeys.driver FOLDER [SECONDS]

One line is a JSON list: what to do (a method of Seat) and its values. The answer is one line with
what it gave, what the desk shows, and how long it took until everything typed was kept. SECONDS is
how long ago that afternoon began, so that a second process goes on in the same day.
"""

import json
import os
import sys
import threading
import time
from pathlib import Path
from queue import SimpleQueue

from PySide6.QtWidgets import QApplication

from tests.journeys.seat import Seat


def main() -> None:
    os.environ["QT_LOGGING_RULES"] = "qt.qpa.*=false"
    app = QApplication([])
    seat = Seat(app, Path(sys.argv[1]), begun=time.time() - float(sys.argv[2]))
    wanted: SimpleQueue[str] = SimpleQueue()
    threading.Thread(target=read_lines, args=(wanted,), daemon=True).start()
    seat.is_kept()
    tell({"sight": seat.sight()})
    while True:
        seat.until(lambda: not wanted.empty(), "a wish", seconds=120)
        line = wanted.get()
        if not line:
            break
        name, *values = json.loads(line)
        gave = getattr(seat, name)(*values)
        done = time.monotonic()
        seat.is_kept()
        kept = time.monotonic() - done
        tell({"gave": gave, "kept": kept, "sight": seat.sight()})
    seat.close()


def read_lines(wanted: "SimpleQueue[str]") -> None:
    for line in sys.stdin:
        wanted.put(line)
    wanted.put("")


def tell(answer: dict[str, object]) -> None:
    print(json.dumps(answer, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
