"""What another desk commits is known here: settings in memory, the finder, the open screens."""

from collections.abc import Callable, Iterator
from threading import Condition

import psycopg
import pytest

import shopphone.services.answers as answers
import shopphone.services.articles as articles
import shopphone.services.call_log as call_log
import shopphone.services.calls as calls
import shopphone.services.editing as editing
import shopphone.services.settings as settings
from shopphone.domain.calls import CallFilter
from shopphone.domain.knowledge import ArticleDraft
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.listen import Listener

on_postgresql = pytest.mark.parametrize("shop_url", ["postgresql"], indirect=True)
on_sqlite = pytest.mark.parametrize("shop_url", ["sqlite"], indirect=True)


class News:
    """What a desk was told, and waiting for it."""

    def __init__(self, desk: Desk) -> None:
        self.tables: set[str] = set()
        self._more = Condition()
        desk.db.on_change(self._heard)

    def _heard(self, tables: frozenset[str]) -> None:
        with self._more:
            self.tables |= tables
            self._more.notify_all()

    def until(self, *tables: str) -> None:
        with self._more:
            assert self._more.wait_for(lambda: set(tables) <= self.tables, timeout=10)


@pytest.fixture
def listening(second_desk: Desk, shop_url: str) -> Iterator[News]:
    """The second desk hears what is committed elsewhere, as the program connects it."""
    news = News(second_desk)
    listener = Listener(shop_url, second_desk.db)
    listener.start()
    until_listening(shop_url)
    yield news
    listener.stop()


def until_listening(url: str, than: int = 0) -> None:
    """Wait until the server knows a connection that listens, other than the process `than`."""
    query = "select pid from pg_stat_activity where query like 'listen%%' and pid <> %s"
    with psycopg.connect(url, autocommit=True) as connection:
        eventually(lambda: connection.execute(query, (than,)).fetchone() is not None)


def eventually(happened: Callable[[], bool]) -> None:
    from tests.support.processes import wait_until

    wait_until(happened, "the other desk listens")


@on_postgresql
def test_a_setting_changed_elsewhere_counts_here(
    desk: Desk, second_desk: Desk, listening: News
) -> None:
    assert second_desk.setting("shop.name") == ""
    settings.save(desk, {"shop.name": "Laden"})
    listening.until("setting")
    assert second_desk.setting("shop.name") == "Laden"


@on_postgresql
def test_who_edits_an_article_elsewhere_is_told_here(
    desk: Desk, second_desk: Desk, listening: News
) -> None:
    article = articles.save(desk, ArticleDraft(title="Rost entfernen"))
    editing.begin(desk, article)
    listening.until("article_editing")
    assert [each.name for each in editing.others(second_desk, article)] == ["Anna Berger"]


@on_postgresql
def test_an_article_written_elsewhere_is_found_here(
    desk: Desk, second_desk: Desk, listening: News
) -> None:
    assert answers.find(second_desk, "rost") == ()
    article = articles.save(desk, ArticleDraft(title="Rost entfernen"))
    listening.until("article")
    assert [hit.article_id for hit in answers.find(second_desk, "rost")] == [article]


@on_postgresql
def test_a_lost_connection_listens_again(
    desk: Desk, second_desk: Desk, listening: News, shop_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shopphone.store.listen._AGAIN_SECONDS", 0.05)
    with psycopg.connect(shop_url, autocommit=True) as connection:
        cut = connection.execute(
            "select pid, pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%'"
        ).fetchone()
    assert cut is not None
    until_listening(shop_url, than=cut[0])
    listening.until("call", "wording", "setting")  # whatever was missed meanwhile
    calls.start(desk, "089 99998-123")
    assert len(call_log.page(second_desk, CallFilter())) == 1


@on_postgresql
def test_what_was_written_here_is_told_once(desk: Desk, second_desk: Desk, listening: News) -> None:
    told: list[frozenset[str]] = []
    second_desk.db.on_change(told.append)
    articles.save(second_desk, ArticleDraft(title="Rost entfernen"))
    own = list(told)
    calls.start(desk, "089 99998-123")  # heard after whatever came before it
    listening.until("call")
    assert [tables for tables in told if "article" in tables] == own
    assert len(own) >= 1


@on_postgresql
def test_what_was_undone_is_no_news(desk: Desk, listening: News) -> None:
    with pytest.raises(KeyError):
        undone(desk)
    calls.start(desk, "089 99998-123")
    listening.until("call", "staff")
    assert "gap" not in listening.tables


def undone(desk: Desk) -> None:
    with desk.db.writing() as tx:
        tx.execute(t.gap.insert(), {"words": "x", "language": "de", "asked_at": desk.now()})
        raise KeyError


@on_sqlite
def test_a_file_written_by_another_process_looks_different(desk: Desk, second_desk: Desk) -> None:
    before = desk.db.data_version()
    calls.start(desk, "089 99998-123")  # what this desk writes itself is no news from elsewhere
    assert desk.db.data_version() == before
    article = articles.save(second_desk, ArticleDraft(title="Rost entfernen"))
    assert desk.db.data_version() != before
    desk.db.announce(frozenset(("article",)))
    assert [hit.article_id for hit in answers.find(desk, "rost")] == [article]
