"""System parts a test needs: without them it is skipped with the reason; where every part must be
there (SHOPPHONE_PARTS_REQUIRED) it fails instead.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import pytest


def need_program(name: str, package: str) -> str:
    """The path of a program, or the end of this test."""
    found = shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
    if found is None:
        unavailable(f"needs {name}: apt-get install {package}")
    return found


@contextmanager
def folder_for_others(name: str) -> Iterator[Path]:
    """A folder that a server's own user may enter.

    Not below pytest's: each start of pytest on this machine closes that to everyone but its owner.
    """
    # only the system's own /tmp is surely open to others
    folder = Path(tempfile.mkdtemp(prefix=f"shopphone-{name}-", dir="/tmp"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def need_root() -> None:
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("needs root: a print server of its own cannot be started without")


def unavailable(reason: str) -> NoReturn:
    if os.environ.get("SHOPPHONE_PARTS_REQUIRED"):
        pytest.fail(reason)
    pytest.skip(reason)
