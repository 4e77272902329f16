"""E-mail on the screen: a letter sent from its preview, asked about, back again; the test message."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy import update

import shopphone.services.letters as letters
import shopphone.services.orders as orders
import shopphone.services.outbox as outbox
import shopphone.services.settings as settings
from shopphone.domain.mail import MailState
from shopphone.store import tables as t
from shopphone.ui.panels.mail_setup import MailSetup
from shopphone.ui.panels.outbox import Outbox
from shopphone.ui.screens.letters import LettersScreen
from tests.support.smtp import Running, post_office
from tests.ui.driving import Shop, texts_in

OpenShop = Callable[..., Shop]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Running]:
    with post_office(tmp_path / "office") as running:
        yield running


def with_letter(shop: Shop, office: Running) -> LettersScreen:
    """A shop with a mail server, and a letter of a customer with an address in front."""
    shop.desk.demo = False
    settings.save(
        shop.desk,
        {
            "mail.host": office.server.host,
            "mail.port": str(office.server.port),
            "mail.mode": office.server.mode,
            "mail.sender": office.server.sender,
        },
    )
    with shop.desk.db.writing() as tx:
        tx.execute(update(t.sale_order).values(email="kundin@kunden.example"))
    order_id = orders.page(shop.desk, "placed", limit=1)[0].order_id
    letter = letters.write(shop.desk, "confirmation", order_id)
    screen = shop.at("letters", LettersScreen)
    screen.preview.show_letter(letter)
    shop.settle()
    return screen


def test_a_letter_goes_by_mail_from_its_preview_and_comes_back_by_one_key(
    open_shop: OpenShop, office: Running
) -> None:
    shop = open_shop()
    screen = with_letter(shop, office)
    assert screen.preview.letter is not None
    letter_id = screen.preview.letter.row.letter_id
    QTest.keyClick(screen.preview.mail_button, Qt.Key.Key_Space)
    shop.settle()
    (row,) = outbox.rows(shop.desk)
    assert (row.state, row.letter_id) == (MailState.QUEUED, letter_id)
    outbox.send_due(shop.desk)
    assert len(office.post.got) == 1
    screen.outbox.click()
    dialog = screen.findChild(Outbox)
    assert dialog is not None
    shop.settle()
    dialog.list.table.selectRow(0)
    shop.settle()
    QTest.keyClick(dialog.back, Qt.Key.Key_Space)
    shop.settle()
    assert outbox.rows(shop.desk)[0].state == MailState.RETURNED
    assert letters.read(shop.desk, letter_id).row.state == "queued"
    dialog.close()


def test_a_message_that_may_have_arrived_is_asked_about(
    open_shop: OpenShop, office: Running
) -> None:
    shop = open_shop()
    screen = with_letter(shop, office)
    office.post.cut = "after"
    assert screen.preview.letter is not None
    outbox.send_letter(shop.desk, screen.preview.letter.row.letter_id)
    outbox.send_due(shop.desk)
    screen.outbox.click()
    dialog = screen.findChild(Outbox)
    assert dialog is not None
    shop.settle()
    dialog.list.table.selectRow(0)
    shop.settle()
    assert any("Ist sie angekommen?" in text for text in texts_in(dialog))
    QTest.keyClick(dialog.arrived, Qt.Key.Key_Space)
    shop.settle()
    assert outbox.rows(shop.desk)[0].state == MailState.SENT
    assert len(office.post.got) == 1
    dialog.close()


def test_the_test_message_says_what_is_wrong(open_shop: OpenShop, office: Running) -> None:
    shop = open_shop()
    screen = with_letter(shop, office)
    dialog = MailSetup(screen, screen.parts)
    dialog.show()
    dialog.test.click()
    shop.settle()
    assert any("Der Server hat die Nachricht angenommen" in text for text in texts_in(dialog))
    office.post.rcpt = "550 5.7.1 Absender unbekannt"
    dialog.test.click()
    shop.settle()
    assert any("550 5.7.1 Absender unbekannt" in text for text in texts_in(dialog))
    dialog.close()
