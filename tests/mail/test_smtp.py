"""One message to a real server: what was accepted is known at every cut of the line."""

import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from shopphone.domain.mail import Ended, MailServer, Mode, Outcome
from shopphone.mail import smtp
from tests.support.smtp import PASSWORD, USER, Running, post_office

RAW = b"Subject: Hallo\r\nTo: kundin@kunden.example\r\n\r\nZeile\r\n.\r\n.Punkt\r\n"
TO = "kundin@kunden.example"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Running]:
    with post_office(tmp_path) as running:
        yield running


def hand(office: Running, server: MailServer | None = None, password: str = "") -> Outcome:
    steps: list[str] = []
    return smtp.send(
        server or office.server,
        password,
        TO,
        RAW,
        lambda: steps.append("end"),
        threading.Event(),
        office.context,
    )


def test_a_message_arrives_as_it_was(office: Running) -> None:
    assert hand(office).ended is Ended.SENT
    assert office.post.got == [RAW]
    assert office.post.recipients == [TO]
    assert office.post.senders == ["post@laden.example"]


def test_a_refused_recipient_ends_it_in_the_servers_words(office: Running) -> None:
    office.post.rcpt = "550 5.1.1 Kein solches Postfach"
    assert hand(office) == Outcome(
        ended=Ended.REFUSED, reason="mail_refused", said="550 5.1.1 Kein solches Postfach"
    )


def test_greylisting_is_later_at_the_recipient_and_at_the_end(office: Running) -> None:
    office.post.rcpt = "451 4.7.1 Bitte spaeter"
    assert hand(office).ended is Ended.LATER
    office.post.rcpt, office.post.data = "", "451 4.7.1 Bitte spaeter"
    assert hand(office).ended is Ended.LATER
    assert not office.post.got


def test_a_line_cut_before_the_end_is_tried_again(office: Running) -> None:
    office.post.cut = "before"
    assert hand(office).ended is Ended.LATER


def test_a_line_cut_after_the_end_leaves_it_open(office: Running) -> None:
    office.post.cut = "after"
    assert hand(office).ended is Ended.UNSURE
    assert len(office.post.got) == 1  # the server has it, which nobody here can know


def test_the_end_is_told_when_only_the_last_dot_is_missing(office: Running) -> None:
    def fails() -> None:
        raise OSError("the disk is full")

    outcome = smtp.send(office.server, "", TO, RAW, fails, threading.Event(), office.context)
    assert outcome.ended is Ended.LATER
    assert not office.post.got


@pytest.mark.expect_log("login_data is deprecated")
@pytest.mark.expect_log("SMTP session exception")
@pytest.mark.parametrize("mode", [Mode.TLS, Mode.STARTTLS])
def test_a_protected_line_logs_in_and_knows_a_wrong_password(tmp_path: Path, mode: Mode) -> None:
    with post_office(tmp_path, mode) as office:
        server = replace(office.server, user=USER)
        assert hand(office, server, PASSWORD).ended is Ended.SENT
        assert hand(office, server, "falsch").reason == "mail_login"
        unknown = smtp.probe(server, PASSWORD, threading.Event())  # trusts only known authorities
        assert unknown.reason == "mail_certificate"
        assert smtp.probe(server, PASSWORD, threading.Event(), office.context).ended is Ended.SENT


def test_no_password_crosses_a_network_unprotected(office: Running) -> None:
    far = replace(office.server, host="mail.laden.example", user=USER)
    assert hand(office, far, PASSWORD).reason == "mail_unprotected"


def test_a_server_without_starttls_is_not_trusted_with_anything(office: Running) -> None:
    assert hand(office, replace(office.server, mode=Mode.STARTTLS)).reason == "mail_no_starttls"


@pytest.mark.expect_log("unrecognised")
def test_an_unknown_host_a_closed_port_and_a_plain_server_have_their_names(office: Running) -> None:
    nobody = replace(office.server, host="mail.laden.invalid")
    assert hand(office, nobody).reason in ("mail_host", "mail_offline")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert hand(office, replace(office.server, port=port)).reason == "mail_port"
    assert hand(office, replace(office.server, mode=Mode.TLS)).reason == "mail_tls"


def test_a_silent_server_is_left_when_the_program_closes() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        lines: list[socket.socket] = []

        def greet() -> None:
            lines.append(silent.accept()[0])
            lines[0].sendall(b"220 da\r\n")

        greeting = threading.Thread(target=greet)
        greeting.start()
        server = MailServer(
            host="127.0.0.1",
            port=silent.getsockname()[1],
            mode=Mode.PLAIN,
            user="",
            sender_name="",
            sender="post@laden.example",
        )
        closing = threading.Event()
        closing.set()
        outcome = smtp.send(server, "", TO, RAW, lambda: None, closing)
        greeting.join()
        lines[0].close()
    assert outcome.ended is Ended.LATER
