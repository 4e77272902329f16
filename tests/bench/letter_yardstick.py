"""The same confirmation drawn by hand on a reportlab canvas: what an expert would write first.

Straight calls, simpleSplit for paragraphs, fonts registered once, the payment code with a given
mask. It knows only ordinary letters: no page breaks in the table, no odd signs, no English.
"""

import io
import re
import tomllib
from functools import cache
from typing import Any

import segno
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from shopphone.domain.letters import Confirmation, LetterLine
from shopphone.letters import amounts
from shopphone.paths import resources

_HEIGHT = 297 * mm
_GREY, _BLACK, _GREEN = (0.36, 0.40, 0.46), (0.0, 0.0, 0.0), (0.06, 0.42, 0.36)
_PITCH, _FOOT = 4.2333, 271.0


def write(content: Confirmation) -> bytes:
    """The letter's pages: one or two of text, the instruction, the form."""
    out = io.BytesIO()
    _register()
    legal, own = _text("withdrawal-2026-06-19"), _text("confirmation-2026-11-01")
    hand = _Hand(Canvas(out, pagesize=(210 * mm, _HEIGHT), initialFontName="Yard"), content, own)
    _first(hand)
    _goods(hand)
    _payment(hand)
    _contract(hand)
    _instruction(hand, legal["instruction"])
    _form(hand, legal["form"])
    hand.foot()
    hand.canvas.save()
    return out.getvalue()


@cache
def _register() -> None:
    for name, file in (("Yard", "DejaVuSansCondensed"), ("YardBold", "DejaVuSansCondensed-Bold")):
        pdfmetrics.registerFont(TTFont(name, str(resources() / "fonts" / f"{file}.ttf")))


@cache
def _text(name: str) -> dict[str, Any]:
    return tomllib.loads((resources() / "legal" / "de" / f"{name}.toml").read_text("utf-8"))


class _Hand:
    """A pen with a place on the page, in mm from the top."""

    def __init__(self, canvas: Canvas, content: Confirmation, own: dict[str, Any]) -> None:
        self.canvas, self.content, self.own = canvas, content, own
        self.y, self.page = 0.0, 1

    def say(
        self, x: float, text: str, size: float = 10, bold: bool = False, grey: bool = False
    ) -> None:
        self.canvas.setFont("YardBold" if bold else "Yard", size)
        self.canvas.setFillColorRGB(*(_GREY if grey else _BLACK))
        self.canvas.drawString(x * mm, _HEIGHT - self.y * mm, text)

    def right(
        self, x: float, text: str, size: float = 10, bold: bool = False, grey: bool = False
    ) -> None:
        self.canvas.setFont("YardBold" if bold else "Yard", size)
        self.canvas.setFillColorRGB(*(_GREY if grey else _BLACK))
        self.canvas.drawRightString(x * mm, _HEIGHT - self.y * mm, text)

    def rule(self, left: float, right: float, width: float = 0.4) -> None:
        self.canvas.setStrokeColorRGB(*_GREY)
        self.canvas.setLineWidth(width)
        self.canvas.line(left * mm, _HEIGHT - self.y * mm, right * mm, _HEIGHT - self.y * mm)

    def paragraph(
        self,
        text: str,
        x: float = 25,
        width: float = 165,
        size: float = 10,
        bold: bool = False,
        grey: bool = False,
        after: float = 2.2,
    ) -> None:
        for line in simpleSplit(text, "YardBold" if bold else "Yard", size, width * mm):
            if self.y + _PITCH > _FOOT:
                self.next_page()
            self.y += _PITCH
            self.say(x, line, size, bold, grey)
        self.y += after

    def heading(self, text: str, size: float = 10) -> None:
        if self.y + 5 * _PITCH > _FOOT:
            self.next_page()
        self.y += 2.6 + _PITCH
        self.canvas.setFont("YardBold", size)
        self.canvas.setFillColorRGB(*_GREEN)
        self.canvas.drawString(25 * mm, _HEIGHT - self.y * mm, text)
        self.y += 0.8

    def foot(self) -> None:
        seller = self.content.seller
        self.y = 276
        self.rule(25, 190)
        self.y = 280
        self.say(25, f"{seller.name} · {seller.owner} · {seller.place}", 7.5, grey=True)
        self.right(190, f"Seite {self.page} von 4", 9, grey=True)
        self.y = 283.2
        self.say(25, f"{seller.register} · USt-IdNr. {seller.vat_id}", 7.5, grey=True)

    def next_page(self) -> None:
        self.foot()
        self.canvas.showPage()
        self.page += 1
        self.y = 20.5
        date = amounts.day(self.content.written_on, "de")
        head = f"Auftragsbestätigung {self.content.number} vom {date}"
        self.say(25, f"{head} · Kunden-Nr. {self.content.customer_number}", 9, grey=True)
        self.y = 22.6
        self.rule(25, 190)
        self.y = 26


def _first(hand: _Hand) -> None:
    content, seller = hand.content, hand.content.seller
    hand.y = 22
    hand.say(25, seller.name, 17, bold=True)
    hand.y = 27.2
    hand.say(25, seller.place, 9, grey=True)
    for n, text in enumerate((seller.phone, seller.email, seller.website)):
        hand.y = 18.8 + n * _PITCH
        hand.right(190, text, 9, grey=True)
    hand.y = 30.6
    hand.rule(25, 190, 0.8)
    for y, length in ((105, 2.5), (210, 2.5), (148.5, 4)):
        hand.y = y
        hand.rule(5, 5 + length, 0.25)
    hand.y = 48.9
    hand.say(25, f"{seller.name} · {seller.street} · {seller.postcode} {seller.town}", 8, grey=True)
    for n, line in enumerate(content.recipient):
        hand.y = 66.1 + n * _PITCH
        hand.say(25, line)
    for n, (label, value) in enumerate(
        (
            ("Auftrags-Nr.", content.number),
            ("Kunden-Nr.", content.customer_number),
            (
                "Bestellt am",
                f"{amounts.day(content.ordered_at.date(), 'de')}, {content.ordered_at:%H:%M}",
            ),
            ("Bearbeitung", content.clerk),
            ("Telefon", seller.phone),
            ("E-Mail", seller.email),
            ("Datum", amounts.day(content.written_on, "de")),
        )
    ):
        hand.y = 52.9 + n * _PITCH
        hand.say(125, label, 9, grey=True)
        hand.say(146, value)
    hand.y = 102.2
    hand.say(25, f"Auftragsbestätigung {content.number}", 12, bold=True)
    hand.y += 2 * _PITCH - 0.5
    hand.paragraph(f"Sehr geehrte Frau {content.last_name},", after=_PITCH)
    hand.paragraph(_text("paragraphs-2026-11-01")["confirmation"]["opening"], after=3)


def _goods(hand: _Hand) -> None:
    content, words = hand.content, hand.own["words"]
    hand.y += _PITCH
    hand.say(25, words["position"], grey=True)
    hand.say(33, words["article"], grey=True)
    for x, key in ((124, "quantity"), (149, "unit_price"), (163, "vat"), (190, "amount")):
        hand.right(x, words[key], grey=True)
    hand.y += 1.6
    hand.rule(25, 190, 0.6)
    hand.y += 0.4
    for position, line in enumerate(content.lines, 1):
        _line(hand, position, line)
    for label, amount in (
        ("Warenwert", content.totals.goods),
        (f"Versand: {content.shipping_name}", content.totals.shipping),
    ):
        hand.y += _PITCH
        hand.say(100, label)
        hand.right(190, amounts.money(amount, "de"))
    hand.y += 1.4
    hand.rule(100, 190, 0.8)
    hand.y += _PITCH + 0.6
    hand.say(100, words["total"], 11, bold=True)
    hand.right(190, amounts.money(content.totals.total, "de"), 11, bold=True)
    hand.say(25, words["no_invoice"], bold=True)
    for group in content.totals.groups:
        hand.y += _PITCH
        net = amounts.money(group.net, "de")
        hand.say(100, f"darin {amounts.percent(group.rate, 'de')} % USt aus {net} netto")
        hand.right(190, amounts.money(group.vat, "de"), grey=True)
    hand.y += 2.1


def _line(hand: _Hand, position: int, line: LetterLine) -> None:
    names = simpleSplit(line.name, "YardBold", 10, 78 * mm)
    hand.y += _PITCH
    hand.say(25, str(position))
    hand.say(33, names[0], bold=True)
    hand.right(124, amounts.quantity(line.quantity, "de"))
    hand.right(149, amounts.unit_price(line.unit_price, "de"))
    hand.right(163, f"{amounts.percent(line.vat, 'de')} %")
    hand.right(190, amounts.money(line.gross, "de"))
    for name in names[1:]:
        hand.y += _PITCH
        hand.say(33, name, bold=True)
    for text in (line.description, f"Art.-Nr. {line.sku}"):
        hand.paragraph(text, x=33, width=130, grey=True, after=0)
    hand.y += 1.6
    hand.rule(25, 190, 0.3)


def _payment(hand: _Hand) -> None:
    content, seller = hand.content, hand.content.seller
    if hand.y + 43 > _FOOT:
        hand.next_page()
    hand.heading("Zahlung")
    top = hand.y
    total, due = amounts.money(content.totals.total, "de"), content.due_on or content.written_on
    sentence = hand.own["payment"][content.payment_code]
    hand.paragraph(sentence.format(total=total, due=amounts.day(due, "de")), width=131)
    reference = f"{content.number} {content.customer_number}"
    for label, value in (
        ("Empfänger", seller.name),
        ("IBAN", amounts.iban(seller.iban)),
        ("BIC", seller.bic),
        ("Bank", seller.bank_name),
        ("Verwendungszweck", reference),
    ):
        hand.y += _PITCH
        hand.say(25, label, grey=True)
        hand.say(60, value)
    data = ("BCD", "002", "1", "SCT", seller.bic, seller.name, seller.iban,
            f"EUR{content.totals.total:.2f}", "", "", reference)  # fmt: skip
    code = segno.make("\n".join(data), error="m", boost_error=False, mask=4, micro=False)
    module = 25 / len(code.matrix)
    hand.canvas.setFillColorRGB(*_BLACK)
    path = hand.canvas.beginPath()
    for y, row in enumerate(code.matrix):
        for run in re.finditer(b"\x01+", bytes(row)):
            path.rect(
                (165 + run.start() * module) * mm,
                _HEIGHT - (top + 1.4 + (y + 1) * module) * mm,
                (run.end() - run.start()) * module * mm,
                module * mm,
            )
    hand.canvas.drawPath(path, stroke=0, fill=1)
    hand.y = max(hand.y, top + 29)
    hand.right(190, "Bezahlen per Code", grey=True)


def _contract(hand: _Hand) -> None:
    content, own, seller = hand.content, hand.own, hand.content.seller
    latest = amounts.day(content.latest_delivery, "de")
    hand.heading("Lieferung")
    hand.paragraph(
        own["delivery"]["standard"].format(
            method=content.shipping_name, days=content.shipping_days, latest=latest
        )
    )
    hand.paragraph(own["delivery"]["same"])
    hand.heading("Ihr Vertrag")
    hand.paragraph(
        own["contract"]["concluded"].format(
            date=amounts.day(content.ordered_at.date(), "de"),
            time=f"{content.ordered_at:%H:%M}",
            shop=seller.name,
            clerk=content.clerk,
        )
    )
    hand.paragraph(own["contract"]["told"])
    told = own["told"]
    rights = (told["right_several"], told["extended_one"], told["cost_customer"])
    goods = "\n".join(
        f"{amounts.quantity(line.quantity, 'de')} × {line.name}" for line in content.lines
    )
    price = told["price_vat"].format(
        total=amounts.money(content.totals.total, "de"),
        shipping=amounts.money(content.totals.shipping, "de"),
    )
    for (label, text), at in zip(
        (
            ("Ware", goods),
            ("Verkäufer", f"{seller.name}, {seller.place}"),
            ("Gesamtpreis", price),
            ("Widerruf", " ".join(rights)),
            ("Laufzeit", told["term_text"]),
        ),
        content.told_at,
        strict=True,
    ):
        before = hand.y
        if hand.y + 5 * _PITCH > _FOOT:
            hand.next_page()
            before = hand.y
        hand.y = before + _PITCH
        hand.say(25, label, bold=True)
        hand.right(190, f"{at:%H:%M} Uhr", grey=True)
        hand.y = before
        hand.paragraph(text, x=51, width=122, after=1.2)
    hand.heading(own["headings"]["rights"])
    for text in (
        seller.defect_rights,
        seller.complaints,
        seller.adr,
        _text("paragraphs-2026-11-01")["every"]["closing"],
    ):
        hand.paragraph(text)
    hand.paragraph(content.clerk, after=0)
    hand.paragraph(seller.name)
    hand.paragraph("Anlagen", bold=True, after=0)
    hand.paragraph(own["enclosures"]["withdrawal"])


def _instruction(hand: _Hand, words: dict[str, Any]) -> None:
    seller = hand.content.seller
    hand.next_page()
    hand.heading(words["title"], 13)
    hand.heading(words["right"])
    named = ", ".join((seller.name, seller.place, seller.phone, seller.email))
    for text in words["body"]:
        hand.paragraph(
            text.replace("{start}", words["start"]["several"]).replace("{seller}", named)
        )
    hand.heading(words["effects"])
    hand.paragraph(f"{words['effects_body']} {words['withhold']}")
    for key in ("send_back", "cost_customer", "value_loss"):
        hand.paragraph(words[key])
    hand.rule(25, 190)
    own = hand.own
    hand.heading(own["headings"]["extension"])
    hand.paragraph(own["extension"]["months"].format(period=own["extension"]["one_month"]))
    hand.paragraph(own["extension"]["by_phone"].format(phone=seller.phone))


def _form(hand: _Hand, words: dict[str, Any]) -> None:
    seller = hand.content.seller
    hand.next_page()
    hand.heading(words["title"], 13)
    hand.paragraph(words["intro"], after=5)
    named = ", ".join((seller.name, seller.place, seller.email))
    hand.paragraph(words["to"].format(seller=named), after=5)
    for text, blanks in zip(words["lines"], (2, 1, 1, 2, 1, 1), strict=True):
        hand.paragraph(text, after=1)
        for _ in range(blanks):
            hand.y += 2.2 * _PITCH
            hand.rule(29, 190)
        hand.y += 2.5
    hand.paragraph(words["footnote"], grey=True)
