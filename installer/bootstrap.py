#!/usr/bin/env python3
"""From a bare machine to a running or tested shopphone, with the standard library alone.

python3 installer/bootstrap.py run [-- ARGUMENTS]       the demo shop, or what the arguments say
python3 installer/bootstrap.py test [PYTEST ARGUMENTS]  every check there is
"""

# This file and the ones it imports must be readable by Python 3.6, so that an old Python gets the
# sentence of check_python and not a SyntaxError: annotations of newer kinds in quotes.
import os
import subprocess
import sys

import environment
import system_parts
from words import Stop

OLDEST, NEWEST = (3, 11), (3, 13)
INSTALLED = environment.VENV / "system-parts"
# what needs no window, and so no display
WINDOWLESS = {
    "--version",
    "--help",
    "-h",
    "--selftest",
    "tour",
    "check",
    "import",
    "export",
    "exported",
    "letters",
    "backup",
    "restore",
    "move",
}


def main(arguments: "list[str]") -> int:
    try:
        check_python(sys.version_info[:2])
        command, rest = (arguments or [""])[0], arguments[1:]
        if command == "run":
            return run(rest[1:] if rest[:1] == ["--"] else rest)
        if command == "test":
            return test(rest)
        print(__doc__)
        return 2
    except Stop as stop:
        print(f"shopphone: {stop}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("shopphone: stopped; the next call goes on from here.", file=sys.stderr)
        return 130


def check_python(version: "tuple[int, ...]") -> None:
    """3.11 to 3.13 are what the locked parts were tested with."""
    if not OLDEST <= version[:2] <= NEWEST:
        raise Stop(
            "this is Python {}.{}; install Python 3.11, 3.12 or 3.13 and call this again with it, "
            "for example: python3.12 installer/bootstrap.py run".format(*version)
        )


def run(arguments: "list[str]") -> int:
    arguments = arguments or ["--demo"]
    python = environment.prepare("requirements.lock")
    system_parts.complete(system_parts.missing_to_run(), INSTALLED)
    if needs_display(arguments, os.environ):
        raise Stop(
            "everything is set up, but there is no display to open a window on. Call this again "
            "from a desktop; without one, set QT_QPA_PLATFORM=offscreen or ask for a command that "
            "needs no window, for example: python3 installer/bootstrap.py run -- --help"
        )
    command = [str(python), "-m", "shopphone", *arguments]
    if os.name == "posix":
        sys.stdout.flush()
        os.execv(command[0], command)
    return subprocess.call(command)


def needs_display(
    arguments: "list[str]", surroundings: "os._Environ[str] | dict[str, str]"
) -> bool:
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return (
        sys.platform.startswith("linux")
        and not any(surroundings.get(name) for name in named)
        and not WINDOWLESS.intersection(arguments)
    )


def test(arguments: "list[str]") -> int:
    """Every step runs, the failed ones are named, and the test suite has the last word."""
    python = str(environment.prepare("requirements-dev.lock"))
    system_parts.complete(system_parts.missing_to_test(), INSTALLED)
    steps = [
        [python, "-m", "ruff", "format", "--check", "."],
        [python, "-m", "ruff", "check", "."],
        [python, "-m", "mypy"],
        [str(environment.program("lint-imports"))],
    ]
    failed = [step for step in steps if not passes(step)]
    for step in failed:
        say("FAILED: " + " ".join(step))
    # a worker that dies is a failure; replaced, it may leave the rest waiting for ever
    spread = ["-n", "2", "--dist", "loadfile", "--max-worker-restart", "0"]
    suite = [python, "-m", "pytest", *spread, *arguments]
    return 0 if passes(suite) and not failed else 1


def passes(command: "list[str]") -> bool:
    say("$ " + " ".join(os.path.relpath(each) if os.path.isabs(each) else each for each in command))
    return subprocess.call(command, cwd=str(environment.ROOT)) == 0


def say(sentence: str) -> None:
    print(sentence, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
