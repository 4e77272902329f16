"""Measure the program beside its yardsticks on a big shop and print one row per figure.

    python -m tests.bench [--json OUT] [--shop FILE] [--calls N] [--runs N] [NAME...]

NAME is a topic (see TOPICS). Without --shop the big shop is made in a temporary folder; a given file
is only copied, and made first if there is none. ratio = ours / yardstick, lower is better; both
sides alternate in the same run. control is the floor of that run: an idle window, an empty process,
the disk's own answer.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from tests.bench import bigshop
from tests.bench.measuring import Bench, Figure

TOPICS = {
    "start": "window",
    "memory": "memory",
    "lookup": "lookup",
    "find": "find_anything",
    "ringing": "ringing",
    "log": "log_pages",
    "filters": "log_filters",
    "answers": "keystrokes",
    "goods": "goods",
    "sums": "order_sums",
    "order": "open_order",
    "index": "indexing",
    "writing": "writing",
    "letters": "letter_speed",
    "preview": "letter_preview",
    "heartbeat": "heartbeat",
    "printing": "batch",
}
RUNS = 9


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="shopphone-bench-") as scratch:
        shop = options.shop or Path(scratch) / "big" / "shop.db"
        if not shop.exists():
            bigshop.make(shop, options.calls)
        print(_line("figure", "ours", "yardstick", "unit", "ratio", "bound", "control"))
        for topic in options.names or TOPICS:
            bench = Bench(shop, options.runs, Path(scratch) / topic)
            for figure in _measure(topic)(bench):
                figures.append(figure)
                print(_text(figure), flush=True)
    if options.json:
        rows = [figure.row() for figure in figures]
        options.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    return 0


def _measure(topic: str) -> Callable[[Bench], list[Figure]]:
    found: Callable[[Bench], list[Figure]] = import_module(f"tests.bench.{TOPICS[topic]}").figures
    return found


def _text(figure: Figure) -> str:
    return _line(
        figure.name,
        f"{figure.ours:.2f}",
        f"{figure.yardstick:.2f}",
        figure.unit,
        f"{figure.ratio:.2f}",
        f"{figure.bound:.2f}" + ("" if figure.is_met else "  MISSED"),
        f"{figure.control:.2f}",
    )


def _line(
    name: str, ours: str, yardstick: str, unit: str, ratio: str, bound: str, control: str
) -> str:
    return f"{name:44} {ours:>10} {yardstick:>10} {unit:4} {ratio:>6} {control:>9}  {bound}"


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--shop", type=Path, help="a big shop's file; made if it is not there")
    parser.add_argument("--calls", type=int, default=bigshop.CALLS)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("names", nargs="*", choices=[[], *TOPICS], metavar="NAME")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
