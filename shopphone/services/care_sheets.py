"""Which articles go with an order's letter: what the clerk enclosed and what belongs to its goods."""

import io
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import delete, insert, or_, select

import shopphone.services.orders as orders
from shopphone.domain.articles import listed
from shopphone.domain.letters import CareChoice, CareSheet
from shopphone.domain.orders import OrderDetail
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.types import Record

_PDF = "application/pdf"
_a = t.article.c
_out = t.order_left_out.c


def of_order(desk: Desk, order: OrderDetail) -> tuple[CareSheet, ...]:
    """The sheets the clerk left ticked; each article once, each PDF file once."""
    left_out = _left_out(desk, order.order_id)
    wanted = [each for each in _found(desk, order) if each.row.id not in left_out]
    seen: set[str] = set()
    sheets = []
    for each in wanted:
        new = [pdf for pdf in each.pdfs if pdf.pages and pdf.sha256 not in seen]
        seen.update(pdf.sha256 for pdf in new)
        pdfs = tuple(pdf.content for pdf in new)
        if each.row.details.strip() or pdfs:
            sheets.append(CareSheet(title=each.row.title, text=each.row.details, pdfs=pdfs))
    return tuple(sheets)


def choices(desk: Desk, order_id: int) -> tuple[CareChoice, ...]:
    """Every sheet that may go with the order's letter, ticked or not."""
    order = orders.detail(desk, order_id)
    left_out = _left_out(desk, order_id)
    return tuple(
        CareChoice(
            article_id=each.row.id,
            title=each.row.title,
            enclosed=each.row.id not in left_out,
            pdf_pages=sum(pdf.pages for pdf in each.pdfs),
            damaged=tuple(pdf.name for pdf in each.pdfs if not pdf.pages),
        )
        for each in _found(desk, order)
    )


def choose(desk: Desk, order_id: int, article_id: int, enclosed: bool) -> None:
    """Whether this sheet goes with the order's letters from now on."""
    with desk.db.writing() as tx:
        tx.execute(
            delete(t.order_left_out)
            .where(_out.order_id == order_id)
            .where(_out.article_id == article_id)
        )
        if not enclosed:
            row = {"order_id": order_id, "article_id": article_id}
            tx.execute(insert(t.order_left_out), row)


def paragraphs(desk: Desk, order: OrderDetail) -> tuple[str, ...]:
    """What the clerk enclosed, as sentences of the letter itself."""
    rows = _enclosed(desk, order)
    return tuple(row.letter_paragraph for row in rows if row.letter_paragraph.strip())


@dataclass(frozen=True, slots=True)
class _Pdf:
    """pages 0: not readable as a PDF."""

    name: str
    sha256: str
    content: bytes
    pages: int


@dataclass(frozen=True, slots=True)
class _Sheet:
    row: Record
    pdfs: tuple[_Pdf, ...]


def _found(desk: Desk, order: OrderDetail) -> list[_Sheet]:
    rows = {row.id: row for row in [*_enclosed(desk, order), *_of_goods(desk, order)]}
    pdfs = _pdfs(desk, rows)
    sheets = (_Sheet(row, tuple(pdfs.get(key, ()))) for key, row in rows.items())
    return [each for each in sheets if each.row.details.strip() or each.pdfs]


def _enclosed(desk: Desk, order: OrderDetail) -> list[Record]:
    """In the letter's language where the shop has written it."""
    ids = [article_id for article_id, _ in order.articles]
    with desk.db.reading() as connection:
        enclosed = connection.execute(select(t.article).where(_a.id.in_(ids)).order_by(_a.id)).all()
    own = _translated(desk, enclosed, order.language)
    chosen = (own.get(row.pair, row) for row in enclosed)
    return list({row.id: row for row in chosen}.values())


def _of_goods(desk: Desk, order: OrderDetail) -> list[Record]:
    """Articles in force on the shop's care topics that are linked to the goods or their group.

    A sheet the shop has not written in the letter's language stays out: nobody asked for it.
    """
    topics = listed(desk.setting("text.care_topics"))
    on_topic = select(t.article_topic.c.article_id).where(t.article_topic.c.topic.in_(topics))
    line, product = t.order_line.c, t.product.c
    of_product = (
        select(t.article_product.c.article_id)
        .join(t.order_line, line.product_id == t.article_product.c.product_id)
        .where(line.order_id == order.order_id)
    )
    of_group = (
        select(t.article_group.c.article_id)
        .join(
            t.product,
            or_(
                product.group == t.article_group.c.group,
                product.category == t.article_group.c.group,
            ),
        )
        .join(t.order_line, line.product_id == product.id)
        .where(line.order_id == order.order_id)
    )
    with desk.db.reading() as connection:
        linked = connection.execute(
            select(t.article)
            .where(or_(_a.id.in_(of_product), _a.id.in_(of_group)))
            .where(_a.id.in_(on_topic))
            .where(_a.state == "in_force")
            .order_by(_a.id)
        ).all()
    own = _translated(desk, linked, order.language)
    chosen = (own.get(row.pair, row) for row in linked)
    return [row for row in chosen if row.language == order.language]


def _translated(desk: Desk, rows: Iterable[Record], language: str) -> dict[str, Record]:
    """The articles in force in this language that belong to those in another, by their pair."""
    pairs = [row.pair for row in rows if row.pair and row.language != language]
    with desk.db.reading() as connection:
        found = connection.execute(
            select(t.article)
            .where(_a.pair.in_(pairs))
            .where(_a.language == language)
            .where(_a.state == "in_force")
        )
        return {row.pair: row for row in found}


def _pdfs(desk: Desk, ids: Iterable[int]) -> dict[int, list[_Pdf]]:
    f = t.article_attachment.c
    with desk.db.reading() as connection:
        rows = connection.execute(
            select(f.article_id, f.name, f.sha256, f.content)
            .where(f.article_id.in_(list(ids)))
            .where(f.media_type == _PDF)
            .order_by(f.id)
        ).all()
    found: dict[int, list[_Pdf]] = {}
    for row in rows:
        content = bytes(row.content)
        pdf = _Pdf(row.name, row.sha256, content, _page_count(content))
        found.setdefault(row.article_id, []).append(pdf)
    return found


def _page_count(content: bytes) -> int:
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            return len(pdf.pages)
    except pikepdf.PdfError:
        return 0


def _left_out(desk: Desk, order_id: int) -> frozenset[int]:
    with desk.db.reading() as connection:
        found = connection.execute(select(_out.article_id).where(_out.order_id == order_id))
        return frozenset(found.scalars())
