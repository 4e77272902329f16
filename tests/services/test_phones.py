"""The telephone systems of a desk: kept, tried, found, and up to when they were heard."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

import shopphone.cti as cti
import shopphone.services.phones as phones
from shopphone.cti.fritzbox import FritzBox
from shopphone.domain.errors import Refused, Unavailable
from shopphone.domain.phones import OwnNumber, PhoneSystem
from shopphone.services.desk import Desk
from tests.services.conftest import Clock
from tests.support.fritzbox_peer import FritzBoxPeer
from tests.support.tr064_peer import Tr064Peer

BOX = PhoneSystem(system_id="", kind="fritzbox", values={"host": "127.0.0.1"})


class Drawer:
    """A keyring of the test: outside the building there is the system's own."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.is_locked = False

    def read(self, name: str) -> str:
        if self.is_locked:
            raise Unavailable("keyring")
        return self.kept.get(name, "")

    def keep(self, name: str, password: str) -> None:
        if self.is_locked:
            raise Unavailable("keyring")
        self.kept[name] = password


@pytest.fixture
def drawer(desk: Desk) -> Drawer:
    made = Drawer()
    desk.secrets, desk.telephony = made, cti
    return made


@pytest.fixture
def box() -> Iterator[FritzBoxPeer]:
    with FritzBoxPeer() as peer:
        yield peer


def test_several_systems_are_kept_each_with_its_own_name_and_password(
    desk: Desk, drawer: Drawer
) -> None:
    first = phones.keep(desk, BOX, "eins")
    second = phones.keep(desk, BOX, "zwei")
    third = phones.keep(desk, PhoneSystem(system_id="", kind="asterisk", values=BOX.values), "drei")
    assert [each.system_id for each in phones.systems(desk)] == [
        "fritzbox",
        "fritzbox2",
        "asterisk",
    ]
    assert {each.system_id: secret for each, secret in phones.ready(desk)} == {
        "fritzbox": "eins",
        "fritzbox2": "zwei",
        "asterisk": "drei",
    }
    assert "eins" not in str(desk.local.settings())
    phones.remove(desk, second.system_id)
    assert phones.systems(desk) == (first, third)
    assert drawer.kept["phone.fritzbox2"] == ""


def test_changing_a_system_leaves_its_name_and_its_password(desk: Desk, drawer: Drawer) -> None:
    kept = phones.keep(desk, BOX, "eins")
    changed = PhoneSystem(system_id=kept.system_id, kind=kept.kind, values={"host": "box.invalid"})
    phones.keep(desk, changed, None)
    assert phones.ready(desk) == ((changed, "eins"),)


def test_a_system_needs_an_address(desk: Desk, drawer: Drawer) -> None:
    with pytest.raises(Refused, match="phone_address_missing"):
        phones.keep(desk, PhoneSystem(system_id="", kind="asterisk", values={"host": " "}), "x")


def test_a_locked_keyring_hinders_no_listening(desk: Desk, drawer: Drawer) -> None:
    kept = phones.keep(desk, BOX, "eins")
    drawer.is_locked = True
    assert phones.ready(desk) == ((kept, ""),)


def test_the_one_box_of_earlier_versions_is_listened_to_still(desk: Desk, drawer: Drawer) -> None:
    for key, value in (
        ("phone.fritzbox", "1"),
        ("phone.fritzbox_host", "192.168.178.1:1013"),
        ("phone.own_numbers", "089 99998000, 99998001"),
    ):
        desk.local.set(key, value)
    (system,) = phones.systems(desk)
    made = cti.make(system)
    assert isinstance(made, FritzBox)
    assert (made.host, made.port, made.name) == ("192.168.178.1", 1013, "fritzbox")
    assert made.own_numbers == ("089 99998000", "99998001")
    phones.remove(desk, "fritzbox")
    assert phones.systems(desk) == ()


@pytest.mark.parametrize("kept", ["", "{}", "[1]", '[{"id": "x"}]', "nonsense", "null"])
def test_unreadable_settings_are_no_system(desk: Desk, drawer: Drawer, kept: str) -> None:
    desk.local.set(phones.SYSTEMS, kept)
    assert phones.systems(desk) == ()


def test_a_test_says_what_to_do_or_which_numbers_there_are(
    desk: Desk, drawer: Drawer, box: FritzBoxPeer
) -> None:
    with Tr064Peer() as service:
        service.numbers = [("99998000", "Laden")]
        values = {
            "host": "127.0.0.1",
            "port": str(box.port),
            "service_port": str(service.port),
            "user": "shopphone",
        }
        system = PhoneSystem(system_id="", kind="fritzbox", values=values)
        assert phones.try_out(desk, system, "") == ()
        expected = (OwnNumber(number="99998000", name="Laden"),)
        assert phones.try_out(desk, system, "geheim") == expected
        with pytest.raises(Unavailable, match="phone_login"):
            phones.try_out(desk, system, "falsch")
    closed = PhoneSystem(system_id="", kind="fritzbox", values={"host": "127.0.0.1", "port": "1"})
    with pytest.raises(Unavailable, match="phone_monitor_off"):
        phones.try_out(desk, closed, "")


def test_what_was_missed_is_counted_from_when_we_last_heard(
    desk: Desk, drawer: Drawer, clock: Clock
) -> None:
    assert phones.away_since(desk, "fritzbox") is None
    heard = desk.now()
    phones.heard(desk, ("fritzbox",))
    clock.now += timedelta(days=2)
    assert phones.away_since(desk, "fritzbox") == heard
    clock.now += timedelta(days=400)
    assert phones.away_since(desk, "fritzbox") == desk.now() - timedelta(days=30)


def test_every_kind_declares_its_form_and_reads_it_back() -> None:
    for kind in cti.kinds():
        assert kind.fields
        for field in kind.fields:
            assert field.label
            assert field.help.endswith((".", "…"))
        values = {field.key: field.default for field in kind.fields if not field.secret}
        system = PhoneSystem(system_id="x1", kind=kind.code, values=values)
        made = cti.make(system, "geheim")
        assert (made.name, made.kind, made.secret) == ("x1", kind.code, "geheim")
        assert made == type(made)(name="x1", secret="geheim")
