"""Letters of the demo shop for tests and figures: small, English, long, hostile."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from shopphone.domain.base_price import base_price
from shopphone.domain.customers import Address
from shopphone.domain.letters import CareSheet, Confirmation, LetterLine, Seller, Stationery
from shopphone.domain.totals import TotalLine, line_amount, totals
from shopphone.domain.vat import VatMode
from shopphone.domain.withdrawal_rule import WithdrawalRule

SELLER = Seller(
    name="Küchenhaus Lindenhang GmbH",
    owner="Geschäftsführung: Johanna Lindner",
    street="Lindenhang 12",
    postcode="80331",
    town="München",
    phone="089 99998-100",
    email="hallo@lindenhang.example",
    website="lindenhang.example",
    vat_id="DE136695976",
    register="Amtsgericht München HRB 999999",
    bank_name="Beispielbank München",
    iban="DE89370400440532013000",
    bic="COBADEFFXXX",
    defect_rights="Für unsere Waren bestehen die gesetzlichen Mängelhaftungsrechte. Die "
    "Gewährleistungsfrist beträgt mindestens zwei Jahre ab Erhalt der Ware.",
    complaints="Mit Beanstandungen wenden Sie sich bitte an die oben genannte Anschrift, "
    "Telefonnummer oder E-Mail-Adresse. Wir antworten in der Regel innerhalb von zwei Werktagen.",
    adr="Wir sind zur Teilnahme an einem Streitbeilegungsverfahren vor einer "
    "Verbraucherschlichtungsstelle weder bereit noch verpflichtet.",
)
ENGLISH_SELLER = replace(
    SELLER,
    defect_rights="The statutory rights for defective goods apply. The statutory guarantee lasts "
    "at least two years from receipt of the goods.",
    complaints="If you have a complaint, please use the address, telephone number or e-mail "
    "address above. We usually answer within two working days.",
    adr="We are neither willing nor obliged to take part in dispute resolution before a consumer "
    "arbitration body.",
)
PAN = {
    "sku": "PF-28",
    "name": "Eisenpfanne geschmiedet 28 cm",
    "description": "Geschmiedetes Eisen, 2,5 mm, für Induktion, Gas und Backofen; nicht eingebrannt",
    "price": "79.90",
}
TEA = {
    "sku": "TEE-ASS-250",
    "name": "Assam Second Flush, loser Schwarztee 250 g",
    "description": "Kräftiger Blatttee aus Assam, Ernte 2026",
    "price": "12.90",
    "vat": "7",
    "content": "250",
    "unit": "g",
    "rule": "lost:3",
}
BOARD = {
    "sku": "SB-GRAVUR",
    "name": "Schneidebrett Nussbaum mit Gravur „Familie Brandl“",
    "description": "Nussbaum geölt, 40 × 26 cm, Gravur nach Ihrer Angabe",
    "price": "64.00",
    "discount": "0.1",
    "rule": "never:1",
}
CARE = CareSheet(
    title="Eisenpfannen",
    text="## Vor dem ersten Braten\n1. Heiß abspülen und gründlich trocknen.\n2. Mit **Öl und "
    "Kartoffelschalen** zehn Minuten einbrennen.\n3. Auswischen, fertig.\n\n## Danach\n- Ohne "
    "Spülmittel reinigen, nie in die Spülmaschine.\n- Dünn einölen, trocken lagern.\n\nRost? Mit "
    "Stahlwolle abreiben und neu einbrennen; die Pfanne nimmt das nicht übel.",
)


def line(
    *,
    sku: str,
    name: str,
    price: str,
    description: str = "",
    quantity: str = "1",
    discount: str = "0",
    vat: str = "19",
    content: str = "",
    unit: str = "",
    rule: str = "normal",
) -> LetterLine:
    pieces, each, off = Decimal(quantity), Decimal(price), Decimal(discount)
    rate = Decimal(vat)
    return LetterLine(
        sku=sku,
        name=name,
        description=description,
        quantity=pieces,
        unit_price=each,
        discount=off,
        vat=rate,
        gross=line_amount(TotalLine(unit_price=each, quantity=pieces, vat=rate, discount=off)),
        base_price=base_price(each, Decimal(content), unit) if content else None,
        withdrawal_rule=WithdrawalRule.of(rule),
    )


def with_lines(content: Confirmation, lines: tuple[LetterLine, ...], **sums: str) -> Confirmation:
    """The letter with other lines and the totals that follow from them."""
    return replace(
        content,
        lines=lines,
        totals=totals(
            [
                TotalLine(
                    unit_price=each.unit_price,
                    quantity=each.quantity,
                    vat=each.vat,
                    discount=each.discount,
                    deposit=each.deposit,
                )
                for each in lines
            ],
            discount=Decimal(sums.get("discount", "0")),
            coupon=Decimal(sums.get("coupon", "0")),
            shipping=Decimal(sums.get("shipping", "4.90")),
            mode=content.totals.mode,
        ),
    )


def in_mode(content: Confirmation, mode: VatMode) -> Confirmation:
    """The letter with the same lines in another VAT mode."""
    return with_lines(replace(content, totals=totals([], mode=mode)), content.lines)


def german(*lines: LetterLine) -> Confirmation:
    """An ordinary letter: prepaid, three lines of two VAT rates, one with and one losing the right."""
    goods = lines or (line(**PAN), line(**TEA, quantity="2"), line(**BOARD))
    content = Confirmation(
        seller=SELLER,
        language="de",
        number="AB-2026-00142",
        customer_number="K-1017",
        salutation="Frau",
        last_name="Brandl",
        recipient=("Frau", "Annemarie Brandl", "Fraunhoferstraße 23 a", "80469 München"),
        deliver_to=None,
        written_on=date(2026, 11, 24),
        ordered_at=datetime(2026, 11, 24, 14, 7),
        clerk="Anna Berger",
        lines=goods,
        totals=totals([]),
        shipping_name="DHL Paket",
        shipping_days="2–3 Werktage",
        latest_delivery=date(2026, 12, 1),
        payment_code="prepay",
        due_on=date(2026, 12, 1),
        told_at=tuple(datetime(2026, 11, 24, 14, minute) for minute in (3, 4, 4, 5, 6)),
        remark="",
        extension_months=1,
        return_cost="customer",
        care_sheets=(CARE,),
    )
    return with_lines(content, goods)


def english() -> Confirmation:
    goods = (
        line(sku="PF-28", name="Forged iron pan 28 cm", price="79.90",
             description="Forged iron, 2.5 mm, for induction, gas and oven"),
        line(sku="TEE-ASS-250", name="Assam second flush, loose black tea 250 g", price="12.90",
             quantity="2", vat="7", content="250", unit="g", rule="lost:3",
             description="Strong leaf tea from Assam, harvest 2026"),
    )  # fmt: skip
    content = replace(
        german(),
        seller=ENGLISH_SELLER,
        language="en",
        salutation="Mr",
        last_name="O'Neill",
        recipient=("Mr", "Patrick O'Neill", "14 Harbour View", "CORK T12 X2Y3", "IRLAND"),
        deliver_to=Address(
            name="Mary O'Neill", street="Leopoldstraße 77", postcode="80802", town="München"
        ),
        shipping_name="DHL parcel",
        shipping_days="2–3 working days",
        payment_code="invoice",
        due_on=date(2026, 12, 8),
        care_sheets=(),
    )
    return with_lines(content, goods)


def on_form(content: Confirmation, form: str) -> Confirmation:
    """The letter on a sheet of this form of DIN 5008."""
    return replace(content, seller=replace(content.seller, stationery=Stationery(form=form)))


def long(count: int = 200) -> Confirmation:
    return german(
        *(
            line(
                sku=f"NR-{n:04}",
                name=f"Küchenhelfer Nummer {n}",
                price=f"{n % 90 + 1}.{n % 10}0",
                quantity=str(n % 3 + 1),
                vat="7" if n % 4 == 0 else "19",
                description="Edelstahl, spülmaschinenfest" if n % 2 else "",
            )
            for n in range(1, count + 1)
        )
    )
