"""The file around the pages: objects, fonts and cross references of a PDF 1.4, nothing more.

Written here because most of a letter is the same bytes every time: embedded faces and legal pages
are put in as they were compressed once. The same content gives the same bytes.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from shopphone.letters.fonts import Embedded


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the file says of itself."""

    title: str
    author: str
    language: str


def assemble(
    pages: Sequence[Sequence[bytes]],
    fonts: Sequence[tuple[str, Embedded]],
    size_pt: tuple[float, float],
    about: About,
) -> bytes:
    """A PDF of pages, each a row of compressed streams drawn one over the other."""
    out = _Objects()
    catalog, tree, info, resources = (out.reserve() for _ in range(4))
    named = " ".join(f"/{name} {_font(out, font)} 0 R" for name, font in fonts)
    out.put(resources, f"<< /Font << {named} >> /ProcSet [/PDF /Text] >>")
    known: dict[bytes, int] = {}
    kids = [_page(out, streams, known, tree, resources) for streams in pages]
    refs = " ".join(f"{kid} 0 R" for kid in kids)
    box = " ".join(f"{number:.2f}" for number in size_pt)
    out.put(tree, f"<< /Type /Pages /Count {len(kids)} /Kids [{refs}] /MediaBox [0 0 {box}] >>")
    # a letter must not be scaled to the printer's margins: marks and window would move
    shown = "/ViewerPreferences << /DisplayDocTitle true /PrintScaling /None >>"
    language = _text(about.language)
    out.put(catalog, f"<< /Type /Catalog /Pages {tree} 0 R /Lang {language} {shown} >>")
    creator = f"/Creator {_text('shopphone')} /Producer {_text('shopphone')}"
    title, author = _text(about.title), _text(about.author)
    out.put(info, f"<< /Title {title} /Author {author} {creator} >>")
    return out.finish(catalog, info)


def _page(
    out: "_Objects", streams: Sequence[bytes], known: dict[bytes, int], tree: int, resources: int
) -> int:
    contents = []
    for stream in streams:
        if stream not in known:
            known[stream] = out.stream(stream)
        contents.append(f"{known[stream]} 0 R")
    return out.add(
        f"<< /Type /Page /Parent {tree} 0 R /Resources {resources} 0 R "
        f"/Contents [{' '.join(contents)}] >>"
    )


def _font(out: "_Objects", font: Embedded) -> int:
    file = out.stream(font.file, f"/Length1 {font.file_length}")
    to_unicode = out.stream(font.to_unicode)
    descriptor = out.add(
        f"<< /Type /FontDescriptor /FontName /{font.name} {font.descriptor} /FontFile2 {file} 0 R >>"
    )
    widths = " ".join(map(str, font.widths))
    return out.add(
        f"<< /Type /Font /Subtype /TrueType /BaseFont /{font.name} /FirstChar 32 "
        f"/LastChar {31 + len(font.widths)} /Widths [{widths}] "
        f"/FontDescriptor {descriptor} 0 R /ToUnicode {to_unicode} 0 R >>"
    )


def _text(text: str) -> str:
    coded = b"\xfe\xff" + text.encode("utf-16-be", "replace")
    return f"<{coded.hex()}>"


class _Objects:
    """Numbered objects in the order they were put."""

    def __init__(self) -> None:
        self._parts: list[bytes] = [b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"]
        self._length = len(self._parts[0])
        self._offsets: list[int] = []

    def reserve(self) -> int:
        self._offsets.append(0)
        return len(self._offsets)

    def add(self, body: str) -> int:
        number = self.reserve()
        self.put(number, body)
        return number

    def put(self, number: int, body: str) -> None:
        self._write(number, f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1"))

    def stream(self, data: bytes, extra: str = "") -> int:
        number = self.reserve()
        head = f"{number} 0 obj\n<< /Filter /FlateDecode /Length {len(data)} {extra} >>\nstream\n"
        self._write(number, head.encode("latin-1") + data + b"\nendstream\nendobj\n")
        return number

    def _write(self, number: int, data: bytes) -> None:
        self._offsets[number - 1] = self._length
        self._parts.append(data)
        self._length += len(data)

    def finish(self, catalog: int, info: int) -> bytes:
        body = b"".join(self._parts)
        mark = hashlib.sha256(body).hexdigest()[:32]
        rows = "".join(f"{offset:010} 00000 n \n" for offset in self._offsets)
        count = len(self._offsets) + 1
        tail = (
            f"xref\n0 {count}\n0000000000 65535 f \n{rows}trailer\n"
            f"<< /Size {count} /Root {catalog} 0 R /Info {info} 0 R /ID [<{mark}> <{mark}>] >>\n"
            f"startxref\n{len(body)}\n%%EOF\n"
        )
        return body + tail.encode("latin-1")
