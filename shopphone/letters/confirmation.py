"""The written confirmation of a phone order (§ 312f (2) BGB), from its content to the bytes."""

import io
from typing import Any

from shopphone.domain.errors import Refused, Unavailable
from shopphone.domain.letters import Confirmation, missing_duties
from shopphone.domain.letters_log import PENDING
from shopphone.domain.order_kinds import Matter
from shopphone.domain.particulars import DIGITAL, About
from shopphone.letters import (
    amounts,
    care_sheet,
    enclosed,
    frame,
    goods_table,
    mandate_form,
    paragraphs,
    payment,
    short_letter,
    texts,
    told,
    variants,
    withdrawal_pages,
)
from shopphone.letters.flow import PITCH_MM, Flow
from shopphone.letters.fonts import BOLD
from shopphone.letters.sheet import Sheet

KIND = "confirmation"


def write(content: Confirmation) -> bytes:
    """The letter as PDF; the same content gives the same bytes.

    Raises Refused("duties_missing", missing=…) rather than leave out what the law wants said,
    and Unavailable("harmonised_notice" or "care_pdf") when a PDF to enclose cannot be read.
    """
    lacking = missing_duties(content)
    if lacking:
        raise Refused("duties_missing", missing=lacking)
    with short_letter.one_at_a_time:
        pdf = _drawn(content)
    words = texts.text_of(KIND, content.language, content.written_on)["enclosures"]
    for sheet in content.care_sheets:
        for file in sheet.pdfs:
            name = words["care"].format(title=sheet.title)
            pdf = enclosed.with_pages(pdf, file, name, Unavailable("care_pdf"))
    notice, broken = content.harmonised_notice, Unavailable("harmonised_notice")
    return enclosed.with_pages(pdf, notice, words["notice"], broken) if notice else pdf


def page_count(pdf: bytes) -> int:
    """How many sheets' sides a finished letter has."""
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as letter:
        return len(letter.pages)


def _drawn(content: Confirmation) -> bytes:
    own = _texts(content)
    title = own["words"]["subject"].format(number=content.number)
    sheet = Sheet(title, content.seller.name, content.language, content.seller.stationery.accent)
    flow = _first_page(sheet, content, own, title)
    _body(flow, content, own)
    if content.mandate_form is not None:
        mandate_form.add(sheet, content.mandate_form, own["mandate"]["form"])
    if variants.kind_of(content) != PENDING:
        withdrawal_pages.add(sheet, content, own)
    named = own["headings"]["care"]
    care_sheet.add_all(
        sheet,
        [
            (named.format(title=care.title), care.text)
            for care in content.care_sheets
            if care.text.strip()
        ],
    )
    _heads_and_feet(sheet, content, own, title)
    return sheet.finish()


def _texts(content: Confirmation) -> dict[str, Any]:
    """The confirmation's words with those of its amounts."""
    own = texts.text_of(KIND, content.language, content.written_on)
    money = texts.text_of("money", content.language, content.written_on)
    merged = {
        **own,
        "words": {**own["words"], **money["words"]},
        "payment": {**own["payment"], **money["payment"]},
        "modes": money["modes"],
        "mandate": texts.text_of("mandate", content.language, content.written_on),
    }
    return variants.texts_of(content, merged)


def _first_page(sheet: Sheet, content: Confirmation, own: dict[str, Any], title: str) -> Flow:
    words, language, form = (
        own["words"],
        content.language,
        frame.FORMS[content.seller.stationery.form],
    )
    page = sheet.new_page()
    frame.letterhead(page, content.seller, form)
    frame.marks(page, form)
    frame.address(page, content.seller, content.recipient, content.notes, form)
    ordered = words["ordered_at"].format(
        date=amounts.day(content.ordered_at.date(), language),
        time=amounts.clock(content.ordered_at),
    )
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
        form,
    )
    frame.subject(page, title, form)
    # two blank lines below a subject that is larger than the text
    flow = Flow(sheet, page, form.subject_mm + 2 * PITCH_MM - 0.5)
    paragraphs.draw_opening(flow, variants.kind_of(content), content, words)
    return flow


def _body(flow: Flow, content: Confirmation, own: dict[str, Any]) -> None:
    headings = own["headings"]
    variants.draw_changes(flow, content, own)
    goods_table.draw(flow, content, own)
    _payment(flow, content, own)
    flow.heading(headings["delivery"])
    _delivery(flow, content, own)
    flow.heading(headings["contract"])
    _contract(flow, content, own)
    if content.paragraphs:
        flow.heading(headings["answers"])
        for text in content.paragraphs:
            flow.paragraph(text)
    _goods_facts(flow, content, own)
    flow.heading(headings["rights"])
    for text in _rights(content, own["rights"]):
        flow.paragraph(text, after_mm=1.2)
    variants.draw_slip(flow, content, own)
    _closing(flow, content, own)


def _payment(flow: Flow, content: Confirmation, own: dict[str, Any]) -> None:
    if content.offered_until is not None:
        variants.draw_payment(flow, content, own)
    elif content.minor is not None:
        variants.draw_no_payment(flow, own)
    else:
        payment.draw(flow, content, own)


def _delivery(flow: Flow, content: Confirmation, own: dict[str, Any]) -> None:
    words = own["delivery"]
    latest = amounts.day(content.latest_delivery, content.language)
    if content.payment_code == "cash_on_collection":
        flow.paragraph(words["collection"].format(latest=latest))
        return
    key = "standard" if content.shipping_days else "without_days"
    flow.paragraph(
        words[key].format(method=content.shipping_name, days=content.shipping_days, latest=latest),
        after_mm=0.4,
    )
    if content.deliver_to is None:
        flow.paragraph(words["same"])
    else:
        flow.paragraph(words["to"].format(address=_in_one_line(content, own["countries"])))
    if content.seller.eco_delivery.strip():
        flow.paragraph(words["eco"].format(text=content.seller.eco_delivery))


def _contract(flow: Flow, content: Confirmation, own: dict[str, Any]) -> None:
    words, language = own["contract"], content.language
    flow.paragraph(
        words["concluded" if content.clerk else "concluded_unnamed"].format(
            date=amounts.day(content.ordered_at.date(), language),
            time=amounts.clock(content.ordered_at),
            shop=content.seller.name,
            clerk=content.clerk,
        ),
        after_mm=1.6,
    )
    if content.seller.principal.strip():
        flow.paragraph(words["principal"].format(text=content.seller.principal), after_mm=1.6)
    flow.need(4 * PITCH_MM)  # the sentence ends with a colon: the first point follows it
    flow.paragraph(words["told" if content.told_at else "points"], after_mm=0.6)
    told.draw(flow, content, own["told"])
    variants.draw_said(flow, content, own)
    if content.remark:
        flow.paragraph(words["remark"].format(remark=content.remark))


def _goods_facts(flow: Flow, content: Confirmation, own: dict[str, Any]) -> None:
    """What the law wants said of single goods (Art. 246a § 1 (1) Nr. 11a to 18 EGBGB)."""
    said = [
        own["goods_facts"][each.about].format(goods=line.name, text=each.said(content.language))
        for line in content.lines
        for each in line.particulars
        if each.about is not About.RETURN
    ]
    if said:
        flow.heading(own["headings"]["goods_facts"])
    for text in dict.fromkeys(said):
        flow.paragraph(text, after_mm=1.2)


def _defect_rights(content: Confirmation) -> list[str]:
    """For goods, for digital content, or for both where goods have digital parts."""
    digital = content.matter == Matter.DIGITAL
    parts = {each.about for line in content.lines for each in line.particulars}
    named = [] if digital else [content.seller.defect_rights]
    if digital or parts & DIGITAL:
        named.append(content.seller.defect_rights_digital)
    return named


def _rights(content: Confirmation, words: dict[str, str]) -> list[str]:
    seller = content.seller
    optional = [
        words[key].format(text=text)
        for key, text in (
            ("complaint_address", seller.complaint_address),
            ("aftersales", seller.aftersales),
            ("codes_of_conduct", seller.codes_of_conduct),
            ("securities", seller.securities),
            ("channels", seller.channels),
        )
        if text.strip()
    ]
    said = (*_defect_rights(content), seller.complaints, *optional, seller.adr)
    return [text for text in said if text.strip()]


def _closing(flow: Flow, content: Confirmation, own: dict[str, Any]) -> None:
    enclosed = _enclosures(content, own["enclosures"])
    if content.mandate_form is not None:
        enclosed.insert(0, own["mandate"]["words"]["enclosure"])
    letter, below = variants.kind_of(content), len(enclosed) + 1
    paragraphs.draw_ending(flow, letter, content, own["words"], lines_below=below)
    if not enclosed:
        return
    flow.space(PITCH_MM)
    flow.paragraph(own["words"]["enclosures"], font=BOLD, after_mm=0)
    for text in enclosed:
        flow.paragraph(text, after_mm=0)


def _enclosures(content: Confirmation, words: dict[str, str]) -> list[str]:
    if variants.kind_of(content) == PENDING:
        return []
    legal = (
        []
        if content.no_withdrawal
        else [words["withdrawal" if content.may_withdraw else "no_right"]]
    )
    cares = [words["care"].format(title=care.title) for care in content.care_sheets]
    return [*legal, *cares, *([words["notice"]] if content.harmonised_notice else [])]


def _heads_and_feet(sheet: Sheet, content: Confirmation, own: dict[str, Any], title: str) -> None:
    words, count = own["words"], len(sheet.pages)
    legal = frame.legal_lines(content.seller, words)
    date = amounts.day(content.written_on, content.language)
    head = words["continued"].format(title=title, date=date, customer=content.customer_number)
    for n, page in enumerate(sheet.pages, 1):
        if n > 1:
            frame.continued(page, head, content.seller)
        frame.footer(page, legal, words["page"].format(page=n, pages=count))


def _in_one_line(content: Confirmation, countries: dict[str, str]) -> str:
    to = content.deliver_to
    if to is None:
        return ""
    abroad = to.country not in ("", content.seller.country)
    country = countries.get(to.country, to.country) if abroad else ""
    co = f"c/o {to.co}" if to.co else ""
    parts = (to.name, to.post_number, co, to.extra, to.street, f"{to.postcode} {to.town}", country)
    return ", ".join(part.strip() for part in parts if part.strip())
