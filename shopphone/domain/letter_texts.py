"""The paragraphs of letters a shop may word itself: plain text with a few named places, nothing more.

What the law wants said is not among them: it stands in the letters themselves, whatever these say.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from shopphone.domain.errors import Refused


class Part(StrEnum):
    """A paragraph by its place in a letter, from the top."""

    GREETING = "greeting"
    OPENING = "opening"
    ENDING = "ending"
    CLOSING = "closing"
    SIGNATURE = "signature"


EVERY = "every"  # in all letters that have no text of their own
LANGUAGES = ("de", "en")
# the letters whose texts can be changed, as the screen lists them
LETTERS = (
    "confirmation",
    "agreed",
    "changed",
    "changed_unsent",
    "extension",
    "offer",
    "pending",
    "acknowledgement",
    "defect",
    "mandate",
    "receipt",
    "accepted",
    "delivery",
    "reminder",
    "cancellation",
    "refund",
)
# the others begin with what they are there to say
WITH_OPENING = frozenset(
    ("confirmation", "agreed", "changed", "changed_unsent", "extension", "offer", "pending")
)
# what a text may name; a test holds that every letter gives each of them
PLACES = (
    "greeting",
    "customer_name",
    "last_name",
    "customer_number",
    "order_number",
    "order_date",
    "letter_date",
    "clerk",
    "shop_name",
    "shop_phone",
    "shop_email",
)
MOST = {
    Part.GREETING: 200,
    Part.OPENING: 2_000,
    Part.ENDING: 2_000,
    Part.CLOSING: 200,
    Part.SIGNATURE: 400,
}
_PLACE = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnText:
    """What the shop says instead of our text. letter: one of LETTERS, or EVERY."""

    letter: str
    part: Part
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextVersion:
    """A text as it was once saved; content None: ours again. by: who saved it, if that is known."""

    content: str | None
    saved_at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartText:
    """A paragraph in the editor. base: what holds without a text of its own; content None: that.

    is_shared: the base is the shop's own text for all letters, not ours.
    """

    part: Part
    base: str
    content: str | None
    is_shared: bool = False
    versions: tuple[TextVersion, ...] = ()

    @property
    def text(self) -> str:
        return self.base if self.content is None else self.content


def parts_of(letter: str) -> tuple[Part, ...]:
    return tuple(part for part in Part if part is not Part.OPENING or letter in WITH_OPENING)


def check(part: Part, content: str) -> None:
    """Raises Refused: letter_text_too_long, letter_text_place with the place and those there are."""
    if len(content) > MOST[part]:
        raise Refused("letter_text_too_long", field=str(part), limit=str(MOST[part]))
    for found in _PLACE.finditer(content):
        if found[1] not in PLACES:
            known = ", ".join(f"{{{place}}}" for place in PLACES)
            raise Refused("letter_text_place", field=str(part), place=found[1][:60], known=known)


def filled(content: str, facts: Mapping[str, str]) -> str:
    """Put the facts in, once: what they hold themselves is text, whatever it looks like.

    A line of which nothing is left because its facts are not known is left out.
    """
    lines = content.replace("\r\n", "\n").split("\n")
    done = ((line, _PLACE.sub(lambda found: facts.get(found[1], found[0]), line)) for line in lines)
    return "\n".join(text for line, text in done if text.strip() or not line.strip()).strip()


def chosen(texts: Iterable[OwnText], letter: str, part: Part) -> str | None:
    """The shop's own text: this letter's, else the one for every letter; None if it has neither."""
    own = {text.letter: text.content for text in texts if text.part is part}
    return own.get(letter, own.get(EVERY))
