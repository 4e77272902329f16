"""Run a fault at full length and say what came of it; exit 1 if anything broke.

    python -m tests.faults numbers [--rounds N] [--json OUT]

numbers: N orders (10,000) from two processes on SQLite and on PostgreSQL; no number may be given
twice and none may be missing.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.faults import numbers
from tests.support.parts import folder_for_others
from tests.support.postgres import PostgresServer


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("name", choices=("numbers",))
    parser.add_argument("--rounds", type=int, default=10_000, help="orders on each database")
    parser.add_argument("--json", type=Path, help="write the results here")
    options = parser.parse_args(arguments)
    results = []
    with tempfile.TemporaryDirectory(prefix="shopphone-faults-") as folder:
        results.append(numbers.on_sqlite(Path(folder), options.rounds))
        _show(results[-1])
    with folder_for_others("postgres") as data, PostgresServer(data) as server:
        with tempfile.TemporaryDirectory(prefix="shopphone-faults-") as folder:
            results.append(numbers.on_postgresql(server, Path(folder), options.rounds))
        _show(results[-1])
    if options.json:
        rows = [result.row() for result in results]
        options.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    return 0 if all(result.is_sound for result in results) else 1


def _show(result: numbers.Result) -> None:
    print(
        f"{result.database}: {result.orders} orders from {result.processes} processes in "
        f"{result.seconds:.1f} s, {result.failed} failed on purpose, "
        f"{len(result.twice)} numbers twice, {len(result.missing)} missing",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())
