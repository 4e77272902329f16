"""The acknowledgement of a withdrawal, with the calculation of what is paid back (§ 357 BGB)."""

from decimal import Decimal

from shopphone.domain.order_kinds import WITHOUT_GOODS, Matter
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
    if content.still_open > 0:
        left = amounts.money(content.still_open, content.head.language)
        said = own["money"]["rest_open" if content.rest else "kept_open"]
        flow.paragraph(said.format(amount=left))
    _returning(flow, content, own)
    if content.rest:
        flow.heading(own["headings"]["rest"])
        shown = "; ".join(
            own["words"]["piece"].format(
                quantity=amounts.quantity(quantity, content.head.language), name=name
            )
            for quantity, name in content.rest
        )
        flow.paragraph(own["words"]["rest"].format(lines=shown))


def _returning(flow: Flow, content: WithdrawalLetter, own: Words) -> None:
    """Goods go back; a service ends, digital content is used no more."""
    if Matter(content.matter) not in WITHOUT_GOODS:
        flow.heading(own["headings"]["goods"])
        for text in _goods(content, own["goods"]):
            flow.paragraph(text)
        return
    said = own["without_goods"]
    flow.heading(own["headings"]["without_goods"])
    if Matter(content.matter) is Matter.DIGITAL:
        flow.paragraph(said["digital"])
        return
    flow.paragraph(said["begun" if content.begun else "not_begun"])
    if content.sheet.used:
        flow.paragraph(said["used"])


def _opening(content: WithdrawalLetter, own: Words) -> list[str]:
    head = content.head
    received = own["received"][content.channel].format(
        moment=_received(content, own["words"]),
        name=content.declared_by,
        declared=amounts.day(content.declared_on, head.language),
        number=head.number,
    )
    said = [own["received"]["words"].format(words=content.words)] if content.words else []
    goodwill = [own["received"]["goodwill"]] if content.goodwill else []
    return [received, *said, *goodwill]


def _received(content: WithdrawalLetter, words: dict[str, str]) -> str:
    """The minute is known only of what was noted while it was said."""
    language = content.head.language
    spoken = content.channel in ("phone", "desk")
    if spoken and content.received_on == content.received_at.date():
        return short_letter.moment(content.received_at, language, words)
    return amounts.day(content.received_on, language)


def _sheet(flow: Flow, content: WithdrawalLetter, own: Words) -> None:
    words, language, sheet = own["sheet"], content.head.language, content.sheet
    with flow.structure.tag("Table"):
        _rows(flow, content, words)
    flow.space(1.5)
    if sheet.surcharge:
        shown = amounts.money(sheet.surcharge, language)
        said = words["surcharge_named" if sheet.surcharge_reason else "surcharge"]
        flow.paragraph(said.format(amount=shown, reason=sheet.surcharge_reason), colour=GREY)


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
        if line.used:
            label = words["used"].format(
                name=line.name,
                part=amounts.quantity(line.done * 100, language),
                amount=amounts.money(line.amount, language),
                reason=line.done_reason,
            )
            _row(flow, label, -line.used, language)
        if line.loss:
            label = words["loss"].format(name=line.name, reason=line.loss_reason)
            _row(flow, label, -line.kept, language)
    part_paid = bool(sheet.refund and sheet.unpaid)
    if part_paid or sheet.surplus:
        _rule(flow)
        _row(flow, words["sum"], sheet.total, language)
    if part_paid:
        _row(flow, words["unpaid"], -sheet.unpaid, language)
    if sheet.surplus:
        _row(flow, words["surplus"], sheet.surplus, language)
    _rule(flow)
    if sheet.refund:
        _row(flow, words["total_paid"], sheet.refund, language, font=BOLD)
    else:
        _row(flow, words["total_open"], sheet.total, language, font=BOLD)


def _rule(flow: Flow) -> None:
    """Kept with the row under it."""
    flow.need(2 * PITCH_MM)
    flow.space(1.2)
    flow.page.line(LEFT_MM, flow.y_mm, RIGHT_MM, flow.y_mm, width_pt=0.8, colour=GREY)
    flow.space(0.6)


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
    sheet, language = content.sheet, content.head.language
    if not sheet.refund:
        return [_nothing_back(content, words)]
    until = amounts.day(content.refund_until, language)
    way = words.get(f"way_{content.payment_code}", words["way"])
    said = [words["until"].format(until=until, way=way)]
    if sheet.unpaid:
        said.append(words["part_paid"].format(amount=amounts.money(sheet.unpaid, language)))
    if sheet.surplus:
        said.append(words["surplus"].format(amount=amounts.money(sheet.surplus, language)))
    if content.goods_out and not content.pickup and content.goods_back_on is None:
        said.append(words["withhold"])
    return said


def _nothing_back(content: WithdrawalLetter, words: dict[str, str]) -> str:
    if content.returned_on is not None:
        day = amounts.day(content.returned_on, content.head.language)
        return words["returned"].format(day=day)
    return words["not_asked" if content.paid else "nothing_paid"]


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
