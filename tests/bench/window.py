"""How long the program takes to its first useful paint, and until its first job is done."""

from statistics import median

from tests.bench.measuring import Bench, Figure, alternate, bare_process, process

PAINT_BOUND, READY_BOUND = 1.5, 4.0


def figures(bench: Bench) -> list[Figure]:
    data = str(bench.folder("shop"))
    process("first_paint", data, "ready")  # this desk's own file and folders are made once
    process("first_paint", data, "paint")
    process("empty_window")
    runs = bench.runs
    paint, ready, empty, bare = alternate(
        runs,
        lambda: process("first_paint", data, "paint"),
        lambda: process("first_paint", data, "ready"),
        lambda: process("empty_window"),
        bare_process,
    )
    return [
        Figure(
            name=name,
            ours=median(ours),
            yardstick=median(empty),
            unit="ms",
            bound=bound,
            runs=runs,
            control=median(bare),
        )
        for name, ours, bound in (
            ("first useful paint, whole process", paint, PAINT_BOUND),
            ("all ready (first job done)", ready, READY_BOUND),
        )
    ]
