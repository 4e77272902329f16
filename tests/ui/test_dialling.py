"""Every way to a call of ours leads through the same gate, and none around it."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import shopphone.services.call_log as call_log
import shopphone.services.customers as customers
import shopphone.services.dialling as dialling
import shopphone.services.settings as settings
from shopphone.domain.calls import CallFilter
from shopphone.domain.consent import Permit
from shopphone.ui.panels.dial_dialog import DialDialog
from shopphone.ui.screens.callbacks import CallbacksScreen
from shopphone.ui.screens.calls import CallsScreen
from shopphone.ui.screens.customers import CustomersScreen
from tests.ui.driving import Shop, press, texts_in

OpenShop = Callable[..., Shop]
NEVER_ASKED = "030 23125-201"  # Thomas Brunnhuber


class Line:
    """The telephone on the desk: it keeps every permit that reaches it."""

    def __init__(self) -> None:
        self.permits: list[Permit] = []

    def __call__(self, values: Mapping[str, str], permit: Permit) -> str:
        self.permits.append(permit)
        return "command"


def from_card(shop: Shop) -> None:
    shop.ring(NEVER_ASKED, "card-1")
    desk = shop.telephone()
    shop.until(lambda: desk.caller.card is not None)
    shop.window.act("dial")


def from_customer(shop: Shop) -> None:
    screen = shop.at("customers", CustomersScreen)
    found = customers.search(shop.desk, "Brunnhuber Thomas")[0]
    screen.open(found.customer_id)
    shop.settle()
    shop.window.act("dial")


def from_callback(shop: Shop) -> None:
    screen = shop.at("callbacks", CallbacksScreen)
    screen.list.table.selectRow(0)
    press(shop, screen, "Anrufen")


def from_log(shop: Shop) -> None:
    screen = shop.at("calls", CallsScreen)
    rows = call_log.page(shop.desk, CallFilter(), None, 50)
    known = next(n for n, each in enumerate(rows) if each.customer_id and each.e164)
    screen.list.table.selectRow(known)
    shop.settle()
    press(shop, screen.detail, "Anrufen")


def from_missed(shop: Shop) -> None:
    screen = shop.at("calls", CallsScreen)
    groups = call_log.missed(shop.desk)
    screen.missed.table.selectRow(next(n for n, each in enumerate(groups) if each.e164))
    press(shop, screen.missed, "Anrufen")


def from_link(shop: Shop) -> None:
    shop.program.handed_over(["tel:+49-30-23125-201"])


def from_callto(shop: Shop) -> None:
    shop.program.handed_over(["callto:03023125201"])


def from_sip(shop: Shop) -> None:
    shop.program.handed_over(["sip:+493023125201@example.org"])


WAYS = [
    from_card, from_customer, from_callback, from_log, from_missed, from_link, from_callto,
    from_sip,
]  # fmt: skip


def dialog_of(shop: Shop) -> DialDialog:
    shop.until(lambda: any(isinstance(each, DialDialog) for each in shop.dialogs()))
    shop.settle()
    (dialog,) = [each for each in shop.dialogs() if isinstance(each, DialDialog)]
    return dialog


def choose(shop: Shop, dialog: DialDialog, purpose: str, topic: str = "") -> None:
    dialog.purpose.setCurrentIndex(dialog.purpose.findData(purpose))
    dialog.topic.setCurrentText(topic)
    shop.settle()


@pytest.fixture
def connected(open_shop: OpenShop) -> tuple[Shop, Line]:
    """A shop that is no demo, with a telephone that can dial."""
    shop = open_shop()
    line = Line()
    shop.desk.demo, shop.desk.dial = False, line
    settings.save(shop.desk, {"phone.dialler": "command", "phone.dial_command": "phone {number}"})
    shop.settle()
    return shop, line


@pytest.mark.parametrize("way", WAYS, ids=lambda way: str(way.__name__))
def test_from_everywhere_advertising_without_consent_reaches_no_line(
    connected: tuple[Shop, Line], way: Callable[[Shop], None]
) -> None:
    shop, line = connected
    calls_before = len(call_log.page(shop.desk, CallFilter(), None, 1000))
    way(shop)
    rung = len(call_log.page(shop.desk, CallFilter(), None, 1000)) - calls_before
    dialog = dialog_of(shop)
    assert line.permits == []
    choose(shop, dialog, "advertising", "Messer")
    assert not (dialog.outlook and dialog.outlook.permitted)
    dialog.go.click()
    shop.settle()
    assert dialog.isVisible()
    assert line.permits == []
    (attempt,) = dialling.attempts(shop.desk)
    assert not attempt.permitted
    assert dialog.verdict.text()
    assert attempt.way == way.__name__.removeprefix("from_").replace("callto", "link").replace(
        "sip", "link"
    )
    after = len(call_log.page(shop.desk, CallFilter(), None, 1000))
    assert after == calls_before + rung
    shop.close_dialogs()


def test_without_a_purpose_nothing_is_tried(connected: tuple[Shop, Line]) -> None:
    shop, line = connected
    from_link(shop)
    dialog = dialog_of(shop)
    dialog.go.click()
    shop.settle()
    assert dialog.verdict.text() == "Wozu dient dieser Anruf? Wählen Sie das zuerst."
    assert (line.permits, dialling.attempts(shop.desk)) == ([], ())
    shop.close_dialogs()


def test_a_permitted_call_goes_out_and_stands_at_the_desk(connected: tuple[Shop, Line]) -> None:
    shop, line = connected
    from_customer(shop)
    dialog = dialog_of(shop)
    choose(shop, dialog, "order")
    assert dialog.verdict.text() == "Erlaubt: es geht um die Bestellung."
    dialog.go.click()
    shop.settle()
    assert line.permits == [Permit(number="+493023125201", basis="order")]
    desk = shop.telephone()
    assert desk.current is not None
    assert (desk.current.row.direction, desk.current.row.purpose) == ("out", "order")


def test_an_advertising_call_on_consent_names_what_was_agreed(
    connected: tuple[Shop, Line],
) -> None:
    shop, line = connected
    screen = shop.at("customers", CustomersScreen)
    screen.open(customers.search(shop.desk, "Fahrenkamp")[0].customer_id)
    shop.settle()
    shop.window.act("dial")
    dialog = dialog_of(shop)
    topics = [dialog.topic.itemText(n) for n in range(dialog.topic.count())]
    assert topics == ["Tee", "Kochgeschirr"]
    choose(shop, dialog, "advertising", "Messer")
    assert (
        dialog.verdict.text() == "Die Einwilligung gilt für andere Themen. Bleiben Sie bei diesen."
    )
    choose(shop, dialog, "advertising", "Tee")
    assert dialog.verdict.text() == "Erlaubt: für diese Themen gibt es die Einwilligung."
    dialog.go.click()
    shop.settle()
    assert [each.basis for each in line.permits] == ["consent"]


def test_the_demo_shop_dials_nobody_and_says_so(open_shop: OpenShop) -> None:
    shop = open_shop()
    line = Line()
    shop.desk.dial = line
    from_customer(shop)
    dialog = dialog_of(shop)
    choose(shop, dialog, "order")
    dialog.go.click()
    shop.settle()
    assert "Übungsgeschäft ruft niemanden an" in dialog.verdict.text()
    assert line.permits == []
    shop.close_dialogs()


def test_a_link_that_we_gave_to_the_system_ourselves_opens_nothing(
    connected: tuple[Shop, Line], tmp_path: Path
) -> None:
    shop, _ = connected
    shop.program._dialler._given = ("+493023125201", float("inf"))
    from_link(shop)
    shop.settle()
    assert shop.dialogs() == []
    assert shop.said.startswith("Das System hat unseren eigenen Anruf an uns zurückgegeben.")


def test_one_key_ends_advertising_for_the_caller(open_shop: OpenShop) -> None:
    shop = open_shop()
    from_card(shop)
    shop.close_dialogs()
    shop.window.act("no_advertising")
    shop.settle()
    found = customers.search(shop.desk, "Brunnhuber Thomas")[0]
    states = {each.state for each in customers.card(shop.desk, found.customer_id).consents}
    assert states == {"withdrawn"}
    assert "keine Werbung" in texts_in(shop.telephone().caller)
