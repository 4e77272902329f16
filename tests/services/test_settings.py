"""Settings are checked by their kind, shared by the shop or kept by the desk as declared."""

import pytest

import shopphone.services.orders as orders
import shopphone.services.settings as settings
from shopphone.domain import duties
from shopphone.domain.errors import Refused
from shopphone.domain.settings import BY_KEY, PAGES, SETTINGS, Kind, Scope
from shopphone.services.desk import Desk
from tests.services.test_orders import SHOP, draft_with

REFUSED = [
    ("shop.email", "laden", "email_invalid"),
    ("shop.email", "a@b", "email_invalid"),
    ("shop.email", "a b@example.org", "email_invalid"),
    ("shop.phone", "nachts", "phone_invalid"),
    ("shop.phone", "110", "phone_invalid"),
    ("shop.phone", "+49 1", "phone_invalid"),
    ("shop.phone", "0900 1234567", "phone_premium"),
    ("shop.phone", "0180 6 123456", "phone_premium"),
    ("shop.iban", "DE89370400440532013001", "iban_invalid"),
    ("shop.iban", "DE", "iban_invalid"),
    ("shop.land", "Bavaria", "land_unknown"),
    ("shop.land", "AT", "land_unknown"),
    ("shop.country", "Deutschland", "choice_unknown"),
    ("letter.form", "C", "choice_unknown"),
    ("letter.colour", "#ffff00", "colour_too_light"),
    ("letter.logo", "/nowhere/logo.png", "picture_not_there"),
    ("policy.return_cost", "nobody", "choice_unknown"),
    ("policy.small_business", "yes", "choice_unknown"),
    ("policy.prepay_days", "sieben", "number_invalid"),
    ("policy.prepay_days", "-7", "number_invalid"),
    ("policy.prepay_days", "7,5", "number_invalid"),
    ("policy.prepay_days", "٧", "number_invalid"),
    ("policy.prepay_days", "9" * 4000, "number_invalid"),
    ("policy.prepay_days", "9999", "number_too_big"),
    ("policy.extension_months", "120000", "number_too_big"),
    ("phone.popup_delay_ms", "half", "number_invalid"),
    ("phone.area_code", "MUC", "number_invalid"),
    ("order.pattern", "AB-{YYYY}", "pattern_without_number"),
    ("order.pattern", "AB", "pattern_without_number"),
]


@pytest.mark.parametrize(("key", "value", "rule"), REFUSED)
def test_what_does_not_fit_is_refused_at_its_field(
    desk: Desk, key: str, value: str, rule: str
) -> None:
    before = settings.values(desk)
    with pytest.raises(Refused, match=rule) as refusal:
        settings.save(desk, {"shop.name": "Laden", key: value})
    assert refusal.value.facts["field"] == key
    assert settings.values(desk) == before


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda each: each.key)
def test_every_setting_can_be_emptied_and_keeps_its_default(desk: Desk, setting: object) -> None:
    key = getattr(setting, "key", "")
    declared = BY_KEY[key]
    assert declared.page in PAGES
    assert (declared.kind is Kind.CHOICE) == bool(declared.choices)
    if declared.default:
        settings.save(desk, {key: declared.default})
        assert settings.values(desk)[key] == declared.default
    settings.save(desk, {key: ""})
    assert settings.values(desk)[key] == ""


@pytest.mark.parametrize("land", ["BY", "by", "NW", "Augsburg", "-"])
def test_states_and_towns_with_holidays_of_their_own_are_known(desk: Desk, land: str) -> None:
    settings.save(desk, {"shop.land": land})
    assert desk.setting("shop.land") == land


def test_one_wrong_field_keeps_all_the_others_out(desk: Desk) -> None:
    with pytest.raises(Refused):
        settings.save(desk, {"desk.theme": "dark", "shop.name": "Laden", "shop.email": "x"})
    assert settings.values(desk)["shop.name"] == ""
    assert settings.values(desk)["desk.theme"] == "system"


def test_the_shop_shares_its_settings_and_each_desk_keeps_its_own(
    desk: Desk, second_desk: Desk
) -> None:
    mixed = {"shop.name": "Laden", "print.printer": "Büro", "desk.theme": "dark"}
    settings.save(desk, mixed)
    second_desk.forget_settings()
    assert second_desk.setting("shop.name") == "Laden"
    assert second_desk.setting("print.printer") == ""
    assert second_desk.setting("desk.theme") == "system"
    assert {BY_KEY[key].scope for key in mixed} == {Scope.SHOP, Scope.DESK}


def test_a_setting_is_read_anew_after_each_save(desk: Desk) -> None:
    for name in ("Eins", "Zwei"):
        settings.save(desk, {"shop.name": name})
        assert desk.setting("shop.name") == name


def test_the_seller_of_an_english_letter_speaks_english(desk: Desk) -> None:
    settings.save(desk, SHOP)
    german, english = settings.seller(desk, "de"), settings.seller(desk, "en")
    assert german.name == english.name == "Laden"
    assert english.defect_rights.startswith("The statutory rights")
    settings.save(desk, {"text.defect_rights_en": ""})
    assert settings.seller(desk, "en").defect_rights == german.defect_rights


def test_missing_duties_are_named_until_they_are_there(desk: Desk) -> None:
    assert set(SHOP) <= set(settings.missing(desk)) | {"policy.complaints"}
    settings.save(desk, SHOP)
    assert settings.missing(desk) == ()
    for key in (*duties.SELLER_DUTIES, "shop.iban"):
        settings.save(
            desk, {**SHOP, **{k: BY_KEY[k].default for k in duties.SELLER_DUTIES if k not in SHOP}}
        )
        settings.save(desk, {key: "  "})
        assert settings.missing(desk) == (key,)


def test_the_pattern_of_numbers_is_the_shops(desk: Desk) -> None:
    settings.save(desk, {"order.pattern": "{YYYY}/T{nnn}"})
    numbers = [orders.place(desk, draft_with(desk, ("Öl", "1")), {}).number for _ in range(2)]
    assert numbers == ["2026/T001", "2026/T002"]
    assert orders.by_number(desk, " 2026/t002 ") == orders.page(desk)[0].order_id
    settings.save(desk, {"order.pattern": "x{n}"})
    placed = orders.place(desk, draft_with(desk, ("Öl", "1")), {})
    assert placed.number == "x3"
    assert orders.by_number(desk, "x3") == placed.order_id


def test_staff_who_sat_here_are_listed_once(desk: Desk, second_desk: Desk) -> None:
    assert desk.staff_id() != second_desk.staff_id()
    desk.forget_settings()
    assert [each.name for each in settings.staff(desk)] == ["Anna Berger", "Jonas Weber"]
    assert desk.staff_id() in [each.staff_id for each in settings.staff(desk)]
