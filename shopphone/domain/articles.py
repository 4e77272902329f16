"""The rules of writing articles: what one holds, how long it may be, how two writers are merged."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from shopphone.domain.differences import Piece
from shopphone.domain.errors import Refused
from shopphone.domain.knowledge import Article, ArticleDraft

DRAFT, IN_FORCE, RETIRED = "draft", "in_force", "retired"
STATES = (IN_FORCE, DRAFT, RETIRED)  # only what is in force is found during a call
AUDIENCES = ("everyone", "routine", "expert")
LANGUAGES = ("de", "en")
# far above what anyone says or reads on the phone, and small enough to be shown at once
LIMITS = {
    "title": 200, "say": 2_000, "details": 20_000, "letter_paragraph": 10_000,
    "internal_note": 10_000, "topics": 500, "groups": 1_000, "skus": 4_000, "owner": 200,
}  # fmt: skip
TEXTS = ("title", "say", "details", "letter_paragraph", "internal_note")
FIELDS = (
    *TEXTS, "topics", "skus", "groups", "language", "audience", "state", "owner", "review_on",
)  # fmt: skip
CODES = ("language", "audience", "state", "review_on")  # fields that are no free text

MOST_ATTACHED_MB = 10
_KINDS = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that belongs to an article: a care sheet, a picture."""

    attachment_id: int
    name: str
    media_type: str
    size: int
    added_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentFile:
    """An attachment with its bytes."""

    article_id: int
    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A line of an article's history. changed: the fields that differ from the one before."""

    version: int
    at: datetime
    by: str
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field in two versions, and what is between them."""

    name: str
    older: str
    newer: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """An article's translation. made_like: its version when ours was last made like it, if known."""

    other: Article
    made_like: int | None
    changes: tuple[FieldChange, ...]  # in the other's texts since then


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldMerge:
    """One field that another desk and I have different; base: what both began with, if known."""

    name: str
    base: str | None
    mine: str
    theirs: str
    pieces: tuple[Piece, ...]  # from theirs to mine

    @property
    def is_conflict(self) -> bool:
        """Whether both have changed it, so that a person must decide."""
        return self.base is None or self.base not in (self.mine, self.theirs)

    @property
    def proposal(self) -> str:
        """What one has changed and the other left; mine where both did, to begin with."""
        return self.theirs if self.mine == self.base else self.mine


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """My text beside what another desk has saved meanwhile; version: theirs."""

    article_id: int
    version: int
    by: str
    at: datetime
    fields: tuple[FieldMerge, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Someone at another desk who has the article open in the editor."""

    name: str
    seen_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What goes on at other desks with an article: who writes, and what was saved last."""

    writers: tuple[Writer, ...]
    version: int
    state: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """A line of the review list."""

    article_id: int
    title: str
    language: str
    owner: str
    review_on: date | None
    changed_at: datetime
    helped: int
    not_helped: int
    version: int


def check(draft: ArticleDraft) -> None:
    """Raises Refused: article_title_missing, article_text_too_long, choice_unknown."""
    if not draft.title.strip():
        raise Refused("article_title_missing", field="title")
    texts = as_texts(draft)
    for name, most in LIMITS.items():
        if len(texts[name]) > most:
            raise Refused("article_text_too_long", field=name, limit=f"{most:,}".replace(",", " "))
    for name, known in (("state", STATES), ("audience", AUDIENCES), ("language", LANGUAGES)):
        if texts[name] not in known:
            raise Refused("choice_unknown", field=name)


def as_texts(draft: ArticleDraft) -> dict[str, str]:
    """Every field as the text that is typed, compared and kept in a version."""
    return {
        **{name: getattr(draft, name) for name in TEXTS},
        "topics": _names(draft.topics),
        "skus": _names(draft.skus),
        "groups": _names(draft.groups),
        "language": draft.language,
        "audience": draft.audience,
        "state": draft.state,
        "owner": draft.owner,
        "review_on": draft.review_on.isoformat() if draft.review_on else "",
    }


def from_texts(texts: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a draft from their texts; versions of the first program had one category."""
    topics = texts.get("topics", texts.get("category", ""))
    review_on = texts.get("review_on") or None
    return {
        **{name: str(texts.get(name, "")) for name in (*TEXTS, "owner")},
        "topics": listed(topics),
        "skus": listed(texts.get("skus", "")),
        "groups": listed(texts.get("groups", "")),
        "language": texts.get("language", "de"),
        "audience": texts.get("audience", "everyone"),
        "state": texts.get("state", IN_FORCE),
        "review_on": date.fromisoformat(review_on) if review_on else None,
    }


def _names(names: Iterable[str]) -> str:
    """In one order, so that only what was changed differs between two versions."""
    return ", ".join(sorted(names))


def listed(text: str) -> list[str]:
    """Names with commas between them, each once."""
    return list(dict.fromkeys(name for each in text.split(",") if (name := each.strip())))


def kind_of(content: bytes) -> str:
    """The media type by the file's first bytes. Raises Refused: attachment_kind_unknown."""
    for beginning, media_type in _KINDS:
        if content.startswith(beginning):
            return media_type
    raise Refused("attachment_kind_unknown")


def next_review(today: date) -> date:
    """A year from now; the 29th of February becomes the 28th."""
    day = 28 if (today.month, today.day) == (2, 29) else today.day
    return date(today.year + 1, today.month, day)
