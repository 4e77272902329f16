"""Articles as the rows of a CSV file: title, body, language and topics in the columns' usual names."""

from dataclasses import replace
from pathlib import Path

from shopphone.domain.article_files import MOST_TEXT_BYTES, Fault, Filed, FiledArticle
from shopphone.domain.errors import Refused
from shopphone.exchange import article_text, table
from shopphone.exchange.article_text import Unfit

_NAMES = {
    "title": ("title", "titel", "question", "frage", "name", "subject"),
    "body": ("body", "details", "content", "inhalt", "text", "answer_html", "answer", "antwort"),
    "lang": ("lang", "language", "locale", "sprache"),
    "tags": ("tags", "topics", "topic", "themen", "thema", "category", "categories", "kategorie"),
    "say": ("say", "sagen"),
    "letter": ("letter", "brief"),
    "internal": ("internal", "intern", "note", "notiz"),
    "goods": ("goods", "skus", "sku"),
}


def read(path: Path, language: str) -> Filed:
    """Every row that can be an article. language: where the row says none."""
    articles: list[FiledArticle] = []
    faults: list[Fault] = []
    for line, row in table.rows(table.content_of(path), _NAMES):
        if "title" not in row:
            raise Refused("import_columns", columns="title, body, lang, tags")
        source = str(line)
        try:
            articles.append(_article(source, row, language))
        except Unfit as unfit:
            faults.append(Fault(source=source, code=unfit.code, detail=unfit.detail))
    return Filed(articles=tuple(articles), faults=tuple(faults))


def _article(source: str, row: dict[str, str], language: str) -> FiledArticle:
    if sum(map(len, row.values())) > MOST_TEXT_BYTES:
        raise Unfit("file_too_big", f"{MOST_TEXT_BYTES // 1_000_000} MB")
    spoken = row.get("lang", "").strip().lower()[:2] or language
    made = article_text.of_body(source, row["title"], row.get("body", ""), spoken)
    whole = replace(
        made,
        details=made.details or None,
        topics=article_text.split_words(row.get("tags", "")) or None,
        skus=article_text.split_words(row.get("goods", "")) or None,
        say=row.get("say", "").strip() or None,
        letter_paragraph=row.get("letter", "").strip() or None,
        internal_note=row.get("internal", "").strip() or None,
    )
    return article_text.checked(whole)
