"""The kinds of packages, made from the folder PyInstaller filled, and the licences of what is in it."""

import importlib.metadata
import os
import re
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

import system_parts
from words import Stop

INSTALLER = Path(__file__).resolve().parent
LINUX = INSTALLER / "linux"
# since Ubuntu 24.04 and Debian 13
RENAMED = {"libglib2.0-0": "libglib2.0-0t64", "libcups2": "libcups2t64"}
NAMED_LIKE = ("LICEN", "COPYING", "NOTICE", "AUTHORS")


def deb(program: Path, out: Path, version: str) -> Path:
    """Everything below /usr/lib/shopphone, a menu entry that opens telephone links, a man page."""
    if shutil.which("dpkg-deb") is None:
        raise Stop("dpkg-deb is missing: it is part of Debian and Ubuntu.")
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / "root"
        share = root / "usr" / "share"
        shutil.copytree(program, root / "usr" / "lib" / "shopphone", symlinks=True)
        put(LINUX / "shopphone.desktop", share / "applications")
        put(LINUX / "shopphone.1", share / "man" / "man1")
        icon = INSTALLER.parent / "resources" / "icons" / "shopphone.svg"
        put(icon, share / "icons" / "hicolor" / "scalable" / "apps")
        put(program / "LICENSES.txt", share / "doc" / "shopphone").rename(
            share / "doc" / "shopphone" / "copyright"
        )
        for name in ("shopphone", "shopphone-cli"):
            link = root / "usr" / "bin" / name
            link.parent.mkdir(parents=True, exist_ok=True)
            link.symlink_to("../lib/shopphone/shopphone")
        libraries = [
            f"{each} | {RENAMED[each]}" if each in RENAMED else each for each in libraries_needed()
        ]
        control = (
            (LINUX / "control")
            .read_text(encoding="utf-8")
            .format(version=version, size=size_kb(root), libraries=", ".join(libraries))
        )
        (root / "DEBIAN").mkdir()
        (root / "DEBIAN" / "control").write_text(control, encoding="utf-8")
        settle(root)
        made = out / f"shopphone_{version}_amd64.deb"
        command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(made)]
        epoch = {"SOURCE_DATE_EPOCH": date_of_checkout(INSTALLER.parent)}
        if subprocess.call(command, stdout=subprocess.DEVNULL, env={**os.environ, **epoch}):
            raise Stop("dpkg-deb failed; it says why above.")
    return made


def tar(program: Path, out: Path, version: str) -> Path:
    """The folder as it is, with the menu entry and the icon beside it."""
    name = f"shopphone-{version}-linux"
    made = out / f"{name}.tar.xz"
    when = int(date_of_checkout(INSTALLER.parent))

    def same(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = when
        entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
        return entry

    with tarfile.open(made, "w:xz") as archive:
        for file in sorted(program.rglob("*")):
            inside = f"{name}/{file.relative_to(program).as_posix()}"
            archive.add(file, inside, recursive=False, filter=same)
        for file in (LINUX / "shopphone.desktop", LINUX / "shopphone.1"):
            archive.add(file, f"{name}/{file.name}", filter=same)
    return made


def windows(program: Path, out: Path, version: str) -> Path:
    """A per-user installer, made by NSIS."""
    makensis = shutil.which("makensis") or r"C:\Program Files (x86)\NSIS\makensis.exe"
    made = out / f"shopphone-{version}-setup.exe"
    command = [makensis, "-V2", f"-DVERSION={version}", f"-DFOLDER={program}", f"-DOUT={made}"]
    try:
        code = subprocess.call([*command, str(INSTALLER / "windows" / "shopphone.nsi")])
    except FileNotFoundError as error:
        raise Stop("NSIS is missing: install it from its own site and call this again.") from error
    if code:
        raise Stop("makensis failed; it says why above.")
    return made


def macos(program: Path, out: Path, version: str) -> Path:
    """The application, signed ad hoc (without which Apple's processors do not run it), as a zip."""
    app = program.parent / "shopphone.app"
    entitlements = str(INSTALLER / "macos" / "entitlements.plist")
    sign = [
        "codesign",
        "--force",
        "--deep",
        "--sign",
        "-",
        "--entitlements",
        entitlements,
        str(app),
    ]
    made = out / f"shopphone-{version}-macos.zip"
    pack = ["ditto", "-c", "-k", "--keepParent", str(app), str(made)]
    if subprocess.call(sign) or subprocess.call(pack):
        raise Stop("signing or packing failed; it says why above.")
    return made


def libraries_needed() -> "list[str]":
    return sorted(system_parts.LIBRARIES.values())


def put(file: Path, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copy2(file, folder))


def size_kb(root: Path) -> int:
    return (
        sum(f.stat().st_size for f in root.rglob("*") if f.is_file() and not f.is_symlink()) // 1024
    )


def settle(root: Path) -> None:
    """Rights and days that do not depend on who builds, and when."""
    when = int(date_of_checkout(INSTALLER.parent))
    for place in (root, *root.rglob("*")):
        if place.is_symlink():
            os.utime(place, (when, when), follow_symlinks=False)
            continue
        is_open = place.is_dir() or place.stat().st_mode & 0o100
        place.chmod(0o755 if is_open else 0o644)
        os.utime(place, (when, when))


def date_of_checkout(root: Path) -> str:
    """The last commit's moment (seconds since 1970); of a tree without history, the lock's."""
    told = subprocess.run(
        ["git", "log", "-1", "--format=%ct"],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    said = told.stdout.decode().strip()
    return said or str(int((INSTALLER / "requirements.lock").stat().st_mtime))


def licences(site_packages: Path, root: Path) -> str:
    """Every part's name, version and licence, and the whole texts it brought."""
    found = importlib.metadata.distributions(path=[str(site_packages)])
    parts = {each.metadata["Name"].lower(): each for each in found}
    lock = (INSTALLER / "requirements.lock").read_text(encoding="utf-8")
    inside = {name.lower() for name in re.findall(r"^([\w.-]+)==", lock, re.M)}
    blocks = [f"shopphone\n\n{(root / 'LICENSE').read_text(encoding='utf-8')}"]
    for name in sorted(parts.keys() & inside):
        blocks.append(_licence_of(parts[name]))
    for file in sorted((root / "resources" / "fonts").glob("*.txt")):
        blocks.append(f"Fonts: {file.name}\n\n{file.read_text(encoding='utf-8', errors='replace')}")
    return f"\n\n{'=' * 78}\n\n".join(blocks)


def _licence_of(part: importlib.metadata.Distribution) -> str:
    about = part.metadata
    named = [*(about.get_all("License-Expression") or []), *(about.get_all("License") or [])]
    classified = [
        line.rpartition("::")[2].strip()
        for line in about.get_all("Classifier") or []
        if line.startswith("License ::")
    ]
    title = f"{about['Name']} {part.version}: {named[0].splitlines()[0] if named and named[0] else ', '.join(classified)}"
    texts = [
        file.read_text(encoding="utf-8")
        for file in part.files or []
        if file.name.upper().startswith(NAMED_LIKE) and ".dist-info" in str(file)
    ]
    return "\n\n".join([title, *texts])
