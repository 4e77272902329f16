"""Find anything (Ctrl+K) at every key on the big shop, beside the time a person notices."""

import random
from contextlib import closing

import shopphone.services.anything as anything
import shopphone.services.finder as finder
from tests.bench import desks
from tests.bench.measuring import Bench, Figure, interleaved, percentile

_BOUND_MS = 50.0
_OF_EACH = 60
_TYPED = (
    "select number from sale_order order by id desc limit ?",
    "select name from customer order by id desc limit ?",
    "select words from wording order by id limit ?",
    "select substr(number, -5) from sale_order order by id desc limit ?",
    "select sku from product order by id limit ?",
)


def figures(bench: Bench) -> list[Figure]:
    folder = bench.folder("shop")
    desk = desks.desk_on(folder)
    finder.warm_up(desk)
    with closing(desks.raw(folder)) as raw:
        whole = [text for query in _TYPED for (text,) in raw.execute(query, (_OF_EACH,))]
        cut = random.Random(7)
        typed = [text[: cut.randint(1, len(text))] for text in whole]
        ours, floor = interleaved(
            bench.runs,
            typed,
            lambda text: anything.find(desk, text),
            lambda _: raw.execute("select 1").fetchall(),
        )
    desk.db.close()
    desk.local.close()
    return [
        Figure(
            name="find anything per keystroke p99",
            ours=percentile(ours, 0.99) / 1000,
            yardstick=_BOUND_MS,
            unit="ms",
            bound=1.0,
            runs=bench.runs,
            control=percentile(floor, 0.99) / 1000,
        )
    ]
