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
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from shopphone.domain.letters import Confirmation
from tests.bench import letter_contents
from tests.bench.measuring import Bench, Figure, bare_process

WARM_BOUND, BATCH_BOUND = 0.5, 0.5
_WARM_LETTERS, _BATCH = 20, 200
Write = Callable[[Confirmation], bytes]


def figures(bench: Bench) -> list[Figure]:
    return [warm(bench.runs), batch(max(bench.runs // 2, 1))]


def warm(rounds: int) -> Figure:
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
    return Figure(
        name="letter, warm",
        ours=median(times[0]),
        yardstick=median(times[1]),
        unit="ms",
        bound=WARM_BOUND,
        runs=rounds,
        control=_floor(contents[0]),
    )


def batch(rounds: int) -> Figure:
    """Milliseconds for two hundred letters, from the start of Python to its end."""
    times: tuple[list[float], list[float]] = ([], [])
    for n in range(rounds):
        for which in (0, 1) if n % 2 else (1, 0):
            times[which].append(_process("ours" if which == 0 else "yardstick"))
    return Figure(
        name="200 letters, whole process",
        ours=median(times[0]),
        yardstick=median(times[1]),
        unit="ms",
        bound=BATCH_BOUND,
        runs=rounds,
        control=median(bare_process() for _ in range(rounds)),
    )


def _floor(content: Confirmation) -> float:
    """Milliseconds to compress what a letter holds, which every side must."""
    from shopphone.letters import confirmation

    pdf = confirmation.write(content)
    began = time.perf_counter()
    zlib.compress(pdf)
    return (time.perf_counter() - began) * 1000


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
    figures = [warm(options.rounds), batch(max(options.rounds // 2, 1))]
    rows = [figure.row() for figure in figures]
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
