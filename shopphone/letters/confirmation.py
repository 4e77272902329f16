"""The written confirmation of a phone order (§ 312f (2) BGB), from its content to the bytes."""

from typing import Any

from shopphone.domain.customers import Address
from shopphone.domain.letters import Confirmation
from shopphone.domain.payment import BY_TRANSFER
from shopphone.letters import amounts, care_sheet, frame, goods_table, qr, texts, withdrawal_pages
from shopphone.letters.flow import LEFT_MM, PITCH_MM, RIGHT_MM, Flow
from shopphone.letters.fonts import BOLD
from shopphone.letters.sheet import GREY, Page, Sheet

KIND = "confirmation"
_CODE_MM = 28.0


def write(content: Confirmation) -> bytes:
    """The letter as PDF; the same content gives the same bytes."""
    own = texts.text_of(KIND, content.language, content.written_on)
    title = own["words"]["subject"].format(number=content.number)
    sheet = Sheet(title, content.seller.name, content.language)
    flow = _first_page(sheet, content, own, title)
    _body(flow, content, own)
    withdrawal_pages.add(sheet, content, own, lambda page: _continue(page, content, own, title))
    for care in content.care_sheets:
        heading = own["headings"]["care"].format(title=care.title)
        care_sheet.add(sheet, heading, care.text, lambda page: _continue(page, content, own, title))
    _number_pages(sheet, content, own)
    pdf = sheet.finish()
    return with_notice(pdf, content.harmonised_notice) if content.harmonised_notice else pdf


def with_notice(pdf: bytes, notice: bytes) -> bytes:
    """Append the official notice unscaled, as the page it is (Art. 246a § 1 (1) Nr. 11 EGBGB)."""
    import io

    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as letter, pikepdf.open(io.BytesIO(notice)) as official:
        letter.pages.extend(official.pages)
        out = io.BytesIO()
        letter.save(out, deterministic_id=True)
    return out.getvalue()


def reference(content: Confirmation) -> str:
    """What the customer writes in the transfer; the same in print and in the code."""
    return f"{content.number} {content.customer_number}"


def _first_page(sheet: Sheet, content: Confirmation, own: dict[str, Any], title: str) -> Flow:
    words, language = own["words"], content.language
    page = sheet.new_page()
    frame.letterhead(page, content.seller)
    frame.marks(page)
    frame.address(page, content.seller, content.recipient)
    ordered = f"{content.ordered_at:%d.%m.%Y, %H:%M}"
    frame.information(
        page,
        (
            (words["order_number"], content.number),
            (words["customer_number"], content.customer_number),
            (words["ordered"], ordered),
            (words["clerk"], content.clerk),
            (words["phone"], content.seller.phone),
            (words["email"], content.seller.email),
            (words["date"], amounts.day(content.written_on, language)),
        ),
    )
    page.text(LEFT_MM, frame.SUBJECT_BASELINE_MM, title, size=12, font=BOLD)
    flow = Flow(
        sheet,
        page,
        frame.SUBJECT_BASELINE_MM + 2 * PITCH_MM - 0.5,  # two blank lines below a larger subject
        lambda new: _continue(new, content, own, title),
    )
    flow.paragraph(_salutation(content, words), after_mm=PITCH_MM)
    flow.paragraph(content.seller.greeting, after_mm=3)
    return flow


def _body(flow: Flow, content: Confirmation, own: dict[str, Any]) -> None:
    headings = own["headings"]
    goods_table.draw(flow, content, own["words"])
    flow.heading(headings["payment"])
    _payment(flow, content, own)
    flow.heading(headings["delivery"])
    _delivery(flow, content, own)
    flow.heading(headings["contract"])
    _contract(flow, content, own)
    if content.paragraphs:
        flow.heading(headings["answers"])
        for text in content.paragraphs:
            flow.paragraph(text)
    seller = content.seller
    flow.heading(headings["rights"])
    for text in (seller.defect_rights, seller.complaints, seller.adr):
        if text:
            flow.paragraph(text, after_mm=1.2)
    flow.need(5 * PITCH_MM)
    flow.space(2)
    flow.paragraph(seller.closing, after_mm=PITCH_MM)
    flow.paragraph(content.clerk, after_mm=0)
    flow.paragraph(seller.name)


def _payment(flow: Flow, content: Confirmation, own: dict[str, Any]) -> None:
    language, words = content.language, own["words"]
    due = amounts.day(content.due_on, language) if content.due_on else ""
    text = own["payment"][content.payment_code].format(
        total=amounts.money(content.totals.total, language), due=due
    )
    transfer = content.payment_code in BY_TRANSFER and bool(content.seller.iban)
    if not transfer or content.totals.total <= 0:
        flow.paragraph(text)
        return
    flow.need(_CODE_MM + 6)
    top = flow.y_mm
    room = RIGHT_MM - LEFT_MM - _CODE_MM - 8
    flow.paragraph(text, width_mm=room)
    for label, value in (
        (words["holder"], content.seller.name),
        ("IBAN", amounts.iban(content.seller.iban)),
        ("BIC", content.seller.bic),
        (words["bank"], content.seller.bank_name),
        (words["reference"], reference(content)),
    ):
        if value:
            flow.space(PITCH_MM)
            flow.page.text(LEFT_MM, flow.y_mm, label, size=9, colour=GREY)
            flow.page.text(LEFT_MM + 34, flow.y_mm, value)
    code = qr.rows(qr.payload(content.seller, content.totals.total, reference(content)))
    flow.page.squares(RIGHT_MM - _CODE_MM + 2, top - 1, _CODE_MM, code)
    below = top + _CODE_MM + 1.2
    flow.page.text_right(RIGHT_MM, below, words["scan"], size=8.5, colour=GREY)
    flow.y_mm = max(flow.y_mm, top + _CODE_MM + 1.5) + 1.5


def _delivery(flow: Flow, content: Confirmation, own: dict[str, Any]) -> None:
    words = own["delivery"]
    if content.payment_code != "cash_on_collection":
        flow.paragraph(
            words["standard"].format(
                method=content.shipping_name,
                days=content.shipping_days,
                latest=amounts.day(content.latest_delivery, content.language),
            ),
            after_mm=0.4,
        )
    if content.deliver_to is None:
        flow.paragraph(words["same"])
    else:
        flow.paragraph(words["to"].format(address=_in_one_line(content.deliver_to)))


def _contract(flow: Flow, content: Confirmation, own: dict[str, Any]) -> None:
    words, language = own["contract"], content.language
    flow.paragraph(
        words["concluded"].format(
            date=amounts.day(content.ordered_at.date(), language),
            time=amounts.clock(content.ordered_at),
            shop=content.seller.name,
            clerk=content.clerk,
        ),
        after_mm=0.8,
    )
    times = sorted({amounts.clock(at) for at in content.told_at})
    if times:
        shown = times[0] if len(times) == 1 else f"{times[0]}–{times[-1]}"
        flow.paragraph(words["told"].format(times=shown), after_mm=0.8)
    flow.paragraph(words["term"], after_mm=0.8)
    if content.remark:
        flow.paragraph(words["remark"].format(remark=content.remark))


def _continue(page: Page, content: Confirmation, own: dict[str, Any], title: str) -> None:
    frame.continued(
        page,
        own["words"]["continued"].format(title=title, customer=content.customer_number),
    )


def _number_pages(sheet: Sheet, content: Confirmation, own: dict[str, Any]) -> None:
    count = len(sheet.pages)
    for n, page in enumerate(sheet.pages, 1):
        number = own["words"]["page"].format(page=n, pages=count)
        frame.footer(page, content.seller, number)


def _salutation(content: Confirmation, words: dict[str, Any]) -> str:
    key = {"Herr": "mr", "Mr": "mr", "Frau": "ms", "Ms": "ms", "Mrs": "ms"}.get(content.salutation)
    if key is None or not content.last_name:
        return str(words["neutral"].format(name=content.recipient[0]))
    return str(words[key].format(name=content.last_name))


def _in_one_line(address: Address) -> str:
    town = f"{address.postcode} {address.town}"
    parts = (address.name, address.extra, address.street, town, address.country)
    shown = [part for part in parts if part.strip()]
    return ", ".join(shown[:-1] if address.country == "DE" else shown)


def page_count(pdf: bytes) -> int:
    """How many sheets' sides a finished letter has."""
    import io

    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as letter:
        return len(letter.pages)
