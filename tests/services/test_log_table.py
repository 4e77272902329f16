"""The log as a file, filters by name: everything in it, nothing dangerous, nothing half written."""

import csv
import threading
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

import shopphone.services.call_log as call_log
import shopphone.services.calls as calls
import shopphone.services.log_table as log_table
import shopphone.services.saved_filters as saved_filters
from shopphone.domain.calls import CallFilter, WrapUp
from shopphone.domain.errors import Refused, Unavailable
from shopphone.services.desk import Desk
from shopphone.store import tables as t


def nothing(_rows: int, _share: float) -> None:
    """Nobody looks."""


def read(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=";"))


def written(desk: Desk, file: Path, filter: CallFilter | None = None) -> list[dict[str, str]]:
    count = log_table.export(desk, filter or CallFilter(), file, threading.Event(), nothing)
    rows = read(file)
    assert count == len(rows)
    return rows


def test_the_file_says_everything_about_each_call(demo_desk: Desk, tmp_path: Path) -> None:
    with demo_desk.db.writing() as tx:
        sold = select(t.call.c.id).where(t.call.c.purpose == "order").limit(1).scalar_subquery()
        some = select(t.sale_order.c.id).order_by(t.sale_order.c.id).limit(2)
        tx.execute(update(t.sale_order).where(t.sale_order.c.id.in_(some)).values(call_id=sold))
    rows = written(demo_desk, tmp_path / "log.csv")
    logged = call_log.page(demo_desk, CallFilter(), limit=1000)
    assert [int(row["call"]) for row in rows] == [each.call_id for each in logged]
    for row, each in zip(rows, logged, strict=True):
        detail = call_log.detail(demo_desk, each.call_id)
        assert row["note"].lstrip("'") == each.note
        assert row["orders"] == ", ".join(detail.order_numbers)
        assert row["articles"] == ", ".join(title for title, _ in detail.articles)
        assert row["own_number"].lstrip("'") == detail.own_number
        assert row["ended_by"] == detail.ended_by
    assert any(row["orders"] for row in rows)
    assert any(row["articles"] for row in rows)
    assert {row["satisfaction"] for row in rows} >= {"", "5"}


def test_the_file_has_only_what_the_filter_gives(demo_desk: Desk, tmp_path: Path) -> None:
    rows = written(demo_desk, tmp_path / "log.csv", CallFilter(direction="out", purpose="delivery"))
    assert rows
    assert {(row["direction"], row["purpose"]) for row in rows} == {("out", "delivery")}


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_what_a_caller_sent_is_no_formula(desk: Desk, tmp_path: Path, sign: str) -> None:
    made = calls.start(desk)
    calls.finish(desk, WrapUp(call_id=made.call_id, note=f"{sign}HYPERLINK(1;2)"))
    (row,) = written(desk, tmp_path / "log.csv")
    assert row["note"] == f"'{sign}HYPERLINK(1;2)"


def test_stopped_there_is_no_file_and_an_older_one_stays(demo_desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "log.csv"
    file.write_text("as it was", encoding="utf-8")
    stop = threading.Event()

    def stops(_rows: int, _share: float) -> None:
        stop.set()

    with demo_desk.db.writing() as tx:
        row = dict(tx.execute(select(t.call).limit(1)).mappings().one())
        del row["id"]
        more = [{**row, "call_key": f"more-{n}"} for n in range(600)]
        tx.execute(insert(t.call), more)
    assert log_table.export(demo_desk, CallFilter(), file, stop, stops) is None
    assert file.read_text(encoding="utf-8") == "as it was"
    assert list(tmp_path.glob("*.part")) == []


def test_progress_grows_to_the_end(demo_desk: Desk, tmp_path: Path) -> None:
    told: list[tuple[int, float]] = []
    everything = CallFilter()
    log_table.export(
        demo_desk, everything, tmp_path / "log.csv", threading.Event(), lambda *x: told.append(x)
    )
    assert told == sorted(told)
    assert told[-1][1] == pytest.approx(1.0, abs=0.01)


def test_a_folder_that_is_gone_is_said(demo_desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="file"):
        written(demo_desk, tmp_path / "gone" / "log.csv")


def test_a_filter_is_kept_by_its_name_for_every_desk(desk: Desk, second_desk: Desk) -> None:
    first = saved_filters.save(desk, "  Verpasst   heute ", {"state": "missed", "days": "1"})
    saved_filters.save(desk, "ältere", {"days": "30"})
    assert [each.name for each in saved_filters.every(second_desk)] == ["ältere", "Verpasst heute"]
    assert saved_filters.save(second_desk, "Verpasst heute", {"state": "missed"}) == first
    found = {each.name: each.choices for each in saved_filters.every(desk)}
    assert found == {"ältere": {"days": "30"}, "Verpasst heute": {"state": "missed"}}
    saved_filters.forget(desk, first)
    assert [each.name for each in saved_filters.every(second_desk)] == ["ältere"]


def test_a_filter_without_a_name_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused, match="filter_name"):
        saved_filters.save(desk, " \t", {})
