"""`shopphone export orders` as it is typed, from a shop that has some."""

import shutil
from pathlib import Path

import pytest

from tests.test_transfer import typed


def test_a_file_of_orders_goes_through_once(
    tmp_path: Path, demo_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "shop").mkdir()
    shutil.copy(demo_file, tmp_path / "shop" / "shop.db")
    code, said = typed(
        tmp_path, capsys, "export", "orders", str(tmp_path / "o.csv"), "--format", "jtl"
    )
    assert (code, f"orders written to {tmp_path / 'o.csv'} for jtl, as export 1." in said) == (
        0,
        True,
    )
    assert (
        (tmp_path / "o.csv").read_text(encoding="utf-8-sig").startswith("Externe Auftragsnummer;")
    )
    assert typed(tmp_path, capsys, "export", "orders", str(tmp_path / "p.csv"))[0] == 1
    code, said = typed(tmp_path, capsys, "exported", "1", "--undo")
    assert (code, said) == (0, "Export 1 is taken back: its orders wait again.\n")
    assert typed(tmp_path, capsys, "export", "orders", str(tmp_path / "p.csv"))[0] == 0
    assert typed(tmp_path, capsys, "exported", "2") == (0, "Export 2 has gone through.\n")
    code, said = typed(tmp_path, capsys, "exported", "2", "--undo")
    assert (code, "gone through already" in said) == (1, True)
