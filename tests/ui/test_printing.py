"""Printing on a real print server: what became of a job, trays and sides, and where a page lands."""

import io
import subprocess
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from shopphone.domain.errors import Unavailable
from shopphone.domain.paper import Paper, Sheets
from shopphone.ui.kit import bundle, printing, windows
from tests.support.cups import PrintServer
from tests.support.processes import wait_until

CROSSES = ((20, 20), (190, 20), (105, 148.5), (20, 277), (190, 277))
GEOMETRY_MM = 0.15
TRAYS = ("Auto", "Oben", "Briefbogen")


def pages(count: int, words: str = "Blatt") -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(210 * mm, 297 * mm), invariant=True)
    for n in range(count):
        canvas.drawString(100, 700, f"{words} {n + 1}")
        canvas.setLineWidth(0.1 * mm)
        for x, y in CROSSES:
            canvas.line((x - 5) * mm, y * mm, (x + 5) * mm, y * mm)
            canvas.line(x * mm, (y - 5) * mm, x * mm, (y + 5) * mm)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def on(printer: str, **sheets: object) -> Paper:
    return Paper(printer=printer, sheets=Sheets(**sheets))  # type: ignore[arg-type]


def texts(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    found = [page.get_textpage().get_text_range().strip() for page in document]
    document.close()
    return found


def printed_pages(server: PrintServer) -> bytes:
    """What came out, without the printer's commands around it."""
    paper = server.wait_for_paper()
    return paper[paper.index(b"%PDF") : paper.rindex(b"%%EOF") + 5]


def ended(printer: str, jobs: tuple[str, ...]) -> None:
    printing.wait_until_taken(printer, jobs, threading.Event().wait)


def test_letters_go_out_as_one_job_in_their_order(cups: PrintServer) -> None:
    jobs = printing.print_letters([pages(2, "A"), pages(1, "B")], on("Gut"), "Briefe")
    assert len(jobs) == 1
    ended("Gut", jobs)
    assert texts(printed_pages(cups)) == ["A 1", "A 2", "B 1"]


def test_on_both_sides_each_letter_begins_on_a_sheet_of_its_own(cups: PrintServer) -> None:
    paper = on("Gut", sides="both")
    jobs = printing.print_letters([pages(3, "A"), pages(1, "B"), pages(2, "C")], paper, "Briefe")
    ended("Gut", jobs)
    out = printed_pages(cups)
    assert texts(out) == ["A 1", "A 2", "A 3", "", "B 1", "", "C 1", "C 2"]
    assert b"SET DUPLEX=ON" in cups.printed.read_bytes()


def test_one_side_and_two_copies_reach_the_printer(cups: PrintServer) -> None:
    jobs = printing.print_letters([pages(1)], on("Gut", sides="one", copies=2), "Brief")
    ended("Gut", jobs)
    said = cups.wait_for_paper()
    assert b"SET DUPLEX=OFF" in said
    assert b"NumCopies : 2" in said or texts(printed_pages(cups)) == ["Blatt 1", "Blatt 1"]


def test_a_letterhead_takes_the_first_sheet_from_its_tray(cups: PrintServer) -> None:
    paper = Paper(printer="Gut", sheets=Sheets(tray="Plain"), first_tray="Head")
    jobs = printing.print_letters([pages(3)], paper, "Brief")
    assert len(jobs) == 2
    ended("Gut", jobs)
    assert texts(printed_pages(cups)) == ["Blatt 2", "Blatt 3"]  # the last job
    first, others = bundle.parted(pages(3), 2)
    assert texts(first) == ["Blatt 1", "Blatt 2"]
    assert texts(others) == ["Blatt 3"]


def test_the_tray_is_asked_for_in_the_printers_own_name(
    cups: PrintServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    tray = with_trays(cups)
    monkeypatch.setenv("CUPS_SERVER", cups.port_address)  # lpoptions asks by name and port
    found = printing.abilities(tray)
    assert found.both_sides
    assert found.colour
    assert found.trays == TRAYS
    paper = Paper(printer=tray, sheets=Sheets(tray="Oben"), first_tray="Briefbogen")
    out = cups.folder / "out" / f"{tray}.pdf"
    for letter, source in ((pages(1), b"BRIEFBOGEN"), (pages(2), b"OBEN")):
        ended(tray, printing.print_letters([letter], paper, "Brief"))
        assert b"MEDIASOURCE=" + source in out.read_bytes()  # of the last job


CUSTOM = """*VariablePaperSize: True
*MaxMediaWidth: 612
*MaxMediaHeight: 1008
*HWMargins: 12 12 12 12
*NonUIOrderDependency: 20 AnySetup *CustomPageSize
*CustomPageSize True: "pop pop pop <</PageSize[5 -2 roll]>>setpagedevice"
*ParamCustomPageSize Width: 1 points 150 612
*ParamCustomPageSize Height: 2 points 250 1008
*ParamCustomPageSize WidthOffset: 3 points 0 0
*ParamCustomPageSize HeightOffset: 4 points 0 0
*ParamCustomPageSize Orientation: 5 int 0 3
*DefaultPaperDimension"""


@pytest.mark.parametrize("size", [(220, 110), (229, 114), (100, 62)])
def test_an_envelope_or_label_comes_out_in_its_own_size(
    cups: PrintServer, size: tuple[int, int]
) -> None:
    name = f"Umschlag{size[0]}"
    cups.add_printer(name, cups.description.replace("*DefaultPaperDimension", CUSTOM, 1))
    cups.run("lpadmin", "-p", name, "-o", "PageSize=A4")
    paper = on(name, sides="both", tray="Briefbogen")
    ended(name, printing.print_letters([cover(size)], paper, "Umschlag"))
    out = cups.folder / "out" / f"{name}.pdf"
    wait_until(lambda: not cups.waiting_jobs(name) and b"%%EOF" in out.read_bytes(), "it is out")
    pdf = out.read_bytes()
    short, long = sorted(size)
    # turned, as the printer is fed, by at most what its own name for the size rounds off
    assert sizes(pdf[pdf.index(b"%PDF") : pdf.rindex(b"%%EOF") + 5]) == [
        (pytest.approx(short, abs=0.5), pytest.approx(long, abs=0.5))
    ]


def test_a_batch_of_mixed_sizes_is_a_job_for_each(cups: PrintServer) -> None:
    mixed = [pages(1, "A"), pages(1, "B"), cover((220, 110)), pages(1, "C")]
    jobs = printing.print_letters(mixed, on("Gut"), "Briefe")
    assert len(jobs) == 3
    ended("Gut", jobs)
    assert texts(printed_pages(cups)) == ["C 1"]  # the last job
    parts = list(bundle.by_size(mixed, on("Gut", sides="both", tray="Oben")))
    assert [(len(pdfs), part.sheets.size_mm) for pdfs, part in parts] == [
        (2, (210, 297)),
        (1, (220, 110)),
        (1, (210, 297)),
    ]
    assert [(part.sheets.tray, part.sheets.sides) for _, part in parts] == [
        ("Oben", "both"),
        ("", "one"),
        ("Oben", "both"),
    ]


def test_a_painted_envelope_keeps_its_size(qapp: object, tmp_path: Path) -> None:
    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setOutputFileName(str(tmp_path / "out.pdf"))
    windows.paint(device, cover((220, 110)), grey=True)
    assert sizes((tmp_path / "out.pdf").read_bytes()) == [
        (pytest.approx(220, abs=0.5), pytest.approx(110, abs=0.5))
    ]


def cover(size: tuple[int, int]) -> bytes:
    """An address on paper of this size, in mm."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(size[0] * mm, size[1] * mm), invariant=True)
    canvas.drawString(15 * mm, 15 * mm, "Annemarie Löffler")
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def sizes(pdf: bytes) -> list[object]:
    document = pypdfium2.PdfDocument(pdf)
    found: list[object] = [tuple(side / mm for side in page.get_size()) for page in document]
    document.close()
    return found


def with_trays(server: PrintServer) -> str:
    slots = [f'*InputSlot {each}: "@PJL SET MEDIASOURCE={each.upper()}<0A>"' for each in TRAYS]
    lines = (
        "*JCLOpenUI *InputSlot/Tray: PickOne",
        "*OrderDependency: 90 JCLSetup *InputSlot",
        "*DefaultInputSlot: Auto",
        *slots,
        "*JCLCloseUI: *InputSlot",
        "*JCLOpenUI *Duplex",
    )
    changed = server.description.replace("*JCLOpenUI *Duplex", "\n".join(lines), 1)
    return server.add_printer("Faecher", changed)


@pytest.mark.parametrize(
    ("act", "reason"),
    [("cancel", "printer_cancelled"), ("hold", "printer_held")],
)
def test_a_job_somebody_stopped_is_not_printed(cups: PrintServer, act: str, reason: str) -> None:
    cups.run("lp", "-d", "Tot", "-H", "hold", "/etc/hostname")
    (job,) = cups.waiting_jobs("Tot")
    if act == "cancel":
        cups.run("cancel", job)
    with pytest.raises(Unavailable) as raised:
        ended("Tot", (job,))
    assert raised.value.what == reason
    assert cups.waiting_jobs("Tot") == []


def test_a_job_that_broke_off_is_not_printed(cups: PrintServer) -> None:
    jobs = printing.print_letters([b"%PDF-1.4 broken"], on("Gut"), "Brief")
    with pytest.raises(Unavailable) as raised:
        ended("Gut", jobs)
    assert raised.value.what in ("printer_broke_off", "printer")
    assert raised.value.detail


def test_a_printer_out_of_paper_says_so_and_gives_the_job_back(cups: PrintServer) -> None:
    name = empty_printer(cups)
    jobs = printing.print_letters([pages(1)], on(name), "Brief")
    with pytest.raises(Unavailable) as raised:
        ended(name, jobs)
    assert raised.value.what == "printer_paper"
    wait_until(lambda: not cups.waiting_jobs(name), "the job is taken back")


def empty_printer(server: PrintServer) -> str:
    """A printer whose filter reports what a printer without paper reports, and waits."""
    script = server.folder / "leer"
    script.write_text('#!/bin/sh\necho "STATE: +media-empty-error" >&2\nexec sleep 60\n')
    script.chmod(0o755)
    lines = [line for line in server.description.splitlines() if "*cupsFilter" not in line]
    lines.insert(1, f'*cupsFilter: "application/vnd.cups-pdf 0 {script}"')
    return server.add_printer("Leer", "\n".join(lines) + "\n")


def test_when_the_second_job_is_refused_the_first_is_taken_back(cups: PrintServer) -> None:
    paper = Paper(printer="Tot", sheets=Sheets(), first_tray="Head")
    jobs = printing.print_letters([pages(2)], paper, "Brief")
    with pytest.raises(Unavailable):
        ended("Tot", jobs)
    wait_until(lambda: not cups.waiting_jobs("Tot"), "both are taken back")


@pytest.mark.parametrize("grey", [True, False])
def test_a_painted_page_lands_where_the_letter_has_it(
    qapp: object, tmp_path: Path, grey: bool
) -> None:
    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setOutputFileName(str(tmp_path / "out.pdf"))
    windows.paint(device, pages(2), grey=grey)
    out = (tmp_path / "out.pdf").read_bytes()
    assert len(pypdfium2.PdfDocument(out)) == 2
    for page in (1, 2):
        assert deviation(tmp_path / "out.pdf", page) < GEOMETRY_MM


def test_a_painted_page_lands_there_through_the_print_system_too(
    qapp: object, cups: PrintServer, tmp_path: Path
) -> None:
    with ThreadPoolExecutor(1) as worker:  # as in the program; and CUPS keeps its server by thread
        worker.submit(windows.send, pages(1), on("Gut"), "Brief").result()
    (tmp_path / "out.pdf").write_bytes(printed_pages(cups))
    assert deviation(tmp_path / "out.pdf", 1) < GEOMETRY_MM


def test_a_vector_page_lands_where_the_letter_has_it(cups: PrintServer, tmp_path: Path) -> None:
    ended("Gut", printing.print_letters([pages(1)], on("Gut"), "Brief"))
    (tmp_path / "out.pdf").write_bytes(printed_pages(cups))
    assert deviation(tmp_path / "out.pdf", 1) < GEOMETRY_MM


def test_a_paused_printer_is_not_painted_on(qapp: object, cups: PrintServer) -> None:
    with ThreadPoolExecutor(1) as worker, pytest.raises(Unavailable) as raised:
        worker.submit(windows.send, pages(1), on("Pause"), "Brief").result()
    assert raised.value.what == "printer_paused"


def deviation(pdf: Path, page: int) -> float:
    """How far the crosses of this page are off, in mm, measured in a picture of 600 dpi."""
    command = ("pdftoppm", "-r", "600", "-gray", "-f", str(page), "-l", str(page), "-singlefile")
    subprocess.run([*command, str(pdf), str(pdf.with_suffix(""))], check=True, timeout=60)
    from PIL import Image

    picture = Image.open(pdf.with_suffix(".pgm"))
    per_mm = 600 / 25.4
    worst = 0.0
    for x, y in CROSSES:
        left, top = (x - 8) * per_mm, (297 - y - 8) * per_mm
        box = (round(left), round(top), round(left + 16 * per_mm), round(top + 16 * per_mm))
        part = picture.crop(box)
        ink_x, ink_y = centre(part, 0), centre(part, 1)
        worst = max(
            worst,
            abs((box[0] + ink_x) / per_mm - x),
            abs((box[1] + ink_y) / per_mm - (297 - y)),
        )
    return worst


def centre(part: object, axis: int) -> float:
    """The middle of the line across this axis: where most ink stands in one row or column."""
    import numpy

    ink = 255 - numpy.asarray(part, dtype=float)
    sums = ink.sum(axis=axis)
    strong = sums * (sums > sums.max() / 2)
    return float((strong * (numpy.arange(len(sums)) + 0.5)).sum() / strong.sum())
