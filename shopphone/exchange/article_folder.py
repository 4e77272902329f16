"""A folder of Markdown, HTML and text files as articles, and the articles as such a folder."""

import hashlib
import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from shopphone.domain.article_files import (
    MOST_FILES,
    MOST_TEXT_BYTES,
    AttachedFile,
    Fault,
    Filed,
    FiledArticle,
)
from shopphone.domain.articles import MOST_ATTACHED_MB, kind_of
from shopphone.domain.errors import Refused, Unavailable, why
from shopphone.exchange import article_text, front_matter
from shopphone.exchange.article_text import Unfit
from shopphone.exchange.decoding import decode, is_binary

SUFFIXES = frozenset((".md", ".markdown", ".html", ".htm", ".txt"))
TABLES = frozenset((".csv", ".tsv"))
_FILES = "files"
_LOCAL_PICTURE = re.compile(r"!\[[^\[\]]*\]\(\s*<?((?:[^()>\s]|\([^()>\s]*\))+)")
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_NO_NAMES = frozenset(("con", "prn", "aux", "nul")) | {
    f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)
}


def read(folder: Path, language: str) -> Filed:
    """Every text file below the folder; hidden files and folders are passed over, tables are named.

    Raises Refused("import_too_many_files") and Unavailable("file_unread").
    """
    articles: list[FiledArticle] = []
    faults: list[Fault] = []
    for path in _files(folder):
        source = path.relative_to(folder).as_posix()
        try:
            articles.append(_article(folder, path, language))
        except Unfit as unfit:
            faults.append(Fault(source=source, code=unfit.code, detail=unfit.detail))
        except OSError as error:
            faults.append(Fault(source=source, code="file_closed", detail=why(error)))
    return Filed(articles=tuple(articles), faults=tuple(faults))


def read_file(path: Path, language: str) -> Filed:
    """One text file by itself."""
    try:
        return Filed(articles=(_article(path.parent, path, language),), faults=())
    except Unfit as unfit:
        fault = Fault(source=path.name, code=unfit.code, detail=unfit.detail)
        return Filed(articles=(), faults=(fault,))
    except OSError as error:
        raise Unavailable("file_unread", why(error)) from error


def write(folder: Path, articles: Iterable[FiledArticle]) -> int:
    """One Markdown file for each, its attachments below files/; says how many.

    Raises Refused("export_folder_full") for a folder that holds something, Unavailable("file").
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise Refused("export_folder_full")
        taken: set[str] = set()
        for article in articles:
            _write(folder, article, _free_name(article, taken))
    except OSError as error:
        raise Unavailable("file", why(error)) from error
    return len(taken)


def _files(folder: Path) -> list[Path]:
    found: list[Path] = []
    try:
        for path in _walk(folder):
            found.append(path)
            if len(found) > MOST_FILES:
                raise Refused("import_too_many_files", most=MOST_FILES)
    except OSError as error:
        raise Unavailable("file_unread", why(error)) from error
    return sorted(found)


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name.startswith((".", "_")) or path.is_symlink():
            continue  # a link may lead out of the folder, or back into it
        if path.is_dir():
            yield from _walk(path)
        elif path.suffix.lower() in SUFFIXES | TABLES:
            yield path


def _article(folder: Path, path: Path, language: str) -> FiledArticle:
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise Unfit("file_odd")  # a pipe would be waited for without end
    if path.suffix.lower() in TABLES:
        raise Unfit("file_table")
    if found.st_size > MOST_TEXT_BYTES:
        raise Unfit("file_too_big", f"{MOST_TEXT_BYTES // 1_000_000} MB")
    content = path.read_bytes()
    if is_binary(content):
        raise Unfit("file_binary")
    text = decode(content)
    made = article_text.of_file(PurePosixPath(path.relative_to(folder).as_posix()), text, language)
    named = article_text.attachments_of(text) if path.suffix.lower() in (".md", ".markdown") else ()
    pictures = _LOCAL_PICTURE.findall(made.details or "")
    files, missing = _attached(folder, path, (*named, *pictures))
    dropped = (*made.dropped, "attachment") if missing else made.dropped
    return replace(made, attachments=files, dropped=dropped)


def _attached(
    folder: Path, path: Path, names: Iterable[str]
) -> tuple[tuple[AttachedFile, ...], bool]:
    """The files an article names, if they lie in the folder; whether one could not be taken."""
    found: dict[str, AttachedFile] = {}
    missing = False
    root = folder.resolve()
    for name in dict.fromkeys(names):
        file = (path.parent / name).resolve()
        if not (file.is_relative_to(root) and _is_there(file)):
            missing = True
            continue
        if file.stat().st_size > MOST_ATTACHED_MB * 1024 * 1024:
            raise Unfit("attachment_too_big", f"{MOST_ATTACHED_MB} MB")
        content = file.read_bytes()
        try:
            kind = kind_of(content)
        except Refused:
            missing = True
            continue
        found[file.name] = AttachedFile(
            name=file.name,
            media_type=kind,
            sha256=hashlib.sha256(content).hexdigest(),
            content=content,
        )
    return tuple(found.values()), missing


def _is_there(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:  # a picture written into its address is no name of a file
        return False


def _write(folder: Path, article: FiledArticle, name: str) -> None:
    places = []
    taken: set[str] = set()
    for each in article.attachments:
        place = f"{_FILES}/{name}/{_free(_safe(each.name), taken)}"
        target = folder / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(each.content)
        places.append(place)
    (folder / f"{name}.md").write_text(
        front_matter.join(_head(article, places), article.details or ""),
        encoding="utf-8",
        newline="\n",
        errors="replace",
    )


def _head(article: FiledArticle, places: list[str]) -> dict[str, str | list[str]]:
    return {
        article_text.OWN: "1",
        "title": article.title,
        "lang": article.language,
        "say": article.say or "",
        "letter": article.letter_paragraph or "",
        "internal": article.internal_note or "",
        "topics": list(article.topics or ()),
        "goods": list(article.skus or ()),
        "groups": list(article.groups or ()),
        "wordings": list(article.wordings or ()),
        "owner": article.owner or "",
        "review": "" if article.review_on is None else article.review_on.isoformat(),
        "state": article.state or "",
        "audience": article.audience or "",
        "pair": article.pair or "",
        "attachments": places,
    }


def _free_name(article: FiledArticle, taken: set[str]) -> str:
    """A name every system takes, with the language at its end: "gusseisen-pflegen.de"."""
    plain = article.title.lower()
    for sign, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        plain = plain.replace(sign, letters)
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or "article"
    slug = f"article-{slug}" if slug in _NO_NAMES else slug
    name, n = f"{slug}.{article.language}", 1
    while name in taken:
        n += 1
        name = f"{slug}-{n}.{article.language}"
    taken.add(name)
    return name


def _free(name: str, taken: set[str]) -> str:
    path, n, free = PurePosixPath(name), 1, name
    while free.lower() in taken:
        n += 1
        free = f"{path.stem}-{n}{path.suffix}"
    taken.add(free.lower())
    return free


def _safe(name: str) -> str:
    """Without what a file's name may not have somewhere, or what would lead out of the folder."""
    plain = _UNSAFE.sub("_", name).strip(" .")[:120] or "file"
    return f"_{plain}" if plain.partition(".")[0].lower() in _NO_NAMES else plain
