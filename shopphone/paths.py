"""Where resources and user data are: in a checkout, an installed wheel, or a frozen program."""

import os
import sys
from pathlib import Path


def resources() -> Path:
    """The folder with fonts, icons, texts, the demo shop and translations."""
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    places = [
        *([Path(frozen) / "resources"] if frozen else []),
        package / "_resources",
        package.parent / "resources",
    ]
    for place in places:
        if place.is_dir():
            return place
    raise FileNotFoundError("the program's resources folder is missing; install it again")


def default_data() -> Path:
    """The user's own data folder; nothing in it is readable by others."""
    from platformdirs import user_data_path

    return user_data_path("shopphone", appauthor=False)


def private_folder(path: Path) -> Path:
    """Make a folder that only its owner can read."""
    path.mkdir(parents=True, exist_ok=True)
    if os.name == "posix":
        path.chmod(0o700)
    return path
