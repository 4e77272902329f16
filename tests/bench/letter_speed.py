"""How long a letter takes beside the same letter drawn by hand on a reportlab canvas.

    python -m tests.bench.letter_speed [--rounds N] [--json OUT]

Two figures: one letter in a warm program, and two hundred letters in a process of their own. Both
sides alternate in one run and write the same letters; no letter comes twice, so kept lines of
people and amounts never help.
"""

import argparse
import gc
import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from shopphone.domain.letters import Confirmation
from tests.bench import letter_contents

WARM_BOUND, BATCH_BOUND = 0.5, 0.5
_WARM_LETTERS, _BATCH = 20, 200
Write = Callable[[Confirmation], bytes]


def figures(rounds: int = 9) -> list[dict[str, Any]]:
    """The rows of the bench table."""
    return [warm(rounds), batch(max(3, rounds // 2))]


def warm(rounds: int) -> dict[str, Any]:
    """Milliseconds per letter: median over the rounds of the mean of twenty."""
    from shopphone.letters import confirmation
    from tests.bench import letter_yardstick

    sides: tuple[Write, Write] = (confirmation.write, letter_yardstick.write)
    for side in sides:
        for content in letter_contents.letters(5, seed=99):
            side(content)
    times: tuple[list[float], list[float]] = ([], [])
    for n in range(rounds):
        contents = letter_contents.letters(_WARM_LETTERS, seed=1000 + n)
        for which in (0, 1) if n % 2 else (1, 0):
            times[which].append(_milliseconds(sides[which], contents))
    return _row("letter, warm", median(times[0]), median(times[1]), WARM_BOUND, rounds)


def batch(rounds: int) -> dict[str, Any]:
    """Milliseconds for two hundred letters, from the start of Python to its end."""
    times: tuple[list[float], list[float]] = ([], [])
    for n in range(rounds):
        for which in (0, 1) if n % 2 else (1, 0):
            times[which].append(_process("ours" if which == 0 else "yardstick"))
    return _row("200 letters, whole process", median(times[0]), median(times[1]), BATCH_BOUND,
                rounds)  # fmt: skip


def _milliseconds(write: Write, contents: Sequence[Confirmation]) -> float:
    gc.collect()
    began = time.perf_counter()
    for content in contents:
        write(content)
    return (time.perf_counter() - began) * 1000 / len(contents)


def _process(side: str) -> float:
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "tests.bench.letter_speed", "--side", side],
        cwd=Path(__file__).parents[2],
        check=True,
        timeout=120,
    )
    return (time.perf_counter() - began) * 1000


def _row(name: str, ours: float, yardstick: float, bound: float, runs: int) -> dict[str, Any]:
    return {
        "name": name,
        "ours": round(ours, 2),
        "yardstick": round(yardstick, 2),
        "unit": "ms",
        "ratio": round(ours / yardstick, 3),
        "bound": bound,
        "runs": runs,
        "control": None,
    }


def _write_all(side: str) -> None:
    if side == "ours":
        from shopphone.letters.confirmation import write
    else:
        from tests.bench.letter_yardstick import write
    for content in letter_contents.letters(_BATCH):
        write(content)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.letter_speed")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--side", choices=("ours", "yardstick"), help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.side:
        _write_all(options.side)
        return 0
    rows = figures(options.rounds)
    for row in rows:
        print(
            f"{row['name']:28} {row['ours']:9.2f} {row['yardstick']:9.2f} ms "
            f"ratio {row['ratio']:.3f} (bound {row['bound']})"
        )
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
