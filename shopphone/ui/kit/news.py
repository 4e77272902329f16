"""What happened elsewhere: tables changed, a phone rang, a link went up or down."""

from PySide6.QtCore import QObject, Signal


class News(QObject):
    """Lives on the window's thread; other threads emit, the slots run here."""

    changed = Signal(object)  # frozenset of table names
    call = Signal(object)  # CallEvent
    link = Signal(object)  # LinkState
    command = Signal(object)  # arguments handed over by a second start
