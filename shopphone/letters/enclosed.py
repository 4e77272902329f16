"""Another PDF behind a letter, its pages unscaled and unchanged, said in words to those who hear it."""

import io
from typing import TYPE_CHECKING

from shopphone.domain.errors import Unavailable

if TYPE_CHECKING:
    from pikepdf import Page, Pdf


def with_pages(pdf: bytes, more: bytes, name: str, broken: Unavailable) -> bytes:
    """Append another PDF as the pages it is (for the notice: Art. 246a § 1 (1) Nr. 11 EGBGB)."""
    import pikepdf

    try:
        other = pikepdf.open(io.BytesIO(more))
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


def _name(letter: "Pdf", page: "Page", name: str) -> None:
    """Make the page one picture of the letter's structure; its own structure stayed behind."""
    import pikepdf

    if "/StructParents" in page.obj:
        del page.obj.StructParents
    page.contents_coalesce()
    drawn = page.obj.get("/Contents")
    # runs numbered for the structure left behind would be taken for runs of ours
    if drawn is None or b"/MCID" in drawn.read_bytes():
        return
    page.contents_add(b"/Figure <</MCID 0>> BDC q", prepend=True)
    page.contents_add(b"Q EMC")
    tree = letter.Root.StructTreeRoot
    key = int(tree.ParentTreeNextKey)
    figure = letter.make_indirect(
        pikepdf.Dictionary(
            S=pikepdf.Name.Figure, P=tree.K, Pg=page.obj, K=0, Alt=pikepdf.String(name)
        )
    )
    tree.K.K.append(figure)
    tree.ParentTree.Nums.append(key)
    tree.ParentTree.Nums.append(pikepdf.Array([figure]))
    tree.ParentTreeNextKey = key + 1
    page.obj.StructParents = key
    for link in page.obj.get("/Annots", []):
        if link.get("/Subtype") == "/Link" and "/Contents" not in link:
            link.Contents = pikepdf.String(name)
