"""Several callers at once, short rings, lost boxes: nothing is replaced, nothing is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

import shopphone.services.call_log as call_log
import shopphone.services.settings as settings
from shopphone.domain.calls import CallFilter, CallRow
from shopphone.domain.events import Link
from shopphone.services import call, phones
from tests.journeys.conftest import system_at
from tests.journeys.seat import Seat
from tests.support.fritzbox_peer import FritzBoxPeer

LOEFFLER, BRUNNHUBER, SOELLNER = "08999998123", "03023125201", "015228817386"
UNKNOWN = "06990009777"


def ring(slot: int, number: str) -> bytes:
    return f"24.11.26 14:06:01;RING;{slot};{number};99998100;SIP0;\r\n".encode()


def connect(slot: int, number: str, extension: int = 10) -> bytes:
    return f"24.11.26 14:06:08;CONNECT;{slot};{extension};{number};\r\n".encode()


def disconnect(slot: int, seconds: int = 0) -> bytes:
    return f"24.11.26 14:08:08;DISCONNECT;{slot};{seconds};\r\n".encode()


def newest(clerk: Seat, count: int) -> tuple[CallRow, ...]:
    return call_log.page(clerk.desk, CallFilter(), limit=count)


def logged(clerk: Seat, number: str, state: str) -> None:
    """Until the newest call in the log is this one."""

    def is_so() -> bool:
        found = newest(clerk, 1)[0]
        return (found.raw_number, found.state) == (number, state)

    clerk.until(is_so, f"{number} is in the log as {state}")


@pytest.fixture
def at_once(clerk: Seat) -> Seat:
    """A desk that shows a ring without delay."""
    job = call(settings.save, {"phone.popup_delay_ms": "0"})
    clerk.program.jobs.do(clerk.screen, job)
    clerk.until(lambda: clerk.screen._rings.delay_ms == 0, "the desk hears of the setting")
    return clerk


def test_the_second_caller_replaces_nothing(at_once: Seat, box: FritzBoxPeer) -> None:
    clerk = at_once
    box.send(ring(0, LOEFFLER) + connect(0, LOEFFLER))
    clerk.sees(LOEFFLER, "talking")
    clerk.is_known("Annemarie Löffler")
    clerk.notes("möchte ein")
    clerk.begins_to_order("gp")
    where = clerk.window.focusWidget()
    box.send(ring(2, BRUNNHUBER))
    clerk.sees(BRUNNHUBER, "ringing")
    assert clerk.window.focusWidget() is where
    clerk.write("-28")
    assert clerk.screen.form.input.text() == "gp-28"
    assert clerk.lane.row.raw_number == LOEFFLER
    assert "Annemarie Löffler" in clerk.caller()
    assert set(clerk.lanes()) == {LOEFFLER, BRUNNHUBER}
    assert clerk.window._buttons["desk"].text().endswith("1")


def test_what_is_typed_stays_with_its_call(at_once: Seat, box: FritzBoxPeer) -> None:
    clerk = at_once
    box.send(ring(0, LOEFFLER) + connect(0, LOEFFLER) + ring(1, BRUNNHUBER))
    clerk.sees(BRUNNHUBER, "ringing")
    clerk.is_known("Annemarie Löffler")
    clerk.is_about("order")
    clerk.notes("Pfanne")
    clerk.orders("GP-28")
    clerk.tells(2)
    clerk.asks("rost pfanne reinigen", "Gusseisen reinigen und Rost entfernen")
    clerk.begins_to_order("2x pflege")
    clerk.ends_with("Frage beantwortet", 4)
    first = clerk.sight()
    clerk.turns_to(BRUNNHUBER)
    clerk.is_known("Thomas Brunnhuber")
    assert clerk.screen.note.toPlainText() == ""
    assert clerk.lines() == []
    assert clerk.screen.finder.input.text() == clerk.screen.form.input.text() == ""
    assert clerk.screen.bar.outcome.currentIndex() == 0
    assert clerk.purpose() == ""
    clerk.notes("Messer stumpf")
    clerk.orders("3x seife, frei")
    second = clerk.sight()
    clerk.turns_to(LOEFFLER)
    clerk.until(lambda: clerk.sight() == without_lanes_of(first, clerk), "the first call is whole")
    clerk.turns_to(BRUNNHUBER)
    clerk.until(lambda: clerk.sight() == without_lanes_of(second, clerk), "so is the second")


def without_lanes_of(sight: dict[str, object], clerk: Seat) -> dict[str, object]:
    """The clock on the lanes goes on."""
    return sight | {"lanes": clerk.sight()["lanes"]}


def test_an_answer_that_comes_late_goes_to_its_own_call(at_once: Seat, box: FritzBoxPeer) -> None:
    """The lane is changed before the order's number, the card and the letter are there."""
    clerk = at_once
    box.send(ring(0, LOEFFLER) + connect(0, LOEFFLER) + ring(1, UNKNOWN))
    clerk.sees(UNKNOWN, "ringing")
    clerk.is_known("Annemarie Löffler")
    clerk.orders("GP-28")
    clerk.tells(5)
    lanes = {lane.row.raw_number: lane for lane in clerk.screen.lanes.values()}
    clerk.screen.form.place()
    clerk.screen.lane_bar.chosen.emit(lanes[UNKNOWN].row.call_id)
    clerk.until(lambda: lanes[LOEFFLER].placed is not None, "the order is placed")
    assert lanes[UNKNOWN].placed is None
    assert lanes[LOEFFLER].draft.is_empty
    assert not clerk.screen._right.shows_letter
    clerk.screen.lane_bar.chosen.emit(lanes[LOEFFLER].row.call_id)
    clerk.screen.caller.refresh()
    clerk.screen.lane_bar.chosen.emit(lanes[UNKNOWN].row.call_id)
    clerk.is_known("Unbekannte Nummer")
    assert lanes[UNKNOWN].work.customer_id is None
    assert lanes[UNKNOWN].draft.customer_id is None
    clerk.turns_to(LOEFFLER)
    clerk.opens_the_letter()
    assert "Annemarie Löffler" in clerk.caller()


def test_ended_and_unanswered_calls_stay_until_they_are_handled(
    at_once: Seat, box: FritzBoxPeer
) -> None:
    clerk = at_once
    box.send(ring(0, LOEFFLER) + connect(0, LOEFFLER) + ring(1, BRUNNHUBER))
    clerk.sees(BRUNNHUBER, "ringing")
    box.send(disconnect(1) + disconnect(0, 90))
    clerk.sees(BRUNNHUBER, "missed")
    clerk.sees(LOEFFLER, "wrap_up")
    assert "verpasst" in clerk.lanes()[BRUNNHUBER]
    clerk.finishes()
    assert set(clerk.lanes()) == {BRUNNHUBER}
    clerk.turns_to(BRUNNHUBER)
    clerk.finishes()
    assert clerk.lanes() == {}
    assert {row.raw_number: row.state for row in newest(clerk, 2)} == {
        LOEFFLER: "wrap_up",
        BRUNNHUBER: "closed",
    }


def test_a_call_handled_elsewhere_leaves_the_lanes(at_once: Seat, box: FritzBoxPeer) -> None:
    clerk = at_once
    box.send(ring(0, LOEFFLER) + connect(0, LOEFFLER) + ring(1, BRUNNHUBER))
    clerk.sees(BRUNNHUBER, "ringing")
    box.send(disconnect(1))
    clerk.sees(BRUNNHUBER, "missed")
    clerk.finishes()
    clerk.until(lambda: clerk.screen.board.isVisible(), "what waits")
    missed = clerk.screen.lanes[newest(clerk, 1)[0].call_id].row
    assert missed.raw_number == BRUNNHUBER
    clerk.screen.board.dismissed.emit((missed.call_id,))
    clerk.until(lambda: clerk.lanes() == {}, "no lane is left")


def test_a_ring_shorter_than_the_delay_is_logged_and_not_shown(
    clerk: Seat, box: FritzBoxPeer
) -> None:
    shown: list[int] = []
    clerk.screen.ringing.connect(shown.append)
    box.send(ring(0, BRUNNHUBER) + disconnect(0))
    logged(clerk, BRUNNHUBER, "missed")
    box.send(ring(0, LOEFFLER))  # its slot is used again; this one lasts
    clerk.sees(LOEFFLER, "ringing")
    assert set(clerk.lanes()) == {LOEFFLER}
    assert max(shown) == 1


def test_a_slot_used_again_is_another_call(at_once: Seat, box: FritzBoxPeer) -> None:
    """The end of the first was lost, as happens when the box is busy."""
    clerk = at_once
    box.send(ring(0, LOEFFLER) + connect(0, LOEFFLER))
    clerk.sees(LOEFFLER, "talking")
    clerk.notes("erste")
    box.send(ring(0, BRUNNHUBER))
    clerk.sees(BRUNNHUBER, "ringing")
    clerk.sees(LOEFFLER, "wrap_up")
    assert clerk.screen.note.toPlainText() == "erste"
    clerk.turns_to(BRUNNHUBER)
    assert clerk.screen.note.toPlainText() == ""


def test_a_withheld_number_matches_nobody(at_once: Seat, box: FritzBoxPeer) -> None:
    clerk = at_once
    box.send(ring(0, ""))
    clerk.sees("", "ringing")
    clerk.is_known("Nummer unterdrückt")
    assert clerk.lane.work.customer_id is None
    assert clerk.lanes()[""].startswith("unterdrückt")


def test_a_machine_that_answers_leaves_the_call_missed(at_once: Seat, box: FritzBoxPeer) -> None:
    clerk = at_once
    box.send(ring(0, BRUNNHUBER))
    clerk.sees(BRUNNHUBER, "ringing")
    box.send(connect(0, BRUNNHUBER, extension=40) + disconnect(0, 34))
    clerk.sees(BRUNNHUBER, "missed")


def test_half_lines_are_one_call(at_once: Seat, box: FritzBoxPeer) -> None:
    clerk = at_once
    line = ring(0, LOEFFLER)
    box.send(b"\x00garbage\r\n" + line[:21])
    box.send(line[21:])
    clerk.sees(LOEFFLER, "ringing")
    assert len(clerk.lanes()) == 1


def test_a_lost_box_is_found_again(at_once: Seat, box: FritzBoxPeer) -> None:
    clerk = at_once
    box.send(ring(0, LOEFFLER) + connect(0, LOEFFLER))
    clerk.sees(LOEFFLER, "talking")
    box.cut()
    clerk.until(lambda: clerk.links[-1] is Link.DOWN, "the light says so")
    assert "FRITZ!Box" in clerk.window._link.text()
    clerk.is_connected()
    box.send(disconnect(0, 200) + ring(1, BRUNNHUBER))
    clerk.sees(LOEFFLER, "wrap_up")
    clerk.sees(BRUNNHUBER, "ringing")


def test_several_people_at_one_number_are_asked(at_once: Seat, box: FritzBoxPeer) -> None:
    clerk = at_once
    box.send(ring(0, SOELLNER) + connect(0, SOELLNER))
    clerk.sees(SOELLNER, "talking")
    clerk.chooses("Stefan Söllner")
    assert clerk.lanes()[SOELLNER].startswith("Stefan Söllner")
    assert newest(clerk, 1)[0].customer == "Stefan Söllner"


def test_a_new_customer_is_made_in_the_call_and_earlier_calls_are_theirs(
    at_once: Seat, box: FritzBoxPeer
) -> None:
    clerk = at_once
    box.send(ring(0, UNKNOWN) + disconnect(0))
    logged(clerk, UNKNOWN, "missed")
    box.send(ring(0, UNKNOWN) + connect(0, UNKNOWN))
    clerk.until(lambda: "talking" in [x.row.state for x in clerk.screen.lanes.values()], "a call")
    talking = next(x for x in clerk.screen.lanes.values() if x.row.state == "talking")
    clerk.screen.lane_bar.chosen.emit(talking.row.call_id)
    clerk.is_known("Unbekannte Nummer")
    clerk.key(Qt.Key.Key_F6)
    clerk.key(Qt.Key.Key_Tab)
    clerk.key(Qt.Key.Key_Space)
    clerk.until(lambda: clerk.screen.caller._form is not None, "the form")
    for text in ("Jörg", "Müßig-Ähre", "", "Straße 5", "80331"):
        clerk.write(text)
        clerk.key(Qt.Key.Key_Tab)
    clerk.write("München")
    clerk.key(Qt.Key.Key_Return)
    clerk.key(Qt.Key.Key_Return)  # impatient
    clerk.is_known("Jörg Müßig-Ähre")
    assert [row.customer for row in newest(clerk, 2)] == ["Jörg Müßig-Ähre"] * 2
    clerk.orders("GP-28")
    clerk.tells(5)
    clerk.places()


def test_a_call_without_outcome_is_taken_up_again_with_its_order(
    at_once: Seat, box: FritzBoxPeer
) -> None:
    clerk = at_once
    box.send(ring(0, LOEFFLER) + connect(0, LOEFFLER))
    clerk.sees(LOEFFLER, "talking")
    clerk.is_known("Annemarie Löffler")
    clerk.notes("überlegt noch")
    clerk.orders("GP-28")
    clerk.finishes()
    assert clerk.lanes() == {}
    waits = newest(clerk, 1)[0]
    clerk.screen.board.wrap_up_wanted.emit(waits)
    clerk.sees(LOEFFLER, waits.state)
    clerk.until(lambda: len(clerk.lines()) == 1, "the order that was begun")
    assert clerk.screen.note.toPlainText() == "überlegt noch"


def test_the_key_for_a_call_takes_the_one_that_rings(at_once: Seat, box: FritzBoxPeer) -> None:
    clerk = at_once
    box.send(ring(0, LOEFFLER))
    clerk.sees(LOEFFLER, "ringing")
    box.send(ring(1, BRUNNHUBER))
    clerk.sees(BRUNNHUBER, "ringing")
    clerk.key(Qt.Key.Key_F2)
    clerk.until(lambda: clerk.lane.row.raw_number == BRUNNHUBER, "the waiting lane")
    assert len(clerk.lanes()) == 2


def test_a_desk_told_of_a_box_listens_at_once(
    shop: Path, sit: Callable[[Path], Seat], box: FritzBoxPeer
) -> None:
    clerk = sit(shop)
    clerk.is_connected()
    for job, state in (
        (call(phones.remove, "fritzbox"), Link.OFF),
        (call(phones.keep, system_at(box.port), None), Link.CONNECTED),
    ):
        clerk.program.jobs.do(clerk.screen, job)
        clerk.until(lambda state=state: clerk.links[-1] is state, f"the light: {state}")  # type: ignore[misc]  # mypy reads the default as a parameter
    box.send(ring(0, LOEFFLER))
    clerk.sees(LOEFFLER, "ringing")


def test_an_extension_is_not_taken_for_the_company_until_someone_says_so(
    at_once: Seat, box: FritzBoxPeer
) -> None:
    clerk = at_once
    box.send(ring(0, "02214710145") + connect(0, "02214710145"))
    clerk.sees("02214710145", "talking")
    clerk.is_known("Gasthof Tannwirt GmbH")
    assert clerk.lane.work.customer_id is None
    clerk.key(Qt.Key.Key_F6)
    clerk.key(Qt.Key.Key_Space)
    clerk.until(lambda: clerk.lane.work.customer_id is not None, "the company is certain")
    clerk.until(lambda: "Ja, richtig" not in clerk.caller(), "nobody is asked any more")
    assert newest(clerk, 1)[0].customer == "Gasthof Tannwirt GmbH"


def test_someone_else_on_a_known_phone_is_found_and_chosen(
    at_once: Seat, box: FritzBoxPeer
) -> None:
    clerk = at_once
    box.send(ring(0, LOEFFLER) + connect(0, LOEFFLER))
    clerk.sees(LOEFFLER, "talking")
    clerk.is_known("Annemarie Löffler")
    clerk.key(Qt.Key.Key_F6)
    clerk.key(Qt.Key.Key_Space)
    clerk.is_known("Wer ist es?")
    clerk.write("brunnhuber")
    clerk.until(lambda: "Thomas Brunnhuber, München" in " ".join(clerk.caller()), "he is found")
    clerk.key(Qt.Key.Key_Return)
    clerk.is_known("Thomas Brunnhuber")
    assert newest(clerk, 1)[0].customer == "Thomas Brunnhuber"
    assert clerk.lane.draft.customer_name == "Thomas Brunnhuber"


def test_a_call_is_heard_whichever_screen_a_key_opened_first(
    shop: Path, sit: Callable[..., Seat], box: FritzBoxPeer
) -> None:
    clerk = sit(shop, first="orders")
    clerk.is_connected()
    box.send(ring(0, LOEFFLER))
    clerk.sees(LOEFFLER, "ringing")
    assert type(clerk.window.current).__name__ == "OrdersScreen"
    assert clerk.window._buttons["desk"].text().endswith("1")
