#!/usr/bin/env python3
"""From a checkout to what people install, each kind on its own system.

python3 installer/build.py deb        dist/shopphone_VERSION_amd64.deb      (Debian 12, Ubuntu 22.10 or newer)
python3 installer/build.py tar        dist/shopphone-VERSION-linux.tar.xz   (the same, without packages)
python3 installer/build.py windows    dist\\shopphone-VERSION-setup.exe      (on Windows, with NSIS)
python3 installer/build.py macos      dist/shopphone-VERSION-macos.zip      (on a Mac)
python3 installer/build.py all        what this system can build

Each build tries the finished program (--selftest) and writes dist/SHA256SUMS and dist/LICENSES.txt.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import environment
import packages
from words import Stop

ROOT = environment.ROOT
DIST, WORK = ROOT / "dist", ROOT / "build"
LOCK = "requirements-build.lock"
KINDS = {"linux": ("deb", "tar"), "win32": ("windows",), "darwin": ("macos",)}


def main(arguments: "list[str]") -> int:
    try:
        return build(arguments[0] if len(arguments) == 1 else "")
    except Stop as stop:
        print(f"shopphone: {stop}", file=sys.stderr)
        return 1


def build(kind: str) -> int:
    here = KINDS.get(sys.platform, ())
    wanted = here if kind == "all" else (kind,)
    if kind not in (*here, "all"):
        print(__doc__)
        return 2
    version = version_of_checkout()
    python = environment.prepare(LOCK)
    program = freeze(python, version)
    licences = DIST / "LICENSES.txt"
    licences.write_text(packages.licences(environment.site_packages(), ROOT), encoding="utf-8")
    shutil.copy2(licences, program / "LICENSES.txt")
    try_out(program)
    make = {
        "deb": packages.deb,
        "tar": packages.tar,
        "windows": packages.windows,
        "macos": packages.macos,
    }
    made = [make[each](program, DIST, version) for each in wanted]
    sums = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in made]
    (DIST / "SHA256SUMS").write_text("".join(sums))
    for file in made:
        print(f"{file.relative_to(ROOT)}  {file.stat().st_size / 1e6:.1f} MB")
    return 0


def version_of_checkout() -> str:
    text = (ROOT / "shopphone" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([^"]+)"', text)
    if found is None:
        raise Stop("shopphone/__init__.py names no version.")
    return found[1]


def freeze(python: Path, version: str) -> Path:
    """The folder with the program and everything it needs; made anew each time."""
    for folder in (DIST / "shopphone", DIST / "shopphone.app", WORK):
        shutil.rmtree(str(folder), ignore_errors=True)
    WORK.mkdir(parents=True)
    DIST.mkdir(exist_ok=True)
    icon = WORK / "shopphone.png"
    draw = [str(python), str(environment.INSTALLER / "icon.py"), str(icon)]
    call(draw, {"QT_QPA_PLATFORM": "offscreen"})
    command = [str(python), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(DIST), "--workpath", str(WORK)]
    surroundings = {
        "SHOPPHONE_ICON": str(icon),
        "SHOPPHONE_VERSION": version,
        # the same input gives the same bytes
        "PYTHONHASHSEED": "1",
        "SOURCE_DATE_EPOCH": packages.date_of_checkout(ROOT),
    }
    call([*command, str(environment.INSTALLER / "shopphone.spec")], surroundings)
    return DIST / "shopphone"


def try_out(program: Path) -> None:
    name = "shopphone-cli.exe" if sys.platform == "win32" else "shopphone"
    call([str(program / name), "--selftest"], {"QT_QPA_PLATFORM": "offscreen"})


def call(command: "list[str]", more: "dict[str, str]") -> None:
    print("$ " + " ".join(command), flush=True)
    if subprocess.call(command, cwd=str(ROOT), env={**os.environ, **more}):
        raise Stop(f"{Path(command[0]).name} failed; it says why above.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
