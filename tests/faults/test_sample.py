"""Every kind of trouble with a few rounds; python -m tests.faults makes them at full length."""

import json
from pathlib import Path

import pytest

from tests.faults import __main__ as faults
from tests.faults.kind import Kind, Outcome, Place
from tests.faults.table import KINDS
from tests.support.postgres import PostgresServer


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_nothing_is_lost(kind: Kind, postgres_server: PostgresServer) -> None:
    with Place(postgres_server) as place:
        outcome = kind.run(place, kind.sample)
    if outcome.skipped:
        pytest.skip(outcome.skipped)
    assert outcome.rounds >= kind.sample
    assert outcome.losses == ()


def test_every_kind_has_a_name_of_its_own() -> None:
    names = [kind.name for kind in KINDS]
    assert len(names) == len(set(names))


def test_a_loss_ends_the_run_with_one_and_stands_in_the_results(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def loses(_place: Place, rounds: int) -> Outcome:
        return Outcome(rounds=rounds, losses=("an order",))

    kind = Kind(name="loses", says="Loses an order.", rounds=3, sample=1, run=loses)
    monkeypatch.setattr(faults, "KINDS", (kind,))
    assert faults.main(["loses", "--json", str(tmp_path / "out.json")]) == 1
    assert "lost: an order" in capsys.readouterr().out
    rows = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert [(row["name"], row["rounds"], row["losses"]) for row in rows] == [
        ("loses", 3, ["an order"])
    ]
