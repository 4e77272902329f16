"""News from other desks: PostgreSQL tells which tables a commit of theirs has changed."""

import logging
import threading

from shopphone.store.db import CHANGED_CHANNEL, Database

_LOG = logging.getLogger("shopphone.store")
_LOOK_SECONDS = 0.5  # how soon stop() is noticed
_AGAIN_SECONDS = 3.0


class Listener:
    """Listens on its own connection and thread; a lost connection is made again for ever.

    What it hears is announced by `db`, so everything kept in memory here is outdated too.
    """

    def __init__(self, url: str, db: Database) -> None:
        self._url = url
        self._db = db
        self._was_deaf = False
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
                self._was_deaf = True
                self._stopping.wait(_AGAIN_SECONDS)

    def _listen(self) -> None:
        import psycopg

        with psycopg.connect(self._url, autocommit=True) as connection:
            connection.execute(f"listen {CHANGED_CHANNEL}")
            if self._was_deaf:
                # nothing is told again that was committed while nobody listened
                self._was_deaf = False
                self._db.announce_everything()
            while not self._stopping.is_set():
                for news in connection.notifies(timeout=_LOOK_SECONDS):
                    if not self._db.is_own(news.pid):  # that was told when it was committed
                        self._db.announce(frozenset(news.payload.split(",")))
