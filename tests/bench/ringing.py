"""From the telephone's RING line to the painted card, beside a card whose facts are at hand."""

import sqlite3
from contextlib import closing
from statistics import median

from tests.bench.measuring import Bench, Figure, told
from tests.support.fritzbox_peer import FritzBoxPeer

BOUND = 2.5
_RINGS = 30


def figures(bench: Bench) -> list[Figure]:
    """Both in the same window of one program, in turn."""
    folder = bench.folder("shop")
    given = [told("rings", str(folder), str(_RINGS)) for _ in range(max(bench.runs // 3, 1))]
    return [
        Figure(
            name="RING line to painted card p50",
            ours=median(run["ours"] for run in given),
            yardstick=median(run["plain"] for run in given),
            unit="ms",
            bound=BOUND,
            runs=len(given),
            control=median(run["line"] for run in given),
        )
    ]


def listen_to(folder_shop: str, peer: FritzBoxPeer) -> None:
    """Let the shop's telephone be this peer, and calls pop up at once."""
    values = {
        "phone.fritzbox": "1",
        "phone.fritzbox_host": f"127.0.0.1:{peer.port}",
        "phone.popup_delay_ms": "0",
    }
    with closing(sqlite3.connect(folder_shop)) as connection:
        connection.executemany("insert or replace into setting values (?, ?)", values.items())
        connection.commit()
