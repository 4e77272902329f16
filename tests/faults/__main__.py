"""Make every kind of trouble at full length and say what came of it; exit 1 if anything was lost.

    python -m tests.faults [NAME…] [--rounds N] [--json OUT]

Without names all of tests/faults/table.py; `--list` says what each one is.
"""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.faults.kind import Kind, Line, Place
from tests.faults.table import KINDS


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    names = [kind.name for kind in KINDS]
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(names))
    parser.add_argument("--rounds", type=int, help="instead of each kind's own number")
    parser.add_argument("--json", type=Path, help="write the results here")
    parser.add_argument("--list", action="store_true", help="only say what there is")
    options = parser.parse_args(arguments)
    unknown = set(options.names) - set(names)
    if unknown:
        parser.error(f"not in the table: {', '.join(sorted(unknown))}")
    wanted = [kind for kind in KINDS if not options.names or kind.name in options.names]
    if options.list:
        for kind in wanted:
            print(f"{kind.name:<22} {kind.rounds:>6}  {kind.says}")
        return 0
    lines = []
    for kind in wanted:
        lines.append(_try(kind, options.rounds or kind.rounds))
        print(lines[-1].words, flush=True)
        for loss in lines[-1].outcome.losses:
            print(f"    lost: {loss}", flush=True)
        if options.json:  # after each kind: a cut run has what it found
            text = json.dumps([line.row() for line in lines], indent=1, ensure_ascii=False)
            options.json.write_text(text + "\n", encoding="utf-8")
    losses = sum(len(line.outcome.losses) for line in lines)
    rounds = sum(line.outcome.rounds for line in lines)
    print(f"{len(lines)} kinds, {rounds} rounds, {losses} losses")
    return 1 if losses else 0


def _try(kind: Kind, rounds: int) -> Line:
    begun = time.monotonic()
    with Place() as place:
        outcome = kind.run(place, rounds)
    return Line(kind=kind, outcome=outcome, seconds=time.monotonic() - begun)


if __name__ == "__main__":
    sys.exit(main())
