"""The texts of the windows: resources/i18n/*.ts become the .qm files that the program loads."""

import os
import subprocess
from pathlib import Path

from words import Stop


def compile_all(folder: Path, lrelease: str) -> "list[Path]":
    """Compile what is newer than its result; gives all results."""
    return [compile_one(source, lrelease) for source in sorted(folder.glob("*.ts"))]


def compile_one(source: Path, lrelease: str) -> Path:
    target = source.with_suffix(".qm")
    if is_older(target, source):
        done = subprocess.run(
            [lrelease, "-silent", str(source), "-qm", str(target)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        if done.returncode or not target.exists():
            raise Stop(
                f"the translation {source.name} could not be compiled: {os.fsdecode(done.stdout).strip()}"
            )
    return target


def is_older(target: Path, source: Path) -> bool:
    return not target.exists() or target.stat().st_mtime < source.stat().st_mtime
