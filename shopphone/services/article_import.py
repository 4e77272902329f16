"""Articles from files: looked at first, then all in one transaction."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, func, select

import shopphone.services.article_batch as article_batch
import shopphone.services.article_files as article_files
from shopphone.domain import articles
from shopphone.domain.article_files import (
    AttachedFile,
    Filed,
    FiledArticle,
    Imported,
    PlanRow,
    Preview,
    Verdict,
    merged,
)
from shopphone.domain.errors import Refused
from shopphone.services.article_batch import Whole
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.db import Writing

JOURNAL = "import/articles"  # what this desk keeps to take its last import back
_a, _f = t.article.c, t.article_attachment.c
_NOTHING = FiledArticle(
    source="", language="", title="", details="", say="", letter_paragraph="", internal_note="",
    topics=(), skus=(), groups=(), wordings=(), state=articles.IN_FORCE, audience="everyone",
    owner="", pair="",
)  # fmt: skip


def preview(desk: Desk, path: Path, language: str = "de") -> Preview:
    """What a folder, a text file or a CSV file would bring; nothing is changed.

    language: where neither the file nor its place says one. Raises Refused and Unavailable as
    exchange.table and exchange.article_folder do.
    """
    filed = _read(path, language)
    with desk.db.reading() as connection:
        steps = _plan(connection, filed)
    faults = [
        PlanRow(
            source=fault.source,
            title="",
            language="",
            verdict=Verdict.FAULT,
            remarks=((fault.code, fault.detail),),
        )
        for fault in filed.faults
    ]
    good = tuple(step.told for step in steps if step.verdict is not Verdict.FAULT)
    return Preview(
        rows=(*faults, *(step.row() for step in steps)),
        filed=Filed(articles=good, faults=filed.faults),
    )


def take_in(desk: Desk, filed: Filed, name: str) -> Imported:
    """Everything of a preview in one transaction. name: of the file or folder, to take it back by."""
    # compared before: whoever else saves something waits only while it is written
    with desk.db.reading() as connection:
        seen, steps = _state(connection), _plan(connection, filed)
    with desk.db.writing() as tx:
        if _state(tx.connection) != seen:
            steps = _plan(tx.connection, filed)
        doing = [step for step in steps if step.verdict in (Verdict.NEW, Verdict.CHANGED)]
        journal = _take(desk, tx, doing)
    if journal:
        kept = {"name": name, "at": desk.now().isoformat(), "rows": journal}
        desk.local.keep(JOURNAL, kept)
    verdicts = [step.verdict for step in steps]
    return Imported(
        new=verdicts.count(Verdict.NEW),
        changed=verdicts.count(Verdict.CHANGED),
        unchanged=verdicts.count(Verdict.UNCHANGED),
    )


@dataclass(frozen=True, slots=True)
class _Step:
    """One article of the import beside the shop's own; key None: the shop has none."""

    told: FiledArticle
    wanted: FiledArticle
    known: FiledArticle
    key: int | None
    version: int
    verdict: Verdict
    remarks: tuple[tuple[str, str], ...]

    def row(self) -> PlanRow:
        return PlanRow(
            source=self.told.source,
            title=self.told.title,
            language=self.told.language,
            verdict=self.verdict,
            remarks=self.remarks,
        )


def _read(path: Path, language: str) -> Filed:
    from shopphone.exchange import article_folder, article_table

    if path.is_dir():
        return article_folder.read(path, language)
    if path.suffix.lower() in article_folder.TABLES:
        return article_table.read(path, language)
    if path.suffix.lower() in article_folder.SUFFIXES or not path.exists():
        return article_folder.read_file(path, language)
    raise Refused("import_kind_unknown")


def _plan(connection: Connection, filed: Filed) -> list[_Step]:
    by_key: dict[tuple[str, str], tuple[int, int, FiledArticle]] = {}
    pairs: dict[str, set[tuple[str, str]]] = {}
    for key, (version, article) in article_files.known(connection).items():
        by_key.setdefault(article.key, (key, version, article))
        pairs.setdefault(article.pair or "", set()).add(article.key)
    skus = frozenset(connection.execute(select(t.product.c.sku)).scalars())
    told_pairs: dict[str, set[tuple[str, str]]] = {}
    for told in filed.articles:
        told_pairs.setdefault(told.pair or "", set()).add(told.key)
    seen: set[tuple[str, str]] = set()
    steps = []
    for told in filed.articles:
        # the name of a pair in another shop means nothing in this one
        if told.pair and pairs.get(told.pair, set()) - told_pairs[told.pair]:
            told = replace(told, pair=None)
        steps.append(_step(told, by_key.get(told.key), skus, told.key in seen))
        seen.add(told.key)
    return steps


def _step(
    told: FiledArticle,
    found: tuple[int, int, FiledArticle] | None,
    skus: frozenset[str],
    is_twice: bool,
) -> _Step:
    remarks = [(code, "") for code in told.dropped]
    unknown = [sku for sku in told.skus or () if sku not in skus]
    if unknown:
        remarks.append(("goods", ", ".join(unknown[:5])))
        told = replace(told, skus=tuple(sku for sku in told.skus or () if sku in skus))
    key, version, known = found or (None, 0, _NOTHING)
    wanted = merged(known, told)
    fault = ("article_twice", "") if is_twice else _too_much(wanted)
    if fault is not None:
        verdict, remarks = Verdict.FAULT, [fault]
    elif key is None:
        verdict = Verdict.NEW
    else:
        verdict = Verdict.UNCHANGED if wanted == known else Verdict.CHANGED
    return _Step(told, wanted, known, key, version, verdict, tuple(remarks))


def _too_much(article: FiledArticle) -> tuple[str, str] | None:
    try:
        articles.check(article_files.draft_of(article, None, 0))
    except Refused as refused:
        return (refused.rule, str(refused.facts.get("limit", "")))
    return None


def _state(connection: Connection) -> tuple[list[tuple[int, int]], int]:
    """What tells whether somebody has saved an article or goods since the files were compared."""
    versions = connection.execute(select(_a.id, _a.version).order_by(_a.id)).all()
    goods = connection.execute(select(func.count()).select_from(t.product)).scalar_one()
    return [(row.id, row.version) for row in versions], goods


def _take(desk: Desk, tx: Writing, steps: Sequence[_Step]) -> list[dict[str, Any]]:
    """Write the articles; what would take them back is given to the journal."""
    keys = article_batch.write_all(desk, tx, [_whole(desk, step) for step in steps])
    added = [
        [each for each in step.wanted.wordings or () if each not in (step.known.wordings or ())]
        for step in steps
    ]
    now = desk.now()
    wordings = [
        {"article_id": key, "words": each, "at": now}
        for key, words in zip(keys, added, strict=True)
        for each in words
    ]
    article_batch.insert_all(tx, t.wording, wordings)
    return [
        {
            "id": key,
            "version": step.version + 1,
            "before": None if step.key is None else article_files.plain(step.known),
            "wordings": words,
            "files": [
                replaced
                for file in step.told.attachments
                if (replaced := _attach(desk, tx, key, file, step)) is not None
            ],
        }
        for key, step, words in zip(keys, steps, added, strict=True)
    ]


def _whole(desk: Desk, step: _Step) -> Whole:
    wanted = step.wanted
    if step.key is None and step.told.owner is None:
        wanted = replace(wanted, owner=desk.staff_name)
    draft = article_files.draft_of(wanted, step.key, step.version)
    return Whole(draft=draft, pair=wanted.pair or "")


def _attach(
    desk: Desk, tx: Writing, key: int, file: AttachedFile, step: _Step
) -> dict[str, str | None] | None:
    """The file in place of one of the same name; None if it is there already."""
    if file in step.known.attachments:
        return None
    same = (_f.article_id == key, _f.name == file.name)
    old = tx.execute(select(_f.media_type, _f.sha256, _f.content).where(*same)).first()
    tx.execute(delete(t.article_attachment).where(*same))
    article_files.put_file(desk, tx, key, file)
    content = None if old is None else base64.b64encode(bytes(old.content)).decode("ascii")
    return {
        "name": file.name,
        "media_type": None if old is None else old.media_type,
        "sha256": None if old is None else old.sha256,
        "content": content,
    }
