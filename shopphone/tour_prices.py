"""The tour's part about prices: tiers, two rates of VAT in one order, a small business."""

from typing import Protocol

from shopphone.domain.events import CallEventKind
from shopphone.tour_writing import Walk
from shopphone.ui.screens.desk import DeskScreen


class Caller(Walk, Protocol):
    """The tour's walk, as far as somebody calls and orders in it."""

    @property
    def desk(self) -> DeskScreen: ...

    def ring(self, number: str, key: str, kind: CallEventKind = CallEventKind.RINGING) -> None: ...

    def state(self, number: str) -> str: ...

    def type_article(self, text: str) -> None: ...


def prices(walk: Caller, first: str) -> None:
    """Ten of one article cost less each, two rates of VAT in one order; then a small business."""
    from shopphone.services import call, settings

    walk.program.window.open_screen("desk", None)
    walk.ring(first, "tour-9")
    walk.until(lambda: walk.state(first) == "ringing", "the first caller rings again")
    walk.ring(first, "tour-9", CallEventKind.ANSWERED)
    walk.until(lambda: walk.state(first) == "talking", "the call is answered again")
    form = walk.desk.form
    for article in ("GP-28", "10x PS-100"):
        count = len(form.draft.lines)
        walk.type_article(article)
        walk.until(lambda count=count: len(form.draft.lines) > count, f"{article} is ordered")  # type: ignore[misc]  # mypy cannot type a default
    walk.settle()
    walk.picture("tiers-and-two-rates")
    job = call(settings.save, {"policy.small_business": "1"})
    walk.program.jobs.do(walk.program, job)
    walk.settle()
    walk.picture("small-business")
