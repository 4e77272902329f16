"""Text modules: short texts by abbreviation, with places for facts of the call and for questions."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from shopphone.domain.customers import fold
from shopphone.domain.errors import Refused

LANGUAGES = ("de", "en")
MOST_CONTENT = 20_000
MOST_OFFERED = 8
# what a module may name; a test holds that services.text_modules gives each of them
PLACES = (
    "customer.name",
    "customer.greeting",
    "customer.first_name",
    "customer.last_name",
    "customer.company",
    "customer.number",
    "customer.email",
    "order.number",
    "order.date",
    "order.total",
    "order.goods",
    "order.tracking",
    "call.number",
    "call.time",
    "staff.name",
    "shop.name",
    "shop.phone",
    "shop.email",
    "today",
)
_PLACE = re.compile(r"\{\{ask:([^{}\n]{1,200})\}\}|\{([a-z][a-z_.]{0,40})\}")
_ABBREVIATION = re.compile(r"[\w-]{1,30}")
_TYPED = re.compile(r"(?:^|[^\w:])(::([\w-]{0,30}))$")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextModule:
    """One text in one language under its abbreviation."""

    module_id: int
    abbreviation: str
    language: str
    name: str
    content: str
    note: str
    active: bool


@dataclass(slots=True, kw_only=True)
class ModuleDraft:
    """What the form of a module edits. module_id None: new."""

    module_id: int | None = None
    abbreviation: str = ""
    language: str = "de"
    name: str = ""
    content: str = ""
    note: str = ""
    active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the field that is typed in belongs to. order_id None: the customer's newest order."""

    language: str = "de"
    call_id: int | None = None
    customer_id: int | None = None
    order_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A module's text with its facts. unknown: places that stayed as they are written."""

    text: str
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleFault:
    """A row of a table of modules that cannot be taken."""

    line: int
    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModulePreview:
    """What an import of modules would do. remarks: (line, code, detail) of what is left out."""

    drafts: tuple[ModuleDraft, ...]
    new: int
    changed: int
    unchanged: int
    faults: tuple[ModuleFault, ...]
    remarks: tuple[ModuleFault, ...]


def check(draft: ModuleDraft) -> None:
    """Raises Refused: module_abbreviation, module_empty, module_too_long, choice_unknown."""
    if not _ABBREVIATION.fullmatch(draft.abbreviation):
        raise Refused("module_abbreviation", field="abbreviation")
    if not draft.content.strip():
        raise Refused("module_empty", field="content")
    if len(draft.content) > MOST_CONTENT:
        raise Refused("module_too_long", field="content", limit=str(MOST_CONTENT))
    if draft.language not in LANGUAGES:
        raise Refused("choice_unknown", field="language")


def filled(content: str, facts: Mapping[str, str], answers: Mapping[str, str]) -> Filled:
    """Put facts and answers in, once: what they hold themselves is text, whatever it looks like.

    A place without a fact stays as it is written, so that nobody sends a gap unseen.
    """
    unknown: list[str] = []

    def put(found: re.Match[str]) -> str:
        question, place = found[1], found[2]
        if question is not None:
            return answers.get(question.strip(), found[0])
        fact = facts.get(place, "")
        if not fact:
            unknown.append(place)
            return found[0]
        return fact

    text = _PLACE.sub(put, content)
    return Filled(text=text, unknown=tuple(dict.fromkeys(unknown)))


def questions(content: str) -> tuple[str, ...]:
    """What the module asks for, each once, in its order."""
    asked = (found[1] for found in _PLACE.finditer(content))
    return tuple(dict.fromkeys(each.strip() for each in asked if each))


def typed_at_end(text: str) -> tuple[int, str] | None:
    """Where the two colons begin and what follows them, if that is what was typed last."""
    found = _TYPED.search(text[-40:])
    if found is None:
        return None
    return max(len(text) - 40, 0) + found.start(1), found[2]


def matching(modules: Iterable[TextModule], typed: str, language: str) -> tuple[TextModule, ...]:
    """Those in use that fit, the wanted language first, then by how well they fit."""
    wanted = fold(typed)
    found = [
        (module.language != language, rank, module.abbreviation, module)
        for module in modules
        if module.active and (rank := _rank(module, wanted)) is not None
    ]
    return tuple(each[3] for each in sorted(found, key=lambda each: each[:3])[:MOST_OFFERED])


def _rank(module: TextModule, wanted: str) -> int | None:
    """0: begins the abbreviation; 1: a word of the name; 2: stands anywhere in both."""
    abbreviation, name = fold(module.abbreviation), fold(module.name)
    if abbreviation.startswith(wanted):
        return 0
    if any(word.startswith(wanted) for word in name.split()):
        return 1
    return 2 if len(wanted) > 1 and wanted in f"{abbreviation} {name}" else None
