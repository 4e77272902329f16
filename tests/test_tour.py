"""The tour happens: its pictures, its letter, and no way into a real shop."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def tour(out: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    surroundings = {key: value for key, value in os.environ.items() if not key.startswith("QT_")}
    return subprocess.run(
        [sys.executable, "-m", "shopphone", "tour", "--out", str(out), *arguments],
        cwd=ROOT,
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=400,
    )


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_step_of_the_story_happens(tmp_path: Path, language: str) -> None:
    done = tour(tmp_path / "out", "--lang", language, "--size", "1280x720")
    assert done.returncode == 0, done.stderr
    pictures = sorted(path.name for path in (tmp_path / "out").glob("*.png"))
    assert len(pictures) >= 20
    for step in (
        "two-calls",
        "chooser",
        "unknown",
        "finder",
        "refused",
        "told",
        "empty-shop",
        "text-modules",
        "care-sheets",
        "import",
        "import-products-bad-rows",
        "import-products-undone",
        "editor-letter",
        "two-writers",
        "versions",
        "both-languages",
        "review-list",
        "variants",
        "tiers-and-two-rates",
        "small-business",
        "change-side-by-side",
        "version-2",
        "offer-letter",
        "yes-has-come",
        "letter-texts",
        "letter-texts-refused",
    ):
        assert any(step in name for name in pictures), step
    assert (tmp_path / "out" / "confirmation.pdf").read_bytes().startswith(b"%PDF-")


def test_the_tour_stays_out_of_a_shops_folder(tmp_path: Path) -> None:
    (tmp_path / "shop.db").write_bytes(b"")
    done = tour(tmp_path)
    assert done.returncode == 1
    assert "does not run in a shop" in done.stderr
    assert list(tmp_path.glob("*.png")) == []
