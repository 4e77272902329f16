"""A real SMTP server (aiosmtpd) that does what a test says: takes, puts off, refuses, cuts the line."""

import asyncio
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from shopphone.domain.mail import MailServer, Mode

USER, PASSWORD = "laden", "geheim-123"


@dataclass
class Post:
    """What the server answers, and what it got. cut: "before" or "after" the end of a message."""

    rcpt: str = ""
    data: str = ""
    cut: str = ""
    got: list[bytes] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    senders: list[str] = field(default_factory=list)
    connections: int = 0

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.rcpt:
            return self.rcpt
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.data:
            return self.data
        assert isinstance(envelope.content, bytes)
        self.got.append(envelope.content)
        self.recipients += envelope.rcpt_tos
        self.senders.append(str(envelope.mail_from))
        if self.cut == "after":
            _cut(server)
            await asyncio.sleep(0)
        return "250 Angenommen"


class _Server(SMTP):
    """Ends the line at DATA when the test wants it cut before the message is whole."""

    async def smtp_DATA(self, arg: str) -> None:
        if self.event_handler.cut == "before":
            _cut(self)
            return
        await super().smtp_DATA(arg)

    def connection_made(self, transport: Any) -> None:
        self.event_handler.connections += 1
        super().connection_made(transport)


class _Controller(Controller):
    def factory(self) -> SMTP:
        return _Server(self.handler, **self.SMTP_kwargs)

    def _trigger_server(self) -> None:
        """aiosmtpd says hello to itself with the server's side of TLS, which hangs."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=5) as hello:
            if self.ssl_context is not None:
                anyone = ssl._create_unverified_context()
                with anyone.wrap_socket(hello) as secure:
                    secure.recv(64)
            else:
                hello.recv(64)


@dataclass(frozen=True)
class Running:
    """A server that runs, and how to reach it."""

    post: Post
    server: MailServer
    context: ssl.SSLContext


@contextmanager
def post_office(folder: Path, mode: Mode = Mode.PLAIN) -> Iterator[Running]:
    """A server on a free port of this computer; it knows USER with PASSWORD."""
    post = Post()
    certificate, key = certificate_of(folder)
    server_side = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    server_side.load_cert_chain(certificate, key)
    controller = _Controller(
        post,
        hostname="127.0.0.1",
        port=_free_port(),
        ssl_context=server_side if mode is Mode.TLS else None,
        tls_context=server_side if mode is Mode.STARTTLS else None,
        authenticator=_knows,
        auth_require_tls=mode is Mode.STARTTLS,
    )
    controller.start()
    try:
        address = MailServer(
            host="127.0.0.1",
            port=controller.port,
            mode=mode,
            user="",
            sender_name="Küchenhaus",
            sender="post@laden.example",
        )
        yield Running(post, address, ssl.create_default_context(cafile=str(certificate)))
    finally:
        controller.stop()


def _cut(server: SMTP) -> None:
    assert isinstance(server.transport, asyncio.Transport)
    server.transport.abort()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def _knows(
    _server: SMTP, _session: Session, _envelope: Envelope, _how: str, data: Any
) -> AuthResult:
    assert isinstance(data, LoginPassword)
    fits = (data.login.decode(), data.password.decode()) == (USER, PASSWORD)
    return AuthResult(success=fits, handled=False)


def certificate_of(folder: Path) -> tuple[Path, Path]:
    """A certificate for this computer that only who is given it trusts."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    names = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(names, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    folder.mkdir(exist_ok=True)
    certificate, keys = folder / "server.pem", folder / "server.key"
    certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    keys.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return certificate, keys
