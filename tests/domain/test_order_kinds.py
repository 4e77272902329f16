"""Kinds of contract: who must say yes in writing, how long a contract may bind, whose rules."""

from itertools import product

import pytest

from shopphone.domain.errors import Refused
from shopphone.domain.order_kinds import (
    CountryRule,
    Matter,
    Term,
    YesReason,
    check_term,
    country_rule,
    has_statutory_withdrawal,
    needs_terms_before,
    written_yes,
)

MATTERS = [matter.value for matter in Matter]
BY_LAW = {"energy": "energy", "telecom": "telecom", "course": "course"}


@pytest.mark.parametrize(("matter", "direction", "country"), list(product(MATTERS, ("in", "out"), ("DE", "AT", "CH", "FR"))))  # fmt: skip
def test_the_law_asks_for_text_form_only_where_it_says_so(
    matter: str, direction: str, country: str
) -> None:
    reason = written_yes(matter, direction, country)
    expected = BY_LAW.get(matter)
    if matter == "service" and direction == "out" and country == "AT":
        expected = YesReason.AUSTRIAN_SERVICE
    assert reason == expected


@pytest.mark.parametrize(
    ("rule", "direction", "reason"),
    [
        ("none", "out", None), ("outbound", "in", None), ("outbound", "out", "shop_outbound"),
        ("all", "in", "shop_all"), ("all", "out", "shop_all"),
    ],
)  # fmt: skip
def test_a_shop_may_ask_for_it_for_more(rule: str, direction: str, reason: str | None) -> None:
    assert written_yes("goods", direction, "DE", shop_rule=rule) == reason


def test_a_business_needs_no_consumer_protection() -> None:
    assert written_yes("course", "in", "DE", consumer=False) is None
    assert written_yes("service", "out", "AT", consumer=False) is None
    assert written_yes("energy", "in", "DE", consumer=False) == YesReason.ENERGY


@pytest.mark.parametrize(
    ("term", "rule"),
    [
        (Term(months=24), None), (Term(months=25), "term_too_long"),
        (Term(days=730), None), (Term(days=731), "term_too_long"),
        (Term(months=12, renewal="indefinite", notice_days=31), None),
        (Term(months=12, renewal="same_term"), "renewal_too_long"),
        (Term(months=12, notice_days=32), "notice_too_long"), (Term(), None),
    ],
)  # fmt: skip
def test_a_term_keeps_to_paragraph_309_number_9(term: Term, rule: str | None) -> None:
    if rule is None:
        check_term(term, "service")
    else:
        with pytest.raises(Refused, match=rule):
            check_term(term, "service")
    check_term(term, "service", consumer=False)


@pytest.mark.parametrize(
    ("country", "rule"),
    [
        ("", CountryRule.DE), ("DE", CountryRule.DE), ("AT", CountryRule.AT), ("CH", CountryRule.CH),
        ("FR", CountryRule.EU), ("PL", CountryRule.EU), ("GB", CountryRule.ELSEWHERE),
    ],
)  # fmt: skip
def test_each_country_has_its_rules_or_a_warning(country: str, rule: CountryRule) -> None:
    assert country_rule(country) is rule


def test_a_swiss_caller_has_no_right_by_law() -> None:
    assert not has_statutory_withdrawal("CH", "in")
    assert has_statutory_withdrawal("CH", "out")
    assert has_statutory_withdrawal("DE", "in")


def test_only_regular_deliveries_need_their_terms_before() -> None:
    assert [each for each in MATTERS if needs_terms_before(each)] == ["regular"]


def test_a_term_is_in_months_or_in_days() -> None:
    with pytest.raises(Refused, match="term_twice"):
        check_term(Term(months=3, days=10), "service")
    with pytest.raises(Refused, match="term_twice"):
        check_term(Term(months=3, days=10), "service", consumer=False)
