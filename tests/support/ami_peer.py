"""A real TCP peer that speaks Asterisk's manager interface as far as a call desk needs it."""

import hashlib
import socket
import ssl
import struct
import threading
from types import TracebackType

from shopphone.cti.ami import Message, Reader

CHALLENGE = "145769581"


class AmiPeer:
    """One Asterisk with one manager user. channels: what Status tells; allows_status: its right."""

    def __init__(
        self,
        *,
        user: str = "shopphone",
        secret: str = "geheim: ü",
        version: str = "7.0.3",
        tls: ssl.SSLContext | None = None,
        allows_status: bool = True,
    ) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._server.getsockname()[1])
        self._user, self._secret, self._version = user, secret, version
        self._tls = tls
        self._allows_status = allows_status
        self.channels: list[str] = []
        self.actions: list[Message] = []
        self.answers: dict[str, str] = {}  # action: another answer than Success
        self._more = threading.Condition()
        self._clients: list[socket.socket] = []
        self._listening: socket.socket | None = None
        self._thread = threading.Thread(target=self._accept, daemon=True)

    def __enter__(self) -> "AmiPeer":
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        self._thread.join(timeout=5)
        for client in self._clients:
            client.close()

    def send(self, text: str | bytes) -> None:
        """To whoever listens to events."""
        data = text if isinstance(text, bytes) else text.replace("\n", "\r\n").encode()
        self._listener().sendall(data)

    def cut(self) -> None:
        """End the listening connection hard, as a machine that restarts does (RST)."""
        client = self._listener()
        with self._more:
            self._listening = None
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        client.shutdown(socket.SHUT_RDWR)
        client.close()

    def asked(self, name: str) -> Message:
        """The newest action of this name, once it came."""
        with self._more:
            assert self._more.wait_for(lambda: self._named(name), timeout=10)
            return self._named(name)[-1]

    def _named(self, name: str) -> list[Message]:
        return [each for each in self.actions if each["action"].casefold() == name.casefold()]

    def _listener(self) -> socket.socket:
        with self._more:
            assert self._more.wait_for(lambda: self._listening is not None, timeout=10)
            assert self._listening is not None
            return self._listening

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._server.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        try:
            if self._tls is not None:
                client = self._tls.wrap_socket(client, server_side=True)
            self._clients.append(client)
            client.sendall(f"Asterisk Call Manager/{self._version}\r\n".encode())
            reader = Reader()
            with client.makefile("rb") as lines:
                for line in lines:
                    message = reader.take(line.decode().rstrip("\r\n"))
                    if message is not None:
                        self._obey(client, message)
        except OSError:
            return

    def _obey(self, client: socket.socket, message: Message) -> None:
        name = message["action"].casefold()
        self.actions.append(message)
        if name == "challenge":
            self._say(client, message, "Success", f"Challenge: {CHALLENGE}")
        elif name == "login":
            if not self._is_right(message):
                self._say(client, message, "Error", "Message: Authentication failed")
                client.shutdown(socket.SHUT_RDWR)
                return
            self._say(client, message, "Success", "Message: Authentication accepted")
            client.sendall(b"Event: FullyBooted\r\nPrivilege: system,all\r\n\r\n")
        elif name == "status" and self._allows_status:
            self._say(client, message, "Success", "EventList: start")
            told = "".join(f"{each}\nActionID: status\n\n" for each in self.channels)
            told += "Event: StatusComplete\nActionID: status\nEventList: Complete\n\n"
            client.sendall(told.replace("\n", "\r\n").encode())
        elif name == "status":
            self._say(client, message, "Error", "Message: Permission denied")
        elif name == "ping":
            self._say(client, message, "Success", "Ping: Pong")
        elif name in self.answers:
            self._say(client, message, "Error", f"Message: {self.answers[name]}")
        else:
            self._say(client, message, "Success", "Message: Originate successfully queued")
        with self._more:
            if name == "status":
                self._listening = client
            self._more.notify_all()

    def _is_right(self, message: Message) -> bool:
        if message.get("username") != self._user:
            return False
        if message.get("authtype", "").upper() == "MD5":
            key = hashlib.md5((CHALLENGE + self._secret).encode()).hexdigest()
            return message.get("key") == key
        return message.get("secret") == self._secret

    def _say(self, client: socket.socket, message: Message, response: str, more: str) -> None:
        text = f"Response: {response}\r\nActionID: {message.get('actionid', '')}\r\n{more}\r\n\r\n"
        client.sendall(text.encode())
