"""Articles on their way in or out as files, and what an import would do with each."""

from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from enum import StrEnum

from shopphone.domain.learning import MOST_WORDINGS

MOST_FILES = 10_000
MOST_TEXT_BYTES = 1_000_000
MOST_TABLE_BYTES = 50_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachedFile:
    """A file that belongs to an article; content is empty where only its sum is needed."""

    name: str
    media_type: str
    sha256: str
    content: bytes = field(default=b"", compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledArticle:
    """An article as a file says it. None: the file does not say, so the shop's own stays.

    source: the file, or the row of a table. dropped: codes of what was left out while reading.
    """

    source: str
    language: str
    title: str
    details: str | None = None
    say: str | None = None
    letter_paragraph: str | None = None
    internal_note: str | None = None
    topics: tuple[str, ...] | None = None
    skus: tuple[str, ...] | None = None
    groups: tuple[str, ...] | None = None
    wordings: tuple[str, ...] | None = None
    owner: str | None = None
    review_on: date | None = None
    state: str | None = None
    audience: str | None = None
    pair: str | None = None
    attachments: tuple[AttachedFile, ...] = ()
    dropped: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """What an article is known by when it is read again."""
        return (self.language, self.title)


_ADDED = frozenset(("wordings", "attachments"))
_NOT_CONTENT = frozenset(("source", "dropped", *_ADDED))
_UNORDERED = ("topics", "skus", "groups")


def merged(known: FiledArticle, told: FiledArticle) -> FiledArticle:
    """What the shop has with what the file says; wordings and attachments are only added."""
    said = {
        each.name: getattr(told, each.name)
        for each in fields(told)
        if each.name not in _NOT_CONTENT and getattr(told, each.name) is not None
    }
    sets = {name: tuple(sorted(said[name])) for name in _UNORDERED if name in said}
    words = dict.fromkeys((*(known.wordings or ()), *(told.wordings or ())))
    there = {each.sha256 for each in known.attachments}
    new = [each for each in told.attachments if each.sha256 not in there]
    names = {each.name for each in new}
    stay = [each for each in known.attachments if each.name not in names]
    return replace(
        known,
        **(said | sets),
        wordings=tuple(words)[:MOST_WORDINGS],
        attachments=tuple(sorted((*stay, *new), key=lambda file: (file.name, file.sha256))),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A file or row that cannot be taken, and why: code names the sentence, detail fills it."""

    source: str
    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """Everything that was read: what can be taken and what cannot."""

    articles: tuple[FiledArticle, ...]
    faults: tuple[Fault, ...]


class Verdict(StrEnum):
    """What an import would do with a file or row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    FAULT = "fault"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """One line of the preview. remarks: (code, detail) pairs: why not, or what is left out."""

    source: str
    title: str
    language: str
    verdict: Verdict
    remarks: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What an import would do; `filed` is what would be taken."""

    rows: tuple[PlanRow, ...]
    filed: Filed

    def count(self, verdict: Verdict) -> int:
        return sum(row.verdict is verdict for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did."""

    new: int
    changed: int
    unchanged: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LastImport:
    """An import of this desk that can still be taken back."""

    name: str
    at: datetime
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """What taking an import back did. kept: changed since, and therefore left as they are."""

    removed: int
    restored: int
    retired: int
    kept: int
