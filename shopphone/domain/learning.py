"""What is kept of a caller's question, and when a search has found nothing: never who has asked."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

MOST_WORDINGS = 30
LONGEST_WORDING = 200
LONGEST_QUESTION = 500
_SHORTEST_QUESTION = 3  # letters
_SHORTEST_NAME = 2
_MAIL = re.compile(r"\S*@\S*")
_UNITS = (
    "mm|cm|m|ml|cl|l|liter|litre|g|gr|gramm|kg|grad|°c?|w|watt|zoll|inch|teilig|er|"
    "tage?n?|days?|wochen?|weeks?|monaten?|monate?|months?|jahren?|jahre?|years?|minuten?|minutes?|"
    "stunden?|hours?|uhr|stück|mal|x|%|€|euro"
)
# a size or a span helps to find; any other number may be a person's: phone, order, house, account,
# and so may the last part of a number that is told in groups
_SIZE = re.compile(
    rf"(?<![\w.,/-])(?<![\d)/]\ )\d{{1,3}}(?:[.,]\d{{1,2}})?[ -]?(?:{_UNITS})(?!\w)", re.IGNORECASE
)
_NUMBER = re.compile(r"\S*\d\S*")
_SALUTATION = re.compile(
    r"\b(?:(?:frau|herrn?|familie|mrs|mr|mister|dr|prof|professor)\b\.?"
    r"|(?:ms|miss)\b\.?(?=\s*(?-i:[A-ZÀ-ÖØ-Þ])))"  # small, “miss” is a verb
    r"(?:\s+(?:dr|prof|professor|med|dent|vet|phil|jur|rer|nat|ing|dipl|mag|h\.?\ ?c)\b[.-]*)*"
    r"(?:\s+(?:von|van|vom|vander|de|di|da|del|della|dos|du|ten|ter|el|al|bin|ibn|le|la)\b"
    r"(?:\s+(?:und|zu|der|den|dem|de|het|la|los)\b)*)?"
    r"\s*[\w'’-]*[:,]?",
    re.IGNORECASE,
)
_APOSTROPHES = re.compile(r"['’‘`´ʼ]")
_LETTERS = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
_HELD = "\ue000{}\ue001"  # private use: nobody types it


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """A search that is over. shown: the articles that stood in view at its end."""

    words: str
    language: str
    call_id: int | None
    customer_id: int | None
    shown: tuple[int, ...]
    opened: bool

    @property
    def is_fruitless(self) -> bool:
        """Nothing was opened although a question was asked."""
        return not self.opened and is_question(self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """What a verdict on an article has left behind, so that it can be taken back.

    lost: the oldest wording, which had to make room. question_id: the gap's question it became.
    """

    use_id: int
    article_id: int
    verdict: str
    wording_id: int | None = None
    lost: tuple[str, datetime] | None = None
    question_id: int | None = None


def without_persons(text: str, names: Iterable[str] = ()) -> str:
    """The question without numbers, e-mail addresses and names; what is left may be stored."""
    text = text[:LONGEST_QUESTION].replace("\ue000", "").replace("\ue001", "")
    text = " ".join(_MAIL.sub(" ", text).split())
    sizes = [found.group() for found in _SIZE.finditer(text)]
    places = iter(range(len(sizes)))
    text = _SIZE.sub(lambda _: _HELD.format(chr(0xE100 + next(places))), text)
    text = _SALUTATION.sub(" ", _NUMBER.sub(" ", text))
    for n, size in enumerate(sizes):
        text = text.replace(_HELD.format(chr(0xE100 + n)), size)
    known = _parts(names)
    kept = [word for word in text.split() if not _names(word, known)]
    while kept and not any(map(str.isalnum, kept[-1])):
        kept.pop()
    return " ".join(kept)[:LONGEST_WORDING].strip()


def is_question(text: str) -> bool:
    """Whether there are letters enough to be about something."""
    return sum(map(str.isalpha, text)) >= _SHORTEST_QUESTION


def goes_on(before: str, after: str) -> bool:
    """Whether this is still the same question, typed on, shortened or corrected."""
    old, new = before.strip().lower(), after.strip().lower()
    if not old or not new:
        return not old
    return old.startswith(new) or new.startswith(old) or bool({*old.split()} & {*new.split()})


def _sounding(text: str) -> str:
    """As it is typed who only hears it: Lefèvre as lefevre, O'Brien as obrien, Müller as Muller."""
    apart = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text.casefold()).translate(_LETTERS))
    bare = "".join(char for char in apart if not unicodedata.combining(char))
    return re.sub(r"(?<=[aou])e", "", bare)


def _parts(names: Iterable[str]) -> frozenset[str]:
    words = (word for name in names for word in re.findall(r"\w+", _sounding(name)))
    return frozenset(word for word in words if len(word) >= _SHORTEST_NAME)


def _names(word: str, known: frozenset[str]) -> bool:
    """Müller, Müllers, Müller-Lüdenscheidt."""
    parts = re.findall(r"\w+", _sounding(word))
    return any(part in known or (part[-1:] == "s" and part[:-1] in known) for part in parts)
