"""Zammad's table of text modules: name, keywords, content in HTML, note, active."""

import re
from pathlib import Path

from shopphone.domain.customers import fold
from shopphone.domain.errors import Refused
from shopphone.domain.text_modules import ModuleDraft, ModuleFault, check
from shopphone.exchange import html, table

_NAMES = {
    "name": ("name",),
    "keywords": ("keywords",),
    "content": ("content",),
    "note": ("note",),
    "active": ("active",),
}
_PLACES = {
    "ticket.customer.fullname": "customer.name",
    "ticket.customer.firstname": "customer.first_name",
    "ticket.customer.lastname": "customer.last_name",
    "ticket.customer.email": "customer.email",
    "ticket.customer.organization.name": "customer.company",
    "user.fullname": "staff.name",
    "user.firstname": "staff.name",
    "config.organization": "shop.name",
}
_PLACE = re.compile(r"#\{\s*([\w.]+)\s*\}")
_OFF = frozenset(("false", "0", "no", "nein", "inactive"))


def read_modules(
    path: Path, language: str
) -> tuple[list[ModuleDraft], list[ModuleFault], list[ModuleFault]]:
    """Modules, rows that cannot be taken, and what was left out of those that can."""
    drafts: dict[str, ModuleDraft] = {}
    faults: list[ModuleFault] = []
    remarks: list[ModuleFault] = []
    for line, row in table.rows(table.content_of(path), _NAMES):
        if "content" not in row:
            raise Refused("import_columns", columns=", ".join(_NAMES))
        try:
            draft, dropped = _draft(row, language)
            check(draft)
        except html.TooDeep:
            faults.append(ModuleFault(line=line, code="article_too_deep"))
            continue
        except Refused as refused:
            detail = str(refused.facts.get("limit", ""))
            faults.append(ModuleFault(line=line, code=refused.rule, detail=detail))
            continue
        if draft.abbreviation in drafts:
            faults.append(ModuleFault(line=line, code="module_twice", detail=draft.abbreviation))
            continue
        drafts[draft.abbreviation] = draft
        remarks += [ModuleFault(line=line, code=code) for code in dropped]
        remarks += [
            ModuleFault(line=line, code="place_unknown", detail=place)
            for place in dict.fromkeys(_PLACE.findall(draft.content))
        ]
    return list(drafts.values()), faults, remarks


def _draft(row: dict[str, str], language: str) -> tuple[ModuleDraft, tuple[str, ...]]:
    content = row["content"].strip()
    dropped: tuple[str, ...] = ()
    if html.looks_like_html(content):
        cleaned = html.plain(content)
        content = f"{cleaned.title}\n\n{cleaned.text}".strip()
        dropped = cleaned.dropped
    name = " ".join(row.get("name", "").split())
    words = re.split(r"[,;\s]+", row.get("keywords", "").strip())
    draft = ModuleDraft(
        abbreviation=_abbreviation(words[0] or name),
        language=language,
        name=name,
        content=_PLACE.sub(_ours, content),
        note=row.get("note", "").strip(),
        active=row.get("active", "").strip().lower() not in _OFF,
    )
    return draft, dropped


def _ours(found: re.Match[str]) -> str:
    """Our name for Zammad's place; a place we have no fact for stays as it is, to be seen."""
    ours = _PLACES.get(found[1])
    return f"{{{ours}}}" if ours else found[0]


def _abbreviation(words: str) -> str:
    return re.sub(r"[^\w]+", "-", fold(words)).strip("-")[:30].strip("-")
