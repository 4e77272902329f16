"""Where the program finds its own files: in a checkout, a wheel, a frozen program."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from shopphone import paths

ROOT = Path(__file__).resolve().parent.parent


def test_a_checkout_has_its_resources_beside_the_package() -> None:
    assert paths.resources() == ROOT / "resources"


def test_a_frozen_program_has_them_in_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources() == tmp_path / "resources"


def test_a_wheel_carries_resources_translations_and_both_commands(tmp_path: Path) -> None:
    programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    done = subprocess.run(
        build, cwd=ROOT, env=os.environ | {"PATH": programs}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    installed = tmp_path / "installed"
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        wheel.extractall(installed)
    assert (installed / "shopphone" / "_resources" / "i18n" / "shopphone_de.qm").exists()
    commands = next(installed.glob("*.dist-info/entry_points.txt")).read_text()
    assert "[gui_scripts]\nshopphone = shopphone.__main__:main" in commands
    assert "shopphone-cli = shopphone.__main__:main" in commands
    ask = [sys.executable, "-c", "from shopphone import paths; print(paths.resources())"]
    found = subprocess.run(
        ask, cwd=installed, env=os.environ | {"PYTHONPATH": str(installed)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert Path(found.stdout.strip()) == installed / "shopphone" / "_resources"


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps a user's folders private itself")
def test_a_private_folder_is_its_owners_alone(tmp_path: Path) -> None:
    made = paths.private_folder(tmp_path / "a" / "shop")
    assert made.stat().st_mode & 0o777 == 0o700
