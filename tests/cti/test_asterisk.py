"""Listening to and dialling through a manager that really is at the other end of a socket."""

import logging
import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import shopphone.cti.asterisk as asterisk
from shopphone.cti.asterisk import Asterisk
from shopphone.cti.watch import Watch
from shopphone.domain.consent import Permit
from shopphone.domain.errors import Unavailable
from shopphone.domain.events import CallEvent, CallEventKind, Link
from tests.cti import ami_stories as told
from tests.cti.hearing import Heard
from tests.support.ami_peer import AmiPeer
from tests.support.smtp import certificate_of

RINGING, ENDED = CallEventKind.RINGING, CallEventKind.ENDED
SECRET = "geheim: ü"
PERMIT = Permit(number="+498999998101", basis="order")


def clock() -> datetime:
    return datetime.now(UTC)


def settings(peer: AmiPeer) -> Asterisk:
    return Asterisk(
        host="127.0.0.1",
        port=peer.port,
        user="shopphone",
        secret=SECRET,
        extensions=("21",),
        phone="PJSIP/21",
        outside="0",
    )


@contextmanager
def listening(phone: Asterisk, begun: tuple[CallEvent, ...] = ()) -> Iterator[Heard]:
    heard = Heard()
    watch = Watch(phone, heard.event, heard.state, clock, first_wait=0.01, begun=begun)
    watch.start()
    try:
        yield heard
    finally:
        watch.stop()


@pytest.fixture
def peer() -> Iterator[AmiPeer]:
    with AmiPeer() as running:
        yield running


@pytest.mark.parametrize("plain", [True, False])
@pytest.mark.parametrize("version", ["1.3", "7.0.3", "11.0.0"])
def test_it_logs_in_and_hears_a_call(plain: bool, version: str) -> None:
    with (
        AmiPeer(version=version) as peer,
        listening(replace(settings(peer), plain=plain)) as heard,
    ):
        peer.send(told.comes() + told.rings(told.PHONE_21))
        heard.until(lambda: len(heard.events) == 1)
        assert heard.states == [Link.CONNECTING, Link.CONNECTED]
        assert ("secret" in peer.asked("login")) is plain
        assert peer.asked("login")["events"] == "call"


def test_tls_trusts_the_file_it_was_given_and_no_other(tmp_path: Path) -> None:
    for folder in ("ours", "other"):
        (tmp_path / folder).mkdir()
    file, key = certificate_of(tmp_path / "ours")
    other, _ = certificate_of(tmp_path / "other")
    protection = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    protection.load_cert_chain(file, key)
    with AmiPeer(tls=protection) as peer:
        phone = replace(settings(peer), tls=True, certificate=str(file))
        with listening(phone) as heard:
            peer.send(told.comes() + told.rings(told.PHONE_21))
            heard.until(lambda: len(heard.events) == 1)
        for untrusted in (str(other), ""):
            with listening(replace(phone, certificate=untrusted)) as heard:
                heard.until(lambda: Link.REFUSED in heard.states)
                assert heard.last is not None
                assert heard.last.reason == "certificate"
                assert Link.CONNECTED not in heard.states


def test_a_wrong_password_is_told_and_not_tried_again_at_once(peer: AmiPeer) -> None:
    with listening(replace(settings(peer), secret="falsch")) as heard:
        heard.until(lambda: Link.REFUSED in heard.states)
        assert heard.last is not None
        assert heard.last.reason == "login"
        time.sleep(0.2)
        assert len([each for each in peer.actions if each["action"] == "Login"]) == 1


def test_something_else_at_the_port_is_told_as_such() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        phone = Asterisk(host="127.0.0.1", port=server.getsockname()[1], user="x", secret="y")
        with listening(phone) as heard:
            client, _ = server.accept()
            client.sendall(b"HTTP/1.0 400 Bad Request\r\n")
            heard.until(lambda: Link.REFUSED in heard.states)
            client.close()
            assert heard.last is not None
            assert heard.last.reason == "strange"


def test_a_link_cut_again_and_again_tells_every_call_once(peer: AmiPeer) -> None:
    with listening(settings(peer)) as heard:
        for n in range(100):
            uid = f"17640648{n:02d}.1"
            story = (told.comes() + told.rings(told.PHONE_21)).replace(told.TRUNK, uid)
            peer.send(story.replace(told.CALLER, f"0899999{n:04d}"))
            heard.until(lambda n=n: len(heard.of(RINGING)) == n + 1)  # type: ignore[misc]  # mypy reads the default as a parameter
            peer.cut()
    numbers = [each.number_raw for each in heard.of(RINGING)]
    assert len(numbers) == len(set(numbers)) == 100


def test_a_call_that_ended_while_the_link_was_down_ends_with_the_next(peer: AmiPeer) -> None:
    with listening(settings(peer)) as heard:
        peer.send(told.comes() + told.rings(told.PHONE_21))
        heard.until(lambda: len(heard.events) == 1)
        peer.cut()
        heard.until(lambda: len(heard.of(ENDED)) == 1)
        assert heard.of(ENDED)[0].unknown_end


def test_without_the_right_to_look_around_a_call_stays_until_its_end_is_told() -> None:
    with AmiPeer(allows_status=False) as peer, listening(settings(peer)) as heard:
        peer.send(told.comes() + told.rings(told.PHONE_21))
        heard.until(lambda: len(heard.events) == 1)
        peer.cut()
        peer.send(told.hangs_up(told.PHONE_21) + told.hangs_up(told.TRUNK))
        heard.until(lambda: len(heard.of(ENDED)) == 1)


def test_garbage_half_lines_and_endless_ones_are_survived_with_one_log_line(
    peer: AmiPeer, caplog: pytest.LogCaptureFixture
) -> None:
    story = (told.comes("Müller") + told.rings(told.PHONE_21)).replace("\n", "\r\n").encode()
    cut = story.index("ü".encode()) + 1
    with caplog.at_level(logging.INFO, "shopphone.cti"), listening(settings(peer)) as heard:
        peer.send(b"garbage\r\n\xff\xfe\x00\r\n" * 50 + b"x" * 1_000_000 + b"\r\n\r\n")
        peer.send(story[:10])
        peer.send(story[10:cut])
        peer.send(story[cut:])
        heard.until(lambda: len(heard.events) == 1)
    assert heard.events[0].number_raw == told.CALLER
    assert len(caplog.records) == 1


def test_stopping_is_quick_while_it_waits_to_try_again() -> None:
    with AmiPeer() as peer:
        phone = settings(peer)
    heard = Heard()
    watch = Watch(phone, heard.event, heard.state, clock, first_wait=30)
    watch.start()
    heard.until(lambda: Link.REFUSED in heard.states)
    begun = clock()
    watch.stop()
    assert clock() - begun < timedelta(seconds=1)


# ---- dialling ----


def test_dialling_lets_our_phone_ring_and_calls_the_permitted_number(peer: AmiPeer) -> None:
    asterisk.dial(settings(peer), PERMIT.number, PERMIT)
    asked = peer.asked("Originate")
    assert (asked["channel"], asked["exten"]) == ("PJSIP/21", "000498999998101")
    assert (asked["timeout"], asked["async"], asked["priority"]) == ("30000", "true", "1")
    assert peer.asked("login")["events"] == "off"


def test_a_permit_is_for_its_own_number_only(peer: AmiPeer) -> None:
    with pytest.raises(ValueError, match="another number"):
        asterisk.dial(settings(peer), "+498999998102", PERMIT)
    assert peer.actions == []


def test_nothing_can_be_slipped_into_an_action(peer: AmiPeer) -> None:
    context = "default\r\nAction: Command\r\nCommand: core stop now\r\n"
    asterisk.dial(replace(settings(peer), context=context), PERMIT.number, PERMIT)
    asked = peer.asked("Originate")
    assert "command" not in asked
    assert {each["action"] for each in peer.actions} <= {
        "Challenge",
        "Login",
        "Originate",
        "Logoff",
    }


def test_what_hinders_dialling_is_said(peer: AmiPeer) -> None:
    def refusal(phone: Asterisk) -> str:
        with pytest.raises(Unavailable) as refused:
            asterisk.dial(phone, PERMIT.number, PERMIT)
        return refused.value.what

    assert refusal(replace(settings(peer), phone="")) == "phone_unset"
    assert refusal(replace(settings(peer), secret="falsch")) == "phone_login"
    peer.answers["originate"] = "Permission denied"
    assert refusal(settings(peer)) == "phone_refused"
    with AmiPeer() as gone:
        port = gone.port
    assert refusal(replace(settings(peer), port=port)) == "phone_away"


def test_a_test_says_whether_it_lets_us_in(peer: AmiPeer) -> None:
    asterisk.test(settings(peer))
    with pytest.raises(Unavailable):
        asterisk.test(replace(settings(peer), user="niemand"))


def test_the_password_is_in_no_report() -> None:
    assert SECRET not in repr(Asterisk(secret=SECRET))
