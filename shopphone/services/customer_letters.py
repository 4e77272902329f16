"""Letters to a customer from the card: answers, a missed callback, consent, envelopes and labels."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import shopphone.services.articles as articles
import shopphone.services.customers as customers
import shopphone.services.kept_letters as kept_letters
import shopphone.services.recipients as recipients
import shopphone.services.settings as settings
from shopphone.domain import customer_letters
from shopphone.domain.customer_letters import (
    AnswerLetter,
    ConsentLetter,
    Cover,
    CustomerLetterKind,
    MissedLetter,
)
from shopphone.domain.customers import CustomerDraft
from shopphone.domain.errors import Refused
from shopphone.domain.letters_log import Letter
from shopphone.domain.short_letters import LetterHead
from shopphone.services.desk import Desk
from shopphone.services.kept_letters import Paper

_K = CustomerLetterKind


def fitting(desk: Desk, customer_id: int) -> tuple[CustomerLetterKind, ...]:
    """What can be written to this customer now."""
    draft = customers.detail(desk, customer_id).draft
    return customer_letters.fitting(
        customers.consents(desk, customer_id), has_address=not draft.billing.is_empty
    )


def write(desk: Desk, kind: str, customer_id: int) -> Letter:
    """Any but an answer, queued; unchanged facts give the kept bytes again.

    Raises Refused: letter_does_not_fit.
    """
    writer = _WRITERS.get(CustomerLetterKind(kind))
    if writer is None or kind not in fitting(desk, customer_id):
        raise Refused("letter_does_not_fit")
    draft = customers.detail(desk, customer_id).draft
    return _keep(desk, kind, customer_id, draft, writer(desk, draft))


def answer(desk: Desk, customer_id: int, article_ids: Sequence[int]) -> Letter:
    """What these articles say in letters, in the order chosen.

    Raises Refused: letter_does_not_fit without an address, article_gone, no_letter_paragraph.
    """
    if _K.ANSWER not in fitting(desk, customer_id):
        raise Refused("letter_does_not_fit")
    draft = customers.detail(desk, customer_id).draft
    chosen = [articles.read(desk, article_id) for article_id in dict.fromkeys(article_ids)]
    lacking = next((each for each in chosen if not each.letter_paragraph.strip()), None)
    if lacking is not None or not chosen:
        raise Refused("no_letter_paragraph", title=lacking.title if lacking else "–")
    from shopphone.letters import customer_letters as layout

    said = tuple((each.title, each.letter_paragraph) for each in chosen)
    pdf = layout.answer(AnswerLetter(head=_head(desk, draft), answers=said))
    return _keep(desk, _K.ANSWER, customer_id, draft, pdf)


def _keep(desk: Desk, kind: str, customer_id: int, draft: CustomerDraft, pdf: bytes) -> Letter:
    paper = Paper(kind=kind, language=draft.language, customer_id=customer_id, pdf=pdf)
    return kept_letters.keep(desk, paper)


def _missed(desk: Desk, draft: CustomerDraft) -> bytes:
    from shopphone.letters import customer_letters as layout

    owed = customers.card(desk, draft.customer_id or 0).callbacks
    return layout.missed(
        MissedLetter(head=_head(desk, draft), called_on=desk.today(), promised=bool(owed))
    )


def _consent(desk: Desk, draft: CustomerDraft) -> bytes:
    from shopphone.letters import customer_letters as layout

    return layout.consent(_consent_content(desk, draft, "given"))


def _consent_withdrawn(desk: Desk, draft: CustomerDraft) -> bytes:
    from shopphone.letters import customer_letters as layout

    return layout.consent_withdrawn(_consent_content(desk, draft, "withdrawn"))


def _consent_content(desk: Desk, draft: CustomerDraft, state: str) -> ConsentLetter:
    ledger = customers.consents(desk, draft.customer_id or 0)
    entry = customer_letters.newest(ledger, state)
    if entry is None:
        raise Refused("letter_does_not_fit")
    return ConsentLetter(
        head=_head(desk, draft),
        channel=customer_letters.channel_of(ledger, entry),
        scope=entry.scope,
        wording=entry.wording,
        on=desk.day_of(entry.at),
    )


def _cover(kind: CustomerLetterKind, desk: Desk, draft: CustomerDraft) -> bytes:
    from shopphone.letters import covers

    head = _head(desk, draft)
    seller = head.seller
    sender = (seller.name, seller.street, f"{seller.postcode} {seller.town}")
    return covers.write(
        Cover(
            size_mm=customer_letters.SIZES[kind],
            language=draft.language,
            title=head.customer,
            sender=tuple(part for part in sender if part.strip()) or ("",),
            recipient=head.recipient,
        )
    )


_WRITERS: Mapping[CustomerLetterKind, Callable[[Desk, CustomerDraft], bytes]] = {
    _K.MISSED: _missed,
    _K.CONSENT: _consent,
    _K.CONSENT_WITHDRAWN: _consent_withdrawn,
    **{kind: partial(_cover, kind) for kind in customer_letters.SIZES},
}


def _head(desk: Desk, draft: CustomerDraft) -> LetterHead:
    name = f"{draft.first_name} {draft.last_name}".strip() or draft.company
    return LetterHead(
        seller=settings.seller(desk, draft.language),
        language=draft.language,
        number="",
        customer_number=draft.number,
        customer=name,
        salutation=draft.salutation,
        last_name=draft.last_name,
        recipient=recipients.lines(draft.billing, name, draft, desk.setting("shop.country")),
        written_on=desk.today(),
        ordered_on=None,
        clerk=desk.staff_name or desk.setting("desk.staff"),
    )
