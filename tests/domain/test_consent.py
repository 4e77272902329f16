"""Who may be called for what: the gate, for every kind of customer, consent and land."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopphone.domain.consent import (
    Callee,
    Denied,
    DialPurpose,
    Limits,
    Permit,
    Wish,
    may_call,
)
from shopphone.domain.consent_ledger import Act, ConsentEntry, standing

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
NUMBER = "+498999998123"
ANNA = Callee(number=NUMBER)
FIRM = Callee(number=NUMBER, consumer=False)
TEA = Wish(topic="Tee")
AD = DialPurpose.ADVERTISING


def entry(state: str = "given", days: float = -30, **more: Any) -> ConsentEntry:
    at = NOW + timedelta(days=days)
    values = {
        "consent_id": 1, "customer_id": 1, "channel": "phone", "state": state, "at": at,
        "scope": "Tee, Pfannen", "wording": "Dürfen wir?", "source": "phone", "recorded_at": at,
        "recorded_by": "Anna Berger", "number": NUMBER,
    }  # fmt: skip
    return ConsentEntry(**{**values, **more})


def reason(verdict: Permit | Denied) -> str:
    assert isinstance(verdict, Denied), verdict
    return verdict.reason


LEDGERS: dict[str, tuple[ConsentEntry, ...]] = {
    "nothing": (),
    "given": (entry(),),
    "refused": (entry("refused"),),
    "withdrawn": (entry(), entry("withdrawn", -1)),
    "by e-mail only": (entry(channel="email"),),
    "without words": (entry(wording=""),),
    "without topics": (entry(scope=""),),
    "for another number": (entry(number="+498999998124"),),
    "by a click in a mail": (entry(source="double_opt_in"),),
}


@pytest.mark.parametrize(
    ("ledger", "purpose", "country"),
    list(product(LEDGERS, (AD, DialPurpose.SATISFACTION), ("DE", "AT", "CH", "FR"))),
)
def test_a_consumer_is_called_with_advertising_only_on_live_documented_consent(
    ledger: str, purpose: DialPurpose, country: str
) -> None:
    verdict = may_call(
        purpose,
        replace(ANNA, country=country, has_orders=True, requests=("ruft an",)),
        LEDGERS[ledger],
        NOW,
        wish=Wish(topic="Tee", reason="Chefin sagt ja", star_checked=True),
    )
    assert isinstance(verdict, Permit) == (ledger == "given")
    if isinstance(verdict, Permit):
        assert (verdict.number, verdict.basis) == (NUMBER, "consent")


@pytest.mark.parametrize(
    ("ledger", "wanted"),
    [
        ("nothing", "not_asked"),
        ("refused", "asked_and_refused"),
        ("withdrawn", "objected"),
        ("by e-mail only", "not_asked"),
        ("without words", "not_documented"),
        ("without topics", "not_documented"),
        ("for another number", "other_number"),
        ("by a click in a mail", "not_documented"),
    ],
)
def test_each_no_says_why(ledger: str, wanted: str) -> None:
    assert reason(may_call(AD, ANNA, LEDGERS[ledger], NOW, wish=TEA)) == wanted


@given(
    ledger=st.lists(
        st.builds(
            entry,
            st.sampled_from([*Act]),
            st.integers(-2000, -1),
            scope=st.sampled_from(["", "Tee", "Messer"]),
            wording=st.sampled_from(["", "Dürfen wir?"]),
            channel=st.sampled_from(["phone", "email"]),
            number=st.sampled_from(["", NUMBER, "+498999998124"]),
            source=st.sampled_from(["phone", "letter", "double_opt_in"]),
        ),
        max_size=6,
    ),
    wish=st.builds(
        Wish, topic=st.sampled_from(["", "Tee", "Messer"]), reason=st.sampled_from(["", "x"]),
        offers=st.booleans(), star_checked=st.booleans(), suppressed=st.booleans(),
    ),
    callee=st.builds(
        Callee, number=st.just(NUMBER), known=st.booleans(), restricted=st.booleans(),
        blocked=st.booleans(), has_orders=st.booleans(),
        country=st.sampled_from(["DE", "AT", "CH", "FR", ""]),
        requests=st.sampled_from([(), ("bitte",)]),
    ),
)  # fmt: skip
def test_no_way_round_consent_for_a_consumer(
    ledger: list[ConsentEntry], wish: Wish, callee: Callee
) -> None:
    """Whatever else is true: without a live entry for this number and topic there is no permit."""
    for purpose in (AD, DialPurpose.SATISFACTION):
        verdict = may_call(purpose, callee, ledger, NOW, wish=wish)
        if isinstance(verdict, Permit):
            newest_first = sorted(ledger, key=lambda each: each.at, reverse=True)
            phone = [each for each in newest_first if each.channel == "phone"]
            carrying = [
                each
                for each in phone
                if each.state == "given"
                and each.wording
                and wish.topic in each.topics
                and each.number in ("", NUMBER)
                and each.source != "double_opt_in"
            ]
            taken_back = [each.at for each in phone if each.state == "withdrawn"]
            assert any(each.at >= max(taken_back, default=each.at) for each in carrying)
            assert (callee.restricted, callee.blocked, wish.suppressed) == (False,) * 3


def test_the_call_stays_within_the_topics_that_were_agreed_to() -> None:
    def ask(topic: str) -> Permit | Denied:
        return may_call(AD, ANNA, (entry(),), NOW, wish=Wish(topic=topic))

    assert isinstance(ask("pfannen"), Permit)
    assert isinstance(ask("Tee und Pfannen"), Permit)
    assert reason(ask("Messer")) == "out_of_scope"
    assert reason(ask("Tee, Messer")) == "out_of_scope"
    assert reason(ask(" ")) == "topic_missing"


def test_a_business_is_called_on_presumed_consent_for_a_written_reason_only() -> None:
    assert reason(may_call(AD, FIRM, (), NOW, wish=TEA)) == "presumed_reason_missing"
    why = Wish(topic="Tee", reason="bestellt seit Jahren Tee, neue Ernte")
    verdict = may_call(AD, FIRM, (), NOW, wish=why)
    assert isinstance(verdict, Permit)
    assert verdict.basis == "presumed"
    for ledger in (LEDGERS["withdrawn"], LEDGERS["refused"]):
        assert isinstance(may_call(AD, FIRM, ledger, NOW, wish=why), Denied)


def test_in_austria_a_business_must_have_agreed_as_well() -> None:
    """§ 174 TKG 2021 speaks of users, not of consumers."""
    firm = replace(FIRM, country="AT", has_orders=True)
    why = Wish(topic="Tee", reason="Stammkunde")
    assert reason(may_call(AD, firm, (), NOW, wish=why)) == "consent_needed_at"
    assert isinstance(may_call(AD, firm, (entry(),), NOW, wish=why), Permit)


def test_in_switzerland_the_star_in_the_directory_is_looked_at_first() -> None:
    firm = replace(FIRM, country="CH")
    why = Wish(topic="Tee", reason="Teehaus")
    assert reason(may_call(AD, firm, (), NOW, wish=why)) == "star_unchecked"
    assert isinstance(may_call(AD, firm, (), NOW, wish=replace(why, star_checked=True)), Permit)
    assert isinstance(may_call(AD, replace(firm, has_orders=True), (), NOW, wish=why), Permit)


@pytest.mark.parametrize("callee", [ANNA, FIRM])
@pytest.mark.parametrize(
    ("change", "wanted"), [({"restricted": True}, "restricted"), ({"blocked": True}, "objected")]
)
def test_who_is_restricted_or_objects_is_never_called_with_advertising(
    callee: Callee, change: dict[str, Any], wanted: str
) -> None:
    wish = Wish(topic="Tee", reason="x", star_checked=True)
    assert reason(may_call(AD, replace(callee, **change), (entry(),), NOW, wish=wish)) == wanted


def test_a_hidden_number_makes_no_advertising_call() -> None:
    hidden = replace(TEA, suppressed=True)
    assert reason(may_call(AD, ANNA, (entry(),), NOW, wish=hidden)) == "caller_id_suppressed"
    order = may_call(DialPurpose.ORDER, replace(ANNA, has_orders=True), (), NOW, wish=hidden)
    assert isinstance(order, Permit)
    assert order.warnings == ("caller_id_shown",)


def test_a_consent_that_rested_long_is_pointed_out_before_it_is_relied_on() -> None:
    old = (entry(days=-800),)
    verdict = may_call(AD, ANNA, old, NOW, wish=TEA)
    assert isinstance(verdict, Permit)
    assert verdict.warnings == ("consent_long_unused",)
    used = (*old, entry("used", -100))
    assert may_call(AD, ANNA, used, NOW, wish=TEA) == replace(verdict, warnings=())


def test_nobody_is_called_more_often_than_the_shop_allows() -> None:
    def ask(*hours_ago: float) -> Permit | Denied:
        called = tuple(NOW - timedelta(hours=hours) for hours in hours_ago)
        callee = replace(ANNA, advertised_at=called)
        return may_call(AD, callee, (entry(),), NOW, wish=TEA, limits=Limits())

    assert isinstance(ask(), Permit)
    assert reason(ask(23)) == "limit_day"
    assert isinstance(ask(25), Permit)
    assert reason(ask(25, 100)) == "limit_week"
    assert isinstance(ask(25, 169), Permit)


def test_an_order_call_needs_an_order_or_a_reason() -> None:
    assert reason(may_call(DialPurpose.ORDER, ANNA, (), NOW)) == "order_reason_missing"
    known = may_call(DialPurpose.ORDER, replace(ANNA, has_orders=True), (), NOW)
    assert known == Permit(number=NUMBER, basis="order")
    why = Wish(reason="fragte per E-Mail nach dem Versand")
    assert isinstance(may_call(DialPurpose.ORDER, ANNA, (), NOW, wish=why), Permit)
    restricted = replace(ANNA, has_orders=True, restricted=True)
    assert reason(may_call(DialPurpose.ORDER, restricted, (), NOW)) == "restricted"


def test_a_requested_callback_needs_its_request_and_goes_not_beyond_it_unwarned() -> None:
    purpose = DialPurpose.REQUESTED_CALLBACK
    assert reason(may_call(purpose, ANNA, (), NOW)) == "no_request"
    asked = replace(ANNA, requests=("wegen der Pfanne",))
    assert may_call(purpose, asked, (), NOW) == Permit(number=NUMBER, basis="requested_callback")
    more = Wish(topic="Messer", offers=True)
    verdict = may_call(purpose, asked, (entry(),), NOW, wish=more)
    assert isinstance(verdict, Permit)
    assert verdict.warnings == ("upsell_beyond_topic",)
    within = may_call(purpose, asked, (entry(),), NOW, wish=Wish(topic="Tee", offers=True))
    assert isinstance(within, Permit)
    assert within.warnings == ()
    # the wish of the person themselves also holds while their data is restricted (Art. 18 (2))
    assert isinstance(may_call(purpose, replace(asked, restricted=True), (), NOW), Permit)


@pytest.mark.parametrize("purpose", DialPurpose)
def test_without_a_number_nobody_is_called(purpose: DialPurpose) -> None:
    callee = replace(ANNA, number="", has_orders=True, requests=("x",))
    assert reason(may_call(purpose, callee, (entry(),), NOW, wish=TEA)) == "no_number"


def test_what_came_before_a_withdrawal_does_not_come_back_with_a_late_entry() -> None:
    """A card of last week that is typed in today does not undo what was said yesterday."""
    late = entry(days=-7, entry_no=3, late=True)
    assert standing((entry("withdrawn", -1, entry_no=2), late), "phone").state == "withdrawn"
    assert standing((entry("withdrawn", -8), late), "phone").state == "given"
