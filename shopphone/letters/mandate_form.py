"""The SEPA mandate on a sheet of its own: nothing else stands within it, so it can be sent back alone.

The wording is prescribed (SEPA Core Direct Debit Scheme Rulebook, annex "Draft SEPA Core Direct
Debit Mandate"); it stands in resources/legal.
"""

from collections.abc import Sequence
from typing import Any

from shopphone.domain.letters import MandateForm
from shopphone.letters import amounts
from shopphone.letters.breaking import lines
from shopphone.letters.flow import LEFT_MM, PITCH_MM, RIGHT_MM, Flow, joined
from shopphone.letters.sheet import BLACK, GREY, Sheet
from shopphone.letters.structure import ROW_HEAD

_VALUE_MM = 88.0
_WRITING_MM = 2.2 * PITCH_MM  # room for a hand above a line
_SIGN_MM = 75.0
_MOST_LINES = 3


def add(sheet: Sheet, form: MandateForm, words: dict[str, Any]) -> None:
    """The form on a new page; what is not known is a line to write on."""
    flow = Flow(sheet, sheet.new_page())
    seller = form.seller
    flow.heading(words["title"], size=13, before_mm=0, role="H1")
    flow.space(3)
    _rows(
        flow,
        (
            (words["creditor"], (seller.name,)),
            (words["creditor_address"], (seller.place,)),
            (words["creditor_id"], (seller.creditor_id,)),
            (words["reference"], (form.mandate.reference,)),
            (words["kind"], (words["recurring" if form.recurring else "one_off"],)),
        ),
    )
    flow.space(PITCH_MM)
    for name in ("text", "note", "rights"):
        if name in words:
            flow.paragraph(words[name].replace("{seller}", seller.name), after_mm=3)
    flow.space(PITCH_MM)
    _rows(
        flow,
        (
            (words["holder"], (form.mandate.holder,)),
            (words["holder_address"], form.address),
            (words["iban"], (amounts.iban(form.mandate.iban),)),
            (words["bank"], (form.mandate.bank,)),
        ),
    )
    _signed(flow, words)
    flow.space(4 * PITCH_MM)
    back = words["back"].format(address=f"{seller.name}, {seller.place}")
    flow.paragraph(back, colour=GREY)


def _rows(flow: Flow, rows: Sequence[tuple[str, Sequence[str]]]) -> None:
    table = flow.structure.add("Table")
    for label, values in rows:
        known = [value for value in values if value.strip()]
        with flow.structure.tag("TR", parent=table):
            _row(flow, label, known)
        flow.space(1.2)


def _row(flow: Flow, label: str, known: Sequence[str]) -> None:
    head, cell = flow.structure.add("TH", ROW_HEAD), flow.structure.add("TD")
    room = RIGHT_MM - _VALUE_MM
    parts = [part for value in known for part in lines(value, room)][:_MOST_LINES]
    flow.space(PITCH_MM if parts else _WRITING_MM)
    with flow.structure.into(head):
        flow.page.text(LEFT_MM, flow.y_mm, label, colour=GREY)
    with flow.structure.into(cell):
        for n, part in enumerate(parts):
            flow.space(PITCH_MM if n else 0)
            flow.page.text(_VALUE_MM, flow.y_mm, joined(part), colour=BLACK)
    if not parts:
        flow.page.line(_VALUE_MM, flow.y_mm, RIGHT_MM, flow.y_mm, width_pt=0.4, colour=GREY)


def _signed(flow: Flow, words: dict[str, Any]) -> None:
    flow.space(5 * PITCH_MM)
    for text, left in (
        (words["place"], LEFT_MM),
        (words["signature"], RIGHT_MM - _SIGN_MM),
    ):
        flow.page.line(left, flow.y_mm, left + _SIGN_MM, flow.y_mm, width_pt=0.6)
        with flow.structure.tag("P"):
            flow.page.text(left, flow.y_mm + PITCH_MM, text, colour=GREY)
    flow.space(PITCH_MM)
