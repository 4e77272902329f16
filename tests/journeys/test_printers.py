"""Printers that do not print: the window says why, the letter waits, the next try prints."""

from collections.abc import Callable

import pytest

import shopphone.services.letters as letters
import shopphone.services.orders as orders
import shopphone.services.settings as settings
from shopphone.services import call
from tests.journeys.seat import Seat
from tests.support.cups import PrintServer
from tests.support.fritzbox_peer import FritzBoxPeer

LOEFFLER = "08999998123"
RINGS = (
    b"24.11.26 14:06:01;RING;0;08999998123;99998100;SIP0;\r\n"
    b"24.11.26 14:06:08;CONNECT;0;10;08999998123;\r\n"
)


@pytest.fixture
def ready(clerk: Seat, box: FritzBoxPeer) -> Callable[[str], Seat]:
    """A clerk with a letter in front and this printer chosen."""

    def on(printer: str) -> Seat:
        choose(clerk, printer)
        box.send(RINGS)
        clerk.sees(LOEFFLER, "talking")
        clerk.is_known("Annemarie Löffler")
        clerk.orders("GP-28")
        clerk.tells(5)
        clerk.places()
        clerk.sees_the_letter()
        return clerk

    return on


def choose(clerk: Seat, printer: str) -> None:
    job = call(settings.save, {"print.printer": printer})
    clerk.program.jobs.do(clerk.screen, job)
    clerk.until(lambda: True, "the printer is chosen")


@pytest.mark.parametrize(
    ("printer", "reason", "kept"),
    [
        ("", "Kein Drucker ist gewählt", "printer_none"),
        ("Unbekannt", "gibt es nicht mehr", "printer_unknown"),
        ("Pause", "angehalten: Toner leer.", "Toner leer"),
        ("Zu", "nimmt zurzeit keine Aufträge an", "printer_rejects"),
        ("Tot", "antwortet nicht; ist er eingeschaltet?", "printer_silent"),
    ],
)
def test_a_letter_that_does_not_print_says_why_and_waits(
    ready: Callable[[str], Seat], cups: PrintServer, printer: str, reason: str, kept: str
) -> None:
    clerk = ready(printer)
    preview = clerk.screen.preview
    clerk.prints_in_vain()
    assert reason in preview._reason.text()
    letter = preview.letter
    assert letter is not None
    row = letters.read(clerk.desk, letter.row.letter_id).row
    assert (row.state, row.error) == ("queued", kept)
    assert letter.row.letter_id in [each.letter_id for each in letters.queue(clerk.desk)]
    assert order_state(clerk) == "placed"
    if printer in ("Pause", "Tot"):
        assert cups.waiting_jobs(printer) == []  # or it came out one day a second time
    choose(clerk, "Gut")
    clerk.prints()
    assert b"%PDF" in cups.wait_for_paper()
    assert preview._reason.isHidden()
    assert order_state(clerk) == "confirmed"


def order_state(clerk: Seat) -> str:
    placed = clerk.lane.placed
    assert placed is not None
    return orders.detail(clerk.desk, placed.order_id).state


def test_calls_are_logged_while_a_printer_is_asked(
    ready: Callable[[str], Seat], box: FritzBoxPeer, cups: PrintServer
) -> None:
    clerk = ready("Tot")
    clerk.screen.preview.print_now()
    box.send(b"24.11.26 14:07:01;RING;1;03023125201;99998100;SIP0;\r\n")
    clerk.until_busy(lambda: clerk.state("03023125201") == "ringing", "the second call rings")
    assert not clerk.program.jobs.idle


def test_pressing_the_key_again_and_again_prints_once(
    ready: Callable[[str], Seat], cups: PrintServer
) -> None:
    clerk = ready("Gut")
    before = len(list((cups.folder / "spool").glob("d*-001")))
    for _ in range(4):
        clerk.screen.letter_key()
    clerk.until(lambda: clerk.said().startswith("Der Brief zu"), "it is printed")
    cups.wait_for_paper()
    assert len(list((cups.folder / "spool").glob("d*-001"))) == before + 1
