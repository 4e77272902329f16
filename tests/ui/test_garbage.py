"""Cycles with Qt's objects in them end on the window's thread, never on a worker."""

import gc
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject

from shopphone.ui.kit.garbage import Garbage


class _Kept(QObject):
    """Notes the thread on which its Python half ends."""

    def __init__(self, ended: list[int]) -> None:
        super().__init__()
        self.ended = ended
        self.itself = self

    def __del__(self) -> None:
        self.ended.append(threading.get_ident())


def _allocate(kept: list[list[int]]) -> None:
    """Enough for Python to collect every generation several times."""
    kept.extend([n] for n in range(200_000))


def test_a_worker_that_allocates_destroys_nothing_of_qt(
    qapp: object, until: Callable[[Callable[[], bool]], None]
) -> None:
    ended: list[int] = []
    owner = QObject()
    garbage = Garbage(owner)
    garbage.start()
    try:
        for _ in range(5):
            _Kept(ended)
        kept: list[list[int]] = []
        worker = threading.Thread(target=_allocate, args=(kept,))
        worker.start()
        worker.join()
        assert ended == []
        until(lambda: len(ended) == 5)
        assert set(ended) == {threading.get_ident()}
    finally:
        garbage.stop()
    assert gc.isenabled()
