"""From the telephone's RING line to the painted card, beside a card whose facts are at hand."""

from contextlib import closing
from pathlib import Path
from statistics import median

from shopphone.domain.phones import PhoneSystem, write_systems
from shopphone.services.phones import SYSTEMS
from shopphone.store.local import Local
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


def listen_to(folder: Path, peer: FritzBoxPeer) -> None:
    """Let the desk's telephone be this peer, and calls pop up at once."""
    values = {"host": "127.0.0.1", "port": str(peer.port)}
    box = PhoneSystem(system_id="fritzbox", kind="fritzbox", values=values)
    with closing(Local(folder / "desk.db")) as own:
        own.set(SYSTEMS, write_systems((box,)))
        own.set("phone.popup_delay_ms", "0")
