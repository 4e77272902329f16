"""What happened elsewhere: tables changed, a phone rang, a link went up or down."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from shopphone.domain.events import LinkState


class News(QObject):
    """Lives on the window's thread; other threads emit, the slots run here.

    links: how each telephone link stands, by its source, for whoever comes later.
    """

    changed = Signal(object)  # frozenset of table names
    call = Signal(object)  # CallEvent
    link = Signal(object)  # LinkState
    command = Signal(object)  # arguments handed over by a second start

    def __init__(self) -> None:
        super().__init__()
        self.links: dict[str, LinkState] = {}
        self.link.connect(self._stands)

    def _stands(self, state: "LinkState") -> None:
        self.links[state.source] = state
