"""hatchling calls this before it packs: the wheel carries the compiled translations."""

import shutil
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileTranslations(BuildHookInterface[Any]):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        sys.path.insert(0, str(Path(self.root) / "installer"))
        import translations

        lrelease = shutil.which("pyside6-lrelease")
        if lrelease is None:
            raise FileNotFoundError("pyside6-lrelease of PySide6_Essentials is not on the PATH")
        translations.compile_all(Path(self.root) / "resources" / "i18n", lrelease)
