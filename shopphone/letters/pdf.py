"""The file around the pages: objects, fonts, structure and cross references of a PDF 1.7.

Written here because most of a letter is the same bytes every time: embedded faces and legal pages
are put in as they were compressed once. The same content gives the same bytes.
"""

import hashlib
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from xml.sax.saxutils import escape

from shopphone.letters.fonts import Embedded
from shopphone.letters.pictures import Picture
from shopphone.letters.structure import Element, pdf_text
from shopphone.paths import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the file says of itself."""

    title: str
    author: str
    language: str


@dataclass(frozen=True, slots=True)
class PageParts:
    """A page as compressed streams drawn one over the other; owners: of its marked runs."""

    streams: tuple[bytes, ...]
    owners: list[Element]


def assemble(
    pages: Sequence[PageParts],
    fonts: Sequence[tuple[str, Embedded]],
    pictures: Sequence[tuple[str, Picture]],
    size_pt: tuple[float, float],
    about: About,
    root: Element,
) -> bytes:
    """The whole file."""
    out = _Objects()
    catalog, tree, resources_ = (out.reserve() for _ in range(3))
    named = " ".join(f"/{name} {_font(out, font)} 0 R" for name, font in fonts)
    shown = " ".join(f"/{name} {_picture(out, picture)} 0 R" for name, picture in pictures)
    more = f"/XObject <<{shown}>>" if shown else ""
    out.put(resources_, f"<</Font <<{named}>>{more}/ProcSet [/PDF /Text /ImageC]>>")
    known: dict[bytes, int] = {}
    kids = [
        _page(out, n, page, known, f"/Parent {tree} 0 R/Resources {resources_} 0 R")
        for n, page in enumerate(pages)
    ]
    refs = " ".join(f"{kid} 0 R" for kid in kids)
    box = " ".join(f"{number:.2f}" for number in size_pt)
    out.put(tree, f"<</Type/Pages/Count {len(kids)}/Kids [{refs}]/MediaBox [0 0 {box}]>>")
    structure = _structure(out, root, kids, [page.owners for page in pages])
    # a letter must not be scaled to the printer's margins: marks and window would move
    out.put(
        catalog,
        f"<</Type/Catalog/Pages {tree} 0 R/Lang {pdf_text(about.language)}"
        f"/ViewerPreferences <</DisplayDocTitle true/PrintScaling/None>>"
        f"/MarkInfo <</Marked true>>/StructTreeRoot {structure} 0 R"
        f"/Metadata {_metadata(out, about)} 0 R/OutputIntents [{_intent(out)}]>>",
    )
    creator = f"/Creator {pdf_text('shopphone')}/Producer {pdf_text('shopphone')}"
    title, author = pdf_text(about.title), pdf_text(about.author)
    info = out.add(f"<</Title {title}/Author {author}{creator}>>")
    return out.finish(catalog, info)


def _page(out: "_Objects", number: int, page: PageParts, known: dict[bytes, int], more: str) -> int:
    contents = []
    for stream in page.streams:
        if stream not in known:
            known[stream] = out.stream(stream, "/Filter/FlateDecode")
        contents.append(f"{known[stream]} 0 R")
    return out.add(
        f"<</Type/Page{more}/StructParents {number}/Tabs/S/Contents [{' '.join(contents)}]>>"
    )


def _font(out: "_Objects", font: Embedded) -> int:
    file = out.stream(font.file, f"/Filter/FlateDecode/Length1 {font.file_length}")
    to_unicode = out.stream(font.to_unicode, "/Filter/FlateDecode")
    descriptor = out.add(
        f"<</Type/FontDescriptor/FontName/{font.name} {font.descriptor}/FontFile2 {file} 0 R>>"
    )
    widths = " ".join(map(str, font.widths))
    return out.add(
        f"<</Type/Font/Subtype/TrueType/BaseFont/{font.name}/FirstChar 32"
        f"/LastChar {31 + len(font.widths)}/Widths [{widths}]"
        f"/FontDescriptor {descriptor} 0 R/ToUnicode {to_unicode} 0 R>>"
    )


def _picture(out: "_Objects", picture: Picture) -> int:
    return out.stream(
        picture.dots,
        f"/Type/XObject/Subtype/Image/Width {picture.width_px}/Height {picture.height_px}"
        "/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode",
    )


def _structure(
    out: "_Objects", root: Element, pages: Sequence[int], owners: Sequence[Sequence[Element]]
) -> int:
    """The tree, and for each page the elements its marked runs belong to."""
    tree = out.reserve()
    places = [f"/Pg {page} 0 R" for page in pages]
    top = _element(out, root, tree, places)
    nums = " ".join(
        [
            f"{n} [{' '.join([f'{owner.number} 0 R' for owner in row])}]"
            for n, row in enumerate(owners)
        ]
    )
    parents = out.add(f"<</Nums [{nums}]>>")
    out.put(
        tree,
        f"<</Type/StructTreeRoot/K {top} 0 R/ParentTree {parents} 0 R"
        f"/ParentTreeNextKey {len(owners)}>>",
    )
    return tree


def _element(out: "_Objects", element: Element, parent: int, places: Sequence[str]) -> int:
    number = element.number = out.reserve()
    home, kids = -1, []
    for kid in element.kids:
        if isinstance(kid, Element):
            kids.append(f"{_element(out, kid, number, places)} 0 R")
            continue
        page, run = kid
        if home < 0:
            home = page
        kids.append(str(run) if page == home else f"<</Type/MCR{places[page]}/MCID {run}>>")
    place = places[home] if home >= 0 else ""
    shown = kids[0] if len(kids) == 1 else f"[{' '.join(kids)}]"
    out.put(number, f"<</S/{element.role}/P {parent} 0 R{place}/K {shown}{element.more}>>")
    return number


def _metadata(out: "_Objects", about: About) -> int:
    title, author = (_xml(text) for text in (about.title, about.author))
    return out.stream(
        (
            '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
            '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
            '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
            'xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
            'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" '
            'pdf:Producer="shopphone" xmp:CreatorTool="shopphone" pdfuaid:part="1">'
            f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
            f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>"
            f"<dc:language><rdf:Bag><rdf:li>{about.language}</rdf:li></rdf:Bag></dc:language>"
            '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
        ).encode(),
        "/Type/Metadata/Subtype/XML",
    )


def _xml(text: str) -> str:
    return escape(text.encode("utf-8", "replace").decode())


def _intent(out: "_Objects") -> str:
    """The colours are meant as sRGB."""
    profile = out.stream(_profile(), "/N 3/Filter/FlateDecode")
    return (
        "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier (sRGB)/Info (sRGB)"
        f"/DestOutputProfile {profile} 0 R>>"
    )


@cache
def _profile() -> bytes:
    return zlib.compress((resources() / "colour" / "srgb.icc").read_bytes(), 9)


class _Objects:
    """Numbered objects: streams as they come, all others packed into one at the end."""

    def __init__(self) -> None:
        self._parts: list[bytes] = [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"]
        self._length = len(self._parts[0])
        self._count = 0
        self._offsets: dict[int, int] = {}
        self._packed: list[tuple[int, str]] = []

    def reserve(self) -> int:
        self._count += 1
        return self._count

    def add(self, body: str) -> int:
        number = self.reserve()
        self._packed.append((number, body))
        return number

    def put(self, number: int, body: str) -> None:
        self._packed.append((number, body))

    def stream(self, data: bytes, more: str) -> int:
        number = self.reserve()
        self._write(number, data, more)
        return number

    def _write(self, number: int, data: bytes, more: str) -> None:
        self._offsets[number] = self._length
        head = f"{number} 0 obj\n<</Length {len(data)}{more}>>\nstream\n".encode("latin-1")
        self._parts += (head, data, b"\nendstream\nendobj\n")
        self._length += len(head) + len(data) + 18

    def finish(self, catalog: int, info: int) -> bytes:
        pack, table = self.reserve(), self.reserve()
        heads, bodies, at = [], [], 0
        for number, body in self._packed:
            heads.append(f"{number} {at}")
            bodies.append(body)
            at += len(body) + 1
        first = " ".join(heads) + "\n"
        packed = zlib.compress((first + "\n".join(bodies)).encode("latin-1"), _PACKING)
        what = f"/Type/ObjStm/N {len(bodies)}/First {len(first)}/Filter/FlateDecode"
        self._write(pack, packed, what)
        mark = hashlib.sha256(b"".join(self._parts)).hexdigest()[:32]
        start = self._offsets[table] = self._length
        places = {number: (2, pack, n) for n, (number, _) in enumerate(self._packed)}
        places |= {number: (1, offset, 0) for number, offset in self._offsets.items()}
        rows = [(0, 0, 65535), *(places[n] for n in range(1, table + 1))]
        data = b"".join([bytes((kind,)) + a.to_bytes(4) + b.to_bytes(2) for kind, a, b in rows])
        self._write(
            table,
            zlib.compress(data, _PACKING),
            f"/Type/XRef/W [1 4 2]/Size {table + 1}/Root {catalog} 0 R/Info {info} 0 R"
            f"/ID [<{mark}> <{mark}>]/Filter/FlateDecode",
        )
        self._parts.append(f"startxref\n{start}\n%%EOF\n".encode())
        return b"".join(self._parts)


_PACKING = 4  # hardly larger than the best, in half the time
