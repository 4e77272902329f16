"""Sealed files: they come back as they were, any age program reads them, and every change is noticed."""

import base64
from pathlib import Path

import pytest

from shopphone.domain.errors import Refused
from shopphone.store import sealing

PHRASE = "drei blaue Pfannen"
# "Nichts geht verloren.\n", sealed by another age program (rage's library, version 1.4.0)
FOREIGN = (
    "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBQNFVpbEdyZm9aWG05a3Fyb3h2TjZRIDE3CkFlSEIzTkNk"
    "ME1oQmJEY3hWaUZ0ZnFUUC9xZlZNbUhadzlXZXhvSGEyZHcKLS0tIFJSWDZncWFXWWZVbEp2VXBMMFJYaGRFWGE5"
    "Qmw0QS9NaW40TmlwMTVIMTQKLF3IMDNj4UWlhZzj12m4Vtp+xo2hmRSxxjpDoSW79Qdzl+BKjw6SNed0r/saQD7W"
    "68Smiroy"
)
PIECE = 65_536


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 200_001])
def test_what_is_sealed_comes_back(tmp_path: Path, size: int) -> None:
    content = bytes(n * 7 % 251 for n in range(size))
    (tmp_path / "plain").write_bytes(content)
    sealing.seal(tmp_path / "plain", tmp_path / "sealed", PHRASE)
    assert sealing.is_sealed(tmp_path / "sealed")
    assert not size or content[:64] not in (tmp_path / "sealed").read_bytes()
    sealing.unseal(tmp_path / "sealed", tmp_path / "back", PHRASE)
    assert (tmp_path / "back").read_bytes() == content


def test_a_file_of_another_age_program_opens(tmp_path: Path) -> None:
    (tmp_path / "sealed").write_bytes(base64.b64decode(FOREIGN))
    sealing.unseal(tmp_path / "sealed", tmp_path / "back", PHRASE)
    assert (tmp_path / "back").read_text(encoding="utf-8") == "Nichts geht verloren.\n"


def test_a_wrong_phrase_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"x" * 100)
    sealing.seal(tmp_path / "plain", tmp_path / "sealed", PHRASE)
    with pytest.raises(Refused, match="backup_phrase_wrong"):
        sealing.unseal(tmp_path / "sealed", tmp_path / "back", "drei rote Pfannen")
    assert not (tmp_path / "back").exists()


def test_every_changed_byte_and_every_cut_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"y" * (PIECE + 500))
    sealing.seal(tmp_path / "plain", tmp_path / "sealed", PHRASE)
    whole = (tmp_path / "sealed").read_bytes()
    head = whole.index(b"---")
    broken = [
        whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
        for at in (0, 30, head - 5, head + 6, head + 60, len(whole) // 2, len(whole) - 1)
    ]
    payload = len(whole) - (PIECE + 16) - (500 + 16)
    broken += [whole[:-1], whole[: payload + PIECE + 16], whole[:payload], whole[:20], b""]
    for content in broken:
        (tmp_path / "sealed").write_bytes(content)
        with pytest.raises(Refused, match=r"backup_unreadable|backup_phrase_wrong"):
            sealing.unseal(tmp_path / "sealed", tmp_path / "back", PHRASE)
        assert not (tmp_path / "back").exists()
