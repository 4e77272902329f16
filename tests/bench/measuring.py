"""What every measurement shares: figures, alternating sides, percentiles, processes to wait for."""

import gc
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parents[2]
Side = Callable[[], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Ours beside the yardstick of the same run; control is what the run could not go below."""

    name: str
    ours: float
    yardstick: float
    unit: str
    bound: float
    runs: int
    control: float

    @property
    def ratio(self) -> float:
        return self.ours / self.yardstick

    @property
    def is_met(self) -> bool:
        return self.ratio <= self.bound

    def row(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "ours": round(self.ours, 3),
            "yardstick": round(self.yardstick, 3),
            "unit": self.unit,
            "ratio": round(self.ratio, 3),
            "bound": self.bound,
            "runs": self.runs,
            "control": round(self.control, 3),
        }


@dataclass(frozen=True, slots=True)
class Bench:
    """A shop to measure on, how often, and a folder for copies of it."""

    shop: Path
    runs: int
    scratch: Path

    @property
    def calls(self) -> int:
        """How many calls the shop's log has."""
        with closing(sqlite3.connect(self.shop)) as connection:
            return int(connection.execute("select count(*) from call").fetchone()[0])

    def folder(self, name: str) -> Path:
        """A data folder with a shop of its own to write to."""
        folder = self.scratch / name
        if not folder.exists():
            folder.mkdir(parents=True)
            shutil.copyfile(self.shop, folder / "shop.db")
            (folder / "shop.db").chmod(0o600)
        return folder


def alternate(runs: int, *sides: Side) -> list[list[float]]:
    """What each side gave in each run; who begins changes from run to run."""
    given: list[list[float]] = [[] for _ in sides]
    for n in range(runs):
        order = range(len(sides)) if n % 2 else reversed(range(len(sides)))
        for which in order:
            given[which].append(sides[which]())
    return given


def percentile(values: Sequence[float], share: float) -> float:
    ranked = sorted(values)
    return ranked[min(int(len(ranked) * share), len(ranked) - 1)]


def interleaved(
    runs: int, cases: Sequence[Any], *sides: Callable[[Any], object]
) -> list[list[float]]:
    """By side the microseconds of every case, each the median over the runs.

    Every case goes to all sides, one after the other, before the next case.
    """
    given = [timed(n, cases, sides) for n in range(runs)]
    return [
        [median(times) for times in zip(*(run[side] for run in given), strict=True)]
        for side in range(len(sides))
    ]


def timed(
    run: int, cases: Sequence[Any], sides: Sequence[Callable[[Any], object]]
) -> list[list[float]]:
    """Microseconds by side and case."""
    gc.collect()
    times: list[list[float]] = [[] for _ in sides]
    for n, case in enumerate(cases):
        order = range(len(sides)) if (n + run) % 2 else reversed(range(len(sides)))
        for which in order:
            began = time.perf_counter_ns()
            sides[which](case)
            times[which].append((time.perf_counter_ns() - began) / 1000)
    return times


def process(module: str, *arguments: str) -> float:
    """Milliseconds from the start of a Python process to its end."""
    began = time.perf_counter()
    _run(module, arguments)
    return (time.perf_counter() - began) * 1000


def told(module: str, *arguments: str) -> Any:
    """What a process says on its last line, as JSON."""
    return json.loads(_run(module, arguments).splitlines()[-1])


def bare_process() -> float:
    """Milliseconds of a Python that does nothing."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", "pass"], check=True, timeout=60)
    return (time.perf_counter() - began) * 1000


def _run(module: str, arguments: Sequence[str]) -> str:
    done = subprocess.run(
        [sys.executable, "-m", f"tests.bench.{module}", *arguments],
        cwd=ROOT,
        env={
            # compiled modules are kept, as they are for everybody who starts the program twice
            **{k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"},
            "QT_QPA_PLATFORM": "offscreen",
            # the offscreen screen has no window manager and says so at each window
            "QT_LOGGING_RULES": "qt.qpa.*=false",
        },
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{module} {' '.join(arguments)} failed:\n{done.stdout}{done.stderr}")
    return done.stdout
