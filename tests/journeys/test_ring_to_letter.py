"""The main job once through, with real parts: a box that rings, a window, a print server."""

import hashlib
from pathlib import Path

import shopphone.services.call_log as call_log
import shopphone.services.letters as letters
import shopphone.services.orders as orders
from shopphone.domain.calls import CallFilter
from shopphone.domain.orders import OrderDetail
from tests.journeys.seat import Seat
from tests.letters import reading
from tests.support.cups import PrintServer
from tests.support.fritzbox_peer import FritzBoxPeer

LOEFFLER = "08999998123"
RING = b"24.11.26 14:06:01;RING;0;08999998123;99998100;SIP0;\r\n"
CONNECT = b"24.11.26 14:06:08;CONNECT;0;10;08999998123;\r\n"
DISCONNECT = b"24.11.26 14:11:20;DISCONNECT;0;312;\r\n"


def test_a_ring_becomes_a_printed_letter(
    clerk: Seat, box: FritzBoxPeer, cups: PrintServer, tmp_path: Path
) -> None:
    where = clerk.window.focusWidget()
    box.send(RING)
    clerk.sees(LOEFFLER, "ringing")
    clerk.is_known("Annemarie Löffler")
    assert "hier gespeicherte Telefonnummer" in clerk.caller()
    assert clerk.window.focusWidget() is where
    box.send(CONNECT)
    clerk.sees(LOEFFLER, "talking")
    clerk.is_about("order")
    clerk.notes("Pfanne rostet, will eine neue – größer! „28er“, 5 € günstiger?")
    clerk.asks("rost pfanne reinigen", "Gusseisen reinigen und Rost entfernen")
    clerk.encloses()
    clerk.orders("GP-28")
    clerk.orders("2x pflegeöl")
    clerk.pays_by("invoice")
    refusal = clerk.is_refused()
    for point in ("Ware", "Verkäufer", "Gesamtpreis", "Widerruf", "Laufzeit"):
        assert point in refusal
    clerk.tells(5)
    number = clerk.places()
    clerk.sees_the_letter()
    assert order_named(clerk, number).state == "placed"
    clerk.prints()
    printed = cups.wait_for_paper()

    letter = clerk.screen.preview.letter
    assert letter is not None
    spooled = max((cups.folder / "spool").glob("d*-001"))
    assert spooled.read_bytes() == letter.pdf
    assert hashlib.sha256(letter.pdf).hexdigest() == letter.row.sha256
    on_paper = printed[printed.index(b"%PDF") :]
    assert reading.flat(on_paper) == reading.flat(letter.pdf)
    check_letter(letter.pdf, number, tmp_path)

    assert order_named(clerk, number).state == "confirmed"
    assert [row.order_number for row in letters.archive(clerk.desk, number)] == [number]
    box.send(DISCONNECT)
    clerk.sees(LOEFFLER, "wrap_up")
    clerk.ends_with("Bestellt", 5)
    clerk.finishes()
    call = call_log.page(clerk.desk, CallFilter(), limit=1)[0]
    assert (call.state, call.outcome, call.satisfaction) == ("closed", "Bestellt", 5)
    assert (call.purpose, call.seconds, call.staff) == ("order", 312, "Anna Berger")
    assert call.note == "Pfanne rostet, will eine neue – größer! „28er“, 5 € günstiger?"
    assert call_log.detail(clerk.desk, call.call_id).order_numbers == (number,)


def order_named(clerk: Seat, number: str) -> OrderDetail:
    order_id = orders.by_number(clerk.desk, number)
    assert order_id is not None
    return orders.detail(clerk.desk, order_id)


def check_letter(pdf: bytes, number: str, folder: Path) -> None:
    """By geometry, by text, by the code a banking app reads."""
    checks, failed = reading.falzmarke(pdf, "B", folder)
    assert checks >= 24
    assert len(failed) <= 1, failed
    text = reading.flat(pdf)
    for words in (
        number, "Annemarie Löffler", "Am Lindenhang 12", "81671 München", "Dies ist keine Rechnung",
        "Gusspfanne 28 cm", "Pflegeöl Leinsaat", "66,70 €", "Widerrufsbelehrung",
        "Gusseisen reinigen und Rost entfernen", "Seite 1 von",
    ):  # fmt: skip
        assert words in text, words
    (code,) = [each for page in range(2) for each in reading.codes(pdf, page)]
    assert code.text.startswith("BCD\n002\n1\nSCT\n")
    assert "EUR66.70" in code.text
    assert number in code.text
