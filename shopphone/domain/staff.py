"""Who works in the shop."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """A person calls, orders and callbacks are noted for."""

    staff_id: int
    name: str
    role: str
