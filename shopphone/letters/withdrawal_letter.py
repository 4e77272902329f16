"""The acknowledgement of a withdrawal, with the calculation of what is paid back (§ 357 BGB)."""

from decimal import Decimal

from shopphone.domain.short_letters import WithdrawalLetter
from shopphone.letters import amounts, short_letter
from shopphone.letters.breaking import lines
from shopphone.letters.flow import LEFT_MM, PITCH_MM, RIGHT_MM, Flow, joined
from shopphone.letters.fonts import BOLD, REGULAR
from shopphone.letters.sheet import GREY
from shopphone.letters.short_letter import Words
from shopphone.letters.structure import ROW_HEAD

_LABEL_MM = 128.0


def write(content: WithdrawalLetter) -> bytes:
    return short_letter.write(content, "acknowledgement", _draw)


def _draw(flow: Flow, content: WithdrawalLetter, own: Words) -> None:
    for text in _opening(content, own):
        flow.paragraph(text)
    flow.heading(own["headings"]["sheet"])
    _sheet(flow, content, own)
    for text in _money(content, own["money"]):
        flow.paragraph(text)
    returns = _goods(content, own["goods"])
    if returns:
        flow.heading(own["headings"]["goods"])
    for text in returns:
        flow.paragraph(text)
    if content.rest:
        flow.heading(own["headings"]["rest"])
        shown = "; ".join(
            own["words"]["piece"].format(
                quantity=amounts.quantity(quantity, content.head.language), name=name
            )
            for quantity, name in content.rest
        )
        flow.paragraph(own["words"]["rest"].format(lines=shown))


def _opening(content: WithdrawalLetter, own: Words) -> list[str]:
    head = content.head
    received = own["received"][content.channel].format(
        moment=short_letter.moment(content.received_at, head.language, own["words"]),
        name=content.declared_by,
        declared=amounts.day(content.declared_on, head.language),
        number=head.number,
    )
    said = [own["received"]["words"].format(words=content.words)] if content.words else []
    goodwill = [own["received"]["goodwill"]] if content.goodwill else []
    return [received, *said, *goodwill]


def _sheet(flow: Flow, content: WithdrawalLetter, own: Words) -> None:
    words, language, sheet = own["sheet"], content.head.language, content.sheet
    with flow.structure.tag("Table"):
        _rows(flow, content, words)
    flow.space(1.5)
    if sheet.surcharge:
        shown = amounts.money(sheet.surcharge, language)
        flow.paragraph(words["surcharge"].format(amount=shown), colour=GREY)


def _rows(flow: Flow, content: WithdrawalLetter, words: dict[str, str]) -> None:
    language, sheet = content.head.language, content.sheet
    for line in sheet.lines:
        label = words["line"].format(
            quantity=amounts.quantity(line.quantity, language), name=line.name
        )
        _row(flow, label, line.amount, language)
    if sheet.shipping:
        _row(flow, words["shipping"], sheet.shipping, language)
    for line in sheet.lines:
        if line.loss:
            label = words["loss"].format(name=line.name, reason=line.loss_reason)
            _row(flow, label, -min(line.loss, line.amount), language)
    flow.need(2 * PITCH_MM)
    flow.space(1.2)
    flow.page.line(LEFT_MM, flow.y_mm, RIGHT_MM, flow.y_mm, width_pt=0.8, colour=GREY)
    flow.space(0.6)
    label = words["total_paid" if sheet.paid else "total_open"]
    _row(flow, label, sheet.total, language, font=BOLD)


def _row(flow: Flow, label: str, amount: Decimal, language: str, font: str = REGULAR) -> None:
    structure = flow.structure
    with structure.tag("TR"):
        head, cell = structure.add("TH", ROW_HEAD), structure.add("TD")
    for n, part in enumerate(lines(label, _LABEL_MM, font)):
        flow.need(PITCH_MM)
        flow.space(PITCH_MM)
        with structure.into(head):
            flow.page.text(LEFT_MM, flow.y_mm, joined(part), font=font)
        if n == 0:
            shown = amounts.money(amount, language)
            with structure.into(cell):
                flow.page.text_right(RIGHT_MM, flow.y_mm, shown, font=font)


def _money(content: WithdrawalLetter, words: dict[str, str]) -> list[str]:
    """When the money comes, and how; the shop may wait for the goods (§ 357 (3), (4) BGB)."""
    if not content.sheet.paid:
        return [words["nothing_paid"]]
    until = amounts.day(content.refund_until, content.head.language)
    way = words.get(f"way_{content.payment_code}", words["way"])
    said = [words["until"].format(until=until, way=way)]
    if content.goods_out and not content.pickup and content.goods_back_on is None:
        said.append(words["withhold"])
    return said


def _goods(content: WithdrawalLetter, words: dict[str, str]) -> list[str]:
    if not content.goods_out:
        return [words["not_sent"]]
    if content.goods_back_on is not None:
        back = amounts.day(content.goods_back_on, content.head.language)
        return [words["back"].format(day=back)]
    if content.pickup:
        return [words["pickup"]]
    until = amounts.day(content.return_until, content.head.language)
    seller = content.head.seller
    said = words["send"].format(until=until, shop=seller.name, place=seller.place)
    cost = words["cost_shop" if content.sheet.return_cost == "shop" else "cost_customer"]
    loss = [] if content.sheet.loss else [words["value"]]
    return [said, cost, *loss]
