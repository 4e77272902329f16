"""`shopphone import` and `export` as they are typed."""

from pathlib import Path

import pytest

from shopphone.commands import run

Said = tuple[int, str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    (made / "guss.md").write_text("# Guss\n\nÖlen.<script>x</script>", encoding="utf-8")
    (made / "leer.md").write_text(" ", encoding="utf-8")
    return made


def typed(tmp_path: Path, capsys: pytest.CaptureFixture[str], *words: str) -> Said:
    code = run(["--data", str(tmp_path / "shop"), *words])
    told = capsys.readouterr()
    return code, told.out + told.err


def test_articles_go_in_out_and_back(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = typed(tmp_path, capsys, "import", "articles", str(folder), "--dry-run")
    assert code == 1
    assert "[fault] leer.md: It has no text." in said
    assert "[new] guss.md: scripts are left out" in said
    assert "in: 1 new, 0 changed, 0 unchanged, 1 fault." in said
    assert said.endswith("Nothing was changed.\n")
    (folder / "leer.md").unlink()
    code, said = typed(tmp_path, capsys, "import", "articles", str(folder))
    assert (code, "Taken in: 1 new, 0 changed." in said) == (0, True)
    out = tmp_path / "out"
    code, said = typed(tmp_path, capsys, "export", "articles", str(out))
    assert (code, said) == (0, f"1 articles written to {out}.\n")
    assert [path.name for path in out.iterdir()] == ["guss.de.md"]
    code, said = typed(tmp_path, capsys, "import", "articles", str(out))
    assert (code, "0 new, 0 changed, 1 unchanged" in said) == (0, True)
    code, said = typed(tmp_path, capsys, "export", "articles", str(out))
    assert (code, "not empty" in said) == (1, True)
    code, said = typed(tmp_path, capsys, "import", "articles", "--undo")
    assert (code, said.startswith("in is taken back: 1 removed")) == (0, True)
    assert typed(tmp_path, capsys, "import", "articles", "--undo")[0] == 1


def test_text_modules_go_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "modules.csv"
    file.write_text("name,keywords,content,note,active\nHallo,hi,Guten Tag,,true\n,,,,\nX,,,,1\n")
    code, said = typed(tmp_path, capsys, "import", "modules", str(file))
    assert (code, said) == (1, "Line 4: It has no text.\nmodules.csv: 1 new, 0 changed, 0 unchanged, 1 fault.\n")  # fmt: skip
    code, said = typed(tmp_path, capsys, "import", "modules", str(file), "--dry-run")
    assert "0 new, 0 changed, 1 unchanged" in said


@pytest.mark.parametrize("words", [["articles"], ["modules", "--undo"], ["calls", "x"]])
def test_what_cannot_be_done_is_said_at_once(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        run(["import", *words])
    assert "usage:" in capsys.readouterr().err


def test_orders_and_lists_leave_by_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = typed(tmp_path, capsys, "export", "orders", str(tmp_path / "o.csv"))
    assert (code, "No order waits" in said) == (1, True)
    code, said = typed(tmp_path, capsys, "export", "customers", str(tmp_path / "c.xlsx"))
    assert (code, said) == (0, f"0 customers written to {tmp_path / 'c.xlsx'}.\n")
    code, said = typed(tmp_path, capsys, "export", "calls", str(tmp_path / "calls"))
    assert (code, "must end in .csv" in said) == (1, True)
