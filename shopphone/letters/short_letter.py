"""The frame of a short letter: head, salutation, closing, feet; the same sheet as every letter."""

from datetime import datetime
from threading import Lock
from typing import Any

from shopphone.domain.short_letters import LetterHead
from shopphone.letters import amounts, frame, salutation
from shopphone.letters.breaking import one_line
from shopphone.letters.flow import LEFT_MM, PITCH_MM, TEXT_MM, Flow
from shopphone.letters.fonts import BOLD
from shopphone.letters.sheet import Sheet

one_at_a_time = Lock()  # reportlab reads a face through one moving place in its file
_FORM = frame.FORMS["B"]


def begin(sheet: Sheet, head: LetterHead, words: dict[str, Any], title: str) -> Flow:
    """The first page down to the salutation."""
    page = sheet.new_page()
    frame.letterhead(page, head.seller, _FORM)
    frame.marks(page, _FORM)
    frame.address(page, head.seller, head.recipient, (), _FORM)
    frame.information(
        page,
        (
            (words["order_number"], head.number),
            (words["customer_number"], head.customer_number),
            (words["ordered"], amounts.day(head.ordered_on, head.language)),
            (words["clerk"], head.clerk),
            (words["phone"], head.seller.phone),
            (words["email"], head.seller.email),
            (words["date"], amounts.day(head.written_on, head.language)),
        ),
        _FORM,
    )
    page.text(LEFT_MM, _FORM.subject_mm, one_line(title, TEXT_MM, BOLD, 12), size=12, font=BOLD)
    flow = Flow(sheet, page, _FORM.subject_mm + 2 * PITCH_MM - 0.5)
    named = next((line for line in head.recipient if line.strip()), "")
    flow.paragraph(salutation.of(head.salutation, head.last_name, named, words), after_mm=PITCH_MM)
    return flow


def end(flow: Flow, sheet: Sheet, head: LetterHead, words: dict[str, Any], title: str) -> bytes:
    """Closing and signature, then heads and feet of all pages, and the bytes."""
    flow.need(5 * PITCH_MM)
    flow.space(2)
    flow.paragraph(head.seller.closing, after_mm=PITCH_MM)
    for text in (head.clerk, head.seller.name):
        if text:
            flow.paragraph(text, after_mm=0)
    count = len(sheet.pages)
    legal = frame.legal_lines(head.seller, words)
    date = amounts.day(head.written_on, head.language)
    continued = words["continued"].format(title=title, date=date, customer=head.customer_number)
    for n, page in enumerate(sheet.pages, 1):
        if n > 1:
            frame.continued(page, continued)
        frame.footer(page, legal, words["page"].format(page=n, pages=count))
    return sheet.finish()


def moment(at: datetime, language: str, words: dict[str, Any]) -> str:
    return str(
        words["moment"].format(date=amounts.day(at.date(), language), time=amounts.clock(at))
    )
