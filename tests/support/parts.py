"""System parts a test needs: without them it is skipped with the reason; where every part must be
there (SHOPPHONE_PARTS_REQUIRED) it fails instead.
"""

import os
import shutil
from typing import NoReturn

import pytest


def need_program(name: str, package: str) -> str:
    """The path of a program, or the end of this test."""
    found = shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
    if found is None:
        unavailable(f"needs {name}: apt-get install {package}")
    return found


def need_root() -> None:
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("needs root: a print server of its own cannot be started without")


def unavailable(reason: str) -> NoReturn:
    if os.environ.get("SHOPPHONE_PARTS_REQUIRED"):
        pytest.fail(reason)
    pytest.skip(reason)
