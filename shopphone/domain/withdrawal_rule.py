"""What right of withdrawal a line has: normal, excluded, or lost once something happens.

The numbers are those of § 312g (2) BGB. The sentences stand in resources/legal, by these numbers.
"""

from dataclasses import dataclass
from enum import StrEnum

EXCEPTIONS = range(1, 14)
LOST_AFTER = frozenset((3, 4, 6))  # sealed for hygiene, mixed, sealed recordings and software
BETS = 12  # excluded, "es sei denn, dass der Verbraucher … telefonisch" declared: so never here


class Right(StrEnum):
    """The three kinds of line."""

    NORMAL = "normal"
    EXCLUDED = "never"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class WithdrawalRule:
    """The right of one product or line; number 0: normal, or an exception nobody named."""

    right: Right = Right.NORMAL
    number: int = 0

    @classmethod
    def of(cls, stored: str) -> "WithdrawalRule":
        """Read "normal", "never:N" or "lost:N"; what says nothing of the kind leaves the right."""
        kind, _, number = stored.partition(":")
        if kind not in (Right.EXCLUDED, Right.LOST):
            return cls()
        known = number.isascii() and number.isdecimal() and int(number) in EXCEPTIONS
        return cls(Right(kind), int(number) if known else 0)

    @classmethod
    def by_number(cls, number: int) -> "WithdrawalRule":
        """The rule an exception gives: Nr. 3, 4 and 6 end a right that was there before."""
        if number not in EXCEPTIONS:
            return cls()
        return cls(Right.LOST if number in LOST_AFTER else Right.EXCLUDED, number)

    def __str__(self) -> str:
        if self.right is Right.NORMAL:
            return str(self.right)
        return f"{self.right}:{self.number}" if self.number else str(self.right)

    @property
    def has_right(self) -> bool:
        """Lines that can lose the right still have it; so do bets taken by phone (Nr. 12)."""
        return self.right is not Right.EXCLUDED or self.number == BETS

    @property
    def may_be_lost(self) -> bool:
        """The letter must say when (Art. 246a § 1 (3) Nr. 2 EGBGB)."""
        return self.right is Right.LOST

    @property
    def needs_reason(self) -> bool:
        """A wrong "no right" is costly: whoever says so says why."""
        return self.right is Right.EXCLUDED
