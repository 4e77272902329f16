"""`shopphone import products` as it is typed, in both languages."""

import json
from pathlib import Path

import pytest

from shopphone.commands import run

TABLE = "Artikelnummer;Bezeichnung;Preis;Farbe\nA-1;Bräter;12,90;rot\nA-2;Deckel;zehn;\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "artikel.csv"
    made.write_text(TABLE, encoding="cp1252")
    return made


def typed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], *words: str, lang: str = "en"
) -> tuple[int, list[str]]:
    code = run(["--lang", lang, "--data", str(tmp_path / "shop"), "import", "products", *words])
    told = capsys.readouterr()
    return code, (told.out + told.err).splitlines()


def test_what_must_be_known_is_asked_with_the_option_that_answers(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = typed(tmp_path, capsys, str(file))
    assert code == 2
    assert said == [
        "artikel.csv: Recognised as a table of its own, written in CP1252 with “;” between the columns.",
        "Artikelnummer = article number, Bezeichnung = name, Preis = price",
        "Not used: Farbe",
        "Does “Preis” hold prices with VAT (gross) or without (net)? (--gross | --net)",
        "Which VAT rate in percent has what names none? (--vat 19)",
    ]


def test_bad_rows_are_told_mended_and_taken_in(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.csv"
    answers = ("--gross", "--vat", "19")
    code, said = typed(tmp_path, capsys, str(file), *answers, "--dry-run", lang="de")
    assert (code, said[-1]) == (1, "Nichts wurde geändert.")
    code, said = typed(tmp_path, capsys, str(file), *answers, "--bad", str(bad), lang="de")
    assert code == 1
    assert said[3:] == [
        "Zeile 3, Spalte „Preis“: „zehn“ ist keine Zahl. Schreiben Sie sie wie 12,90.",
        "artikel.csv: 1 neu, 0 geändert, 0 unverändert, 1 mit Fehlern, 0 übergangen.",
        f"1 Zeilen stehen in {bad}: Bessern Sie sie aus und übernehmen Sie diese Datei.",
        "Übernommen. --undo nimmt es zurück.",
    ]
    mended = bad.read_text(encoding="utf-8-sig").replace("zehn", "10,00")
    bad.write_text(mended, encoding="utf-8")
    code, said = typed(tmp_path, capsys, str(bad))
    assert (code, said[-2:]) == (
        0,
        [
            "bad.csv: 1 new, 0 changed, 0 unchanged, 0 with errors, 0 passed over.",
            "Taken in. --undo takes it back.",
        ],
    )
    assert typed(tmp_path, capsys, "--undo") == (
        0, ["bad.csv is taken back: 1 removed, 0 as before."],
    )  # fmt: skip
    assert typed(tmp_path, capsys, "--undo")[0] == 0
    code, said = typed(tmp_path, capsys, "--undo", lang="de")
    assert (code, said) == (1, ["Es gibt keine Übernahme, die zurückzunehmen wäre."])


def test_columns_nobody_knows_are_mapped_by_a_file_and_remembered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, names = tmp_path / "x.csv", tmp_path / "map.json"
    file.write_text("kennz,was,zahl\nA-1,Topf,12.90\n")
    names.write_text(
        json.dumps(
            {
                "columns": {"sku": "Kennz", "name": "was", "price_gross": "Zahl"},
                "answers": {"vat": "7"},
            }
        )
    )
    code, said = typed(tmp_path, capsys, str(file))
    assert (code, said[0].startswith("shopphone: This is no table of these things.")) == (1, True)
    code, said = typed(tmp_path, capsys, str(file), "--map", str(names))
    assert (code, said[-2].startswith("x.csv: 1 new")) == (0, True)
    code, said = typed(tmp_path, capsys, str(file), "--format", "generic")
    assert (code, said[-1].startswith("x.csv: 0 new, 0 changed, 1 unchanged")) == (0, True)
    names.write_text("[]")
    assert typed(tmp_path, capsys, str(file), "--map", str(names))[0] == 1


@pytest.mark.parametrize(
    "content", [b"", b"\n\n", b"\x1f\x8bkaputt", b"PK\x03\x04kaputt", b"\xd0\xcf\x11\xe0"]
)
def test_what_is_no_table_is_refused_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    file = tmp_path / "x.csv"
    file.write_bytes(content)
    code, said = typed(tmp_path, capsys, str(file))
    assert code == 1
    assert len(said) == 1
    assert said[0].startswith("shopphone: ")
    assert said[0].endswith(".")
