"""The outbox: built once, sent once, asked about where nobody can know; real servers, both databases."""

import email
import email.policy
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from email.message import EmailMessage
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

import shopphone.services.call_log as call_log
import shopphone.services.letters as letters
import shopphone.services.orders as orders
import shopphone.services.outbox as outbox
import shopphone.services.print_runs as print_runs
import shopphone.services.settings as settings
from shopphone.domain.errors import Refused
from shopphone.domain.mail import MailState, Outcome
from shopphone.domain.paper import Paper, Sheets
from shopphone.mail import smtp
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from tests.services.conftest import Clock
from tests.services.test_orders import SHOP, draft_with
from tests.support.smtp import Post, Running, post_office

TO = "kundin@kunden.example"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Running]:
    with post_office(tmp_path / "office") as running:
        yield running


@pytest.fixture
def shop(desk: Desk, office: Running) -> Desk:
    settings.save(desk, SHOP | mail_settings(office))
    desk.send_mail = partial(smtp.send, context=office.context)
    return desk


@pytest.fixture
def post(office: Running) -> Post:
    return office.post


def mail_settings(office: Running) -> dict[str, str]:
    return {
        "mail.host": office.server.host,
        "mail.port": str(office.server.port),
        "mail.mode": office.server.mode,
        "mail.sender": office.server.sender,
    }


def letter_of(desk: Desk, recipient: str = TO, name: str = "") -> int:
    draft = replace(draft_with(desk, ("Pfanne", "54.90")), email=recipient)
    if name:
        draft = replace(draft, customer_name=name)
    order_id = orders.place(desk, draft, {}).order_id
    return letters.write(desk, "confirmation", order_id).row.letter_id


def read(raw: bytes) -> EmailMessage:
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def state(desk: Desk, mail_id: int) -> str:
    return outbox.read(desk, mail_id).state


def test_a_letter_goes_out_with_its_kept_bytes_and_confirms_the_order(
    shop: Desk, post: Post
) -> None:
    letter_id = letter_of(shop)
    sent = outbox.send_letter(shop, letter_id)
    assert outbox.send_due(shop).waiting == 0
    assert state(shop, sent.mail_id) == MailState.SENT
    (got,) = post.got
    message = read(got)
    assert message["To"] == TO
    (pdf,) = message.iter_attachments()
    letter = letters.read(shop, letter_id)
    assert pdf.get_content() == letter.pdf
    assert pdf.get_content_type() == "application/pdf"
    assert (letter.row.state, letter.row.channel) == ("printed", "email")
    assert letter.row.order_id is not None
    assert orders.detail(shop, letter.row.order_id).state == "confirmed"


def test_it_is_queued_once_and_sent_once(shop: Desk, post: Post) -> None:
    letter_id = letter_of(shop)
    first = outbox.send_letter(shop, letter_id)
    assert outbox.send_letter(shop, letter_id).mail_id == first.mail_id
    outbox.send_due(shop)
    outbox.send_due(shop)
    assert len(post.got) == 1


def test_two_desks_at_once_send_each_message_once(
    shop: Desk, second_desk: Desk, office: Running
) -> None:
    second_desk.send_mail = shop.send_mail
    for _ in range(6):
        outbox.send_letter(shop, letter_of(shop))
    workers = [threading.Thread(target=outbox.send_due, args=(d,)) for d in (shop, second_desk)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    outbox.send_due(shop)
    ids = [read(raw)["Message-ID"] for raw in office.post.got]
    assert len(ids) == len(set(ids)) == 6


def test_the_message_is_the_same_at_every_try(shop: Desk, post: Post, clock: Clock) -> None:
    post.rcpt = "451 4.7.1 Greylisting"
    sent = outbox.send_letter(shop, letter_of(shop))
    before = outbox.raw(shop, sent.mail_id)
    outbox.send_due(shop)
    waits = outbox.read(shop, sent.mail_id)
    assert (waits.state, waits.attempts, waits.reason) == ("queued", 1, "mail_later")
    assert waits.due_at == clock.now + timedelta(minutes=5)
    post.rcpt = ""
    outbox.send_due(shop)
    assert not post.got  # not yet
    clock.now += timedelta(minutes=5)
    outbox.send_due(shop)
    assert state(shop, sent.mail_id) == MailState.SENT
    assert read(post.got[0])["Message-ID"] == read(before)["Message-ID"]


def test_after_three_days_nobody_tries_again(shop: Desk, post: Post, clock: Clock) -> None:
    post.rcpt = "451 4.7.1 Greylisting"
    sent = outbox.send_letter(shop, letter_of(shop))
    clock.now += timedelta(days=3, minutes=1)
    outbox.send_due(shop)
    assert state(shop, sent.mail_id) == MailState.FAILED


def test_a_refusal_is_told_and_the_others_still_go(shop: Desk, post: Post) -> None:
    first = outbox.send_letter(shop, letter_of(shop))
    post.rcpt = "550 5.1.1 Unbekannt"
    outbox.send_due(shop)
    row = outbox.read(shop, first.mail_id)
    assert (row.state, row.reason, row.said) == ("failed", "mail_refused", "550 5.1.1 Unbekannt")
    assert row.letter_id is not None
    assert letters.read(shop, row.letter_id).row.state == "queued"
    post.rcpt = ""
    second = outbox.send_letter(shop, letter_of(shop))
    outbox.send_due(shop)
    assert state(shop, second.mail_id) == MailState.SENT


@pytest.mark.parametrize("arrived", [True, False])
def test_a_line_cut_at_the_end_is_asked_about(shop: Desk, post: Post, arrived: bool) -> None:
    post.cut = "after"
    sent = outbox.send_letter(shop, letter_of(shop))
    assert outbox.send_due(shop).asked == 1
    post.cut = ""
    outbox.send_due(shop)
    assert len(post.got) == 1  # not repeated by itself
    assert outbox.answer(shop, sent.mail_id, arrived=arrived).state == (
        MailState.SENT if arrived else MailState.QUEUED
    )
    outbox.send_due(shop)
    assert len(post.got) == (1 if arrived else 2)
    assert len({read(raw)["Message-ID"] for raw in post.got}) == 1


def test_a_line_cut_before_the_end_is_tried_again(shop: Desk, post: Post, clock: Clock) -> None:
    post.cut = "before"
    sent = outbox.send_letter(shop, letter_of(shop))
    outbox.send_due(shop)
    assert state(shop, sent.mail_id) == MailState.QUEUED
    post.cut = ""
    clock.now += timedelta(minutes=5)
    outbox.send_due(shop)
    assert len(post.got) == 1


@pytest.mark.parametrize(("handed", "after"), [(False, "queued"), (True, "asked")])
def test_what_a_killed_desk_was_sending_is_open_or_asked(
    shop: Desk, second_desk: Desk, clock: Clock, handed: bool, after: str
) -> None:
    sent = outbox.send_letter(shop, letter_of(shop))

    def dies(*given: Any) -> Any:
        if handed:
            given[4]()
        raise SystemExit

    shop.send_mail = dies
    with pytest.raises(SystemExit):
        outbox.send_due(shop)
    assert state(shop, sent.mail_id) == MailState.SENDING
    outbox.recover(second_desk)  # not its own
    assert state(shop, sent.mail_id) == MailState.SENDING
    outbox.recover(shop)
    assert state(shop, sent.mail_id) == after


def test_what_came_back_waits_again(shop: Desk) -> None:
    letter_id = letter_of(shop)
    sent = outbox.send_letter(shop, letter_id)
    outbox.send_due(shop)
    assert outbox.came_back(shop, sent.mail_id).state == MailState.RETURNED
    row = letters.read(shop, letter_id).row
    assert (row.state, row.error) == ("queued", "came_back")
    with pytest.raises(Refused, match="mail_changed_meanwhile"):
        outbox.came_back(shop, sent.mail_id)


def on_paper(desk: Desk) -> list[int]:
    """What "print all" would print."""
    shown = [row.letter_id for row in letters.queue(desk)]
    assert letters.waiting(desk, shown) == set(shown)
    assert call_log.waiting(desk).letters_queued == len(shown)
    return shown


def test_what_waits_in_the_outbox_is_not_printed_as_well(shop: Desk, post: Post) -> None:
    paper, letter_id = letter_of(shop), letter_of(shop)
    assert on_paper(shop) == [paper, letter_id]
    sent = outbox.send_letter(shop, letter_id)
    assert on_paper(shop) == [paper]
    assert print_runs.begin(shop, [letter_id], Paper(printer="Gut", sheets=Sheets())) == (0, ())
    post.cut = "after"
    assert outbox.send_due(shop).asked == 1
    assert on_paper(shop) == [paper]
    outbox.answer(shop, sent.mail_id, arrived=False)
    assert on_paper(shop) == [paper]
    post.cut = ""
    outbox.send_due(shop)
    assert state(shop, sent.mail_id) == MailState.SENT
    assert on_paper(shop) == [paper]
    outbox.came_back(shop, sent.mail_id)
    assert on_paper(shop) == [paper, letter_id]


def test_what_is_at_the_printer_is_not_mailed_as_well(shop: Desk) -> None:
    letter_id = letter_of(shop)
    run_id, _ = print_runs.begin(shop, [letter_id], Paper(printer="Gut", sheets=Sheets()))
    with pytest.raises(Refused, match="letter_at_printer"):
        outbox.send_letter(shop, letter_id)
    print_runs.answer(shop, run_id, ())
    assert outbox.send_letter(shop, letter_id).state == MailState.QUEUED


def test_while_it_is_being_sent_it_is_not_printed(shop: Desk) -> None:
    letter_id = letter_of(shop)
    sent = outbox.send_letter(shop, letter_id)
    seen: list[tuple[str, list[int]]] = []

    def looks(*given: Any) -> Outcome:
        seen.append((state(shop, sent.mail_id), on_paper(shop)))
        return smtp.send(*given)

    shop.send_mail = looks
    outbox.send_due(shop)
    assert seen == [(MailState.SENDING, [])]


@pytest.mark.parametrize("gone", ["refused", "taken back"])
def test_a_letter_whose_mail_will_not_leave_is_printed(shop: Desk, post: Post, gone: str) -> None:
    letter_id = letter_of(shop)
    sent = outbox.send_letter(shop, letter_id)
    if gone == "refused":
        post.rcpt = "550 Unbekannt"
        outbox.send_due(shop)
    else:
        outbox.give_up(shop, sent.mail_id)
    assert state(shop, sent.mail_id) == MailState.FAILED
    assert on_paper(shop) == [letter_id]
    outbox.try_again(shop, sent.mail_id)
    assert on_paper(shop) == []


def test_a_letter_posted_again_after_its_mail_waits_for_the_printer(shop: Desk) -> None:
    letter_id = letter_of(shop)
    outbox.send_letter(shop, letter_id)
    outbox.send_due(shop)
    second = outbox.send_letter(shop, letter_id)
    outbox.send_due(shop)
    outbox.came_back(shop, second.mail_id)  # the first one's word is older
    assert on_paper(shop) == [letter_id]


HOSTILE = "Anna\r\nBcc: alle@kunden.example\r\n\r\nNeuer Text\x00\ud800" + "x" * 10_000


def test_headers_cannot_be_injected(shop: Desk, post: Post) -> None:
    settings.save(
        shop, {"shop.name": "Laden\nBcc: x@kunden.example", "mail.sender_name": "A" * 10_000}
    )
    letter_id = letter_of(shop)
    with shop.db.writing() as tx:
        found = select(t.letter.c.order_id).where(t.letter.c.id == letter_id).scalar_subquery()
        number = HOSTILE.replace("\x00", "").replace("\ud800", "")
        tx.execute(update(t.sale_order).where(t.sale_order.c.id == found).values(number=number))
    outbox.send_letter(shop, letter_id)
    outbox.send_due(shop)
    (got,) = post.got
    message = read(got)
    assert "Bcc" not in message
    assert set(message.keys()) == {
        "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type",
    }  # fmt: skip
    assert "\n" not in str(message["Subject"])
    assert len(str(message["Subject"])) <= 200
    assert post.recipients == [TO]
    assert max(map(len, got.split(b"\r\n"))) <= 998


@pytest.mark.parametrize(
    "recipient",
    ["", "a@b.example\nBcc: c@d.example", "a@b.example, c@d.example", "<a@b.example>", "kein"],
)
def test_an_address_that_is_none_is_refused(shop: Desk, recipient: str) -> None:
    letter_id = letter_of(shop)
    with shop.db.writing() as tx:
        tx.execute(update(t.sale_order).values(email=recipient))
        tx.execute(update(t.customer).values(email=recipient))
    with pytest.raises(Refused, match="mail_address"):
        outbox.send_letter(shop, letter_id)


def test_no_server_is_contacted_unless_set_up(shop: Desk, post: Post) -> None:
    sent = outbox.send_letter(shop, letter_of(shop))
    before = post.connections
    settings.save(shop, {"mail.host": ""})
    assert outbox.send_due(shop).waiting == 1
    with pytest.raises(Refused, match="mail_not_set_up"):
        outbox.send_letter(shop, sent.letter_id or 0)
    settings.save(shop, {"mail.host": "127.0.0.1"})
    shop.demo = True
    outbox.send_due(shop)
    assert post.connections == before


def test_the_information_beforehand_is_a_real_message(shop: Desk, post: Post) -> None:
    outbox.send_info(shop, TO, "de", "Erika Muster", "draft-1")
    outbox.send_due(shop)
    body = read(post.got[0]).get_body()
    assert body is not None
    text = body.get_content()
    assert "Widerrufsbelehrung" in text
    assert SHOP["shop.name"] in text
    assert "{" not in text
