"""Another PDF behind a letter, its pages unscaled and unchanged, said in words to those who hear it."""

import io
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from shopphone.domain.errors import Unavailable

if TYPE_CHECKING:
    from pikepdf import (
        ContentStreamInlineImage,
        ContentStreamInstruction,
        Object,
        Page,
        Pdf,
    )

    Instruction = ContentStreamInstruction | ContentStreamInlineImage


def with_pages(pdf: bytes, more: bytes, name: str, broken: Unavailable) -> bytes:
    """Append another PDF as the pages it is (for the notice: Art. 246a § 1 (1) Nr. 11 EGBGB)."""
    import pikepdf

    try:
        other = pikepdf.open(io.BytesIO(_unmarked(more)))
    except pikepdf.PdfError as error:
        raise broken from error
    with other, pikepdf.open(io.BytesIO(pdf)) as letter:
        first = len(letter.pages)
        letter.pages.extend(other.pages)
        for page in list(letter.pages)[first:]:
            _name(letter, page, name)
        out = io.BytesIO()
        letter.save(out, deterministic_id=True)
    return out.getvalue()


@lru_cache(maxsize=4)
def _unmarked(pdf: bytes) -> bytes:
    """The pages without marks of their own structure, each as one run of ours; most letters take the same."""
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as file:
        if "/StructTreeRoot" in file.Root:
            del file.Root.StructTreeRoot
        for page in file.pages:
            if page.obj.get("/Contents") is None:
                continue
            page.contents_coalesce()
            _unmark(page.obj, set())
            page.contents_add(b"/Figure <</MCID 0>> BDC q", prepend=True)
            page.contents_add(b"Q EMC")
            for each in page.obj.get("/Annots", []):
                if "/StructParent" in each:
                    del each.StructParent
        file.save(out, deterministic_id=True)
    return out.getvalue()


def _name(letter: "Pdf", page: "Page", name: str) -> None:
    """Make the page one picture of the letter's structure; its own structure stayed behind."""
    import pikepdf

    if page.obj.get("/Contents") is None:
        return
    tree = letter.Root.StructTreeRoot
    figure = letter.make_indirect(
        pikepdf.Dictionary(
            S=pikepdf.Name.Figure, P=tree.K, Pg=page.obj, K=0, Alt=pikepdf.String(name)
        )
    )
    tree.K.K.append(figure)
    page.obj.StructParents = _next_key(letter, pikepdf.Array([figure]))
    for each in page.obj.get("/Annots", []):
        if each.get("/Subtype") == "/Link":
            _link(letter, page, each, name)


def _link(letter: "Pdf", page: "Page", link: "Object", name: str) -> None:
    """A place to click is a link of the letter's structure too (PDF/UA-1, 7.18.5)."""
    import pikepdf

    if "/Contents" not in link:
        link.Contents = pikepdf.String(name)
    tree = letter.Root.StructTreeRoot
    place = pikepdf.Dictionary(Type=pikepdf.Name.OBJR, Obj=link, Pg=page.obj)
    element = letter.make_indirect(
        pikepdf.Dictionary(S=pikepdf.Name.Link, P=tree.K, Pg=page.obj, K=place)
    )
    tree.K.K.append(element)
    link.StructParent = _next_key(letter, element)


def _next_key(letter: "Pdf", owner: "Object") -> int:
    tree = letter.Root.StructTreeRoot
    key = int(tree.ParentTreeNextKey)
    tree.ParentTree.Nums.append(key)
    tree.ParentTree.Nums.append(owner)
    tree.ParentTreeNextKey = key + 1
    return key


def _unmark(drawing: "Object", seen: set[tuple[int, int]]) -> None:
    """Take the marks of the structure left behind off a page or drawing: they count as ours else."""
    import pikepdf

    if "/StructParents" in drawing:
        del drawing.StructParents
    stream = drawing.Contents if drawing.get("/Type") == "/Page" else drawing
    if any(mark in stream.read_bytes() for mark in (b"BDC", b"BMC")):
        kept = list(_without_marks(pikepdf.parse_content_stream(drawing)))
        stream.write(pikepdf.unparse_content_stream(kept))
    inner = drawing.get("/Resources", pikepdf.Dictionary()).get("/XObject", pikepdf.Dictionary())
    for _, each in inner.items():
        if each.get("/Subtype") == "/Form" and each.objgen not in seen:
            seen.add(each.objgen)
            _unmark(each, seen)


def _without_marks(
    instructions: "list[Instruction]",
) -> "Iterator[Instruction]":
    """What is drawn, with its layers (/OC), which decide what is seen."""
    import pikepdf

    kept: list[bool] = []
    for each in instructions:
        operator = str(each.operator)
        if operator in ("BMC", "BDC"):
            kept.append(each.operands[0] == pikepdf.Name.OC)
            if not kept[-1]:
                continue
        elif operator == "EMC" and (not kept or not kept.pop()):
            continue
        yield each
