"""Calls that ring but are not shown yet: a blocked caller ends within the delay and never pops up."""

from PySide6.QtCore import QObject, QTimer, Signal

from shopphone.domain.calls import CallRow
from shopphone.domain.phone_rules import Reported


class Rings(QObject):
    """Holds each ring back for the delay of the settings."""

    lasted = Signal(object)  # CallRow, still ringing after the delay

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.delay_ms = 0
        self._held: dict[int, CallRow] = {}
        self._order: list[int] = []

    def begin(self, found: CallRow) -> None:
        self._held[found.call_id] = found
        self._order.append(found.call_id)
        QTimer.singleShot(self.delay_ms, self._oldest_has_lasted)

    def keeps_quiet(self, found: Reported) -> bool:
        """A ring that is never shown: only if it is taken does it become a lane."""
        if found.shown or found.row is None or found.row.state != "ringing":
            return False
        self._held[found.row.call_id] = found.row
        return True

    def end(self, call_id: int) -> bool:
        """It was answered or is over; says whether it had not been shown yet."""
        return self._held.pop(call_id, None) is not None

    def _oldest_has_lasted(self) -> None:
        found = self._held.pop(self._order.pop(0), None)
        if found is not None:
            self.lasted.emit(found)
