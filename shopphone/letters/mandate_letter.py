"""The request for a signed SEPA mandate, with the form on its second sheet."""

from shopphone.domain.short_letters import MandateLetter
from shopphone.letters import amounts, mandate_form, short_letter
from shopphone.letters.flow import Flow
from shopphone.letters.sheet import Sheet
from shopphone.letters.short_letter import Words


def write(content: MandateLetter) -> bytes:
    return short_letter.write(content, "mandate", _draw, _form)


def _draw(flow: Flow, content: MandateLetter, own: Words) -> None:
    head = content.head
    for text in own["letter"].values():
        flow.paragraph(
            text.format(
                total=amounts.money(content.total, head.language),
                number=head.number,
                address=f"{head.seller.name}, {head.seller.place}",
            )
        )


def _form(sheet: Sheet, content: MandateLetter, own: Words) -> None:
    mandate_form.add(sheet, content.form, own["form"])
