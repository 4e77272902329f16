"""Consent at the desk: asked in a call, confirmed by letter, recorded with its proof, taken back."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QDialog

import shopphone.services.consents as consents
import shopphone.services.customers as customers
from shopphone.ui.panels.consent.asking import AskConsentDialog
from shopphone.ui.panels.consent.ledger import LedgerDialog
from shopphone.ui.panels.consent.recording import RecordConsentDialog
from shopphone.ui.panels.order_dialogs import LetterDialog
from shopphone.ui.screens.customers import CustomersScreen
from tests.letters import reading
from tests.ui.driving import Shop, buttons_of, press, texts_in

OpenShop = Callable[..., Shop]
D = TypeVar("D", bound=QDialog)
NEVER_ASKED = "030 23125-201"  # Thomas Brunnhuber
E164 = "+493023125201"


def ledger_in_call(shop: Shop) -> tuple[int, LedgerDialog]:
    shop.ring(NEVER_ASKED, "consent-1")
    desk = shop.telephone()
    shop.until(lambda: bool(buttons_of(desk.caller, "Einwilligung")))
    press(shop, desk.caller, "Einwilligung")
    card = desk.caller.card
    assert card is not None
    return card.customer_id, opened(shop, LedgerDialog)


def opened(shop: Shop, kind: type[D]) -> D:
    shop.until(lambda: any(isinstance(each, kind) for each in shop.dialogs()))
    shop.settle()
    return next(each for each in shop.dialogs() if isinstance(each, kind))


def test_a_yes_in_a_call_is_kept_as_it_was_read_and_confirmed_by_letter(
    open_shop: OpenShop,
) -> None:
    shop = open_shop()
    customer, ledger = ledger_in_call(shop)
    assert "Nie gefragt" in ledger.list.item(0).text()
    ledger.ask.click()
    asking = opened(shop, AskConsentDialog)
    asking.topics.setText("Tee, Messer")
    shop.settle()
    assert not asking.yes.isEnabled()
    asking.read.setChecked(True)
    asking.topics.setText("Tee, Pfannen")  # other words: they were not read
    shop.settle()
    assert not asking.yes.isEnabled()
    asking.read.setChecked(True)
    asking.yes.click()
    shop.until(lambda: any(isinstance(each, LetterDialog) for each in shop.dialogs()))
    (entry,) = consents.entries(shop.desk, customer)
    assert (entry.state, entry.topics, entry.number) == ("given", ("Tee", "Pfannen"), E164)
    assert entry.wording_version == "de/asking-2026-11-25"
    assert "Küchenhaus Lindenhang" in entry.wording
    assert entry.call_id is not None
    letter = next(each for each in shop.dialogs() if isinstance(each, LetterDialog)).preview.letter
    assert letter is not None
    assert "Tee, Pfannen" in reading.flat(letter.pdf).replace("\u00a0", " ")
    shop.close_dialogs()
    assert "Werbeanrufe erlaubt" in texts_in(shop.telephone().caller)


def test_a_no_is_kept_and_is_not_the_same_as_never_asked(open_shop: OpenShop) -> None:
    shop = open_shop()
    customer, ledger = ledger_in_call(shop)
    ledger.ask.click()
    asking = opened(shop, AskConsentDialog)
    asking.topics.setText("Tee")
    shop.settle()
    asking.read.setChecked(True)
    asking.no.click()
    shop.settle()
    assert consents.now_standing(shop.desk, customer).state == "refused"
    shop.close_dialogs()
    assert "Werbung: Nein gesagt" in texts_in(shop.telephone().caller)


def test_a_card_from_last_week_is_recorded_with_its_file_and_marked_late(
    open_shop: OpenShop, tmp_path: Path
) -> None:
    shop = open_shop()
    customer, ledger = ledger_in_call(shop)
    press(shop, ledger, "Schriftliche Einwilligung")
    recording = opened(shop, RecordConsentDialog)
    recording.save.click()
    shop.settle()
    assert any("Einwilligung gilt für Themen" in text for text in texts_in(recording))
    recording.topics.setText("Tee")
    recording.wording.setPlainText("Ja, rufen Sie mich an.")
    recording.day.setDate(recording.day.date().addDays(-6))
    file = tmp_path / "karte.pdf"
    file.write_bytes(b"%PDF karte")
    recording.take(str(tmp_path / "keine.pdf"))
    assert any("gibt sie nicht mehr" in text for text in texts_in(recording))
    recording.take(str(file))
    recording.save.click()
    shop.settle()
    (entry,) = consents.entries(shop.desk, customer)
    assert (entry.late, entry.source, entry.evidence_name) == (True, "letter", "karte.pdf")
    assert consents.evidence(shop.desk, entry.evidence_sha256) == b"%PDF karte"
    assert "nachgetragen" in ledger.list.item(0).text()
    shop.close_dialogs()


def test_one_channel_or_all_are_withdrawn_and_the_proof_is_written(
    open_shop: OpenShop, tmp_path: Path
) -> None:
    shop = open_shop()
    screen = shop.at("customers", CustomersScreen)
    customer = customers.search(shop.desk, "Fahrenkamp")[0].customer_id
    screen.open(customer)
    shop.settle()
    press(shop, screen.card, "Einwilligung")
    ledger = opened(shop, LedgerDialog)
    assert "mindestens bis" in " ".join(texts_in(ledger))
    ledger.channel.setCurrentIndex(ledger.channel.findData("email"))
    ledger.withdraw.click()
    shop.settle()
    assert consents.now_standing(shop.desk, customer, "phone").state == "given"
    assert consents.now_standing(shop.desk, customer, "email").state == "withdrawn"
    ledger.channel.setCurrentIndex(0)
    ledger.withdraw.click()
    shop.settle()
    assert consents.now_standing(shop.desk, customer, "phone").state == "withdrawn"
    for name in ("nachweis.pdf", "nachweis.csv"):
        ledger.write_proof(str(tmp_path / name))
        shop.settle()
        assert (tmp_path / name).stat().st_size > 300
        assert "Der Nachweis ist geschrieben." in texts_in(ledger)
    ledger.write_proof(str(tmp_path / "fort" / "nachweis.pdf"))
    shop.settle()
    assert any("konnte nicht geschrieben" in text for text in texts_in(ledger))
    shop.close_dialogs()
    assert "keine Werbung" in texts_in(screen.card)
