"""The paragraphs of a letter the shop may word itself, drawn from its own texts or from ours.

Every letter comes here for them, so that a new one follows the shop's texts by itself.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, Protocol

from shopphone.domain.letter_texts import EVERY, Part, chosen, filled
from shopphone.domain.letters import Seller
from shopphone.letters import amounts, frame, salutation, texts
from shopphone.letters.flow import PITCH_MM, Flow


class Addressed(Protocol):
    """The content of a letter, or its head: what a text may name."""

    @property
    def seller(self) -> Seller: ...
    @property
    def language(self) -> str: ...
    @property
    def number(self) -> str: ...
    @property
    def customer_number(self) -> str: ...
    @property
    def customer(self) -> str: ...
    @property
    def salutation(self) -> str: ...
    @property
    def last_name(self) -> str: ...
    @property
    def recipient(self) -> tuple[str, ...]: ...
    @property
    def written_on(self) -> date: ...
    @property
    def ordered_on(self) -> date | None: ...
    @property
    def clerk(self) -> str: ...


def draw_opening(flow: Flow, letter: str, about: Addressed, words: Mapping[str, Any]) -> None:
    """Greeting and first paragraph; words["fixed"] follows, which nobody can take away."""
    facts = facts_of(about, words)
    greeting = _text(letter, Part.GREETING, about, facts)
    if greeting:
        flow.paragraph(greeting, after_mm=PITCH_MM)
    for text in (_text(letter, Part.OPENING, about, facts), words.get("fixed", "")):
        if text:
            flow.paragraph(text, after_mm=3)


def draw_ending(
    flow: Flow, letter: str, about: Addressed, words: Mapping[str, Any], *, lines_below: int = 0
) -> None:
    """The last paragraph, then closing and who signs, on one page with the lines below them."""
    facts = facts_of(about, words)
    ending, closing, signature = (
        _text(letter, part, about, facts) for part in (Part.ENDING, Part.CLOSING, Part.SIGNATURE)
    )
    if ending:
        flow.space(2)
        flow.paragraph(ending, after_mm=1)
    flow.need((8 + lines_below) * PITCH_MM)
    flow.space(2)
    frame.signature(flow, about.seller, closing, signature)


def ours(letter: str, part: Part, language: str, on: date) -> str:
    """Our text of that day for a letter; what it does not say itself is said for every letter."""
    known = texts.text_of("paragraphs", language, on)
    return str(known.get(letter, {}).get(part, known[EVERY][part]))


def facts_of(about: Addressed, words: Mapping[str, Any]) -> dict[str, str]:
    """The value of every place; words: the letter's."""
    named = next((line for line in about.recipient if line.strip()), "")
    seller, language = about.seller, about.language
    return {
        "greeting": salutation.of(about.salutation, about.last_name, named, words),
        "customer_name": about.customer or named,
        "last_name": about.last_name,
        "customer_number": about.customer_number,
        "order_number": about.number,
        "order_date": day_of_order(about),
        "letter_date": amounts.day(about.written_on, language),
        "clerk": about.clerk,
        "shop_name": seller.name,
        "shop_phone": seller.phone,
        "shop_email": seller.email,
    }


def day_of_order(about: Addressed) -> str:
    """Nothing for a letter that is about no order."""
    return amounts.day(about.ordered_on, about.language) if about.ordered_on else ""


def _text(letter: str, part: Part, about: Addressed, facts: Mapping[str, str]) -> str:
    own = chosen(about.seller.texts, letter, part)
    text = ours(letter, part, about.language, about.written_on) if own is None else own
    return filled(text, facts)
