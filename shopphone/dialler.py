"""Which telephone dials, by this desk's settings; it takes the gate's permit and nothing else."""

import threading
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING

from shopphone.domain.errors import Unavailable

if TYPE_CHECKING:
    from shopphone.domain.consent import Permit

_COMES_BACK_WITHIN = 15.0


class Dialler:
    """Called by services.dialling. Remembers what it gave away, to know it when it comes back."""

    def __init__(self) -> None:
        self._given: tuple[str, float] = ("", 0.0)
        self._lock = threading.Lock()

    def __call__(self, values: Mapping[str, str], permit: "Permit") -> str:
        """Dial. Raises Unavailable: dialler_none and what the telephone says."""
        # what dials is loaded by the first call, not before the first paint
        from shopphone.cti import command, handler

        chosen = values.get("phone.dialler", "")
        with self._lock:
            self._given = (permit.number, time.monotonic())
        if chosen in handler.SCHEMES:
            handler.dial(handler.Handler(scheme=chosen), permit.number, permit)
        elif chosen == "command":
            line = command.Command(line=values.get("phone.dial_command", ""))
            command.dial(line, permit.number, permit)
        else:
            raise Unavailable("dialler_none")
        return chosen

    def came_back(self, number: str) -> bool:
        """Whether a link with this number is one we gave to the system ourselves just now."""
        with self._lock:
            given, at = self._given
        return bool(given) and number == given and time.monotonic() - at < _COMES_BACK_WITHIN
