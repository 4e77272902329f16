"""One window per data folder: QLockFile decides who is first, QLocalServer carries to it."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QDir, QLockFile, QObject, Signal

from shopphone.domain.errors import Unavailable

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 2000
_LONGEST = 65536
_PATIENCE_SECONDS = 10.0  # a window that has just begun listens once it is painted


class SingleInstance(QObject):
    """The first process listens; later ones hand their arguments over and end."""

    handed_over = Signal(object)  # list of arguments

    def __init__(self, data: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        whose = str(data.resolve()).encode()
        mark = QCryptographicHash.hash(whose, QCryptographicHash.Algorithm.Sha256).toHex()
        self._name = f"shopphone-{bytes(mark.data()).decode()[:20]}"
        # a second listen() on a Windows pipe succeeds too: only the lock decides
        self._lock = QLockFile(f"{QDir.tempPath()}/{self._name}.lock")
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def becomes_first_or_hands_over(self, arguments: list[str]) -> bool:
        """True: this process is to listen(). False: the one that does took the arguments.

        The other process may not listen yet, or be about to end: then its place is free a moment
        later. Raises Unavailable("window") if there is neither place nor answer.
        """
        until = time.monotonic() + _PATIENCE_SECONDS
        while time.monotonic() < until:
            if self.is_first():
                return True
            if self.hand_over(arguments):
                return False
        raise Unavailable("window")

    def is_first(self) -> bool:
        """Become the one that listens, unless another process is."""
        return self._lock.tryLock(100)

    def listen(self) -> bool:
        """Hear the processes that start later; they try for a while, so this may wait for the paint."""
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connected)
        return self._server.listen(self._name)

    def hand_over(self, arguments: list[str]) -> bool:
        """Give the arguments to the running window; False if it does not answer."""
        import json

        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_WAIT_MS):
            return False
        socket.write(json.dumps(arguments).encode() + b"\n")
        answered = socket.waitForBytesWritten(_WAIT_MS) and socket.waitForReadyRead(_WAIT_MS)
        taken = answered and bytes(socket.readAll().data()).startswith(b"ok")
        socket.disconnectFromServer()
        return bool(taken)

    def close(self) -> None:
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _connected(self) -> None:
        assert self._server is not None
        while (socket := self._server.nextPendingConnection()) is not None:
            _Caller(socket, self)


class _Caller(QObject):
    """One process that hands over; a line of JSON, then "ok"."""

    def __init__(self, socket: "QLocalSocket", instance: SingleInstance) -> None:
        super().__init__(instance)
        self._socket = socket
        self._instance = instance
        self._read = bytearray()
        socket.readyRead.connect(self._more)
        socket.disconnected.connect(self.deleteLater)
        self._more()

    def _more(self) -> None:
        self._read += self._socket.readAll().data()
        if len(self._read) > _LONGEST:
            self._socket.abort()
            return
        line, end, _ = bytes(self._read).partition(b"\n")
        if not end:
            return
        import json

        try:
            arguments = json.loads(line)
        except ValueError:
            self._socket.abort()
            return
        self._socket.write(b"ok\n")
        self._socket.flush()
        if isinstance(arguments, list):
            self._instance.handed_over.emit([str(each) for each in arguments])
