"""A batch at a real print server: a thousand letters beside a hundred, and the window's heartbeat."""

from statistics import median

from tests.bench.measuring import Bench, Figure, told

MANY, FEW = 1000, 100
FLAT, WORST_MS = 1.25, 25.0


def figures(bench: Bench) -> list[Figure]:
    """Peaks of whole processes, each with a shop of nothing but letters; a third of the runs is enough."""
    runs = max(bench.runs // 3, 1)
    given = {count: [_told(bench, count, n) for n in range(runs)] for count in (FEW, MANY)}
    gap = median(run["gap"] for run in given[MANY])
    few, many = (median(run["peak"] for run in given[count]) for count in (FEW, MANY))
    return [
        Figure(
            name=f"memory, {MANY} letters printed beside {FEW}",
            ours=many,
            yardstick=few,
            unit="MiB",
            bound=FLAT,
            runs=runs,
            control=few,
        ),
        Figure(
            name=f"heartbeat: {MANY} letters printed",
            ours=gap,
            yardstick=WORST_MS,
            unit="ms",
            bound=1.0,
            runs=runs,
            control=median(run["idle"] for run in given[MANY]),
        ),
    ]


def _told(bench: Bench, count: int, n: int) -> dict[str, float]:
    folder = bench.scratch / f"batch-{count}-{n}"
    folder.mkdir(parents=True)
    given: dict[str, float] = told("batch_print", str(folder), str(count))
    return given
