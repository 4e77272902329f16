"""How long an order of 200 lines takes from the choice in the list to the card on the screen.

python -m tests.bench.open_order DATA RUNS      one process; milliseconds as JSON
"""

import json
import os
import sys
import time
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path
from statistics import median

from shopphone.ui.screens.orders import OrdersScreen
from tests.bench.measuring import Bench, Figure, told

OPEN_MS, BOUND, LINES = 100.0, 1.0, 200


def figures(bench: Bench) -> list[Figure]:
    given = told("open_order", str(bench.folder("order")), str(max(bench.runs, 3)))
    return [
        Figure(
            name=f"an order of {LINES} lines opens p50",
            ours=median(given["opened"]),
            yardstick=OPEN_MS,
            unit="ms",
            bound=BOUND,
            runs=len(given["opened"]),
            control=median(given["small"]),
        )
    ]


def main(folder: Path, runs: int) -> None:
    """opened: the big order; small: one of a single line, in turn."""
    from tests.bench.clerk import Clerk

    big, small = (_placed(folder, count) for count in (LINES, 1))
    clerk = Clerk(folder)
    clerk.begin()
    clerk.window.open_screen("orders", None)
    screen = clerk.window.current
    assert isinstance(screen, OrdersScreen)
    clerk.until(lambda: True, "the list is there")
    times: dict[int, list[float]] = {big: [], small: []}
    for n in range(2 * runs + 2):
        order_id = (big, small)[n % 2]
        began = time.perf_counter()
        screen._ask(order_id)
        clerk.until(partial(_shows, screen, order_id), "the order is shown")
        clerk.app.processEvents()
        if n > 1:
            times[order_id].append((time.perf_counter() - began) * 1000)
    print(json.dumps({"opened": times[big], "small": times[small]}), flush=True)
    os._exit(0)  # nothing is to be saved


def _shows(screen: OrdersScreen, order_id: int) -> bool:
    return screen._order is not None and screen._order.order_id == order_id


def _placed(folder: Path, count: int) -> int:
    """An order of so many lines in this shop."""
    import shopphone.services.orders as orders
    from shopphone.domain.customers import Address
    from shopphone.domain.orders import LineDraft, OrderDraft
    from shopphone.domain.readback import POINTS
    from tests.bench import desks
    from tests.bench.bigshop_days import NOW

    desk = desks.desk_on(folder)
    line = LineDraft(
        name="Gusspfanne", option="28 cm", unit_price=Decimal("34.90"), vat=Decimal(19)
    )
    draft = OrderDraft(
        customer_id=1,
        customer_name="Anna Lindner",
        billing=Address(street="Ahornweg 1", postcode="80469", town="München"),
        lines=[replace(line, sku=f"GP-{n}", product_id=n % 30 + 1) for n in range(count)],
        shipping_code="dhl",
        told=dict.fromkeys(POINTS, NOW.isoformat()),
    )
    order_id = orders.place(desk, draft, {}).order_id
    desk.db.close()
    desk.local.close()
    return order_id


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
