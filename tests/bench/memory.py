"""How much memory the program takes at its first paint and after a shift, beside an empty window."""

from statistics import median

from tests.bench.measuring import Bench, Figure, alternate, told

PAINT_BOUND, SHIFT_BOUND = 1.3, 2.2
_CALLS, _CALLS_PER_ORDER = 100, 5


def figures(bench: Bench) -> list[Figure]:
    """Peaks of whole processes; the shift is long and steady, so a third of the runs is enough."""
    shift_runs = max(bench.runs // 3, 1)
    calls = min(_CALLS, bench.calls // 1000)
    orders = calls // _CALLS_PER_ORDER
    data = str(bench.folder("shop"))
    told("first_paint", data, "memory")
    paint, empty = alternate(
        bench.runs,
        lambda: float(told("first_paint", data, "memory")),
        lambda: float(told("empty_window", "--memory")),
    )
    shifts = [
        float(told("shift", str(bench.folder(f"shift-{n}")), str(calls), str(orders)))
        for n in range(shift_runs)
    ]
    return [
        Figure(
            name=name,
            ours=median(ours),
            yardstick=median(empty),
            unit="MiB",
            bound=bound,
            runs=len(ours),
            control=min(empty),
        )
        for name, ours, bound in (
            ("memory at first paint", paint, PAINT_BOUND),
            (f"memory after {calls} calls, {orders} orders, the whole log", shifts, SHIFT_BOUND),
        )
    ]
