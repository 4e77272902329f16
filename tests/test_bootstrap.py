"""The installer on small checkouts of its own: first start, second start, and what goes wrong."""

import ast
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import bootstrap
import pytest
import system_parts
import translations
from words import Stop

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = "import sys; print('started with', sys.argv[1:])"
NOWHERE = "http://127.0.0.1:9"  # the discard port: refuses at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkout:
    """The real installer with a program of one line and a lock without parts."""

    root: Path

    def call(self, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        offline = {"PIP_INDEX_URL": NOWHERE, "PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "0"}
        inherited = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("PIP_", "PYTHON")) and name != "DISPLAY"
        }
        return subprocess.run(
            [sys.executable, str(self.root / "installer" / "bootstrap.py"), *arguments],
            cwd=self.root.parent,
            env=inherited | offline | {"QT_QPA_PLATFORM": "offscreen"} | environment,
            capture_output=True,
            text=True,
            check=False,
        )

    @property
    def lock(self) -> Path:
        return self.root / "installer" / "requirements.lock"


def make_checkout(folder: Path) -> Checkout:
    checkout = Checkout(root=folder / "check out ü")
    shutil.copytree(ROOT / "installer", checkout.root / "installer")
    (checkout.root / "shopphone").mkdir()
    (checkout.root / "shopphone" / "__main__.py").write_text(PROGRAM)
    checkout.lock.write_text("# no parts\n")
    return checkout


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """A checkout after its first start."""
    checkout = make_checkout(tmp_path_factory.mktemp("started"))
    first = checkout.call("run")
    assert first.returncode == 0, first.stderr
    assert "once" in first.stdout
    assert "started with ['--demo']" in first.stdout
    return checkout


def test_arguments_reach_the_program(started: Checkout) -> None:
    assert (
        "started with ['tour', '--out', 'x']"
        in started.call("run", "--", "tour", "--out", "x").stdout
    )


def test_the_second_start_takes_no_network_and_no_time(started: Checkout) -> None:
    python = started.root / ".venv" / "bin" / "python"
    begun = time.perf_counter()
    outside = started.root.parent
    subprocess.run([python, "-m", "shopphone"], cwd=outside, check=True, capture_output=True)
    alone = time.perf_counter() - begun
    again = started.call("run")
    assert again.stdout == "started with ['--demo']\n"
    assert time.perf_counter() - begun - 2 * alone < 1


def test_without_a_display_a_sentence_says_what_to_do(started: Checkout) -> None:
    nothing = {"QT_QPA_PLATFORM": "", "WAYLAND_DISPLAY": ""}
    refused = started.call("run", **nothing)
    assert refused.returncode == 1
    assert "there is no display to open a window on" in refused.stderr
    assert started.call("run", "--", "--version", **nothing).returncode == 0


def test_a_half_made_environment_is_made_anew(tmp_path: Path) -> None:
    checkout = make_checkout(tmp_path)
    (checkout.root / ".venv" / "bin").mkdir(parents=True)
    (checkout.root / ".venv" / "bin" / "python").symlink_to(tmp_path / "gone")
    assert "started with" in checkout.call("run").stdout


def test_a_moved_checkout_works_again(started: Checkout, tmp_path: Path) -> None:
    moved = Checkout(root=tmp_path / "elsewhere")
    shutil.copytree(started.root, moved.root, symlinks=True)
    assert "started with ['--demo']" in moved.call("run").stdout
    assert str(moved.root) in next((moved.root / ".venv").rglob("shopphone.pth")).read_text()


def test_without_network_a_sentence_says_so_and_the_next_run_recovers(tmp_path: Path) -> None:
    checkout = make_checkout(tmp_path)
    checkout.lock.write_text("segno==1.6.6 --hash=sha256:" + "0" * 64 + "\n")
    failed = checkout.call("run")
    assert failed.returncode == 1
    assert "Check the network connection" in failed.stderr
    assert "Traceback" not in failed.stderr
    checkout.lock.write_text("# no parts\n")
    assert checkout.call("run").returncode == 0


def test_a_python_without_venv_says_what_to_install(tmp_path: Path) -> None:
    checkout = make_checkout(tmp_path)
    (tmp_path / "ensurepip.py").write_text("raise ImportError('Debian keeps this elsewhere')")
    # no apt-get on this path, so that nothing is installed here
    failed = checkout.call("run", PYTHONPATH=str(tmp_path), PATH=str(tmp_path))
    assert failed.returncode == 1
    assert "sudo apt-get install python3." in failed.stderr
    assert "-venv, then call this again" in failed.stderr
    assert not (checkout.root / ".venv").exists()


def test_an_unknown_command_shows_the_known_ones(started: Checkout) -> None:
    asked = started.call()
    assert asked.returncode == 2
    assert "bootstrap.py test" in asked.stdout


@pytest.mark.parametrize("version", [(3, 9), (3, 10), (3, 14)])
def test_other_pythons_are_refused_by_name(version: tuple[int, int]) -> None:
    with pytest.raises(Stop, match=r"this is Python {}\.{}; install".format(*version)):
        bootstrap.check_python(version)


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_the_supported_pythons_are_taken(version: tuple[int, int]) -> None:
    bootstrap.check_python(version)


@pytest.mark.parametrize(
    "name", ["bootstrap", "environment", "system_parts", "translations", "words"]
)
def test_old_pythons_can_read_the_installer(name: str) -> None:
    source = (ROOT / "installer" / f"{name}.py").read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 6))
    too_new = (ast.NamedExpr, ast.Match, ast.TryStar)
    assert [node for node in ast.walk(tree) if isinstance(node, too_new)] == []


def test_missing_parts_are_named_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    assert system_parts.has_library("nonsense-of-ours", system_parts.known_libraries()) is False
    assert system_parts.has_library("made-up", "\tlibmade-up.so.1 (libc6) => /lib/made-up") is True
    monkeypatch.setenv("PATH", "/nowhere")
    assert "Debian packages: xvfb openbox" in system_parts.advice(["xvfb", "openbox"])


def test_what_apt_gave_is_not_asked_for_again(tmp_path: Path) -> None:
    given = tmp_path / "system-parts"
    given.write_text("libgl1\nxvfb")
    system_parts.complete(["xvfb", "libgl1"], given)
    assert given.read_text() == "libgl1\nxvfb"


TEXTS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de"><context><name>Desk</name>
<message><source>Calls</source><translation>Anrufe</translation></message></context></TS>
"""


def lrelease() -> str:
    return str(Path(sys.executable).parent / "pyside6-lrelease")


def test_translations_are_compiled_when_they_are_newer(tmp_path: Path) -> None:
    source = tmp_path / "shopphone_de.ts"
    source.write_text(TEXTS)
    (target,) = translations.compile_all(tmp_path, lrelease())
    assert target.name == "shopphone_de.qm"
    later = target.stat().st_mtime + 10
    target.write_bytes(b"untouched")
    os.utime(target, (later, later))
    translations.compile_all(tmp_path, lrelease())
    assert target.read_bytes() == b"untouched"
    os.utime(source, (later + 10, later + 10))
    translations.compile_all(tmp_path, lrelease())
    assert target.read_bytes() != b"untouched"


def test_a_broken_translation_is_named(tmp_path: Path) -> None:
    (tmp_path / "shopphone_de.ts").write_text("<TS>")
    with pytest.raises(Stop, match=r"shopphone_de\.ts could not be compiled"):
        translations.compile_all(tmp_path, lrelease())
