"""One Markdown, HTML or text file as an article."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

from shopphone.domain.article_files import FiledArticle
from shopphone.domain.articles import AUDIENCES, LANGUAGES, LIMITS, STATES
from shopphone.exchange import front_matter, html

OWN = "shopphone"  # the name in the head that says a file was written by us
_HEADING = re.compile(r"#\s+(\S.*)")
_REMOTE_PICTURE = re.compile(
    # no bracket within brackets, so that thousands of open ones are looked through once
    r"!\[[^\[\]]*\]\(\s*<?(?:https?:)?//(?:[^()]|\([^()]*\))*\)",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"<(script|style|iframe|object|embed)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_TITLE_LINE = 120


class Unfit(Exception):
    """Not an article we can take: code names the sentence, detail fills it."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.detail = detail


def of_file(path: PurePosixPath, text: str, language: str) -> FiledArticle:
    """The article of a file by its place below the folder that is read. Raises Unfit.

    language: where neither the file nor its place says one.
    """
    suffix = path.suffix.lower()
    if suffix in (".html", ".htm"):
        made = _of_html(path, text, language)
    elif suffix == ".txt":
        title, body = _first_line(text.strip())
        made = _plain(path, title, body, language_of(path) or language)
    else:
        made = _of_markdown(path, text, language)
    return checked(made)


def of_body(source: str, title: str, body: str, language: str) -> FiledArticle:
    """What a table's row says, whose body may be HTML or Markdown. Raises Unfit."""
    if not html.looks_like_html(body):
        text, dropped = _cleaned(body.strip())
    else:
        cleaned = _clean(body)
        text, dropped = cleaned.text, cleaned.dropped
    return FiledArticle(
        source=source,
        language=language,
        title=" ".join(title.split()),
        details=text,
        dropped=dropped,
    )


def language_of(path: PurePosixPath) -> str:
    """As the name ("pflege.en.md") or a folder ("en/pflege.md") says it."""
    marks = [path.stem.rpartition(".")[2].lower(), *(part.lower() for part in path.parts[:-1])]
    return next((mark for mark in marks if mark in LANGUAGES), "")


def checked(article: FiledArticle) -> FiledArticle:
    """What no article may be without, and no longer than. Raises Unfit."""
    if not article.title:
        raise Unfit("article_no_title")
    if len(article.title) > LIMITS["title"]:
        raise Unfit("article_long_title", str(LIMITS["title"]))
    if article.language not in LANGUAGES:
        raise Unfit("article_language", article.language)
    if not any((article.details, article.say, article.letter_paragraph, article.internal_note)):
        raise Unfit("article_empty")
    return article


def _of_html(path: PurePosixPath, text: str, language: str) -> FiledArticle:
    cleaned = _clean(text)
    title = cleaned.title or _name(path)
    spoken = cleaned.language if cleaned.language in LANGUAGES else language_of(path)
    made = _plain(path, title, cleaned.text, spoken or language)
    return replace(made, dropped=cleaned.dropped)


def _clean(text: str) -> html.Cleaned:
    try:
        return html.clean(text)
    except html.TooDeep as error:
        raise Unfit("article_too_deep") from error


def _of_markdown(path: PurePosixPath, text: str, language: str) -> FiledArticle:
    try:
        head, body = front_matter.split(text)
    except front_matter.Unreadable as error:
        raise Unfit("article_head") from error
    if OWN in head:
        return _own(path, head, body.removesuffix("\n"), language)
    body, dropped = _cleaned(body.strip())
    title = _one(head, "title", "name")
    heading = _HEADING.match(body.partition("\n")[0])
    if not title and heading is not None:
        title, body = _without_end(heading[1]), body.partition("\n")[2].strip()
    spoken = _one(head, "lang", "language")[:2].lower() or language_of(path) or language
    made = _plain(path, title or _name(path), body, spoken)
    topics = _many(head, "topics", "tags", "topic", "categories", "category")
    return replace(made, topics=topics or made.topics, dropped=dropped)


def _own(path: PurePosixPath, head: front_matter.Head, body: str, language: str) -> FiledArticle:
    """A file of our own says everything; what it leaves out is empty."""
    state, audience = _one(head, "state") or "in_force", _one(head, "audience") or "everyone"
    if state not in STATES:
        raise Unfit("article_state", state)
    if audience not in AUDIENCES:
        raise Unfit("article_audience", audience)
    return FiledArticle(
        source=str(path),
        language=_one(head, "lang") or language,
        title=_one(head, "title").strip(),
        details=body,
        say=_one(head, "say"),
        letter_paragraph=_one(head, "letter"),
        internal_note=_one(head, "internal"),
        topics=_many(head, "topics"),
        skus=_many(head, "goods"),
        groups=_many(head, "groups"),
        wordings=_many(head, "wordings"),
        owner=_one(head, "owner"),
        review_on=_day(_one(head, "review")),
        state=state,
        audience=audience,
        pair=_one(head, "pair"),
    )


def attachments_of(head_text: str) -> tuple[str, ...]:
    """The files a Markdown file names in its head, as it names them."""
    try:
        head, _ = front_matter.split(head_text)
    except front_matter.Unreadable:
        return ()
    return _many(head, "attachments")


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Unfit("article_day", text) from error


def _cleaned(text: str) -> tuple[str, tuple[str, ...]]:
    """Markdown of others: remote pictures, scripts and frames leave."""
    dropped = set()
    for part in _PARTS.finditer(text):
        kind = (part[1] or "").lower()
        if kind:
            dropped.add(kind if kind in ("script", "style") else "frame")
    text = _PARTS.sub("", text)
    if _REMOTE_PICTURE.search(text):
        dropped.add("remote_picture")
        text = _REMOTE_PICTURE.sub("", text)
    return text.strip(), tuple(sorted(dropped))


def _without_end(heading: str) -> str:
    """A heading may end with a row of its own signs: "# Guss #"."""
    plain = heading.rstrip()
    bare = plain.rstrip("#")
    return bare.rstrip() if bare.endswith((" ", "\t")) else plain


def _first_line(text: str) -> tuple[str, str]:
    """A short first line above an empty one is the title of a plain text."""
    first, _, rest = text.partition("\n")
    if rest.startswith("\n") and len(first) <= _TITLE_LINE:
        return first.strip(), rest.strip()
    return "", text


def _plain(path: PurePosixPath, title: str, body: str, language: str) -> FiledArticle:
    folder = path.parent.name
    topic = "" if folder.lower() in LANGUAGES else folder
    return FiledArticle(
        source=str(path),
        language=language,
        title=" ".join((title or _name(path)).split()),
        details=body,
        topics=(topic,) if topic else None,
    )


def _name(path: PurePosixPath) -> str:
    stem, _, mark = path.stem.rpartition(".")
    name = stem if stem and mark.lower() in LANGUAGES else path.stem
    return re.sub(r"[-_]+", " ", name).strip().capitalize()


def _one(head: front_matter.Head, *names: str) -> str:
    for name in names:
        value = head.get(name, "")
        if value:
            return value if isinstance(value, str) else value[0]
    return ""


def _many(head: front_matter.Head, *names: str) -> tuple[str, ...]:
    for name in names:
        value = head.get(name, "")
        if value:
            return split_words(value) if isinstance(value, str) else unique(value)
    return ()


def split_words(text: str) -> tuple[str, ...]:
    return unique(re.split(r"[,;|]", text))


def unique(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.strip() for word in words if word.strip()))
