"""Letters to a customer about no order: answers, a call that reached nobody, consent."""

from shopphone.domain.customer_letters import AnswerLetter, ConsentLetter, MissedLetter
from shopphone.letters import amounts, short_letter
from shopphone.letters.flow import Flow
from shopphone.letters.short_letter import Words


def answer(content: AnswerLetter) -> bytes:
    return short_letter.write(content, "answer", _answer)


def missed(content: MissedLetter) -> bytes:
    return short_letter.write(content, "missed", _missed)


def consent(content: ConsentLetter) -> bytes:
    return short_letter.write(content, "consent", _consent)


def consent_withdrawn(content: ConsentLetter) -> bytes:
    return short_letter.write(content, "consent_withdrawn", _consent)


def _answer(flow: Flow, content: AnswerLetter, own: Words) -> None:
    said, contact = own["answer"], short_letter.contact(content.head)
    flow.paragraph(said["asked"])
    for title, text in content.answers:
        flow.heading(title)
        for part in text.split("\n"):
            if part.strip():
                flow.paragraph(part.strip())
    flow.space(2)
    flow.paragraph(said["more"].format(**contact))


def _missed(flow: Flow, content: MissedLetter, own: Words) -> None:
    said, contact = own["missed"], short_letter.contact(content.head)
    called = amounts.day(content.called_on, content.head.language)
    flow.paragraph(said["promised" if content.promised else "called"].format(date=called))
    flow.paragraph(said["call_back"].format(number=content.head.customer_number, **contact))


def _consent(flow: Flow, content: ConsentLetter, own: Words) -> None:
    said, language = own["consent"], content.head.language
    channel = own["channels"].get(content.channel, own["channels"]["other"])
    day = amounts.day(content.on, language)
    flow.paragraph(said["said"].format(date=day, channel=channel))
    if content.wording:
        flow.paragraph(said["wording"].format(wording=content.wording))
    if content.scope:
        flow.paragraph(said["scope"].format(scope=content.scope))
    flow.paragraph(said["from_now"].format(channel=channel))
    flow.paragraph(said["contact"].format(**short_letter.contact(content.head)))
