"""The shop's pictures: taken into the shop once, refused with a rule, never a letter's hindrance."""

import os
import time
from pathlib import Path

import pytest

import shopphone.services.settings as settings
from shopphone.domain.errors import Refused
from shopphone.letters import pictures
from shopphone.services.desk import Desk
from tests.letters.test_stationery import picture


def logo_of(desk: Desk) -> bytes:
    return settings.seller(desk, "de").stationery.logo


def test_a_chosen_picture_is_on_every_desk_and_outlives_its_file(
    desk: Desk, second_desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "logo.png"
    file.write_bytes(picture(300, 100))
    settings.save(desk, {"letter.logo": str(file)})
    file.unlink()
    assert logo_of(desk) == logo_of(second_desk) == pictures.reduced(picture(300, 100))
    settings.save(desk, {"shop.owner": "Berta Beispiel"})
    assert logo_of(second_desk)
    settings.save(desk, {"letter.logo": ""})
    assert logo_of(desk) == logo_of(second_desk) == b""


def test_a_large_picture_is_kept_small(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "logo.jpg"
    file.write_bytes(picture(6000, 2000, "RGB", "JPEG"))
    settings.save(desk, {"letter.signature": str(file)})
    kept = pictures.read(settings.seller(desk, "en").stationery.signature)
    assert kept is not None
    assert (kept.width_px, kept.height_px) == (1200, 400)


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", "picture_unreadable"),
        (b"<svg onload='x()'/>", "picture_unreadable"),
        (b"GIF89a\x01\x00\x01\x00", "picture_unreadable"),
        (b"%PDF-1.7", "picture_unreadable"),
        (picture(60, 60)[:90], "picture_unreadable"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 11_000_000, "picture_too_big"),
    ],
)
def test_what_is_no_picture_is_refused_and_the_one_before_stays(
    desk: Desk, tmp_path: Path, content: bytes, rule: str
) -> None:
    good, bad = tmp_path / "good.png", tmp_path / "bad.png"
    good.write_bytes(picture(30, 10))
    bad.write_bytes(content)
    settings.save(desk, {"letter.logo": str(good)})
    with pytest.raises(Refused, match=rule) as refused:
        settings.save(desk, {"letter.logo": str(bad), "shop.owner": "Berta Beispiel"})
    assert refused.value.facts["field"] == "letter.logo"
    assert logo_of(desk) == pictures.reduced(picture(30, 10))
    assert settings.values(desk)["shop.owner"] == ""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes and devices here")
def test_a_device_or_a_pipe_is_not_read(desk: Desk, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.png"
    os.mkfifo(pipe)
    begun = time.perf_counter()
    for path in (str(pipe), "/dev/zero", str(tmp_path), "a\x00b", "x" * 5_000):
        with pytest.raises(Refused, match="picture_not_there"):
            settings.save(desk, {"letter.logo": path})
    assert time.perf_counter() - begun < 2
