"""The frame of a short letter: head, salutation, closing, feet; the same sheet as every letter.

A new letter is its content (a dataclass with a head), a module that draws its middle, and a text.
"""

from collections.abc import Callable
from datetime import datetime
from threading import Lock
from typing import Any, Protocol, TypeVar

from shopphone.domain.short_letters import LetterHead
from shopphone.letters import amounts, frame, paragraphs, texts
from shopphone.letters.flow import PITCH_MM, Flow
from shopphone.letters.sheet import Sheet

one_at_a_time = Lock()  # reportlab reads a face through one moving place in its file
Words = dict[str, Any]


class Headed(Protocol):
    """The content of a letter about an order."""

    @property
    def head(self) -> LetterHead: ...


C = TypeVar("C", bound=Headed)


def write(
    content: C,
    text: str,
    draw: Callable[[Flow, C, Words], None],
    enclose: Callable[[Sheet, C, Words], None] | None = None,
) -> bytes:
    """The letter as PDF: the frame around what `draw` makes of the content and the text's words.

    enclose: draws further sheets behind the signature.
    The same content gives the same bytes.
    """
    head = content.head
    own = texts.text_of(text, head.language, head.written_on)
    common = texts.text_of("confirmation", head.language, head.written_on)["words"]
    own = {**own, "words": {**common, **own["words"]}}
    title = own["words"]["subject"].format(number=head.number)
    with one_at_a_time:
        sheet = Sheet(title, head.seller.name, head.language, head.seller.stationery.accent)
        flow = _begin(sheet, head, text, own["words"], title)
        draw(flow, content, own)
        paragraphs.draw_ending(flow, text, head, own["words"])
        if enclose is not None:
            enclose(sheet, content, own)
        return _end(sheet, head, own["words"], title)


def moment(at: datetime, language: str, words: Words) -> str:
    return str(
        words["moment"].format(date=amounts.day(at.date(), language), time=amounts.clock(at))
    )


def contact(head: LetterHead) -> dict[str, str]:
    """Where the customer reaches us; a number is not broken between its groups."""
    return {"phone": head.seller.phone.replace(" ", amounts.NBSP), "email": head.seller.email}


def _begin(sheet: Sheet, head: LetterHead, text: str, words: Words, title: str) -> Flow:
    """The first page down to the salutation."""
    form = frame.FORMS[head.seller.stationery.form]
    page = sheet.new_page()
    frame.letterhead(page, head.seller, form)
    frame.marks(page, form)
    frame.address(page, head.seller, head.recipient, (), form)
    frame.information(
        page,
        (
            (words["order_number"], head.number),
            (words["customer_number"], head.customer_number),
            (words["ordered"], paragraphs.day_of_order(head)),
            (words["clerk"], head.clerk),
            (words["phone"], head.seller.phone),
            (words["email"], head.seller.email),
            (words["date"], amounts.day(head.written_on, head.language)),
        ),
        form,
    )
    frame.subject(page, title, form)
    flow = Flow(sheet, page, form.subject_mm + 2 * PITCH_MM - 0.5)
    paragraphs.draw_opening(flow, text, head, words)
    return flow


def _end(sheet: Sheet, head: LetterHead, words: Words, title: str) -> bytes:
    """Heads and feet of all pages, and the bytes."""
    count = len(sheet.pages)
    legal = frame.legal_lines(head.seller, words)
    date = amounts.day(head.written_on, head.language)
    continued = words["continued"].format(title=title, date=date, customer=head.customer_number)
    for n, page in enumerate(sheet.pages, 1):
        if n > 1:
            frame.continued(page, continued, head.seller)
        frame.footer(page, legal, words["page"].format(page=n, pages=count))
    return sheet.finish()
