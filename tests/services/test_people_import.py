"""Imports of customers and address books: who is known, what is kept, what a second time changes."""

from pathlib import Path

import pytest
from sqlalchemy import select

import shopphone.services.customers as customers
import shopphone.services.imports as imports
import shopphone.services.taking_back as taking_back
from shopphone.domain.consent import Callee, Denied, DialPurpose, may_call
from shopphone.domain.customers import Address, CustomerDraft, PhoneEntry
from shopphone.domain.imports import Asked, Counts, Recognised
from shopphone.services.desk import Desk
from shopphone.services.imports import Looked
from shopphone.store import tables as t

SHOPIFY = (
    "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,"
    "Default Address Address1,Default Address Address2,Default Address City,"
    "Default Address Province Code,Default Address Country Code,Default Address Zip,"
    "Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags\n"
    "'7210448301122,Teodora,Villaseñor,teo@example.org,yes,Villaseñor Ranch,HC 31 Box 4500,,Elko,NV,"
    'US,89801,(775) 555-0154,\'+4989 99998123,yes,7790.44,6,Cattle ranch.,yes,"retail, x"\n'
)


def file(folder: Path, text: str, name: str = "kunden.csv") -> Path:
    made = folder / name
    made.write_text(text, encoding="utf-8")
    return made


def look(desk: Desk, path: Path, kind: str = "customers") -> Looked:
    return imports.look(desk, Asked(kind=kind, path=path))


def take(desk: Desk, path: Path, kind: str = "customers") -> Counts:
    return imports.take_in(desk, look(desk, path, kind))


def recognised(desk: Desk, path: Path, kind: str = "customers") -> Recognised:
    return imports.recognise(desk, Asked(kind=kind, path=path))


def everything(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """Rows that belong to a customer are written anew: their own keys mean nothing."""
    with desk.db.reading() as connection:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(select(*said))), key=repr)
            for table, said in (
                (t.customer, list(t.customer.columns)),
                (t.customer_phone, list(t.customer_phone.columns)[1:]),
                (t.customer_address, list(t.customer_address.columns)[1:]),
                (t.external_key, list(t.external_key.columns)),
            )
        }


def test_shopifys_customers_come_with_numbers_and_places(desk: Desk, tmp_path: Path) -> None:
    path = file(tmp_path, SHOPIFY)
    assert recognised(desk, path).format == "shopify"
    assert take(desk, path) == Counts(new=1)
    found = customers.detail(desk, 1).draft
    assert (found.number, found.first_name, found.last_name) == ("K-00001", "Teodora", "Villaseñor")
    assert (found.kind, found.language, found.note) == ("consumer", "en", "Cattle ranch.")
    assert [phone.e164 for phone in found.phones] == ["+498999998123", "+17755550154"]
    assert (found.billing.street, found.billing.extra) == ("HC 31 Box 4500", "NV")
    assert (found.billing.postcode, found.billing.country) == ("89801", "US")
    assert look(desk, path).counts == Counts(unchanged=1)


def test_consent_to_mail_never_becomes_consent_to_call(desk: Desk, tmp_path: Path) -> None:
    take(desk, file(tmp_path, SHOPIFY))
    assert customers.consents(desk, 1) == ()
    card = customers.card(desk, 1)
    assert {each.state for each in card.consents} <= {"not_asked"}
    wanted = may_call(DialPurpose.ADVERTISING, Callee(number="+498999998123"), (), desk.now())
    assert isinstance(wanted, Denied)


def known(desk: Desk, **fields: object) -> int:
    draft = CustomerDraft(first_name="Anna", last_name="Löffler", email="anna@example.org")
    draft.phones = [PhoneEntry(raw="089 99998-123", e164=None, label="home")]
    draft.billing = Address(street="Weg 1", postcode="80331", town="München")
    for name, value in fields.items():
        setattr(draft, name, value)
    return customers.save(desk, draft)


HEAD = "Kundennummer;Vorname;Nachname;E-Mail;Telefon;PLZ;Ort;Straße\n"


@pytest.mark.parametrize(
    ("row", "is_known"),
    [
        ("K-00001;Anna;Löffler-Maus;neu@example.org;;;;", True),
        (";Anna;Maus;ANNA@example.org;;;;", True),
        (";Anna;Loeffler;;+49 89 99998123;;;", True),
        (";Ben;Löffler;;089 99998-123;;;", False),  # the same telephone, somebody else
        (";Anna;Löffler;;;80331;München;Weg 1", False),  # only called the same
    ],
)
def test_who_is_known_by_number_mail_and_telephone(
    desk: Desk, tmp_path: Path, row: str, is_known: bool
) -> None:
    known(desk)
    counts = look(desk, file(tmp_path, HEAD + row + "\n")).counts
    assert (counts.changed + counts.unchanged, counts.new) == ((1, 0) if is_known else (0, 1))


def test_the_same_name_and_postcode_is_a_proposal_only(desk: Desk, tmp_path: Path) -> None:
    known(desk)
    path = file(tmp_path, HEAD + ";Anna;Loeffler;;;80331;München;Weg 1\n")
    (seen,) = look(desk, path).rows
    (doubt,) = seen.left_out
    assert (doubt.code, doubt.detail) == ("may_be", "K-00001 Anna Löffler")
    take(desk, path)
    assert len(customers.page(desk)) == 2


def test_a_file_adds_numbers_and_leaves_what_people_here_wrote(desk: Desk, tmp_path: Path) -> None:
    key = known(desk, note="always asks for Anna", language="en")
    before = everything(desk)
    text = "Kundennummer;Nachname;Telefon;Mobil;Notiz;Ort;PLZ;Straße\n"
    take(desk, file(tmp_path, text + "K-00001;Neu;08999998123;0152 28817386;x;Ulm;89073;Gasse 3\n"))
    found = customers.detail(desk, key).draft
    assert [phone.raw for phone in found.phones] == ["089 99998-123", "0152 28817386"]
    assert (found.note, found.language) == ("always asks for Anna", "en")
    assert (found.last_name, found.first_name, found.billing.town) == ("Neu", "Anna", "Ulm")
    assert customers.search(desk, "neu")[0].name == "Anna Neu"
    run = taking_back.runs(desk, "customers")[0]
    taking_back.take_back(desk, run.run_id)
    assert everything(desk) == before


def test_what_somebody_changed_since_is_not_taken_back(desk: Desk, tmp_path: Path) -> None:
    take(
        desk,
        file(tmp_path, HEAD + ";Anna;Löffler;a@example.org;;;;\n;Ben;Maus;b@example.org;;;;\n"),
    )
    draft = customers.detail(desk, 1).draft
    draft.note = "by hand"
    customers.save(desk, draft)
    done = taking_back.take_back(desk, taking_back.runs(desk, "customers")[0].run_id)
    assert (done.removed, [why for _, why in done.kept]) == (1, ["changed"])
    assert [row.name for row in customers.page(desk)] == ["Anna Löffler"]


def test_given_numbers_pass_over_those_of_the_file(desk: Desk, tmp_path: Path) -> None:
    take(desk, file(tmp_path, HEAD + "K-00002;A;A;a@example.org;;;;\n;B;B;b@example.org;;;;\n"))
    take(desk, file(tmp_path, HEAD + ";C;C;c@example.org;;;;\n"))
    assert sorted(row.number for row in customers.page(desk)) == ["K-00001", "K-00002", "K-00003"]


def test_an_address_book_adds_and_never_renames(desk: Desk, tmp_path: Path) -> None:
    known(desk)
    path = file(
        tmp_path,
        "BEGIN:VCARD\nVERSION:3.0\nN:Löffler;Anna;;;\nORG:Teehaus\nTEL;TYPE=CELL:0152 28817386\n"
        "TEL:089 99998-123\nEND:VCARD\nBEGIN:VCARD\nFN:Ben Maus\nTEL:089 99998-124\nEND:VCARD\n",
        "handy.vcf",
    )
    assert take(desk, path, "contacts") == Counts(new=1, changed=1)
    found = customers.detail(desk, 1).draft
    assert (found.company, [phone.raw for phone in found.phones]) == (
        "", ["089 99998-123", "0152 28817386"],
    )  # fmt: skip
    assert look(desk, path, "contacts").counts == Counts(unchanged=2)


def test_the_phone_book_of_the_box(desk: Desk, tmp_path: Path) -> None:
    path = file(
        tmp_path,
        '<?xml version="1.0" encoding="utf-8"?>\n<phonebooks><phonebook name="T"><contact><person>'
        "<realName>Löffler, Anna</realName></person><telephony><number type='home'>089 99998-123"
        "</number></telephony><uniqueid>3</uniqueid></contact><contact><person><realName/></person>"
        "</contact></phonebook></phonebooks>",
        "buch.xml",
    )
    assert take(desk, path, "phonebook") == Counts(new=1, passed=1)
    assert customers.search(desk, "08999998123")[0].name == "Anna Löffler"
    assert look(desk, path, "phonebook").counts == Counts(unchanged=1, passed=1)


FILES = {
    "customers_orders/prestashop_customers_import.csv": ("customers", "prestashop", 0),
    "customers_orders/prestashop_addresses_import.csv": ("customers", "prestashop_addresses", 0),
    "customers_orders/shopware6_customers.csv": ("customers", "shopware6", None),
    **{
        f"contacts/{name}.vcf": ("contacts", "vcard", 0)
        for name in (
            "John_Doe_ANDROID", "John_Doe_BLACK_BERRY", "John_Doe_EVOLUTION", "John_Doe_GMAIL",
            "John_Doe_IPHONE", "John_Doe_MAC_ADDRESS_BOOK", "fullcontact", "gmail-list",
            "gmail-single", "outlook-2003", "rfc2426-example",
        )
    },
}  # fmt: skip


@pytest.mark.parametrize("name", [name for name, told in FILES.items() if told[1]])
def test_every_collected_file_comes_in_and_the_second_time_is_unchanged(
    demo_desk: Desk, testdata: Path, name: str
) -> None:
    kind, expected, faults = FILES[name]
    path = testdata / name
    assert recognised(demo_desk, path, kind).format == expected
    before = everything(demo_desk)
    looked = look(demo_desk, path, kind)
    assert everything(demo_desk) == before
    assert faults is None or looked.counts.faults == faults
    assert looked.counts.new + looked.counts.changed > 0
    imports.take_in(demo_desk, looked)
    again = look(demo_desk, path, kind).counts
    assert (again.new, again.changed) == (0, 0)
    assert again.unchanged == looked.counts.new + looked.counts.changed + looked.counts.unchanged
    taking_back.take_back(demo_desk, taking_back.runs(demo_desk, kind)[0].run_id)
    assert everything(demo_desk) == before
