"""Knowledge articles: a sentence to say, details, a paragraph for a letter, an internal note."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """A line of the knowledge list."""

    article_id: int
    title: str
    language: str
    topics: tuple[str, ...]
    state: str
    audience: str
    owner: str
    review_on: date | None
    helped: int
    version: int
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article whole. other_language: (id, title) of its translation, or None."""

    article_id: int
    language: str
    title: str
    say: str
    details: str
    letter_paragraph: str
    internal_note: str
    topics: tuple[str, ...]
    groups: tuple[str, ...]
    audience: str
    state: str
    owner: str
    review_on: date | None
    version: int
    helped: int
    not_helped: int
    products: tuple[str, ...]
    wordings: tuple[str, ...]
    other_language: tuple[int, str] | None
    changed_at: datetime
    changed_by: str

    def draft(self) -> "ArticleDraft":
        """The article as the editor takes it up."""
        return ArticleDraft(
            article_id=self.article_id,
            language=self.language,
            title=self.title,
            say=self.say,
            details=self.details,
            letter_paragraph=self.letter_paragraph,
            internal_note=self.internal_note,
            topics=list(self.topics),
            groups=list(self.groups),
            audience=self.audience,
            state=self.state,
            owner=self.owner,
            review_on=self.review_on,
            version=self.version,
            skus=list(self.products),
        )


@dataclass(slots=True, kw_only=True)
class ArticleDraft:
    """What the article editor edits. article_id None: new; version guards against overwriting.

    translates: the article this new one is a translation of. same_as: the version of the
    translation whose content this text now has as well, if someone has compared them.
    answers_gap: the gap it is written for.
    """

    article_id: int | None = None
    language: str = "de"
    title: str = ""
    say: str = ""
    details: str = ""
    letter_paragraph: str = ""
    internal_note: str = ""
    topics: list[str] = field(default_factory=list)
    skus: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    audience: str = "everyone"
    state: str = "in_force"
    owner: str = ""
    review_on: date | None = None
    version: int = 0
    translates: int | None = None
    same_as: int | None = None
    answers_gap: int | None = None

    def preview(self) -> Article:
        """The article as it would be read, had it been saved."""
        return Article(
            article_id=self.article_id or 0,
            language=self.language,
            title=self.title,
            say=self.say,
            details=self.details,
            letter_paragraph=self.letter_paragraph,
            internal_note=self.internal_note,
            topics=tuple(self.topics),
            groups=tuple(self.groups),
            audience=self.audience,
            state=self.state,
            owner=self.owner,
            review_on=self.review_on,
            version=self.version,
            helped=0,
            not_helped=0,
            products=tuple(self.skus),
            wordings=(),
            other_language=None,
            changed_at=datetime.min.replace(tzinfo=UTC),
            changed_by="",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """What the editor shall open with. gap_id: the gap it answers, or None; wordings: its questions."""

    draft: ArticleDraft
    gap_id: int | None = None
    wordings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerHit:
    """A found article as the finder lists it; marks are (start, end) ranges in its texts.

    say: the sentence to say. because: the ordered goods that raise it ("Gusspfanne 28 cm", date),
    or None.
    """

    article_id: int
    title: str
    language: str
    foreign: bool
    topics: tuple[str, ...]
    helped: int
    say: str
    excerpt: str
    title_marks: tuple[tuple[int, int], ...]
    say_marks: tuple[tuple[int, int], ...]
    excerpt_marks: tuple[tuple[int, int], ...]
    because: tuple[str, date | None] | None = None
