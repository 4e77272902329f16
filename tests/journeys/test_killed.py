"""kill -9 between every two steps of a call: the next start shows the desk as it was."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import shopphone.services.orders as orders
from tests.journeys.conftest import close, open_desk
from tests.journeys.elsewhere import Start
from tests.journeys.seat import AFTERNOON
from tests.support.cups import PrintServer
from tests.support.fritzbox_peer import FritzBoxPeer
from tests.support.processes import wait_until

LOEFFLER, UNKNOWN, SOELLNER = "08999998123", "06990009777", "015228817386"
RING = "24.11.26 14:06:01;RING;{slot};{number};99998100;SIP0;\r\n"
CONNECT = "24.11.26 14:06:08;CONNECT;{slot};10;{number};\r\n"
DISCONNECT = "24.11.26 14:11:20;DISCONNECT;{slot};312;\r\n"


# what the clerk does, and in front of it what the phone reports
STORY: tuple[tuple[str, tuple[str, ...], tuple[object, ...]], ...] = (
    ("sees", (RING.format(slot=0, number=LOEFFLER),), (LOEFFLER, "ringing")),
    ("sees", (CONNECT.format(slot=0, number=LOEFFLER),), (LOEFFLER, "talking")),
    ("is_known", (), ("Annemarie Löffler",)),
    ("is_about", (), ("order",)),
    ("notes", (), ("Pfanne rostet – größer! „28er“, 5 € günstiger? @ß",)),
    ("sees", (RING.format(slot=1, number=UNKNOWN),), (UNKNOWN, "ringing")),
    ("asks", (), ("rost pfanne reinigen", "Gusseisen reinigen und Rost entfernen")),
    ("encloses", (), ()),
    ("orders", (), ("GP-28",)),
    ("orders", (), ("2x pflegeöl",)),
    ("changes", (), (0, 2, "-10% Kratzer")),
    ("changes", (), (1, 1, "3")),
    ("delivers_to", (), ("Jörg Müßig", "Straße 5", "80333", "München")),
    ("pays_by", (), ("invoice",)),
    ("remarks", (), ("klingeln bei Söllner",)),
    ("begins_to_order", (), ("3x tee",)),
    ("tells", (), (2,)),
    ("turns_to", (), (UNKNOWN,)),
    ("searches", (), ("brunn", "Thomas Brunnhuber")),
    ("begins_a_customer", (), ("Jürgen", "Weiß")),
    ("turns_to", (), (LOEFFLER,)),
    ("tells", (), (3,)),
    ("places", (), ()),
    ("opens_the_letter", (), ()),
    ("prints", (), ()),
    ("sees", (DISCONNECT.format(slot=0),), (LOEFFLER, "wrap_up")),
    ("ends_with", (), ("Bestellt", 5)),
    ("begins_a_callback", (), ("ob die Pfanne angekommen ist",)),
    ("finishes", (), ()),
)


def test_a_kill_between_any_two_steps_loses_nothing(
    started: Start, shop: Path, box: FritzBoxPeer, cups: PrintServer
) -> None:
    sight: dict[str, Any] = {"lanes": [], "in front": None}
    numbers: list[str] = []
    for step, reports, values in STORY:
        clerk = started()
        before = comparable(clerk.sight)
        if before != comparable(sight):
            said = clerk.does("looks")["said"]
            assert before == comparable(sight), f"before {step} {values}; the window says “{said}”"
        if reports:
            clerk.does("is_connected")
        for report in reports:
            box.send(report.encode())
        gave = clerk.does(step, *values)
        assert clerk.kept < 1, f"{step} was kept after {clerk.kept} s"
        if step == "places":
            numbers.append(gave)
        sight = clerk.sight
        clerk.kill()
    desk = open_desk(shop)
    placed = [row for row in orders.page(desk) if row.number in numbers]
    assert [row.state for row in placed] == ["confirmed"]
    close(desk)
    assert placed_today(shop) == numbers


def comparable(sight: dict[str, Any]) -> dict[str, Any]:
    """Without the clock on the lanes, the letter's own column, and what the words find.

    An order that was placed brings the answers to its goods forward at the next search.
    """
    lanes = [(number, text.rstrip("0123456789: ")) for number, text in sight["lanes"]]
    return {**sight, "lanes": lanes, "answers": bool(sight.get("answers"))}


def placed_today(shop: Path) -> list[str]:
    """The numbers of the orders of this afternoon, read from the file beside the program."""
    with closing(sqlite3.connect(f"file:{shop}/shop.db?mode=ro", uri=True)) as connection:
        since = int(AFTERNOON.timestamp() * 1000)
        rows = connection.execute("select number from sale_order where placed_at >= ?", (since,))
        return [str(row[0]) for row in rows]


def test_typing_without_a_pause_is_at_most_a_second_short(
    started: Start, box: FritzBoxPeer
) -> None:
    clerk = started()
    clerk.does("is_connected")
    box.send((RING + CONNECT).format(slot=0, number=LOEFFLER).encode())
    clerk.does("sees", LOEFFLER, "talking")
    typed = clerk.types(until=75)
    clerk.kill()
    killed_at = typed[-1]["at"]
    again = started()
    kept = len(again.sight["note"])
    assert kept >= max(each["typed"] for each in typed if each["at"] <= killed_at - 1)


def test_an_order_is_placed_once_whenever_the_desk_dies(
    started: Start, shop: Path, box: FritzBoxPeer
) -> None:
    clerk = started()
    clerk.does("is_connected")
    box.send((RING + CONNECT).format(slot=0, number=LOEFFLER).encode())
    clerk.does("sees", LOEFFLER, "talking")
    clerk.does("is_known", "Annemarie Löffler")
    clerk.does("orders", "GP-28")
    clerk.does("tells", 5)
    clerk.begins("places")
    wait_until(lambda: bool(placed_today(shop)), "the order is in the file")
    clerk.kill()  # before the desk could forget the draft, if the machine is quick enough
    again = started()
    (number,) = placed_today(shop)
    assert again.sight["placed"] == number
    assert again.sight["lines"] == []
    again.does("opens_the_letter")
    assert placed_today(shop) == [number]
