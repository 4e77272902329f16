from datetime import timedelta

import pytest

import shopphone.services.call_log as call_log
import shopphone.services.callers as callers
import shopphone.services.calls as calls
import shopphone.services.customers as customers
from shopphone.domain.calls import CallFilter, WrapUp
from shopphone.domain.customers import Address, CustomerDraft, MatchReason, PhoneEntry
from shopphone.domain.errors import Refused
from shopphone.domain.events import CallEvent, CallEventKind
from shopphone.services.desk import Desk
from tests.services.conftest import Clock

RINGING, ANSWERED, ENDED = CallEventKind.RINGING, CallEventKind.ANSWERED, CallEventKind.ENDED


def known(desk: Desk, name: str, *phones: tuple[str, str]) -> int:
    draft = CustomerDraft(
        last_name=name,
        phones=[PhoneEntry(raw=raw, e164=None, label=label) for raw, label in phones],
        billing=Address(street="Am Weg 1", postcode="80331", town="München"),
    )
    return customers.save(desk, draft)


def report(desk: Desk, kind: CallEventKind, number: str, key: str = "k1", **more: object) -> object:
    values: dict[str, object] = {
        "kind": kind, "call_key": key, "source": "test", "direction": "in",
        "number_raw": number, "own_number": "", "at": desk.now(), **more,
    }  # fmt: skip
    return calls.happened(desk, CallEvent(**values))  # type: ignore[arg-type]  # values of the test


@pytest.mark.parametrize(
    "spelling", ["089/99998 123", "+49 (0)89 99998-123", "00498999998123", "99998123"]
)
def test_a_number_is_known_in_any_spelling(desk: Desk, spelling: str) -> None:
    customer = known(desk, "Löffler", ("089 99998-123", "home"))
    found = callers.identify(desk, spelling)
    assert [c.customer_id for c in found.candidates] == [customer]
    assert found.candidates[0].reason is MatchReason.PHONE


@pytest.mark.parametrize("raw", ["", "0", "anonymous"])
def test_a_withheld_number_matches_nobody(desk: Desk, raw: str) -> None:
    known(desk, "Ohne Nummer", ("", "home"))
    found = callers.identify(desk, raw)
    assert found.withheld
    assert found.candidates == ()


def test_several_people_on_one_number_are_all_offered(desk: Desk) -> None:
    first = known(desk, "Söllner A", ("0152 28817386", "mobile"))
    second = known(desk, "Söllner B", ("0152 28817386", "mobile"))
    found = callers.identify(desk, "+49 152 28817386")
    assert {c.customer_id for c in found.candidates} == {first, second}


def test_an_extension_leads_to_the_company(desk: Desk) -> None:
    company = known(desk, "Tannwirt", ("0221 4710-0", "trunk"))
    found = callers.identify(desk, "0221 4710-145")
    assert [(c.customer_id, c.reason) for c in found.candidates] == [(company, MatchReason.TRUNK)]


def test_an_old_number_says_so(desk: Desk) -> None:
    known(desk, "Löffler", ("089 99998-199", "old"))
    assert callers.identify(desk, "089 99998-199").candidates[0].reason is MatchReason.OLD_PHONE


def test_assigning_a_number_links_earlier_calls(desk: Desk) -> None:
    report(desk, RINGING, "069 90009-777")
    customer = known(desk, "Neu")
    assert callers.assign_number(desk, "069 90009-777", customer) == 1
    assert call_log.page(desk, CallFilter())[0].customer == "Neu"


def test_a_call_nobody_took_is_missed_until_reached(desk: Desk, clock: Clock) -> None:
    known(desk, "Löffler", ("089 99998-123", "home"))
    report(desk, RINGING, "089 99998-123")
    report(desk, ENDED, "089 99998-123", seconds=0)
    assert [g.times for g in call_log.missed(desk)] == [1]
    clock.now += timedelta(minutes=5)
    report(desk, RINGING, "089 99998-123", "k2")
    report(desk, ANSWERED, "089 99998-123", "k2")
    report(desk, ENDED, "089 99998-123", "k2", seconds=40)
    assert call_log.missed(desk) == ()


def test_a_machine_that_answers_leaves_the_call_missed(desk: Desk) -> None:
    report(desk, RINGING, "089 99998-123")
    report(desk, ANSWERED, "089 99998-123", by_machine=True)
    report(desk, ENDED, "089 99998-123", seconds=20)
    assert len(call_log.missed(desk)) == 1


def test_the_same_report_twice_is_one_call(desk: Desk) -> None:
    report(desk, RINGING, "089 99998-123")
    report(desk, RINGING, "089 99998-123")
    assert len(call_log.page(desk, CallFilter())) == 1


def test_a_call_without_outcome_waits_to_be_wrapped_up(desk: Desk) -> None:
    found = calls.start(desk, "089 99998-123")
    assert calls.finish(desk, WrapUp(call_id=found.call_id, note="n")).state == "wrap_up"
    assert [each.call_id for each in call_log.waiting(desk).wrap_ups] == [found.call_id]


def test_pages_by_key_give_every_call_once(desk: Desk, clock: Clock) -> None:
    for n in range(25):
        clock.now += timedelta(seconds=n % 3)
        report(desk, RINGING, "089 99998-123", f"k{n}")
    seen: list[int] = []
    before = None
    while rows := call_log.page(desk, CallFilter(), before, 10):
        seen += [each.call_id for each in rows]
        before = rows[-1].key
    assert len(seen) == len(set(seen)) == 25
    count, anchors = call_log.anchors(desk, CallFilter(), 10)
    assert (count, len(anchors)) == (25, 3)
    assert [each.key for each in call_log.page(desk, CallFilter(), None, 1)] == [anchors[0]]


@pytest.mark.parametrize(
    "text", ["<b>&", "%s %", "'; drop table call; --", "=cmd()", "😀 שלום", "x" * 10000]
)
def test_hostile_text_is_kept_as_it_is(desk: Desk, text: str) -> None:
    found = calls.start(desk, text)
    calls.save_note(desk, found.call_id, text)
    assert call_log.detail(desk, found.call_id).row.note == text
    call_log.page(desk, CallFilter(text=text))
    customers.search(desk, text)


def test_a_customer_needs_a_name(desk: Desk) -> None:
    with pytest.raises(Refused, match="customer_name_missing"):
        customers.save(desk, CustomerDraft())


@pytest.mark.parametrize(
    "words", ["loef", "LÖFFLER", "089 99998 123", "K-00001", "80331", "münchen"]
)
def test_a_customer_is_found_by_name_number_and_place(desk: Desk, words: str) -> None:
    customer = known(desk, "Löffler", ("089 99998-123", "home"))
    assert [row.customer_id for row in customers.search(desk, words)] == [customer]


def test_no_advertising_counts_at_once(desk: Desk) -> None:
    customer = known(desk, "Löffler")
    assert {c.state for c in customers.card(desk, customer).consents} == {"not_asked"}
    customers.no_advertising(desk, customer)
    phone = next(c for c in customers.card(desk, customer).consents if c.channel == "phone")
    assert phone.state == "withdrawn"


def test_a_new_customers_earlier_calls_are_theirs_unless_the_number_is_shared(desk: Desk) -> None:
    first = calls.start(desk, "069 90009-777")
    phones = [PhoneEntry(raw="069 90009-777", e164=None)]
    customer = customers.save(desk, CustomerDraft(last_name="Neu", phones=phones))
    assert call_log.row(desk, first.call_id).customer_id == customer
    second = customers.save(desk, CustomerDraft(last_name="Neu", first_name="Eva", phones=phones))
    unasked = calls.start(desk, "069 90009-777")
    customers.save(desk, CustomerDraft(customer_id=second, last_name="Neu", phones=phones))
    assert call_log.row(desk, unasked.call_id).customer_id is None
