"""The worst gap in the window's heartbeat during everything a clerk does.

Each run is a program of its own, so that screens open for the first time. The gap of an action is
the median over the runs; the idle window's gap stands beside it as control.
"""

from statistics import median

from tests.bench.measuring import Bench, Figure, told

WORST_MS = 25.0
BOUND = 1.0


def figures(bench: Bench) -> list[Figure]:
    """One row per action, then the worst of them by name."""
    runs = max(bench.runs // 2, 1)
    folder = bench.folder("shop")
    told("acts", str(folder))  # the search index is made once and kept
    given: list[dict[str, float]] = [told("acts", str(folder)) for _ in range(runs)]
    gaps = {name: median(run[name] for run in given) for name in given[0]}
    idle = gaps.pop("idle")
    worst = max(gaps, key=lambda name: gaps[name])
    rows = [*gaps.items(), (f"worst ({worst})", gaps[worst])]
    return [
        Figure(
            name=f"heartbeat: {name}",
            ours=gap,
            yardstick=WORST_MS,
            unit="ms",
            bound=BOUND,
            runs=runs,
            control=idle,
        )
        for name, gap in rows
    ]
