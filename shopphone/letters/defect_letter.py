"""The notice before a repair or replacement: the customer's choice and what it extends (§ 475 (4) BGB)."""

from typing import Any

from shopphone.domain.short_letters import DefectLetter
from shopphone.letters import amounts, short_letter, texts
from shopphone.letters.sheet import Sheet


def write(content: DefectLetter) -> bytes:
    """The letter as PDF; the same content gives the same bytes."""
    with short_letter.one_at_a_time:
        return _drawn(content)


def _drawn(content: DefectLetter) -> bytes:
    head = content.head
    common = texts.text_of("confirmation", head.language, head.written_on)["words"]
    own = texts.text_of("defect", head.language, head.written_on)
    words = {**common, **own["words"]}
    title = own["words"]["subject"].format(number=head.number)
    sheet = Sheet(title, head.seller.name, head.language)
    flow = short_letter.begin(sheet, head, words, title)
    for text in _opening(content, own, words):
        flow.paragraph(text)
    flow.heading(own["headings"]["choice"])
    for text in own["choice"]["paragraphs"]:
        flow.paragraph(text)
    flow.paragraph(own["choice"][content.remedy or "open"])
    flow.heading(own["headings"]["limitation"])
    flow.paragraph(_limitation(content, own["limitation"]))
    return short_letter.end(flow, sheet, head, words, title)


def _opening(content: DefectLetter, own: dict[str, Any], words: dict[str, Any]) -> list[str]:
    moment = short_letter.moment(content.reported_at, content.head.language, words)
    return [
        own["reported"]["text"].format(moment=moment, goods=content.goods),
        own["reported"]["words"].format(words=content.words),
    ]


def _limitation(content: DefectLetter, words: dict[str, str]) -> str:
    if content.limited_until is None or content.extended_until is None:
        return words["unknown"]
    language = content.head.language
    return words["known"].format(
        until=amounts.day(content.limited_until, language),
        extended=amounts.day(content.extended_until, language),
    )
