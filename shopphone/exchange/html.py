"""Foreign HTML as Markdown: scripts, styles, frames and remote pictures are dropped and named."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_DROPPED = {
    "script": ("script", "noscript", "template"),
    "style": ("style", "link"),
    "frame": ("iframe", "frame", "object", "embed", "applet", "canvas", "svg", "video", "audio"),
    "menu": ("nav",),
    "form": ("form", "input", "button", "select", "textarea"),
}
_MOST_OPEN_ITEMS = 2_000  # more items that nothing closes stand in no page people wrote
_SLANTED = ("em", "i", "u", "code", "kbd", "samp", "del", "s", "sub", "sup")
_EMPHASIS = (*_SLANTED, "b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "img")
_SAFE_LINKS = ("", "http", "https", "mailto", "tel")
_SIGNS = ("<p", "<div", "<br", "<ul", "<ol", "<h1", "<h2", "<h3", "<table", "<a ", "<b>", "<strong",
          "<em>", "<i>", "<span", "<img", "<script", "<html", "<body", "</")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """Markdown, the page's own title and language, and codes of what was dropped."""

    text: str
    title: str
    language: str
    dropped: tuple[str, ...]


class TooDeep(Exception):
    """Nested so deeply that it was written to break programs."""


def looks_like_html(text: str) -> bool:
    lowered = text.lower()
    return any(sign in lowered for sign in _SIGNS)


def clean(html: str) -> Cleaned:
    """Raises TooDeep."""
    from bs4 import BeautifulSoup

    try:
        return _cleaned(BeautifulSoup(html, "html.parser"))
    except RecursionError as error:
        raise TooDeep from error


def plain(html: str) -> Cleaned:
    """The same for a field that knows no Markdown: no marks but those of lists. Raises TooDeep."""
    from bs4 import BeautifulSoup

    try:
        return _cleaned(BeautifulSoup(html, "html.parser"), _EMPHASIS)
    except RecursionError as error:
        raise TooDeep from error


def _cleaned(soup: "BeautifulSoup", unmarked: Sequence[str] = _SLANTED) -> Cleaned:
    from markdownify import MarkdownConverter

    _close_items(soup)
    dropped = {*_drop_parts(soup), *_drop_habits(soup), *_drop_addresses(soup)}
    title = _title(soup)
    page = soup.find("html")
    language = str(page.get("lang") or "")[:2].lower() if page is not None else ""
    # signs stand as typed: our letters and windows read bold, lists, tables and links, no escapes
    converter = MarkdownConverter(
        heading_style="ATX",
        bullets="-",
        strip=list(unmarked),
        escape_asterisks=False,
        escape_underscores=False,
        escape_misc=False,
    )
    text = converter.convert_soup(soup.find("body") or soup)
    return Cleaned(text=tidy(text), title=title, language=language, dropped=tuple(sorted(dropped)))


def _close_items(soup: "BeautifulSoup") -> None:
    """An item that nothing closes ends where the next one begins; the parser puts that one into it."""
    inside = [item for item in soup.find_all("li") if item.parent and item.parent.name == "li"]
    if len(inside) > _MOST_OPEN_ITEMS:
        raise TooDeep
    for item in inside:
        before = item.parent
        if before is not None:
            before.insert_after(item.extract())


def _drop_parts(soup: "BeautifulSoup") -> set[str]:
    from bs4 import Comment

    dropped = set()
    for code, names in _DROPPED.items():
        for tag in soup.find_all(list(names)):
            if tag.name == "form":
                tag.unwrap()  # its text is the page's; only what can be filled in goes
            elif not tag.decomposed:
                tag.decompose()
            dropped.add(code)
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    return dropped


def _drop_habits(soup: "BeautifulSoup") -> set[str]:
    """Attributes never reach the Markdown; what they would have done is named."""
    dropped = set()
    for tag in soup.find_all(True):
        if tag.get("style"):
            dropped.add("style")
        if any(name.lower().startswith("on") for name in tag.attrs):
            dropped.add("script")
    return dropped


def _drop_addresses(soup: "BeautifulSoup") -> set[str]:
    dropped = set()
    for picture in soup.find_all("img"):
        if scheme_of(str(picture.get("src") or "")) != "":
            picture.decompose()
            dropped.add("remote_picture")
    for link in soup.find_all("a"):
        if scheme_of(str(link.get("href") or "")) not in _SAFE_LINKS:
            link.unwrap()
            dropped.add("script")
    return dropped


def scheme_of(address: str) -> str | None:
    """The scheme of an address; "" for a file beside the page, None for what is no address."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    return parts.scheme.lower() or ("http" if parts.netloc else "")


def tidy(text: str) -> str:
    """No blanks at line ends, at most one empty line."""
    lines = [line.rstrip() for line in text.strip().split("\n")]
    kept = [line for n, line in enumerate(lines) if line or (n and lines[n - 1])]
    return "\n".join(kept)


def _title(soup: "BeautifulSoup") -> str:
    """The first heading, which then leaves the text, else the page's title."""
    heading = soup.find("h1")
    named = soup.find("title")
    title = ""
    if heading is not None:
        title = heading.get_text(" ", strip=True)
        heading.decompose()
    if not title and named is not None:
        title = named.get_text(" ", strip=True)
    if named is not None:
        named.decompose()
    return " ".join(title.split())
