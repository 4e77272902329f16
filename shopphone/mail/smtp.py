"""One message to the shop's SMTP server, in such steps that it is known what was accepted.

smtplib's sendmail does not tell a line cut before the end of the message from one cut after it;
only the second leaves it open whether the message went out.
"""

import errno
import smtplib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from email.errors import MessageError
from email.utils import parseaddr

from shopphone.domain.mail import Ended, MailServer, Mode, Outcome

_CONNECT_SECONDS = 10.0
_ANSWER_SECONDS = 60.0
_END_SECONDS = 300.0  # after the last dot servers look for viruses; RFC 5321 wants patience
_LOOK_SECONDS = 0.2
_NO_NETWORK = (errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTUNREACH)


class _Ended(Exception):
    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.reason)
        self.outcome = outcome


def send(
    server: MailServer,
    password: str,
    recipient: str,
    raw: bytes,
    before_end: Callable[[], None],
    closing: threading.Event,
    context: ssl.SSLContext | None = None,
) -> Outcome:
    """Hand over one message. before_end is called when only the last dot is missing.

    closing cuts the line: what was not handed over by then stays to be sent.
    """
    try:
        with _line(server, password, closing, context) as line:
            _wants(line.mail(server.sender))
            _wants(line.rcpt(recipient))
            _wants(line.docmd("DATA"), expected=354)
            line.send(_dotted(raw))
            before_end()
            return _finish(line)
    except _Ended as ended:
        return ended.outcome
    except (OSError, smtplib.SMTPException, MessageError) as error:
        return _outcome_of(error)


def probe(
    server: MailServer,
    password: str,
    closing: threading.Event,
    context: ssl.SSLContext | None = None,
) -> Outcome:
    """Whether the server takes this shop's login and sender; nothing is sent."""
    try:
        with _line(server, password, closing, context) as line:
            _wants(line.mail(server.sender))
            return Outcome(ended=Ended.SENT)
    except _Ended as ended:
        return ended.outcome
    except (OSError, smtplib.SMTPException) as error:
        return _outcome_of(error)


def _finish(line: smtplib.SMTP) -> Outcome:
    """The last dot. From here on only the server's answer says whether it has the message."""
    try:
        assert line.sock is not None
        line.sock.settimeout(_END_SECONDS)
        line.send(".\r\n")
        code, said = line.getreply()
    except (OSError, smtplib.SMTPException) as error:
        return Outcome(ended=Ended.UNSURE, reason="mail_cut", said=str(error)[:200])
    if code == -1:
        return Outcome(ended=Ended.UNSURE, reason="mail_cut")
    if code // 100 == 2:
        return Outcome(ended=Ended.SENT, said=_words(said))
    return _answered(code, said)


@contextmanager
def _line(
    server: MailServer, password: str, closing: threading.Event, context: ssl.SSLContext | None
) -> Iterator[smtplib.SMTP]:
    """A greeted, protected, logged-in connection that ends when the program does."""
    if password and not server.may_log_in:
        raise _Ended(Outcome(ended=Ended.REFUSED, reason="mail_unprotected"))
    secure = context or ssl.create_default_context()
    with _connected(server, secure) as line:
        done = threading.Event()
        watch = threading.Thread(target=_cut_at_closing, args=(line, closing, done), daemon=True)
        watch.start()
        try:
            assert line.sock is not None
            line.sock.settimeout(_ANSWER_SECONDS)
            line.ehlo_or_helo_if_needed()
            if server.mode is Mode.STARTTLS:
                _start_tls(line, secure)
            if server.user and password:
                _log_in(line, server.user, password)
            yield line
            if line.sock is not None:
                line.sock.settimeout(_LOOK_SECONDS * 5)
                with suppress(OSError, smtplib.SMTPException):
                    line.quit()
        finally:
            done.set()
            watch.join()


@contextmanager
def _connected(server: MailServer, secure: ssl.SSLContext) -> Iterator[smtplib.SMTP]:
    name = parseaddr(server.sender)[1].rpartition("@")[2] or "localhost"
    if server.mode is Mode.TLS:
        line: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host, server.port, name, timeout=_CONNECT_SECONDS, context=secure
        )
    else:
        line = smtplib.SMTP(server.host, server.port, name, timeout=_CONNECT_SECONDS)
    try:
        yield line
    finally:
        line.close()


def _start_tls(line: smtplib.SMTP, secure: ssl.SSLContext) -> None:
    if not line.has_extn("starttls"):
        raise _Ended(Outcome(ended=Ended.LATER, reason="mail_no_starttls"))
    line.starttls(context=secure)
    line.ehlo_or_helo_if_needed()


def _log_in(line: smtplib.SMTP, user: str, password: str) -> None:
    try:
        line.login(user, password)
    except smtplib.SMTPAuthenticationError as error:
        later = error.smtp_code // 100 == 4
        raise _Ended(
            Outcome(
                ended=Ended.LATER,
                reason="mail_busy" if later else "mail_login",
                said=_words(error.smtp_error),
            )
        ) from error
    except smtplib.SMTPNotSupportedError as error:
        raise _Ended(Outcome(ended=Ended.LATER, reason="mail_no_login")) from error
    except UnicodeError as error:  # smtplib logs in with ASCII only
        raise _Ended(Outcome(ended=Ended.LATER, reason="mail_login")) from error


def _wants(answer: tuple[int, bytes], expected: int = 250) -> None:
    code, said = answer
    if code == -1:
        raise smtplib.SMTPServerDisconnected("")
    if code // 100 != expected // 100:
        raise _Ended(_answered(code, said))


def _answered(code: int, said: bytes) -> Outcome:
    """4xx: later (greylisting, RFC 6647); 5xx: never."""
    if code // 100 == 4:
        return Outcome(ended=Ended.LATER, reason="mail_later", said=f"{code} {_words(said)}")
    return Outcome(ended=Ended.REFUSED, reason="mail_refused", said=f"{code} {_words(said)}")


def _outcome_of(error: Exception) -> Outcome:
    """Before the last dot nothing was accepted: all of these may be tried again."""
    said = str(error)[:200]
    reason = "mail_line"
    if isinstance(error, ssl.SSLCertVerificationError):
        reason, said = "mail_certificate", error.verify_message
    elif isinstance(error, ssl.SSLError):
        reason = "mail_tls"
    elif isinstance(error, socket.gaierror):
        # EAI_AGAIN: no name server answers, which is what being offline looks like
        reason = "mail_offline" if error.errno == socket.EAI_AGAIN else "mail_host"
    elif isinstance(error, TimeoutError):
        reason = "mail_timeout"
    elif isinstance(error, ConnectionRefusedError):
        reason = "mail_port"
    elif isinstance(error, smtplib.SMTPConnectError) and error.smtp_code // 100 == 4:
        reason, said = "mail_busy", _words(error.smtp_error)
    elif isinstance(error, OSError) and error.errno in _NO_NETWORK:
        reason = "mail_offline"
    return Outcome(ended=Ended.LATER, reason=reason, said=said)


def _dotted(raw: bytes) -> bytes:
    """Lines end in CRLF, a leading dot is doubled (RFC 5321, 4.5.2)."""
    text = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").replace(b"\n", b"\r\n")
    text = text.replace(b"\r\n.", b"\r\n..")
    if text.startswith(b"."):
        text = b"." + text
    return text if text.endswith(b"\r\n") else text + b"\r\n"


def _cut_at_closing(line: smtplib.SMTP, closing: threading.Event, done: threading.Event) -> None:
    while not done.wait(_LOOK_SECONDS):
        if closing.is_set():
            with suppress(OSError, AttributeError):
                line.sock.shutdown(socket.SHUT_RDWR)  # type: ignore[union-attr]  # may be gone by now
            return


def _words(said: bytes | str) -> str:
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return " ".join(text.split())[:200]
