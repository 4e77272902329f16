"""The instruction on withdrawal by kind of contract: notes [1] a to e, [4], [5], [6] of Anlage 1."""

from dataclasses import replace

import pytest

from shopphone.domain.letters import Confirmation
from shopphone.domain.order_kinds import Matter
from shopphone.letters import confirmation
from tests.letters import reading, samples
from tests.letters.samples import BOARD, PAN, line

OF_GOODS = ("zurückzusenden oder zu übergeben", "Kosten der Rücksendung", "Wertverlust")
STARTS = (
    ("one", "ab dem Tag, an dem Sie oder ein von Ihnen benannter Dritter, der nicht der Beförderer "
     "ist, die Waren in Besitz genommen haben bzw. hat. Um"),
    ("several", "die letzte Ware in Besitz genommen haben bzw. hat. Um"),
    ("parts", "die letzte Teilsendung oder das letzte Stück in Besitz genommen haben bzw. hat. Um"),
    ("first", "die erste Ware in Besitz genommen haben bzw. hat. Um"),
    ("contract", "beträgt vierzehn Tage ab dem Tag des Vertragsabschlusses. Um"),
)  # fmt: skip


def of(start: str) -> Confirmation:
    one = samples.german(line(**PAN))
    orders = {
        "one": one,
        "several": samples.german(line(**PAN), line(**BOARD)),
        "parts": samples.german(line(**PAN, quantity="3")),
        "first": replace(one, matter=Matter.REGULAR),
        "contract": replace(one, matter=Matter.SERVICE),
    }
    return orders[start]


@pytest.mark.parametrize(("start", "sentence"), STARTS)
def test_the_period_starts_as_the_contract_is(start: str, sentence: str) -> None:
    said = reading.flat(confirmation.write(of(start)))
    assert sentence in said
    assert sum(said.count(other) for _, other in STARTS) == 1


@pytest.mark.parametrize("matter", [Matter.SERVICE, Matter.COURSE, Matter.TELECOM])
def test_a_service_begun_on_request_is_paid_for_in_part(matter: Matter) -> None:
    said = reading.flat(confirmation.write(replace(of("one"), matter=matter)))
    assert "Haben Sie verlangt, dass die Dienstleistungen während der Widerrufsfrist" in said
    assert "Das Widerrufsrecht erlischt, wenn wir die Dienstleistung vollständig erbracht" in said
    assert "Kosten der Rücksendung" not in said
    for text in (*OF_GOODS, "verweigern"):
        assert text not in said, text


def test_energy_is_named_as_what_is_supplied() -> None:
    said = reading.flat(confirmation.write(replace(of("one"), matter=Matter.ENERGY)))
    assert "dass die Lieferung von Wasser/Gas/Strom/Fernwärme während der Widerrufsfrist" in said


def test_digital_content_says_when_the_right_ends_and_asks_for_no_pay() -> None:
    said = reading.flat(confirmation.write(replace(of("one"), matter=Matter.DIGITAL)))
    assert "ab dem Tag des Vertragsabschlusses." in said
    assert "mit der Bereitstellung der digitalen Inhalte begonnen haben" in said
    assert "§ 356 Abs. 6 BGB" in said
    for text in (*OF_GOODS, "verweigern", "Haben Sie verlangt"):
        assert text not in said, text


@pytest.mark.parametrize("matter", [Matter.GOODS, Matter.REGULAR])
def test_goods_are_sent_back_and_nothing_is_said_of_services(matter: Matter) -> None:
    said = reading.flat(confirmation.write(replace(of("one"), matter=matter)))
    for text in (*OF_GOODS, "verweigern"):
        assert text in said, text
    assert "Haben Sie verlangt" not in said
    assert "vorzeitig erlischt" not in said


@pytest.mark.parametrize(
    ("matter", "start", "paid"),
    [
        (Matter.SERVICE, "conclusion of the contract", True),
        (Matter.DIGITAL, "conclusion of the contract", False),
        (Matter.REGULAR, "possession of the first good", False),
    ],
)
def test_an_english_letter_carries_both_texts_of_its_kind(
    matter: Matter, start: str, paid: bool
) -> None:
    said = reading.flat(confirmation.write(replace(samples.english(), matter=matter)))
    assert "Official German text Widerrufsbelehrung" in said
    courtesy = said.index("Courtesy translation")
    assert start in said[courtesy:]
    assert ("If you requested to begin the performance of services" in said) is paid
    assert ("Haben Sie verlangt" in said) is paid
    assert said.index("Widerrufsbelehrung") < courtesy
