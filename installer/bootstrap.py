#!/usr/bin/env python3
"""From a bare machine to a running or tested shopphone, with the standard library alone.

python3 installer/bootstrap.py run [-- ARGUMENTS]     the demo shop, or what the arguments say
python3 installer/bootstrap.py test [PYTEST ARGUMENTS]  every check there is
"""

import ctypes.util
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
INSTALLER = ROOT / "installer"
OLDEST, NEWEST = (3, 11), (3, 13)

# what a window needs on Debian and Ubuntu: library or program -> package
RUN_PARTS = {
    "glib-2.0": "libglib2.0-0",
    "GL": "libgl1",
    "EGL": "libegl1",
    "dbus-1": "libdbus-1-3",
    "fontconfig": "libfontconfig1",
    "xkbcommon": "libxkbcommon0",
    "xkbcommon-x11": "libxkbcommon-x11-0",
    "xcb-cursor": "libxcb-cursor0",
    "xcb-icccm": "libxcb-icccm4",
    "xcb-image": "libxcb-image0",
    "xcb-keysyms": "libxcb-keysyms1",
    "xcb-render-util": "libxcb-render-util0",
    "xcb-shape": "libxcb-shape0",
    "xcb-xkb": "libxcb-xkb1",
    "xcb-util": "libxcb-util1",
    "cups": "libcups2",
}
TEST_PARTS = {
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "xdotool": "xdotool",
    "openbox": "openbox",
    "setxkbmap": "x11-xkb-utils",
    "dbus-daemon": "dbus",
    "cupsd": "cups",
    "lp": "cups-client",
    "gs": "ghostscript",
    "pdftoppm": "poppler-utils",
}


class Stop(Exception):
    """Something a person has to do first; the sentence says what."""


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


def check_python(version: "tuple[int, ...]") -> None:
    """3.11 to 3.13 are what the locked parts were tested with."""
    if not OLDEST <= version[:2] <= NEWEST:
        raise Stop(
            "this is Python {}.{}; install Python 3.11, 3.12 or 3.13 and call this again "
            "with it, for example: python3.12 installer/bootstrap.py run".format(*version)
        )


def run(arguments: "list[str]") -> int:
    python = prepare("requirements.lock")
    system_parts(RUN_PARTS, {})
    if needs_display():
        raise Stop(
            "everything is set up, but there is no display to open a window on. Start it from a "
            "desktop, or set QT_QPA_PLATFORM=offscreen to run without one."
        )
    command = [str(python), "-m", "shopphone", *(arguments or ["--demo"])]
    if os.name == "posix":
        os.chdir(ROOT)
        os.execv(command[0], command)
    return subprocess.call(command, cwd=ROOT)


def test(arguments: "list[str]") -> int:
    python = prepare("requirements-dev.lock")
    system_parts(RUN_PARTS, TEST_PARTS)
    steps = [
        ["-m", "ruff", "format", "--check", "."],
        ["-m", "ruff", "check", "."],
        ["-m", "mypy"],
        [str(venv_program("lint-imports"))],
    ]
    failed = [step for step in steps if subprocess.call(command_of(python, step), cwd=ROOT)]
    for step in failed:
        print("FAILED: {}".format(" ".join(step)), flush=True)
    code = subprocess.call(
        [str(python), "-m", "pytest", "-n", "2", "--dist", "loadfile", *arguments], cwd=ROOT
    )
    return code or len(failed)


def command_of(python: Path, step: "list[str]") -> "list[str]":
    return [str(python), *step] if step[0] == "-m" else step


def prepare(lock_name: str) -> Path:
    """A virtual environment with exactly the locked parts; the stamp makes later starts free."""
    lock = INSTALLER / lock_name
    python = venv_program("python")
    wanted = fingerprint(lock)
    if not stamped(lock_name, wanted) or not python.exists():
        make_venv(python)
        print("Installing the parts shopphone needs (once) ...", flush=True)
        install(python, lock)
        (VENV / f"{lock_name}.stamp").write_text(wanted)
    compile_translations(python)
    return python


def fingerprint(lock: Path) -> str:
    text = f"{sys.version_info[:2]} {ROOT} ".encode() + lock.read_bytes()
    return hashlib.sha256(text).hexdigest()


def stamped(lock_name: str, wanted: str) -> bool:
    """The development lock holds everything the plain one does, so either stamp will do."""
    names = {lock_name, "requirements-dev.lock"}
    for name in names:
        stamp = VENV / f"{name}.stamp"
        lock = INSTALLER / name
        if stamp.exists() and stamp.read_text() == (
            wanted if name == lock_name else fingerprint(lock)
        ):
            return True
    return False


def make_venv(python: Path) -> None:
    """A half-made environment is made anew."""
    if python.exists() and works(python):
        return
    shutil.rmtree(VENV, ignore_errors=True)
    made = subprocess.run(
        [sys.executable, "-m", "venv", str(VENV)], capture_output=True, text=True, check=False
    )
    if made.returncode and apt_install(["python3-venv"]):
        shutil.rmtree(VENV, ignore_errors=True)
        made = subprocess.run(
            [sys.executable, "-m", "venv", str(VENV)], capture_output=True, text=True, check=False
        )
    if made.returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        raise Stop(
            "Python's venv module is missing. On Debian and Ubuntu: "
            "sudo apt-get install python3-venv, then call this again."
        )


def works(python: Path) -> bool:
    probe = [
        str(python),
        "-c",
        f"import pip, sys; assert sys.version_info[:2] == {sys.version_info[:2]}",
    ]
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0


def install(python: Path, lock: Path) -> None:
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    command += ["--require-hashes", "--only-binary", ":all:", "-r", str(lock)]
    if subprocess.call(command):
        raise Stop(
            "the parts could not be installed (pip says why above). Check the network connection "
            "and the free space on the disk, then call this again; it goes on where it stopped."
        )


def compile_translations(python: Path) -> None:
    """resources/i18n/*.ts become the .qm files the windows load, when they are newer."""
    for source in sorted((ROOT / "resources" / "i18n").glob("*.ts")):
        target = source.with_suffix(".qm")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        tool = venv_program("pyside6-lrelease")
        done = subprocess.run(
            [str(tool), "-silent", str(source), "-qm", str(target)],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise Stop(f"the translation {source.name} could not be compiled: {done.stderr}")


def system_parts(libraries: "dict[str, str]", programs: "dict[str, str]") -> None:
    """Install what Linux lacks where we may, else print the one line that does."""
    if not sys.platform.startswith("linux"):
        return
    missing = [package for name, package in libraries.items() if not has_library(name)]
    missing += [package for name, package in programs.items() if not has_program(name)]
    if programs and not list(Path("/usr/lib/postgresql").glob("*/bin/initdb")):
        missing.append("postgresql")
    if programs and not Path("/usr/lib/cups/backend/cups-pdf").exists():
        missing.append("printer-driver-cups-pdf")
    if missing and not apt_install(missing):
        raise Stop(
            "some system parts are missing. Install them with:\n  sudo apt-get install {}".format(
                " ".join(missing)
            )
        )


def has_library(name: str) -> bool:
    return ctypes.util.find_library(name) is not None


def has_program(name: str) -> bool:
    return shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin") is not None


def apt_install(packages: "list[str]") -> bool:
    """Only as root, and only where apt is."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("apt-get") is None:
        return False
    print("Installing system parts: {}".format(" ".join(packages)), flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    subprocess.call(["apt-get", "update", "-qq"], env=environment, stdout=subprocess.DEVNULL)
    return subprocess.call(command, env=environment, stdout=subprocess.DEVNULL) == 0


def needs_display() -> bool:
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform.startswith("linux") and not any(os.environ.get(name) for name in named)


def venv_program(name: str) -> Path:
    folder = "Scripts" if os.name == "nt" else "bin"
    return VENV / folder / (name + (".exe" if os.name == "nt" else ""))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
