"""Dialling: the gate's answer from the shop's facts, every attempt kept, one call per call."""

from collections.abc import Mapping
from datetime import timedelta

import pytest
from sqlalchemy import update

import shopphone.services.call_log as call_log
import shopphone.services.callbacks as callbacks
import shopphone.services.calls as calls
import shopphone.services.consents as consents
import shopphone.services.customers as customers
import shopphone.services.dialling as dialling
import shopphone.services.settings as settings
from shopphone.domain.callbacks import CallbackDraft
from shopphone.domain.calls import CallFilter, WrapUp
from shopphone.domain.consent import Permit
from shopphone.domain.customers import Address, CustomerDraft, PhoneEntry
from shopphone.domain.dialling import DialDraft
from shopphone.domain.errors import Refused, Unavailable
from shopphone.domain.events import CallEvent, CallEventKind
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from tests.services.conftest import Clock
from tests.services.test_consents import E164, NUMBER, anna, draft


class Line:
    """The telephone: writes down what reaches it."""

    def __init__(self) -> None:
        self.permits: list[Permit] = []
        self.is_dead = False

    def __call__(self, values: Mapping[str, str], permit: Permit) -> str:
        if self.is_dead:
            raise Unavailable("dialler_failed", "kaputt")
        self.permits.append(permit)
        return values["phone.dialler"]


@pytest.fixture
def line(desk: Desk) -> Line:
    made = Line()
    desk.dial = made
    settings.save(desk, {"phone.dialler": "command", "phone.dial_command": "phone {number}"})
    return made


def test_a_denied_call_reaches_no_line_and_is_kept_with_its_reason(desk: Desk, line: Line) -> None:
    customer = anna(desk)
    found = dialling.dial(
        desk, DialDraft(customer_id=customer, purpose="advertising", topic="Tee", way="card")
    )
    assert (found.denial, found.call) == ("not_asked", None)
    assert line.permits == []
    (attempt,) = dialling.attempts(desk, customer)
    assert (attempt.permitted, attempt.denial, attempt.way) == (False, "not_asked", "card")
    assert (attempt.staff, attempt.customer) == ("Anna Berger", "Anna Löffler")
    assert call_log.page(desk, CallFilter()) == ()


def test_an_advertising_call_uses_the_consent_and_prolongs_its_proof(
    desk: Desk, line: Line, clock: Clock
) -> None:
    customer = anna(desk)
    consents.give(desk, draft(customer))
    clock.now += timedelta(days=10)
    wish = DialDraft(customer_id=customer, purpose="advertising", topic="Tee")
    found = dialling.dial(desk, wish)
    assert line.permits == [Permit(number=E164, basis="consent")]
    assert found.call is not None
    assert (found.call.direction, found.call.purpose) == ("out", "advertising")
    used = consents.entries(desk, customer)[-1]
    assert (used.state, used.scope, used.number, used.at) == ("used", "Tee", E164, clock.now)
    # once a day, whoever asks
    assert dialling.dial(desk, wish).denial == "limit_day"
    clock.now += timedelta(days=2)
    assert dialling.dial(desk, wish).denial == ""
    clock.now += timedelta(days=2)
    assert dialling.dial(desk, wish).denial == "limit_week"
    assert len(line.permits) == 2


def test_a_withdrawal_counts_from_the_next_call_on(desk: Desk, line: Line, clock: Clock) -> None:
    customer = anna(desk)
    consents.give(desk, draft(customer))
    wish = DialDraft(customer_id=customer, purpose="advertising", topic="Tee")
    assert dialling.outlook(desk, wish).permitted
    clock.now += timedelta(milliseconds=1)
    customers.no_advertising(desk, customer)
    assert dialling.dial(desk, wish).denial == "objected"
    # the number is known to want none, whoever it seems to belong to now
    with desk.db.writing() as tx:
        tx.execute(update(t.customer_phone).values(raw="089 99998-200", e164="+498999998200"))
    stranger = DialDraft(raw_number=NUMBER, purpose="advertising", topic="Tee")
    assert dialling.dial(desk, stranger).denial == "objected"
    assert line.permits == []


def test_the_number_tells_the_customer_and_the_customer_the_number(desk: Desk, line: Line) -> None:
    customer = anna(desk)
    seen = dialling.outlook(desk, DialDraft(raw_number="tel:+49-89-99998-123"))
    assert (seen.customer_id, seen.name, seen.e164) == (customer, "Anna Löffler", E164)
    assert seen.denial == "purpose_missing"
    seen = dialling.outlook(desk, DialDraft(customer_id=customer, purpose="order"))
    assert (seen.raw_number, seen.denial) == (NUMBER, "order_reason_missing")
    with pytest.raises(Refused, match="purpose_missing"):
        dialling.dial(desk, DialDraft(customer_id=customer))


def test_a_callback_is_permitted_by_its_request_until_it_is_done(
    desk: Desk, line: Line, clock: Clock
) -> None:
    due = clock.now + timedelta(hours=2)
    wish = CallbackDraft(raw_number="069 90009-777", words="wegen Pfanne", due_at=due)
    callback = callbacks.plan(desk, wish)
    ours = DialDraft(raw_number="069 90009-777", purpose="requested_callback", callback_id=callback)
    seen = dialling.outlook(desk, ours)
    assert (seen.requests, seen.suggested) == (("wegen Pfanne",), "requested_callback")
    assert dialling.dial(desk, ours).denial == ""
    callbacks.done(desk, callback)
    assert dialling.dial(desk, ours).denial == "no_request"


def test_austria_and_switzerland_are_known_by_address_and_by_number(desk: Desk, line: Line) -> None:
    firm = CustomerDraft(
        company="Teehaus", kind="business", phones=[PhoneEntry(raw="0043 1 53115", e164=None)],
        billing=Address(street="Gasse 1", postcode="80331", town="München"),
    )  # fmt: skip
    vienna = customers.save(desk, firm)
    wish = DialDraft(customer_id=vienna, purpose="advertising", topic="Tee", reason="Stammkunde")
    assert dialling.dial(desk, wish).denial == "consent_needed_at"
    with desk.db.writing() as tx:
        tx.execute(update(t.customer_phone).values(raw=NUMBER, e164=E164))
        tx.execute(update(t.customer_address).values(country="CH"))
    assert dialling.dial(desk, wish).denial == "star_unchecked"


@pytest.mark.parametrize("prefix", ["*31#", "#31#"])
def test_hiding_the_own_number_is_seen_in_number_and_command(
    desk: Desk, line: Line, prefix: str
) -> None:
    customer = anna(desk)
    consents.give(desk, draft(customer))
    wish = DialDraft(
        customer_id=customer, raw_number=f"{prefix}{NUMBER}", purpose="advertising", topic="Tee"
    )
    assert dialling.dial(desk, wish).denial == "caller_id_suppressed"
    settings.save(desk, {"phone.dial_command": f"phone {prefix}{{number}}"})
    plain = DialDraft(customer_id=customer, purpose="advertising", topic="Tee")
    assert dialling.dial(desk, plain).denial == "caller_id_suppressed"
    assert line.permits == []


@pytest.mark.parametrize("raw", ["110", "112", "62", "", "anonym", "**611", "keine Nummer"])
def test_what_is_no_public_number_is_never_dialled(desk: Desk, line: Line, raw: str) -> None:
    wish = DialDraft(raw_number=raw, purpose="order", reason="Test")
    assert dialling.dial(desk, wish).denial == "no_number"
    assert line.permits == []


def test_a_dead_telephone_uses_up_nothing_but_the_attempt(desk: Desk, line: Line) -> None:
    customer = anna(desk)
    consents.give(desk, draft(customer))
    wish = DialDraft(customer_id=customer, purpose="advertising", topic="Tee")
    line.is_dead = True
    with pytest.raises(Unavailable, match="dialler_failed"):
        dialling.dial(desk, wish)
    assert call_log.page(desk, CallFilter()) == ()
    line.is_dead = False
    assert dialling.dial(desk, wish).denial == ""
    assert [each.dialler for each in dialling.attempts(desk)] == ["command", "failed"]
    settings.save(desk, {"phone.dialler": ""})
    with pytest.raises(Unavailable, match="dialler_none"):
        dialling.dial(desk, DialDraft(customer_id=customer, purpose="order", reason="x"))


def test_the_demo_shop_passes_the_gate_and_dials_nobody(demo_desk: Desk) -> None:
    line = Line()
    demo_desk.dial, demo_desk.demo = line, True
    customer = customers.search(demo_desk, "Fahrenkamp")[0].customer_id
    wish = DialDraft(customer_id=customer, purpose="advertising", topic="Tee")
    with pytest.raises(Refused, match="dial_in_demo"):
        dialling.dial(demo_desk, wish)
    assert line.permits == []
    assert consents.entries(demo_desk, customer)[-1].state == "given"


def test_the_box_reports_a_call_that_was_dialled_here_and_it_stays_one(
    desk: Desk, line: Line, clock: Clock
) -> None:
    customer = anna(desk)
    dialled = dialling.dial(desk, DialDraft(customer_id=customer, purpose="order", reason="x"))
    clock.now += timedelta(seconds=20)
    event = CallEvent(
        kind=CallEventKind.RINGING, call_key="fritz-1", source="fritzbox", direction="out",
        number_raw=NUMBER, own_number="99998100", at=clock.now, seconds=None,
    )  # fmt: skip
    reported = calls.happened(desk, event)
    assert reported is not None
    assert dialled.call is not None
    assert reported.call_id == dialled.call.call_id
    assert (reported.purpose, reported.customer_id) == ("order", customer)
    assert len(call_log.page(desk, CallFilter())) == 1
    calls.finish(desk, WrapUp(call_id=reported.call_id))
    clock.now += timedelta(minutes=5)
    later = CallEvent(
        kind=CallEventKind.RINGING, call_key="fritz-2", source="fritzbox", direction="out",
        number_raw=NUMBER, own_number="99998100", at=clock.now, seconds=None,
    )  # fmt: skip
    calls.happened(desk, later)
    assert len(call_log.page(desk, CallFilter())) == 2


def test_an_order_is_known_to_the_gate(demo_desk: Desk) -> None:
    with_order = customers.search(demo_desk, "Löffler")[0].customer_id
    assert dialling.outlook(demo_desk, DialDraft(customer_id=with_order, purpose="order")).permitted
