"""What Linux must bring: which libraries and programs are missing, and installing them by apt."""

import ctypes.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

# what a window needs, on Debian and Ubuntu: library -> package
LIBRARIES = {
    "glib-2.0": "libglib2.0-0",
    "GL": "libgl1",
    "EGL": "libegl1",
    "dbus-1": "libdbus-1-3",
    "fontconfig": "libfontconfig1",
    "brotlidec": "libbrotli1",
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
# what the tests work with: program or file (a pattern) -> package
PROGRAMS = {
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
    "setpriv": "util-linux",
}
FILES = {
    "usr/lib/postgresql/*/bin/initdb": "postgresql",
    "usr/lib/cups/backend/cups-pdf": "printer-driver-cups-pdf",
    "usr/share/ppd/cupsfilters/Generic-PDF_Printer-PDF.ppd": "cups-filters",
}


def missing_to_run() -> "list[str]":
    """Packages of the libraries that this Linux does not have."""
    if not sys.platform.startswith("linux"):
        return []
    known = known_libraries()
    return [package for name, package in LIBRARIES.items() if not has_library(name, known)]


def missing_to_test() -> "list[str]":
    if not sys.platform.startswith("linux"):
        return []
    programs = [package for name, package in PROGRAMS.items() if not has_program(name)]
    files = [package for name, package in FILES.items() if not any(Path("/").glob(name))]
    return missing_to_run() + programs + files


def known_libraries() -> str:
    """The linker's whole list at once: asking for each library costs a process each."""
    ldconfig = shutil.which("ldconfig", path=system_path())
    if ldconfig is None:
        return ""
    listed = subprocess.run([ldconfig, "-p"], stdout=subprocess.PIPE, check=False)
    return os.fsdecode(listed.stdout)


def has_library(name: str, known: str) -> bool:
    return f"\tlib{name}.so" in known or ctypes.util.find_library(name) is not None


def has_program(name: str) -> bool:
    return shutil.which(name, path=system_path()) is not None


def system_path() -> str:
    return os.environ.get("PATH", "") + ":/usr/sbin:/sbin"


def complete(packages: "list[str]", installed: Path) -> None:
    """Install them where we may; else say the one line that does, and let the program try.

    The file `installed` remembers what apt gave, so that a library it names otherwise than we do
    does not bring apt back at every start.
    """
    known = installed.read_text().split() if installed.exists() else []
    wanted = [package for package in packages if package not in known]
    if not wanted:
        return
    if apt_install(wanted):
        installed.write_text("\n".join(known + wanted))
    else:
        print(advice(wanted), file=sys.stderr, flush=True)


def advice(packages: "list[str]") -> str:
    if shutil.which("apt-get") is None:
        return (
            "shopphone: this system lacks some parts. Install what your system calls these Debian "
            "packages: " + " ".join(packages)
        )
    return "shopphone: some system parts are missing. Install them with:\n  {}".format(
        "sudo apt-get install --no-install-recommends " + " ".join(packages)
    )


def apt_install(packages: "list[str]") -> bool:
    """Only as root, and only where apt is."""
    apt = shutil.which("apt-get")
    if os.name != "posix" or os.geteuid() != 0 or apt is None:
        return False
    print("Installing system parts: {}".format(" ".join(packages)), flush=True)
    surroundings = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    # without a network this fails, but the packages may be in apt's own store
    subprocess.call([apt, "update", "-qq"], env=surroundings, stdout=subprocess.DEVNULL)
    return run_quietly(
        [apt, "install", "-y", "-qq", "--no-install-recommends", *packages], surroundings
    )


def run_quietly(command: "list[str]", surroundings: "dict[str, str]") -> bool:
    done = subprocess.run(
        command, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    if done.returncode:
        print(os.fsdecode(done.stdout).strip(), file=sys.stderr, flush=True)
    return done.returncode == 0
