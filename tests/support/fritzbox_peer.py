"""A real TCP peer that speaks the FRITZ!Box call monitor: what it is told to send, it sends.

By hand: python -m tests.support.fritzbox_peer PORT, then type lines.
"""

import socket
import struct
import sys
import threading
from types import TracebackType


class FritzBoxPeer:
    """One box; the last client that connected hears it."""

    def __init__(self, port: int = 0) -> None:
        self._server = socket.create_server(("127.0.0.1", port))
        self.port = int(self._server.getsockname()[1])
        self._client: socket.socket | None = None
        self._here = threading.Condition()
        self._thread = threading.Thread(target=self._accept, daemon=True)

    def __enter__(self) -> "FritzBoxPeer":
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # shutdown wakes the accepting thread; close alone would leave it waiting
        self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        self._thread.join(timeout=5)
        if self._client is not None:
            self._client.close()

    def send(self, data: bytes) -> None:
        self._connected().sendall(data)

    def cut(self) -> None:
        """End the connection hard, as a router that restarts does (RST)."""
        client = self._connected()
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        with self._here:
            self._client = None
        client.close()

    def _connected(self) -> socket.socket:
        with self._here:
            assert self._here.wait_for(lambda: self._client is not None, timeout=10)
            assert self._client is not None
            return self._client

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._server.accept()
            except OSError:
                return
            with self._here:
                if self._client is not None:
                    self._client.close()
                self._client = client
                self._here.notify_all()


if __name__ == "__main__":
    with FritzBoxPeer(int(sys.argv[1])) as box:
        for typed in sys.stdin:
            box.send(typed.encode())
