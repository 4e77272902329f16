"""A lane of the desk: one call in hand with everything typed and chosen for it."""

from dataclasses import dataclass

from shopphone.domain.calls import CallRow
from shopphone.domain.orders import OrderDraft, Placed


@dataclass(slots=True, kw_only=True)
class LaneWork:
    """What is typed and chosen besides the order; saved to the desk's own file as it is typed.

    words: in the answer finder. article_words: in the order's input row. caller_words: in the
    search of an unknown caller. newcomer: the fields of a new customer's form, None while it is
    closed. callback_at: ISO with zone, empty for the suggested time.
    """

    note: str = ""
    purpose: str = ""
    words: str = ""
    article_words: str = ""
    customer_id: int | None = None
    caller_words: str = ""
    newcomer: dict[str, str] | None = None
    outcome_id: int | None = None
    satisfaction: int | None = None
    callback_words: str = ""
    callback_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLane:
    """A lane as a start finds it. placed: the newest order of this call."""

    row: CallRow
    work: LaneWork
    draft: OrderDraft
    placed: Placed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDesk:
    """Everything in hand, oldest call first, and whose call was in front."""

    lanes: tuple[KeptLane, ...]
    current: int | None
