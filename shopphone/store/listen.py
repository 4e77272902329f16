"""News from other desks: PostgreSQL tells which tables a commit of theirs has changed."""

import logging
import threading
from collections.abc import Callable

from shopphone.store.db import CHANGED_CHANNEL

_LOG = logging.getLogger("shopphone.store")
_LOOK_SECONDS = 0.5  # how soon stop() is noticed
_AGAIN_SECONDS = 3.0


class Listener:
    """Listens on its own connection and thread; a lost connection is made again for ever."""

    def __init__(self, url: str, changed: Callable[[frozenset[str]], None]) -> None:
        self._url = url
        self._changed = changed
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="listen", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        self._thread.join(timeout=2)

    def _run(self) -> None:
        import psycopg

        while not self._stopping.is_set():
            try:
                self._listen()
            except psycopg.OperationalError:
                # the first query that fails tells the person; this only listens again
                _LOG.info("the connection that listens was lost")
                self._stopping.wait(_AGAIN_SECONDS)

    def _listen(self) -> None:
        import psycopg

        with psycopg.connect(self._url, autocommit=True) as connection:
            connection.execute(f"listen {CHANGED_CHANNEL}")
            while not self._stopping.is_set():
                for news in connection.notifies(timeout=_LOOK_SECONDS):
                    self._changed(frozenset(news.payload.split(",")))
