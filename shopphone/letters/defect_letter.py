"""The notice before a repair or replacement: the customer's choice and what it extends (§ 475 (4) BGB)."""

from shopphone.domain.short_letters import DefectLetter
from shopphone.letters import amounts, short_letter
from shopphone.letters.flow import Flow
from shopphone.letters.short_letter import Words


def write(content: DefectLetter) -> bytes:
    return short_letter.write(content, "defect", _draw)


def _draw(flow: Flow, content: DefectLetter, own: Words) -> None:
    for text in _opening(content, own):
        flow.paragraph(text)
    flow.heading(own["headings"]["choice"])
    for text in own["choice"]["paragraphs"]:
        flow.paragraph(text)
    flow.paragraph(own["choice"][content.remedy or "open"])
    flow.heading(own["headings"]["limitation"])
    flow.paragraph(_limitation(content, own["limitation"]))


def _opening(content: DefectLetter, own: Words) -> list[str]:
    moment = short_letter.moment(content.reported_at, content.head.language, own["words"])
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
