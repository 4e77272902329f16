"""The shop's own paragraphs of letters: every saved text is kept with its day, none is changed."""

from collections.abc import Mapping

from sqlalchemy import func, insert, select

from shopphone.domain.letter_texts import (
    EVERY,
    OwnText,
    Part,
    PartText,
    TextVersion,
    check,
    chosen,
    parts_of,
)
from shopphone.services.desk import Desk
from shopphone.store import tables as t

_t = t.letter_text.c
_newest = select(func.max(_t.id)).group_by(_t.language, _t.letter, _t.part)
_CURRENT = (
    select(_t.letter, _t.part, _t.language, _t.content)
    .where(_t.id.in_(_newest))
    .where(_t.content.is_not(None))
)
_VERSIONS = (
    select(_t.part, _t.content, _t.saved_at, t.staff.c.name)
    .outerjoin_from(t.letter_text, t.staff, t.staff.c.id == _t.staff_id)
    .order_by(_t.id.desc())
)


def own(desk: Desk, language: str) -> tuple[OwnText, ...]:
    """The texts of the shop's own that hold now."""
    with desk.db.reading() as connection:
        rows = connection.execute(_CURRENT.where(_t.language == language))
        return tuple(
            OwnText(letter=row.letter, part=Part(row.part), content=row.content) for row in rows
        )


def edition(desk: Desk, language: str) -> int:
    """What a letter records: with it every text it was written with is found again."""
    query = select(func.max(_t.id)).where(_t.language == language)
    with desk.db.reading() as connection:
        return connection.execute(query).scalar() or 0


def of_letter(desk: Desk, letter: str, language: str) -> tuple[PartText, ...]:
    """The paragraphs of a letter as the editor shows them, with what was saved before."""
    texts = own(desk, language)
    here = {text.part: text.content for text in texts if text.letter == letter}
    shared = {text.part for text in texts if text.letter == EVERY} if letter != EVERY else set()
    query = _VERSIONS.where(_t.letter == letter).where(_t.language == language)
    with desk.db.reading() as connection:
        rows = connection.execute(query).all()
    return tuple(
        PartText(
            part=part,
            base=_base(desk, texts, letter, part, language),
            content=here.get(part),
            is_shared=part in shared,
            versions=tuple(
                TextVersion(content=row.content, saved_at=row.saved_at, by=row.name or "")
                for row in rows
                if row.part == part
            ),
        )
        for part in parts_of(letter)
    )


def save(desk: Desk, letter: str, language: str, contents: Mapping[str, str]) -> None:
    """Keep texts by their part; what is the same as ours is ours and follows it from then on.

    Raises Refused: letter_text_place, letter_text_too_long, with the part as field.
    """
    stripped = {part: content.strip() for part, content in contents.items()}
    for part, content in stripped.items():
        check(Part(part), content)
    rows = []
    for now in of_letter(desk, letter, language):
        typed = stripped.get(now.part)
        wanted = now.content if typed is None else _unless_same(typed, now.base)
        if wanted != now.content:
            rows.append({"part": str(now.part), "content": wanted})
    if not rows:
        return
    same = {
        "letter": letter,
        "language": language,
        "saved_at": desk.now(),
        "staff_id": desk.staff_id(),
    }
    with desk.db.writing() as tx:
        tx.execute(insert(t.letter_text), [same | row for row in rows])


def _unless_same(text: str, base: str) -> str | None:
    return None if text == base else text


def _base(desk: Desk, texts: tuple[OwnText, ...], letter: str, part: Part, language: str) -> str:
    """What is said without a text of this letter's own."""
    if letter != EVERY:
        for_all = chosen(texts, EVERY, part)
        if for_all is not None:
            return for_all
    from shopphone.letters import paragraphs

    return paragraphs.ours(letter, part, language, desk.today())
