"""The harmonised notice: chosen once for all desks, enclosed as it is, missed where it is not there."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas
from sqlalchemy import update

import shopphone.services.letters as letters
import shopphone.services.orders as orders
import shopphone.services.settings as settings
import shopphone.services.shop_files as shop_files
from shopphone.domain.duties import NOTICE, missing_warnings, needs_notice
from shopphone.domain.errors import Refused
from shopphone.domain.order_kinds import Matter
from shopphone.letters import confirmation
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from tests.letters import reading, samples
from tests.services.conftest import Clock
from tests.services.test_orders import SHOP, draft_with
from tests.support.telling import tell

A4 = (595.276, 841.89)


def notice(size: tuple[float, float] = A4, pages: int = 1, *, words: str = "MITTEILUNG") -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=True)
    for _ in range(pages):
        canvas.drawString(72, 100, words)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def kept_in(folder: Path, content: bytes) -> str:
    file = folder / "Mitteilung.pdf"
    file.write_bytes(content)
    return str(file)


def ordered(desk: Desk, matter: Matter = Matter.GOODS) -> int:
    settings.save(desk, SHOP)
    draft = draft_with(desk, ("Pfanne", "54.90"))
    draft.matter = matter
    return orders.place(desk, tell(desk, draft), {}).order_id


def test_every_desk_has_the_file_that_one_has_chosen(desk: Desk, tmp_path: Path) -> None:
    path = kept_in(tmp_path, notice())
    settings.save(desk, {NOTICE: path})
    Path(path).unlink()
    assert shop_files.read(desk, NOTICE) == notice()
    assert settings.values(desk)[NOTICE] == "Mitteilung.pdf"
    settings.save(desk, {NOTICE: "Mitteilung.pdf", "shop.town": "Köln"})  # saved as it stands
    assert shop_files.read(desk, NOTICE) == notice()
    settings.save(desk, {NOTICE: ""})
    assert shop_files.read(desk, NOTICE) is None
    assert missing_warnings(settings.values(desk)) == (NOTICE,)


def test_a_file_that_changed_in_the_shop_is_noticed(desk: Desk, tmp_path: Path) -> None:
    settings.save(desk, {NOTICE: kept_in(tmp_path, notice())})
    assert shop_files.damaged(desk) == ()
    with desk.db.writing() as tx:
        tx.execute(update(t.shop_file).values(content=notice(words="anders")))
    assert shop_files.damaged(desk) == (NOTICE,)


def encrypted() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(notice())) as file:
        file.save(out, encryption=pikepdf.Encryption(owner="x", user="geheim"))
    return out.getvalue()


def only_printable() -> bytes:
    """Opens without a password, yet what may be done with it is restricted."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(notice())) as file:
        file.save(out, encryption=pikepdf.Encryption(owner="x", user=""))
    return out.getvalue()


def cropped() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(notice())) as file:
        file.pages[0].CropBox = pikepdf.Array([50, 50, 400, 600])
        file.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("make", "rule"),
    [
        (lambda: b"", "pdf_unreadable"),
        (lambda: b"<html>no</html>", "pdf_unreadable"),
        (lambda: b"%PDF-1.7 nothing", "pdf_unreadable"),
        (lambda: notice()[:500], "pdf_unreadable"),
        (encrypted, "pdf_encrypted"),
        (only_printable, "pdf_encrypted"),
        (lambda: notice((612, 792)), "pdf_not_a4"),
        (lambda: notice((A4[1], A4[0])), "pdf_not_a4"),
        (cropped, "pdf_not_a4"),
        (lambda: notice(pages=5), "pdf_too_long"),
        (lambda: b"%PDF-1.7" + bytes(10 * 1024 * 1024), "pdf_too_big"),
    ],
)
def test_what_cannot_be_enclosed_is_refused_when_it_is_chosen(
    desk: Desk, tmp_path: Path, make: Callable[[], bytes], rule: str
) -> None:
    settings.save(desk, {NOTICE: kept_in(tmp_path, notice())})
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(make())
    with pytest.raises(Refused) as refusal:
        settings.save(desk, {NOTICE: str(bad), "shop.town": "Köln"})
    assert (refusal.value.rule, refusal.value.facts["field"]) == (rule, NOTICE)
    assert shop_files.read(desk, NOTICE) == notice()  # the one before stays
    assert desk.setting("shop.town") != "Köln"


def test_a_path_to_nothing_is_refused(desk: Desk, tmp_path: Path) -> None:
    for path in ("Mitteilung.pdf", str(tmp_path), str(tmp_path / "gone.pdf")):
        with pytest.raises(Refused, match="pdf_not_there"):
            settings.save(desk, {NOTICE: path})


def test_an_a4_page_lying_on_its_side_and_turned_is_upright(desk: Desk, tmp_path: Path) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(notice((A4[1], A4[0])))) as file:
        file.pages[0].rotate(90, relative=False)
        file.save(out)
    settings.save(desk, {NOTICE: kept_in(tmp_path, out.getvalue())})
    assert shop_files.read(desk, NOTICE) == out.getvalue()


def test_the_letter_prints_without_it_and_says_so_until_it_is_there(
    desk: Desk, tmp_path: Path
) -> None:
    order_id = ordered(desk)
    first = letters.write(desk, "confirmation", order_id)
    assert first.row.lacks == NOTICE
    settings.save(desk, {NOTICE: kept_in(tmp_path, notice())})
    second = letters.write(desk, "confirmation", order_id)
    assert (second.row.lacks, second.row.pages) == ("", first.row.pages + 1)
    assert "MITTEILUNG" in reading.pages(second.pdf)[-1]
    assert letters.read(desk, first.row.letter_id).row.state == "superseded"
    assert letters.write(desk, "confirmation", order_id) == second


def test_a_letter_that_left_without_it_stays_as_it_left(desk: Desk, tmp_path: Path) -> None:
    order_id = ordered(desk)
    first = letters.write(desk, "confirmation", order_id)
    letters.sent(desk, first.row.letter_id, "print")
    settings.save(desk, {NOTICE: kept_in(tmp_path, notice())})
    again = letters.write(desk, "confirmation", order_id)
    assert (again.pdf, again.row.lacks) == (first.pdf, NOTICE)


def test_services_and_businesses_get_none(desk: Desk, tmp_path: Path) -> None:
    settings.save(desk, {NOTICE: kept_in(tmp_path, notice())})
    repair = letters.write(desk, "confirmation", ordered(desk, Matter.SERVICE))
    assert "MITTEILUNG" not in reading.text(repair.pdf)
    order_id = ordered(desk)
    with desk.db.writing() as tx:
        tx.execute(update(t.customer).values(kind="business"))
    letter = letters.write(desk, "confirmation", order_id)
    assert "MITTEILUNG" not in reading.text(letter.pdf)
    assert (repair.row.lacks, letter.row.lacks) == ("", "")


@pytest.mark.parametrize(("day", "needed"), [(26, False), (27, True)])
def test_it_is_enclosed_from_the_27th_of_september_2026_on(
    desk: Desk, clock: Clock, tmp_path: Path, day: int, needed: bool
) -> None:
    clock.now = datetime(2026, 9, day, 12, 0, tzinfo=UTC)
    settings.save(desk, {NOTICE: kept_in(tmp_path, notice())})
    draft = draft_with(desk, ("Pfanne", "54.90"), told=())
    settings.save(desk, SHOP)
    letter = letters.write(desk, "confirmation", orders.place(desk, tell(desk, draft), {}).order_id)
    assert ("MITTEILUNG" in reading.text(letter.pdf)) == needed
    assert needs_notice("goods", clock.now.date(), consumer=True) == needed


def test_a_tagged_file_with_marks_in_drawings_and_links_breaks_no_tagging(tmp_path: Path) -> None:
    """As official files are made: every run is marked, also within drawings; links are tagged."""
    tagged = confirmation.write(samples.english())
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(tagged)) as file:
        page = file.pages[0]
        box = pikepdf.Array([0, 0, *A4])
        page.contents_coalesce()
        drawn = page.obj.Contents.read_bytes()
        form = file.make_stream(
            drawn, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=box,
            Resources=page.Resources, StructParents=0,
        )  # fmt: skip
        page.Contents = file.make_stream(b"/P <</MCID 0>> BDC q /Fm0 Do Q EMC")
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Fm0=form))
        action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("https://europa.eu"))
        link = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[60, 60, 120, 120],
            A=action, StructParent=3,
        )  # fmt: skip
        page.Annots = pikepdf.Array([file.make_indirect(link)])
        while len(file.pages) > 1:
            del file.pages[1]
        file.save(out)
    letter = confirmation.write(replace(samples.german(), harmonised_notice=out.getvalue()))
    assert reading.faults(letter) == []
    assert reading.accessibility(letter, tmp_path) == ""
    heard = reading.heard(letter, tmp_path)
    assert "Link" in heard
    with pikepdf.open(io.BytesIO(letter)) as file:
        keys = [int(key) for key in list(file.Root.StructTreeRoot.ParentTree.Nums)[::2]]
        assert sorted(set(keys)) == keys
        last = file.pages[-1]
        last.contents_coalesce()
        inner = last.Resources.XObject.Fm0
        assert "/StructParents" not in inner
        assert b"MCID" not in inner.read_bytes()
        assert last.Contents.read_bytes().count(b"MCID") == 1
    shown, before = (_seen(pdf, -1) for pdf in (letter, out.getvalue()))
    assert shown == before  # not a dot differs


def _seen(pdf: bytes, page: int) -> bytes:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return bytes(document[page % len(document)].render(scale=1).to_pil().tobytes())
    finally:
        document.close()
