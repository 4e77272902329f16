"""What kind of disk a folder lies on: a shop's file needs one of this computer's own.

SQLite's write-ahead log shares memory between processes, which no network can; two desks on one
file over a share would each believe their own log (sqlite.org/wal.html, "same host computer").
"""

import os
import sys
from pathlib import Path

_MOUNTS = Path("/proc/self/mountinfo")
_REMOTE = frozenset((
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "9p", "ceph", "glusterfs", "lustre",
    "davfs", "fuse.sshfs", "fuse.davfs2", "fuse.rclone", "fuse.s3fs", "fuse.gvfsd-fuse", "webdav",
))  # fmt: skip
_DRIVE_REMOTE = 4


def is_remote(folder: Path) -> bool:
    """Whether this folder is on another computer, as far as the system says."""
    folder = Path(os.path.realpath(folder))
    if sys.platform == "win32":
        return _is_remote_on_windows(folder)
    if not _MOUNTS.exists():
        return False  # macOS names no kind of a disk to Python
    return kind_of(folder, _MOUNTS.read_text(encoding="utf-8", errors="replace")) in _REMOTE


def kind_of(folder: Path, mounts: str) -> str:
    """The file system a folder is on: the last one mounted at its nearest place above it."""
    found, kind = "", ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        place = _unescaped(before.split()[4])
        if folder.is_relative_to(place) and len(place) >= len(found):
            found, kind = place, after.split()[0]
    return kind


def _is_remote_on_windows(folder: Path) -> bool:
    import ctypes

    if folder.drive.startswith("\\\\"):
        return True
    found: int = ctypes.windll.kernel32.GetDriveTypeW(f"{folder.drive}\\")  # type: ignore[attr-defined]  # Windows alone
    return found == _DRIVE_REMOTE


def _unescaped(place: str) -> str:
    for code, character in ((r"\040", " "), (r"\011", "\t"), (r"\012", "\n"), (r"\134", "\\")):
        place = place.replace(code, character)
    return place
