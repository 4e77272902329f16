"""Letters with texts that are still being written, about the newest order or, without one, a made-up one."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from functools import cache

from sqlalchemy import select

import shopphone.services.letters as letters
import shopphone.services.order_letter_previews as order_letter_previews
import shopphone.services.orders as orders
import shopphone.services.settings as settings
from shopphone.domain.letter_texts import EVERY, OwnText, parts_of
from shopphone.domain.letters import Confirmation, LetterLine, MandateForm, Seller
from shopphone.domain.order_life import Minor, Yes
from shopphone.domain.payment import Mandate, mandate_reference
from shopphone.domain.short_letters import (
    DefectLetter,
    LetterHead,
    MandateLetter,
    WithdrawalLetter,
)
from shopphone.domain.totals import TotalLine, totals
from shopphone.domain.vat import VatMode
from shopphone.domain.withdrawal_rule import WithdrawalRule
from shopphone.domain.withdrawals import WithdrawnLine, refund_sheet
from shopphone.paths import resources
from shopphone.services.desk import SHOP_ZONE, Desk
from shopphone.store import tables as t

_NUMBER, _PRICE, _VAT = "AB-2026-00001", Decimal("79.90"), Decimal(19)
_WEEK, _FORTNIGHT = timedelta(days=7), timedelta(days=14)
_o = t.sale_order.c
_NEWEST = select(_o.id).order_by(_o.placed_at.desc(), _o.id.desc()).limit(1)


def preview(desk: Desk, letter: str, language: str, contents: Mapping[str, str]) -> bytes:
    """The letter as PDF with these texts by their part; nothing is kept and no number is used.

    Raises Refused("duties_missing") while the shop has not named what the law asks, and
    Unavailable for a file of the shop's that cannot be read.
    """
    seller = _with_texts(settings.seller(desk, language), letter, contents)
    basis = replace(_basis(desk, language), seller=seller, language=language)
    kind = "confirmation" if letter == EVERY else letter
    if kind in order_letter_previews.WRITERS:
        return order_letter_previews.WRITERS[kind](_head(basis), basis)
    return _WRITERS[kind](basis)


def _with_texts(seller: Seller, letter: str, contents: Mapping[str, str]) -> Seller:
    typed = tuple(
        OwnText(letter=letter, part=part, content=contents[part])
        for part in parts_of(letter)
        if part in contents
    )
    replaced = {text.part for text in typed}
    # what is written for every letter is seen on one that may have texts of its own
    hidden = (EVERY, "confirmation") if letter == EVERY else (letter,)
    kept = (text for text in seller.texts if text.letter not in hidden or text.part not in replaced)
    return replace(seller, texts=(*kept, *typed))


def _basis(desk: Desk, language: str) -> Confirmation:
    """The newest order in this language, else in another, else none that there ever was."""
    with desk.db.reading() as connection:
        order_id = (
            connection.execute(_NEWEST.where(_o.language == language)).scalar()
            or connection.execute(_NEWEST).scalar()
        )
    if order_id is None:
        return _made_up(desk, language)
    content = letters.confirmation_of(desk, orders.detail(desk, order_id))
    return replace(
        content,
        minor=None,
        care_sheets=(),
        version=1,
        changes=(),
        replaces_on=None,
        offered_until=None,
        based_on="",
        amends="",
        yes=None,
    )


def _made_up(desk: Desk, language: str) -> Confirmation:
    words, today = _words(language), desk.today()
    small = desk.setting("policy.small_business") == "1"
    line = LetterLine(
        sku="",
        name=words["goods"],
        description=words["description"],
        quantity=Decimal(1),
        unit_price=_PRICE,
        discount=Decimal(0),
        vat=_VAT,
        gross=_PRICE,
        base_price=None,
        withdrawal_rule=WithdrawalRule(),
    )
    return Confirmation(
        seller=settings.seller(desk, language),
        language=language,
        number=_NUMBER,
        customer_number="K-00001",
        customer=words["customer"],
        salutation=words["salutation"],
        last_name=words["last_name"],
        recipient=(
            words["salutation"],
            words["customer"],
            words["street"],
            f"{words['postcode']} {words['town']}",
        ),
        deliver_to=None,
        written_on=today,
        ordered_at=desk.now().astimezone(SHOP_ZONE).replace(tzinfo=None),
        clerk=desk.staff_name or desk.setting("desk.staff"),
        lines=(line,),
        totals=totals(
            [TotalLine(unit_price=_PRICE, quantity=Decimal(1), vat=_VAT)],
            mode=VatMode.SMALL if small else VatMode.GROSS,
        ),
        shipping_name=words["shipping"],
        shipping_days=words["days"],
        latest_delivery=today + _WEEK,
        payment_code="paypal_link",
        due_on=None,
        told_at=(),
        remark="",
        extension_months=0,
        return_cost=desk.setting("policy.return_cost"),
    )


def _confirmation(content: Confirmation) -> bytes:
    from shopphone.letters import confirmation

    return confirmation.write(content)


def _agreed(content: Confirmation) -> bytes:
    yes = Yes(
        received_on=content.written_on,
        recorded_at=content.ordered_at,
        channel="letter",
        words="",
        evidence_name="",
        staff=content.clerk,
        offer=content.number,
    )
    return _confirmation(replace(content, yes=yes))


def _changed(content: Confirmation) -> bytes:
    return _confirmation(replace(content, version=2, replaces_on=content.written_on - _WEEK))


def _changed_unsent(content: Confirmation) -> bytes:
    return _confirmation(replace(content, version=2))


def _extension(content: Confirmation) -> bytes:
    return _confirmation(replace(content, based_on=content.number))


def _offer(content: Confirmation) -> bytes:
    return _confirmation(replace(content, offered_until=content.written_on + _FORTNIGHT))


def _pending(content: Confirmation) -> bytes:
    until = content.written_on + _FORTNIGHT
    minor = Minor(
        parent=content.customer,
        asked_on=content.written_on,
        answer="",
        words="",
        ratified_until=until,
    )
    return _confirmation(replace(content, minor=minor))


def _acknowledgement(content: Confirmation) -> bytes:
    from shopphone.letters import withdrawal_letter

    line = content.lines[0]
    given_back = WithdrawnLine(
        position=1,
        name=line.name,
        quantity=line.quantity,
        amount=line.gross,
        rule=line.withdrawal_rule,
    )
    letter = WithdrawalLetter(
        head=_head(content),
        received_at=content.ordered_at,
        received_on=content.written_on,
        declared_on=content.written_on,
        channel="phone",
        declared_by=content.customer,
        words=_words(content.language)["withdrawn"],
        goodwill=False,
        sheet=refund_sheet([given_back], return_cost=content.return_cost),
        rest=(),
        payment_code=content.payment_code,
        goods_out=True,
        goods_back_on=None,
        pickup=False,
        refund_until=content.written_on + _FORTNIGHT,
        return_until=content.written_on + _FORTNIGHT,
    )
    return withdrawal_letter.write(letter)


def _defect(content: Confirmation) -> bytes:
    from shopphone.letters import defect_letter

    letter = DefectLetter(
        head=_head(content),
        goods=content.lines[0].name,
        words=_words(content.language)["defect"],
        reported_at=content.ordered_at,
        remedy="repair",
        limited_until=None,
        extended_until=None,
    )
    return defect_letter.write(letter)


def _mandate(content: Confirmation) -> bytes:
    from shopphone.letters import mandate_letter

    form = content.mandate_form or MandateForm(
        seller=content.seller,
        mandate=Mandate(
            reference=mandate_reference(content.number), iban="", holder=content.customer, bank=""
        ),
        address=content.recipient[-2:],
        recurring=False,
    )
    return mandate_letter.write(
        MandateLetter(head=_head(content), form=form, total=content.totals.total)
    )


# a new letter whose texts can be changed gets one function and one line here
_WRITERS: Mapping[str, Callable[[Confirmation], bytes]] = {
    "confirmation": _confirmation,
    "changed": _changed,
    "agreed": _agreed,
    "changed_unsent": _changed_unsent,
    "extension": _extension,
    "offer": _offer,
    "pending": _pending,
    "acknowledgement": _acknowledgement,
    "defect": _defect,
    "mandate": _mandate,
}


def _head(content: Confirmation) -> LetterHead:
    return LetterHead(
        seller=content.seller,
        language=content.language,
        number=content.number,
        customer_number=content.customer_number,
        customer=content.customer,
        salutation=content.salutation,
        last_name=content.last_name,
        recipient=content.recipient,
        written_on=content.written_on,
        ordered_on=content.ordered_on,
        clerk=content.clerk,
    )


@cache
def _words(language: str) -> dict[str, str]:
    file = resources() / "demo" / "sample_letter.toml"
    found: dict[str, str] = tomllib.loads(file.read_text(encoding="utf-8"))[language]
    return found
