"""The virtual environment in the checkout: made once, completed from a lock, translations ready.

A stamp written after everything else makes the next start free; without it the environment counts
as half made and is made anew.
"""

import hashlib
import locale
import os
import shutil
import subprocess
import sys
from pathlib import Path

import system_parts
import translations
from words import Stop

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
INSTALLER = ROOT / "installer"
PLAIN_LOCK = "requirements.lock"
MORE_LOCKS = ("requirements-dev.lock", "requirements-build.lock")


def prepare(lock_name: str) -> Path:
    """The Python of an environment that holds the locked parts."""
    python = program("python")
    if not (is_stamped(lock_name) and python.exists()):
        if not is_usable(python):
            make(python)
        print("Installing the parts shopphone needs (once) ...", flush=True)
        install(python, INSTALLER / lock_name)
        stamp_of(lock_name).write_text(fingerprint(lock_name))
    translations.compile_all(ROOT / "resources" / "i18n", str(program("pyside6-lrelease")))
    return python


def program(name: str) -> Path:
    if os.name == "nt":
        return VENV / "Scripts" / (name + ".exe")
    return VENV / "bin" / name


def stamp_of(lock_name: str) -> Path:
    return VENV / (lock_name + ".stamp")


def fingerprint(lock_name: str) -> str:
    """What an environment was made for: this Python, this place, these parts."""
    made_for = f"{sys.version_info[:2]} {ROOT} ".encode()
    return hashlib.sha256(made_for + (INSTALLER / lock_name).read_bytes()).hexdigest()


def is_stamped(lock_name: str) -> bool:
    """The other locks hold everything the plain one does, so for it any stamp will do."""
    more = MORE_LOCKS if lock_name == PLAIN_LOCK else ()
    return any(has_stamp(name) for name in (lock_name, *more))


def has_stamp(lock_name: str) -> bool:
    stamp = stamp_of(lock_name)
    return stamp.exists() and stamp.read_text() == fingerprint(lock_name)


def is_usable(python: Path) -> bool:
    """Once complete, of this Python, and not moved here from elsewhere."""
    if not any(VENV.glob("*.stamp")) or not python.exists():
        return False
    probe = "import pip, sys; print(sys.version_info[:2], sys.prefix)"
    told = subprocess.run(
        [str(python), "-c", probe], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False
    )
    made_here = str(VENV) in (VENV / "pyvenv.cfg").read_text()
    wanted = f"{sys.version_info[:2]} {VENV}"
    return made_here and os.fsdecode(told.stdout).strip() == wanted


def make(python: Path) -> None:
    if not has_venv_module() and not system_parts.apt_install([venv_package()]):
        raise Stop(
            "this Python cannot make virtual environments (its venv module is missing). On Debian "
            f"and Ubuntu: sudo apt-get install {venv_package()}, then call this again."
        )
    clear(VENV)
    made = subprocess.run(
        [sys.executable, "-m", "venv", str(VENV)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if made.returncode or not python.exists():
        clear(VENV)
        raise Stop(
            f"no virtual environment could be made in {VENV}. Python says: {os.fsdecode(made.stdout).strip()}\nCheck that the folder "
            "can be written and the disk has room, then call this again."
        )
    point_to_checkout()


def has_venv_module() -> bool:
    """Debian's Python has venv but not the ensurepip it needs."""
    probe = [sys.executable, "-c", "import venv, ensurepip"]
    return subprocess.call(probe, stderr=subprocess.DEVNULL) == 0


def venv_package() -> str:
    return "python{}.{}-venv".format(*sys.version_info[:2])


def clear(place: Path) -> None:
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(str(place), ignore_errors=True)
    elif place.exists() or place.is_symlink():
        place.unlink()


def point_to_checkout() -> None:
    """`python -m shopphone` works from every folder, on the files of the checkout."""
    # a .pth file is UTF-8 only since Python 3.13
    encoding = "utf-8" if sys.version_info >= (3, 13) else locale.getpreferredencoding(False)
    (site_packages() / "shopphone.pth").write_text(f"{ROOT}\n", encoding=encoding)


def site_packages() -> Path:
    if os.name == "nt":
        return VENV / "Lib" / "site-packages"
    return VENV / "lib" / "python{}.{}".format(*sys.version_info[:2]) / "site-packages"


def install(python: Path, lock: Path) -> None:
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    command += ["--retries", "2", "--require-hashes", "--only-binary", ":all:", "-r", str(lock)]
    if subprocess.call(command):
        raise Stop(
            "the parts could not be installed; pip says why above. Check the network connection "
            "and the room on the disk, then call this again."
        )
