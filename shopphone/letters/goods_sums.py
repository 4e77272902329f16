"""The sums below the ordered goods: what is taken off or added, VAT as the order's mode has it."""

from decimal import Decimal
from typing import Any

from shopphone.domain.letters import Confirmation
from shopphone.domain.order_kinds import WITHOUT_GOODS, Matter
from shopphone.domain.vat import VatMode
from shopphone.letters import amounts
from shopphone.letters.breaking import lines
from shopphone.letters.flow import LEFT_MM, PITCH_MM, RIGHT_MM, Flow, joined
from shopphone.letters.fonts import BOLD
from shopphone.letters.sheet import BLACK, GREY, Colour
from shopphone.letters.structure import ROW_HEAD

_SUMS_MM = 100.0


def draw(flow: Flow, content: Confirmation, own: dict[str, Any]) -> None:
    """They stay together on one page, as far as they fit."""
    sums, language, words = content.totals, content.language, own["words"]
    rows = _rows(content, words)
    flow.need((len(rows) + len(sums.groups) + 3) * PITCH_MM)
    table = flow.structure.add("Table")
    for label, amount in rows:
        flow.space(PITCH_MM)
        with flow.structure.tag("TR", parent=table):
            _sum(flow, label, amounts.money(amount, language))
    flow.space(1.4)
    flow.page.line(_SUMS_MM, flow.y_mm, RIGHT_MM, flow.y_mm, width_pt=0.8, colour=GREY)
    flow.space(PITCH_MM + 0.6)
    total = words["total" if sums.shows_vat else "total_small"]
    shown = amounts.money(sums.total, language)
    with flow.structure.tag("TR", parent=table):
        with flow.structure.tag("TH", ROW_HEAD):
            flow.page.text(_SUMS_MM, flow.y_mm, total, size=11, font=BOLD)
        with flow.structure.tag("TD"):
            flow.page.text_right(RIGHT_MM, flow.y_mm, shown, size=11, font=BOLD)
    no_invoice = flow.page, flow.y_mm
    flow.space(0.6)
    if sums.shows_vat and sums.mode is not VatMode.NET:
        with flow.structure.into(table):
            _contained_vat(flow, content, words)
    with flow.structure.tag("P"):
        page, y = no_invoice
        page.text(LEFT_MM, y, words["no_invoice"], font=BOLD)
    reason = _reason(content, own)
    if reason:
        flow.paragraph(reason, colour=GREY, after_mm=0.6)
    flow.space(1.5)


def _rows(content: Confirmation, words: dict[str, Any]) -> list[tuple[str, Decimal]]:
    sums, language = content.totals, content.language
    net = sums.mode is VatMode.NET
    rows = [(words["goods_net" if net else "goods"], sums.goods)]
    if sums.discount:
        rows.append((words["discount"], -sums.discount))
    if sums.coupon:
        rows.append((words["coupon"].format(code=content.coupon_code).strip(), -sums.coupon))
    if sums.deposit:
        rows.append((words["deposit"], sums.deposit))
    rows.append((words["shipping"].format(method=content.shipping_name), sums.shipping))
    for group in sums.groups if net else ():
        label = words["vat_on_top"].format(
            rate=amounts.percent(group.rate, language), net=amounts.money(group.net, language)
        )
        rows.append((label, group.vat))
    return rows


def _reason(content: Confirmation, own: dict[str, Any]) -> str:
    """Why no VAT of home is shown: the sentence the law wants for it."""
    mode: str = content.totals.mode
    if mode == VatMode.SMALL:
        return str(own["words"]["small_business"])
    if mode not in own["modes"]:
        return ""
    if mode == VatMode.OSS and Matter(content.matter) in WITHOUT_GOODS:
        mode = "oss_service"
    country = own["countries"].get(content.country, content.country)
    return str(
        own["modes"][mode].format(
            vat_id=content.vat_id, seller_vat_id=content.seller.vat_id, country=country
        )
    )


def _contained_vat(flow: Flow, content: Confirmation, words: dict[str, Any]) -> None:
    for group in content.totals.groups:
        flow.space(PITCH_MM)
        label = words["vat_group"].format(
            rate=amounts.percent(group.rate, content.language),
            net=amounts.money(group.net, content.language),
        )
        shown = amounts.money(group.vat, content.language)
        with flow.structure.tag("TR"):
            _sum(flow, label, shown, GREY)


def _sum(flow: Flow, label: str, amount: str, colour: Colour = BLACK) -> None:
    room = RIGHT_MM - _SUMS_MM - 26
    head, cell = flow.structure.add("TH", ROW_HEAD), flow.structure.add("TD")
    for n, part in enumerate(lines(label, room)):
        if n:
            flow.need(PITCH_MM)
            flow.space(PITCH_MM)
        with flow.structure.into(head):
            flow.page.text(_SUMS_MM, flow.y_mm, joined(part), colour=colour)
        if not n:
            with flow.structure.into(cell):
                flow.page.text_right(RIGHT_MM, flow.y_mm, amount, colour=colour)
