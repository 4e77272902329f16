"""The whole story by a new clerk who has no mouse, on a real screen with a German keyboard."""

import sys
from pathlib import Path

import shopphone.services.call_log as call_log
import shopphone.services.callbacks as callbacks
import shopphone.services.orders as orders
from shopphone.domain.calls import CallFilter
from tests.journeys.conftest import close, open_desk
from tests.journeys.elsewhere import Elsewhere, Start
from tests.letters import reading
from tests.support.cups import PrintServer
from tests.support.fritzbox_peer import FritzBoxPeer
from tests.support.processes import running, wait_until
from tests.support.xserver import Screen

CALLBACK = "Rückruf planen"
NOTE = "Jörg Müßig-Ähre, Straße 5: „28er“ für 5 € @ {[]} ~ Größe?"


def test_the_whole_story_without_a_mouse(
    xscreen: Screen, started: Start, shop: Path, cups: PrintServer
) -> None:
    clerk = started(xscreen.environment | {"CUPS_SERVER": cups.address})
    xscreen.activate("shopphone")
    takes_a_call_and_finds_the_caller(xscreen, clerk)
    answers_a_question(xscreen, clerk)
    takes_an_order(xscreen, clerk)
    number = places_and_prints(xscreen, clerk, cups)
    promises_a_callback(xscreen, clerk)
    finishes(xscreen, clerk)
    looks_something_up(xscreen, clerk)
    clerk.kill()
    check(shop, number)


def takes_a_call_and_finds_the_caller(keyboard: Screen, clerk: Elsewhere) -> None:
    keyboard.keys("F2")
    clerk.looks_until(lambda: clerk.sight["in front"] == "", "a call by hand")
    clerk.looks_until(lambda: "Nummer unterdrückt" in clerk.sight["caller"], "nobody is guessed")
    keyboard.keys("F6")
    keyboard.type("löffl")
    clerk.looks_until(
        lambda: any("Annemarie Löffler" in each for each in clerk.sight["caller"]), "she is found"
    )
    keyboard.keys("Return")
    clerk.looks_until(lambda: "Am Lindenhang 12\n81671 München" in clerk.sight["caller"], "a card")
    keyboard.keys("F7")
    keyboard.type(NOTE)
    clerk.looks_until(lambda: clerk.sight["note"] == NOTE, "every letter arrives")
    tab_to(keyboard, clerk, "Anlass: Sonstiges", back=True)
    keyboard.keys("Left", "Left", "Left", "space")
    clerk.looks_until(lambda: clerk.sight["purpose"] == "Bestellung", "what it is about")


def answers_a_question(keyboard: Screen, clerk: Elsewhere) -> None:
    keyboard.keys("F3")
    keyboard.type("rost pfanne reinigen")
    clerk.looks_until(lambda: bool(clerk.sight["answers"]), "answers")
    keyboard.keys("Return")
    keyboard.keys("F10")
    clerk.looks_until(lambda: "hat geholfen" in clerk.seen["said"], "it is noted")
    keyboard.keys("F11")
    clerk.looks_until(lambda: "geht mit dem Brief" in clerk.seen["said"], "it goes along")


def takes_an_order(keyboard: Screen, clerk: Elsewhere) -> None:
    keyboard.keys("F4")
    keyboard.type("GP-28")
    keyboard.keys("Return")
    clerk.looks_until(lambda: len(clerk.sight["lines"]) == 1, "the pan")
    keyboard.type("2x pflegeöl")
    keyboard.keys("Return")
    clerk.looks_until(lambda: clerk.seen["focus"] == "Ausführungen", "the options of the oil")
    keyboard.keys("Return")
    clerk.looks_until(lambda: len(clerk.sight["lines"]) == 2, "the oil")
    keyboard.type("3x te")
    keyboard.keys("Escape")
    clerk.looks_until(lambda: clerk.seen["focus"] == "Notiz", "Esc leaves the row")
    assert clerk.sight["input"] == "3x te"
    assert len(clerk.sight["lines"]) == 2
    keyboard.keys("F4")
    keyboard.keys("ctrl+a", "Delete")
    tab_to(keyboard, clerk, "Zahlung")
    keyboard.keys("Down")
    clerk.looks_until(lambda: "Rechnung" in clerk.sight["terms"], "by invoice")
    tab_to(keyboard, clerk, "An eine andere Adresse liefern")
    keyboard.keys("space")
    keyboard.keys("Tab")
    for name, text in (
        ("Name auf dem Paket", "Jörg Müßig"),
        ("c/o", ""),
        ("Straße und Nummer", "Straße 5"),
        ("Zusatz", ""),
        ("Postleitzahl", "80333"),
        ("Ort", "München"),
    ):
        clerk.looks_until(lambda name=name: clerk.seen["focus"] == name, name)  # type: ignore[misc]  # mypy reads the default as a parameter
        keyboard.type(text)
        keyboard.keys("Tab")
    fields = {"Jörg Müßig", "Straße 5", "80333", "München"}
    clerk.looks_until(lambda: fields <= set(clerk.sight["order fields"]), "the other address")


def places_and_prints(keyboard: Screen, clerk: Elsewhere, cups: PrintServer) -> str:
    keyboard.keys("ctrl+Return")
    clerk.looks_until(lambda: "Ware" in clerk.seen["refusal"], "placing is refused")
    for _ in range(5):
        keyboard.keys("F5")
    clerk.looks_until(lambda: all(clerk.sight["told"].values()), "every point is told")
    keyboard.keys("ctrl+Return")
    clerk.looks_until(lambda: clerk.sight["placed"] != "", "the order is placed")
    number = str(clerk.sight["placed"])
    clerk.looks_until(lambda: int(clerk.seen["pages"]) > 2, "the letter stands beside it")
    keyboard.keys("F3")
    keyboard.keys("F9")
    clerk.looks_until(lambda: int(clerk.seen["pages"]) > 2, "F9 shows it again")
    keyboard.keys("F9")
    clerk.looks_until(lambda: "ist beim Drucker" in clerk.seen["said"], "F9 again prints")
    printed = cups.wait_for_paper()
    text = reading.flat(printed[printed.index(b"%PDF") :])
    for words in (number, "Jörg Müßig", "80333 München", "66,70 €"):
        assert words in text, words
    return number


def promises_a_callback(keyboard: Screen, clerk: Elsewhere) -> None:
    keyboard.keys("F8")
    clerk.looks_until(lambda: clerk.seen["keyboard"] == CALLBACK, "the dialog")
    keyboard.keys("Tab")
    keyboard.type("ob die Pfanne heil ist – Größe ok?")
    keyboard.keys("Escape")
    clerk.looks_until(lambda: clerk.seen["keyboard"] == "shopphone", "Esc leaves it")
    keyboard.keys("F8")
    clerk.looks_until(lambda: clerk.seen["keyboard"] == CALLBACK, "the dialog, with what was typed")
    keyboard.type("morgen 14 Uhr")
    keyboard.keys("Return")
    clerk.looks_until(lambda: clerk.seen["said"] == "Rückruf zugesagt.", "it is promised")
    clerk.looks_until(lambda: clerk.seen["keyboard"] == "shopphone", "the desk again")


def finishes(keyboard: Screen, clerk: Elsewhere) -> None:
    assert clerk.sight["outcome"] == "Bestellt"
    keyboard.keys("F7")
    tab_to(keyboard, clerk, "Zufriedenheit, 1 bis 5", back=True)
    keyboard.keys("End")
    clerk.looks_until(lambda: clerk.sight["stars"] == "★★★★★", "five stars")
    keyboard.keys("F12")
    clerk.looks_until(lambda: clerk.sight["in front"] is None, "the call is finished")


def looks_something_up(keyboard: Screen, clerk: Elsewhere) -> None:
    keyboard.keys("F1")
    clerk.looks_until(lambda: clerk.seen["keyboard"] == "Hilfe", "the help")
    keyboard.keys("Escape")
    clerk.looks_until(lambda: clerk.seen["keyboard"] == "shopphone", "Esc closes it")
    keyboard.keys("ctrl+k")
    clerk.looks_until(lambda: clerk.seen["focus"] == "Alles suchen", "the search")
    keyboard.type("Löffler")
    keyboard.keys("Return")
    clerk.looks_until(lambda: clerk.seen["screen"] == "CustomersScreen", "the customers")
    keyboard.keys("ctrl+1")
    clerk.looks_until(lambda: clerk.seen["screen"] == "DeskScreen", "the desk again")


def tab_to(keyboard: Screen, clerk: Elsewhere, name: str, *, back: bool = False) -> None:
    """Press Tab until the keyboard is at this control; round once and it would never be."""
    seen: list[str] = []
    clerk.looks_until(lambda: True, "where the keyboard is")
    while clerk.seen["focus"] != name:
        seen.append(clerk.seen["focus"])
        assert len(seen) < 60, f"Tab does not reach {name}: {seen}"
        keyboard.keys("shift+Tab" if back else "Tab")
        clerk.looks_until(lambda: True, "where the keyboard is")


def check(shop: Path, number: str) -> None:
    desk = open_desk(shop)
    order_id = orders.by_number(desk, number)
    assert order_id is not None
    order = orders.detail(desk, order_id)
    assert (order.state, order.payment_code) == ("confirmed", "invoice")
    assert order.deliver_to is not None
    assert order.deliver_to.name == "Jörg Müßig"
    call = call_log.page(desk, CallFilter(), limit=1)[0]
    assert (call.state, call.outcome, call.satisfaction) == ("closed", "Bestellt", 5)
    assert (call.customer, call.note) == ("Annemarie Löffler", NOTE)
    assert "ob die Pfanne heil ist – Größe ok?" in [each.words for each in callbacks.due(desk)]
    close(desk)


OTHER_PROGRAM = """
import sys
from PySide6.QtWidgets import QApplication, QLineEdit
app = QApplication([])
edit = QLineEdit()
edit.setWindowTitle("Tabelle")
edit.textChanged.connect(lambda text: print(text, flush=True))
edit.show()
sys.exit(app.exec())
"""


def test_a_ring_takes_the_keyboard_from_no_other_program(
    xscreen: Screen, started: Start, box: FritzBoxPeer, tmp_path: Path
) -> None:
    clerk = started(xscreen.environment)
    clerk.does("is_connected")
    log = tmp_path / "typed"
    with running([sys.executable, "-c", OTHER_PROGRAM], log, xscreen.environment):
        other = xscreen.activate("Tabelle")
        xscreen.type("Umsatz ")
        box.send(b"24.11.26 14:06:01;RING;0;08999998123;99998100;SIP0;\r\n")
        clerk.does("sees", "08999998123", "ringing")
        clerk.does("is_known", "Annemarie Löffler")
        xscreen.type("März")
        wait_until(lambda: log.read_text().splitlines()[-1:] == ["Umsatz März"], "typed on")
        assert xscreen.xdotool("getactivewindow") == other
    assert clerk.sight["finder"] == clerk.sight["note"] == ""
