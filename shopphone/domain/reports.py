"""Numbers of a span of days, as the reports screen shows them."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekReport:
    """Counts of the last days. satisfaction: mean of 1-5 with one decimal, None if never asked.

    by_flag: calls by what their outcome means. unchosen: the window was closed before anybody chose.
    """

    calls: int
    answered: int
    missed: int
    callbacks_done: int
    callbacks_on_time: int
    orders: int
    turnover: Decimal
    satisfaction: Decimal | None
    by_hour: tuple[tuple[int, int], ...]
    outcomes: tuple[tuple[str, int], ...]
    by_flag: tuple[tuple[str, int], ...]
    unchosen: int
    helped: tuple[tuple[str, int], ...]
