"""The consent ledger: only ever added to, chained, and what it says about every channel."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.exc import DBAPIError

import shopphone.services.calls as calls
import shopphone.services.consents as consents
import shopphone.services.customers as customers
import shopphone.services.do_not_call as do_not_call
from shopphone.domain import consent_ledger
from shopphone.domain.calls import WrapUp
from shopphone.domain.consent_ledger import ConsentDraft, LedgerFault
from shopphone.domain.customers import Address, CustomerDraft, PhoneEntry
from shopphone.domain.errors import Refused
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from tests.services.conftest import Clock

NUMBER, E164 = "089 99998-123", "+498999998123"


def anna(desk: Desk, *, number: str = NUMBER) -> int:
    return customers.save(
        desk,
        CustomerDraft(
            first_name="Anna",
            last_name="Löffler",
            phones=[PhoneEntry(raw=number, e164=None)],
            billing=Address(street="Am Lindenhang 12", postcode="81671", town="München"),
        ),
    )


def draft(customer: int, **more: Any) -> ConsentDraft:
    return ConsentDraft(
        **{
            "customer_id": customer, "topics": "Tee, Pfannen", "wording": "Dürfen wir anrufen?",
            "wording_version": "de/asking-2026-11-25", "number": NUMBER, **more,
        }
    )  # fmt: skip


def test_an_entry_says_who_when_how_and_in_which_words(desk: Desk) -> None:
    settings = {"shop.name": "Laden", "shop.street": "Gasse 2", "shop.town": "München"}
    with desk.db.writing() as tx:
        tx.execute(insert(t.setting), [{"key": k, "value": v} for k, v in settings.items()])
    desk.forget_settings()
    customer = anna(desk)
    consents.give(
        desk, draft(customer, evidence_name="Karte.pdf", evidence=b"%PDF karte", call_id=7)
    )
    (entry,) = consents.entries(desk, customer)
    assert (entry.entry_no, entry.state, entry.channel) == (1, "given", "phone")
    assert entry.topics == ("Tee", "Pfannen")
    assert entry.number == E164
    assert entry.person == {
        "number": "K-00001", "first_name": "Anna", "last_name": "Löffler",
        "street": "Am Lindenhang 12", "postcode": "81671", "town": "München", "country": "DE",
    }  # fmt: skip
    assert entry.company is not None
    assert (entry.company["name"], entry.company["street"]) == ("Laden", "Gasse 2")
    assert (entry.recorded_by, entry.late, entry.call_id) == ("Anna Berger", False, 7)
    assert consents.evidence(desk, entry.evidence_sha256) == b"%PDF karte"
    assert consents.evidence(desk, "0" * 64) is None
    # a changed address changes no entry
    kept = customers.detail(desk, customer).draft
    kept.billing = Address(street="Neue Gasse 1", postcode="80331", town="München")
    customers.save(desk, kept)
    assert consents.entries(desk, customer) == (entry,)


def test_a_consent_recorded_on_a_later_day_is_marked(desk: Desk, clock: Clock) -> None:
    customer = anna(desk)
    consents.give(desk, draft(customer, at=clock.now - timedelta(days=3), source="letter"))
    consents.give(desk, draft(customer, at=clock.now))
    assert [each.late for each in consents.entries(desk, customer)] == [True, False]


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"topics": " , "}, "consent_topics_missing"),
        ({"wording": " "}, "consent_wording_missing"),
        ({"number": "keine"}, "consent_number_missing"),
        ({"at": datetime(2026, 11, 25, tzinfo=UTC)}, "day_in_future"),
        ({"evidence": b"x" * 10_000_001}, "evidence_too_big"),
    ],
)
def test_half_a_consent_is_none(desk: Desk, change: dict[str, Any], rule: str) -> None:
    customer = anna(desk)
    with pytest.raises(Refused, match=rule):
        consents.give(desk, draft(customer, **change))
    assert consents.entries(desk, customer) == ()
    assert consents.verify(desk).faults == ()


def test_never_asked_is_not_refused_and_a_no_takes_nothing_back(desk: Desk, clock: Clock) -> None:
    customer = anna(desk)
    assert consents.now_standing(desk, customer).state == "not_asked"
    consents.refuse(desk, draft(customer))
    assert consents.now_standing(desk, customer).state == "refused"
    assert customers.card(desk, customer).consents[0].state == "refused"
    clock.now += timedelta(minutes=1)
    consents.give(desk, draft(customer, topics="Tee"))
    clock.now += timedelta(minutes=1)
    consents.refuse(desk, draft(customer, topics="Messer"))
    found = consents.now_standing(desk, customer)
    assert (found.state, [each.topics for each in found.live]) == ("given", [("Tee",)])
    assert customers.card(desk, customer).consents[0].state == "given"


def test_one_key_ends_advertising_on_every_channel_at_once(desk: Desk, clock: Clock) -> None:
    customer = anna(desk)
    consents.give(desk, draft(customer))
    clock.now += timedelta(seconds=1)
    customers.no_advertising(desk, customer)
    states = {each.channel: each.state for each in customers.card(desk, customer).consents}
    assert states == {"phone": "withdrawn", "email": "withdrawn"}
    known = consents.entries(desk, customer)
    assert {each.channel for each in known if each.state == "withdrawn"} == {
        "phone", "email", "sms", "post",
    }  # fmt: skip
    customers.no_advertising(desk, customer)
    assert consents.entries(desk, customer) == known


def test_one_channel_alone_is_withdrawn_and_the_others_stay(desk: Desk, clock: Clock) -> None:
    customer = anna(desk)
    consents.give(desk, draft(customer))
    consents.give(desk, draft(customer, channel="email", number=""))
    clock.now += timedelta(seconds=1)
    consents.withdraw(desk, customer, ("phone",), "Ich will das nicht mehr")
    assert consents.now_standing(desk, customer, "phone").state == "withdrawn"
    assert consents.now_standing(desk, customer, "email").state == "given"
    assert consents.entries(desk, customer)[-1].wording == "Ich will das nicht mehr"


def test_the_outcome_no_advertising_is_an_entry(desk: Desk) -> None:
    with desk.db.writing() as tx:
        values = {"key": "stop", "name_de": "Keine Werbung", "no_advertising": True}
        stop = tx.insert(insert(t.outcome), values)
        usual = tx.insert(insert(t.outcome), {"key": "ok", "name_de": "Erledigt"})
    customer = anna(desk)
    call = calls.start(desk, NUMBER)
    calls.finish(desk, WrapUp(call_id=call.call_id, outcome_id=usual))
    assert consents.entries(desk, customer) == ()
    calls.finish(desk, WrapUp(call_id=call.call_id, outcome_id=stop))
    assert consents.now_standing(desk, customer).state == "withdrawn"
    assert consents.entries(desk, customer)[0].call_id == call.call_id
    stranger = calls.start(desk, "069 90009-777")
    calls.finish(desk, WrapUp(call_id=stranger.call_id, outcome_id=stop))
    with desk.db.reading() as connection:
        assert do_not_call.is_listed(desk, connection, "+496990009777")


def test_the_do_not_call_list_outlives_the_person_and_holds_no_number(desk: Desk) -> None:
    customer = anna(desk)
    customers.no_advertising(desk, customer)
    with desk.db.writing() as tx:
        tx.execute(delete(t.customer_phone))
    with desk.db.reading() as connection:
        assert do_not_call.is_listed(desk, connection, E164)
        assert not do_not_call.is_listed(desk, connection, "+498999998124")
        kept = connection.execute(select(t.do_not_call.c.digest)).scalars().all()
    assert len(kept) == 1
    assert "8999998123" not in kept[0]
    consents.give(desk, draft(customer))
    with desk.db.reading() as connection:
        assert not do_not_call.is_listed(desk, connection, E164)


@pytest.mark.parametrize(
    "table", [t.consent, t.consent_evidence], ids=lambda table: str(table.name)
)
def test_the_database_itself_refuses_to_change_or_delete(desk: Desk, table: Any) -> None:
    customer = anna(desk)
    consents.give(desk, draft(customer, evidence_name="a.pdf", evidence=b"%PDF"))
    name, at = table.name, "at" if table is t.consent else "kept_at"
    statements = [f"update {name} set {at} = {at} + 1", f"delete from {name}"]
    if desk.db.is_sqlite:
        statements.append(f"replace into {name} select * from {name}")
    else:
        statements.append(f"truncate {name}")
    for statement in statements:
        with pytest.raises(DBAPIError, match="never changed"), desk.db.writing() as tx:
            tx.execute(text(statement))
    assert consents.verify(desk).faults == ()
    assert len(consents.entries(desk, customer)) == 1


@pytest.mark.parametrize("column", [c.name for c in t.consent.columns if c.name != "id"])
def test_a_changed_field_of_any_entry_is_found_and_named(desk: Desk, column: str) -> None:
    if not desk.db.is_sqlite:
        pytest.skip("the chain is reckoned in Python, on both databases alike")
    customer, other = anna(desk), anna(desk, number="089 99998-124")
    for n in range(4):
        consents.give(desk, draft(customer, wording=f"Frage {n}", evidence=b"a", call_id=1))
    file = Path(str(desk.db.engine.url.database))
    change = {
        "entry_no": "9", "customer_id": str(other), "late": "1 - late", "call_id": "2",
        "at": "at + 1", "recorded_at": "recorded_at + 1", "person": """'{"name": "x"}'""",
        "company": """'{"name": "x"}'""",
    }  # fmt: skip
    with closing(sqlite3.connect(file)) as connection:
        for name in ("update", "delete"):
            connection.execute(f"drop trigger consent_no_{name}")
        value = change.get(column, f"{column} || 'x'")
        connection.execute(f'update consent set "{column}" = {value} where entry_no = 2')
        connection.commit()
    named = {each.entry_no for each in consents.verify(desk).faults}
    assert named & {2, 9}
    assert 1 not in named


def test_a_missing_entry_is_named_at_the_end_too(desk: Desk) -> None:
    customer = anna(desk)
    for n in range(3):
        consents.give(desk, draft(customer, wording=f"Frage {n}"))
    whole = tuple(sorted(consents.entries(desk, customer), key=lambda each: each.entry_no))
    assert list(consent_ledger.faults(whole, 3)) == []
    assert list(consent_ledger.faults(whole[:2], 3)) == [LedgerFault(entry_no=3, kind="missing")]
    without = (whole[0], whole[2])
    assert list(consent_ledger.faults(without, 3)) == [LedgerFault(entry_no=2, kind="missing")]


def test_an_entry_hashed_anew_breaks_the_chain_behind_it(desk: Desk) -> None:
    customer = anna(desk)
    for n in range(3):
        consents.give(desk, draft(customer, wording=f"Frage {n}"))
    first, second, third = consents.entries(desk, customer)
    forged = replace(second, wording="Frage 9")
    forged = replace(forged, hash=consent_ledger.hash_of(forged))
    found = list(consent_ledger.faults((first, forged, third), 3))
    assert found == [LedgerFault(entry_no=3, kind="order")]


def test_two_desks_write_one_chain(desk: Desk, second_desk: Desk) -> None:
    customer = anna(desk)

    def write(n: int) -> None:
        consents.give(desk if n % 2 else second_desk, draft(customer, wording=f"Frage {n}"))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(12)))
    state = consents.verify(desk)
    assert (state.entries, state.faults) == (12, ())


def test_proof_is_kept_five_years_from_the_last_use_also_after_a_withdrawal(
    desk: Desk, clock: Clock
) -> None:
    customer = anna(desk)
    assert consent_ledger.keep_until(consents.entries(desk, customer)) is None
    consents.give(desk, draft(customer))
    assert consent_ledger.keep_until(consents.entries(desk, customer)) == date(2031, 11, 24)
    clock.now += timedelta(days=100)
    with desk.db.writing() as tx:
        consents.put_use(desk, tx, customer, E164, "Tee")
    clock.now += timedelta(days=10)
    customers.no_advertising(desk, customer)
    used_on = date(2026, 11, 24) + timedelta(days=100)
    kept = consent_ledger.keep_until(consents.entries(desk, customer))
    assert kept == used_on.replace(year=used_on.year + 5)


def test_what_is_read_out_names_shop_topics_and_number(desk: Desk) -> None:
    customer = anna(desk)
    with desk.db.writing() as tx:
        tx.execute(insert(t.setting), {"key": "shop.name", "value": "Laden"})
    desk.forget_settings()
    found = consents.wording(desk, customer, "Tee und Pfannen", NUMBER)
    assert found.version == "de/asking-2026-11-25"
    for part in ("Laden", "Tee, Pfannen", NUMBER):
        assert part in found.text


def test_what_a_merged_customer_said_goes_on_without_an_entry_being_moved(
    desk: Desk, clock: Clock
) -> None:
    kept, other = anna(desk), anna(desk, number="089 99998-124")
    consents.give(desk, draft(kept))
    clock.now += timedelta(seconds=1)
    consents.withdraw(desk, other, ("phone",))
    with desk.db.writing() as tx:
        merged = t.customer.c.id == other
        tx.execute(update(t.customer).where(merged).values(merged_into=kept))
    assert consents.now_standing(desk, kept).state == "withdrawn"
    assert [each.customer_id for each in consents.entries(desk, kept)] == [kept, other]
    assert consents.verify(desk).faults == ()
