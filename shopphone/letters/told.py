"""The five points of Art. 246a § 3 EGBGB in writing, with the time each was said on the phone."""

from collections.abc import Iterator
from datetime import datetime

from shopphone.domain.letters import Confirmation, Start
from shopphone.domain.money import round2
from shopphone.domain.readback import POINTS
from shopphone.letters import amounts, variants
from shopphone.letters.breaking import lines
from shopphone.letters.flow import LEFT_MM, PITCH_MM, RIGHT_MM, Flow, joined
from shopphone.letters.fonts import BOLD
from shopphone.letters.sheet import GREY
from shopphone.letters.structure import ROW_HEAD

_MOST_LINES = 6  # more goods are named by number; the table above has them all
_TEXT_MM, _TIME_MM = 51.0, 17.0
_WIDTH_MM = RIGHT_MM - _TIME_MM - _TEXT_MM
_GAP_MM = 1.2
_RIGHTS = {
    Start.CONTRACT: "right_service",
    Start.ONE: "right",
    Start.SEVERAL: "right_several",
    Start.PARTS: "right_several",
    Start.FIRST: "right_regular",
}


def draw(flow: Flow, content: Confirmation, words: dict[str, str]) -> None:
    """Label, text and time in three columns."""
    times: tuple[datetime | None, ...] = (None,) * len(POINTS)
    if len(content.told_at) == len(POINTS):
        times = content.told_at
    points = (
        (words["goods"], list(_goods(content, words))),
        (words["seller"], [f"{content.seller.name}, {content.seller.place}"]),
        (words["price"], [_price(content, words)]),
        (words["withdrawal"], [_withdrawal(content, words)]),
        (words["term"], [variants.term(content, words)]),
    )
    table = flow.structure.add("Table")
    for (label, texts), at in zip(points, times, strict=True):
        time = words["time"].format(time=amounts.clock(at)) if at else ""
        with flow.structure.tag("TR", parent=table):
            _point(flow, label, [part for text in texts for part in lines(text, _WIDTH_MM)], time)
    flow.space(_GAP_MM)


def _point(flow: Flow, label: str, texts: list[str], time: str) -> None:
    flow.need(min(len(texts), 3) * PITCH_MM)
    structure = flow.structure
    head, said, told = structure.add("TH", ROW_HEAD), structure.add("TD"), structure.add("TD")
    for n, text in enumerate(texts):
        flow.need(PITCH_MM)
        flow.space(PITCH_MM)
        if n == 0:
            with structure.into(head):
                flow.page.text(LEFT_MM, flow.y_mm, label, font=BOLD)
            with structure.into(told):
                flow.page.text_right(RIGHT_MM, flow.y_mm, time, colour=GREY)
        with structure.into(said):
            flow.page.text(_TEXT_MM, flow.y_mm, joined(text))
    flow.space(_GAP_MM)


def _goods(content: Confirmation, words: dict[str, str]) -> Iterator[str]:
    for line in content.lines[:_MOST_LINES]:
        shown = amounts.quantity(line.quantity, content.language)
        yield words["goods_line"].format(quantity=shown, name=line.name)
    more = len(content.lines) - _MOST_LINES
    if more == 1:
        yield words["goods_more_one"]
    elif more > 1:
        yield words["goods_more"].format(count=more)


def _price(content: Confirmation, words: dict[str, str]) -> str:
    key = "price_vat" if content.totals.shows_vat else "price_small"
    sums = content.totals
    said = words[key if sums.shipping else f"{key}_free"].format(
        total=amounts.money(sums.total, content.language),
        shipping=amounts.money(sums.shipping_in_total, content.language),
    )
    return f"{said}. {_period(content, words)}" if content.billing_months else str(said)


def _period(content: Confirmation, words: dict[str, str]) -> str:
    """What a period costs, and a month of it (Art. 246a § 1 (1) Nr. 8 EGBGB)."""
    months = content.billing_months
    if months == 1:
        return words["period_one"]
    monthly = amounts.money(round2(content.totals.total / months), content.language)
    return words["period"].format(months=months, monthly=monthly)


def _withdrawal(content: Confirmation, words: dict[str, str]) -> str:
    if content.no_withdrawal:
        return words["no_right_business"]
    if not content.may_withdraw:
        return words["no_right"]
    months = content.extension_months
    parts = [words[_right(content)]]
    if months == 1:
        parts.append(words["extended_one"])
    elif months > 1:
        parts.append(words["extended_several"].format(months=months))
    elif content.extension_days:
        parts.append(words["extended_days"].format(days=content.extension_days))
    if content.period_start is not Start.CONTRACT:
        parts.append(words["cost_shop" if content.return_cost == "shop" else "cost_customer"])
    if content.return_amount is not None:
        amount = amounts.money(content.return_amount, content.language)
        parts.append(words["cost_estimated"].format(amount=amount))
    rules = [line.withdrawal_rule for line in content.lines]
    if any(not rule.has_right or rule.may_be_lost for rule in rules):
        parts.append(words["exceptions"])
    return " ".join(parts)


def _right(content: Confirmation) -> str:
    """From when the days count, in the same way as the model says it."""
    return _RIGHTS[content.period_start]
