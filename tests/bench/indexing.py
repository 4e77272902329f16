"""How long the first index of the articles takes, how long opening it again, and its memory.

The yardsticks are what we promise: 15 seconds beside the work, one second, 60 MiB.
"""

from statistics import median

from tests.bench.measuring import Bench, Figure, told

_PROMISED = (("first index of the articles", 15.0, "s"), ("index opened again", 1.0, "s"))
_PROMISED_MIB = 60.0
_FIRST_TIME = 1.3  # making leaves holes in the memory, which are gone with the next start


def figures(bench: Bench) -> list[Figure]:
    runs = max(bench.runs // 3, 1)
    first, again = [], []
    for n in range(runs):
        folder = str(bench.folder(f"shop-{n}"))
        first.append(told("first_index", folder))
        again.append(told("first_index", folder))
    seconds = [[each[0] for each in measured] for measured in (first, again)]
    rows = [
        _figure(name, measured, yardstick, unit)
        for (name, yardstick, unit), measured in zip(_PROMISED, seconds, strict=True)
    ]
    made, opened = ([each[1] for each in measured] for measured in (first, again))
    return [
        *rows,
        _figure("memory of the index opened", opened, _PROMISED_MIB, "MiB"),
        _figure("memory of the index just made", made, _PROMISED_MIB, "MiB", _FIRST_TIME),
    ]


def _figure(
    name: str, measured: list[float], promised: float, unit: str, bound: float = 1.0
) -> Figure:
    return Figure(
        name=name,
        ours=median(measured),
        yardstick=promised,
        unit=unit,
        bound=bound,
        runs=len(measured),
        control=min(measured),
    )
