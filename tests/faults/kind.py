"""What a kind of trouble is: how it is made, how often, and what counts as a loss."""

import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.support.parts import folder_for_others
from tests.support.postgres import PostgresServer


class Place:
    """Where trouble is made: fresh folders, and a PostgreSQL that is started when it is needed."""

    def __init__(self, server: PostgresServer | None = None) -> None:
        self._server = server
        self._stack = ExitStack()

    def __enter__(self) -> "Place":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()

    def folder(self) -> Path:
        made = tempfile.TemporaryDirectory(prefix="shopphone-faults-", ignore_cleanup_errors=True)
        return Path(self._stack.enter_context(made))

    def server(self) -> PostgresServer:
        if self._server is None:
            folder = self._stack.enter_context(folder_for_others("postgres"))
            self._server = self._stack.enter_context(PostgresServer(folder))
        return self._server


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one kind: how many rounds there really were, and every loss in a sentence.

    skipped: why nothing could be tried here, such as a missing right.
    """

    rounds: int
    losses: tuple[str, ...] = ()
    note: str = ""
    skipped: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of trouble. rounds: at full length; sample: as many as the suite tries."""

    name: str
    says: str
    rounds: int
    sample: int
    run: Callable[[Place, int], Outcome]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the table that is printed and kept."""

    kind: Kind
    outcome: Outcome
    seconds: float

    @property
    def words(self) -> str:
        o = self.outcome
        end = f"skipped: {o.skipped}" if o.skipped else f"{len(o.losses)} lost"
        said = f"{self.kind.name:<22} {o.rounds:>6} rounds  {end:<10} {self.seconds:>7.1f} s"
        return f"{said}  {o.note}".rstrip()

    def row(self) -> dict[str, Any]:
        o = self.outcome
        return {
            "name": self.kind.name, "says": self.kind.says, "rounds": o.rounds,
            "losses": list(o.losses), "note": o.note, "skipped": o.skipped,
            "seconds": round(self.seconds, 1),
        }  # fmt: skip
