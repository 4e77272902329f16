"""Which backups are kept, when the next is due, and how their names are read."""

from datetime import UTC, datetime, timedelta

import pytest

from shopphone.domain import backups as b

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def made(*moments: datetime) -> list[b.Backup]:
    found = [b.read_name(b.name_of("Laden", each, ".db")) for each in moments]
    return [each for each in found if each is not None]


def days_before(count: int, hours: int = 0) -> datetime:
    return NOW - timedelta(days=count, hours=hours)


def test_seven_days_four_weeks_and_twelve_months_are_kept() -> None:
    every_day = made(*(days_before(n) for n in range(800)))
    kept = sorted(b.kept(every_day, NOW))
    days = [read.made_at.date() for name in kept if (read := b.read_name(name))]
    assert days[-7:] == [days_before(n).date() for n in range(6, -1, -1)]
    # the newest of each of four weeks: 24 Nov and the Sundays before
    assert {d.isoformat() for d in days} >= {"2026-11-22", "2026-11-15", "2026-11-08"}
    months = {(d.year, d.month) for d in days}
    assert len(months) == 12
    assert min(days).isoformat() == "2025-12-31"
    assert len(kept) == 7 + 2 + 11  # four weeks lie in part in the seven days, one month as well


def test_of_a_day_the_newest_is_kept() -> None:
    early, late = days_before(1, hours=3), days_before(1)
    assert b.kept(made(early, late), NOW) == {made(late)[0].name}


def test_a_shop_that_was_closed_for_a_year_loses_none() -> None:
    old = made(*(days_before(400 + n) for n in range(7)))
    assert b.kept([*old, *made(NOW)], NOW) >= {each.name for each in old[:6]}


def test_a_clock_that_ran_ahead_takes_no_place_from_the_others() -> None:
    ahead = made(*(NOW + timedelta(days=1000 + n) for n in range(9)))
    real = made(*(days_before(n) for n in range(7)))
    assert b.kept([*ahead, *real], NOW) == {each.name for each in (*ahead, *real)}


@pytest.mark.parametrize(
    ("last", "due"),
    [
        (None, True),
        (NOW - timedelta(hours=3), False),
        (NOW - timedelta(days=1), True),
        (NOW + timedelta(days=90), True),  # the clock was set back
    ],
)
def test_one_a_day_is_due(last: datetime | None, due: bool) -> None:
    assert b.is_due(last, NOW) is due


def test_names_say_shop_moment_and_seal() -> None:
    name = b.name_of("Küchenhaus & Söhne GmbH", NOW, ".db.age")
    assert name == "shopphone-kuechenhaus-soehne-gmbh-20261124T090000Z.db.age"
    read = b.read_name(name)
    assert read is not None
    assert (read.shop, read.made_at, read.sealed) == ("kuechenhaus-soehne-gmbh", NOW, True)
    for other in ("shop.db", "shopphone-x-20261399T090000Z.db", f"{name}.new", "shopphone-1-2.new"):
        assert b.read_name(other) is None
