"""What an import will do, kept beside the shop: nothing of it is held in memory, nobody waits for it."""

import marshal
import tempfile
import weakref
from collections.abc import Iterator
from typing import Any


class Staged:
    """Batches of plain values in a file without a name, read again in their order.

    Only this process can read it, and it is gone with it: it may name customers.
    """

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 -- lives as long as this does
        self.batches = 0
        weakref.finalize(self, self._file.close)

    def add(self, batch: list[Any]) -> None:
        if batch:
            marshal.dump(batch, self._file)
            self.batches += 1

    def __iter__(self) -> Iterator[list[Any]]:
        self._file.flush()
        self._file.seek(0)
        for _ in range(self.batches):
            yield marshal.load(self._file)
