"""Diallers: the permit's number and no other, no shell, and never back to ourselves."""

import ast
import inspect
import os
import stat
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import get_type_hints

import pytest

import shopphone.cti
from shopphone.cti import command, handler
from shopphone.cti.command import Command
from shopphone.cti.handler import Handler
from shopphone.dialler import Dialler
from shopphone.domain.consent import Callee, Denied, DialPurpose, Permit, may_call
from shopphone.domain.errors import Unavailable

PACKAGE = Path(shopphone.cti.__file__).parent.parent
NUMBER = "+498999998123"
PERMIT = Permit(number=NUMBER, basis="order")
posix_only = pytest.mark.skipif(os.name != "posix", reason="written as shell scripts")


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """A program of this name on the path that writes down what it was started with."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")

    def make(name: str, says: str = "", code: int = 0) -> Path:
        told = folder / f"{name}.told"
        file = folder / name
        text = f"#!/bin/sh\nprintf '%s\\n' \"$@\" > '{told}'\necho '{says}'\nexit {code}\n"
        file.write_text(text, encoding="utf-8")
        file.chmod(file.stat().st_mode | stat.S_IXUSR)
        return told

    return make


def told(file: Path) -> list[str]:
    until = time.monotonic() + 5
    while not file.exists() and time.monotonic() < until:
        time.sleep(0.01)
    return file.read_text(encoding="utf-8").splitlines()


@posix_only
def test_a_command_gets_the_number_in_its_place_and_no_shell(
    program: Callable[[str], Path],
) -> None:
    file = program("softphone")
    line = "softphone --call {number} 'a; touch x' $HOME `id` {plain}"
    command.dial(Command(line=line), NUMBER, PERMIT)
    assert told(file) == [
        "--call", NUMBER, "a; touch x", "$HOME", "`id`", "00498999998123",
    ]  # fmt: skip


@posix_only
@pytest.mark.parametrize("scheme", handler.SCHEMES)
def test_the_system_is_asked_to_open_a_link_of_the_chosen_kind(
    program: Callable[..., Path], scheme: str
) -> None:
    program("xdg-mime", "linphone.desktop")
    file = program("xdg-open")
    handler.dial(Handler(scheme=scheme), NUMBER, PERMIT)
    assert told(file) == [f"{scheme}:{NUMBER}"]


@posix_only
def test_a_link_that_would_come_back_to_us_is_not_opened(program: Callable[..., Path]) -> None:
    program("xdg-mime", "shopphone.desktop")
    file = program("xdg-open")
    with pytest.raises(Unavailable, match="dialler_is_us"):
        handler.dial(Handler(), NUMBER, PERMIT)
    assert not file.exists()


@pytest.mark.parametrize(
    "line",
    [
        "shopphone tel:{number}",
        "/usr/bin/shopphone-cli --dial {number}",
        "C:/Programme/shopphone.exe {number}",
        "python3 -m shopphone tel:{number}",
        f"{sys.executable} -m shopphone tel:{{number}}",
        "xdg-open tel:{number}",
        "sh -c 'shopphone tel:{number}'",
        "env shopphone {number}",
        "cmd.exe /c start tel:{number}",
    ],
)
def test_a_command_that_leads_back_to_us_is_refused(line: str) -> None:
    with pytest.raises(Unavailable, match="dialler_is_us"):
        command.words(Command(line=line), NUMBER)


@pytest.mark.parametrize(
    "line",
    ["", "softphone", "softphone {nummer}", "{number}", "softphone '{number}", "{} {number}"],
)
def test_a_command_without_a_clear_place_for_the_number_is_refused(line: str) -> None:
    with pytest.raises(Unavailable, match="command_unreadable"):
        command.words(Command(line=line), NUMBER)


@pytest.mark.parametrize("number", ["", "110", "+49 89", "+49;id", "-h", "+49\n1", "*31#+498999"])
def test_only_a_plain_number_becomes_an_argument(number: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        command.words(Command(line="softphone {number}"), number)


@posix_only
def test_a_program_that_fails_or_is_missing_is_said(program: Callable[..., Path]) -> None:
    program("softphone", code=3)
    with pytest.raises(Unavailable, match="dialler_failed"):
        command.dial(Command(line="softphone {number}"), NUMBER, PERMIT)
    with pytest.raises(Unavailable, match="dialler_missing"):
        command.dial(Command(line="gibtesnicht {number}"), NUMBER, PERMIT)


def test_a_permit_is_for_its_number_alone() -> None:
    with pytest.raises(ValueError, match="another number"):
        command.dial(Command(line="softphone {number}"), "+498999998124", PERMIT)
    with pytest.raises(ValueError, match="another number"):
        handler.dial(Handler(), "+498999998124", PERMIT)


@posix_only
def test_a_link_we_gave_away_is_known_when_it_comes_back(program: Callable[..., Path]) -> None:
    program("softphone")
    dialler = Dialler()
    assert not dialler.came_back(NUMBER)
    values = {"phone.dialler": "command", "phone.dial_command": "softphone {number}"}
    assert dialler(values, PERMIT) == "command"
    assert dialler.came_back(NUMBER)
    assert not dialler.came_back("+498999998124")
    with pytest.raises(Unavailable, match="dialler_none"):
        dialler({"phone.dialler": ""}, PERMIT)


# Nothing else reaches a line: by the types and by the source.


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def calls_of(name: str) -> list[tuple[str, ast.Call]]:
    found = []
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = node.func
                last = (
                    called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
                )
                if last == name:
                    found.append((path.relative_to(PACKAGE).as_posix(), node))
    return found


def test_a_permit_is_made_by_the_gate_alone() -> None:
    assert {path for path, _ in calls_of("Permit")} == {"domain/consent.py"}


def test_every_dial_of_a_phone_system_wants_a_permit() -> None:
    """A module of cti that can dial has `dial(settings, number, permit)` and nothing like it."""
    dialling = []
    for path in (PACKAGE / "cti").glob("*.py"):
        module = __import__(f"shopphone.cti.{path.stem}", fromlist=["_"])
        named = [name for name in vars(module) if "dial" in name.casefold()]
        made_here = [
            getattr(module, name)
            for name in named
            if getattr(getattr(module, name), "__module__", "") == module.__name__
            and inspect.isfunction(getattr(module, name))
        ]
        for function in made_here:
            if function.__name__ == "dial":
                dialling.append(path.stem)
                assert get_type_hints(function)["permit"] is Permit
                assert list(inspect.signature(function).parameters)[1:] == ["number", "permit"]
    assert {"command", "handler"} <= set(dialling)


def test_phone_systems_are_asked_to_dial_by_the_dialler_alone() -> None:
    for path, call in calls_of("dial"):
        owner = call.func.value if isinstance(call.func, ast.Attribute) else None
        said = ast.unparse(owner) if owner is not None else ""
        if said.split(".")[0] in {
            "command",
            "handler",
            "asterisk",
            "fritzbox",
            "fritz_dial",
            "cti",
        }:
            assert path == "dialler.py", (path, ast.unparse(call))
        elif said == "desk":
            assert path == "services/dialling.py"


def test_programs_that_could_dial_are_started_in_one_place() -> None:
    """Others start only print systems and the database's own programs, which know no telephone."""
    for path, call in calls_of("openUrl"):
        shown = ast.unparse(call)
        assert "tel" not in shown.casefold(), (path, shown)
    starting = {path for name in ("Popen", "startfile") for path, _ in calls_of(name)}
    assert starting == {"cti/handler.py", "store/dumps.py"}


def test_the_dialler_cannot_be_reached_without_a_permit() -> None:
    assert Dialler.__call__.__annotations__["permit"] == "Permit"
    denied = may_call(DialPurpose.ADVERTISING, Callee(number=NUMBER), (), _now())
    assert isinstance(denied, Denied)
    with pytest.raises(AttributeError):
        Dialler()({"phone.dialler": "command"}, denied)  # type: ignore[arg-type]  # mypy refuses it


def _now() -> datetime:
    return datetime(2026, 11, 24, tzinfo=UTC)
