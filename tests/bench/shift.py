"""A shift at the desk: calls, orders with their letters, the log scrolled to its end; says the peak.

python -m tests.bench.shift DATA CALLS ORDERS
"""

import os
import sys
from pathlib import Path

from shopphone.domain.events import CallEventKind
from tests.bench import clerk as clerks
from tests.bench.peak import peak_mib

_SCROLLS = 200


def work(folder: Path, calls: int, orders: int) -> None:
    callers = clerks.known_callers(folder, calls)
    asked = clerks.questions(folder, calls)
    goods = clerks.skus(folder, 30)
    clerk = clerks.Clerk(folder)
    clerk.begin()
    every = max(calls // orders, 1)
    for n in range(calls):
        caller = callers[n % len(callers)]
        clerk.ring(caller.number)
        clerk.report(CallEventKind.ANSWERED, caller.number)
        clerk.type_question(asked[n % len(asked)], pause=2)
        clerk.take_answer()
        if n % every == 0:
            clerk.add_goods([goods[(n + each) % len(goods)] for each in range(3)])
            clerk.tell()
            clerk.place()
        clerk.finish(caller.number)
    clerk.scroll_log(_SCROLLS)


if __name__ == "__main__":
    work(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
    print(peak_mib(), flush=True)
    os._exit(0)
