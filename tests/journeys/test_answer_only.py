"""A caller who only wants to know something: no customer, no call to open, under five keys."""

from PySide6.QtCore import Qt
from sqlalchemy import select

import shopphone.services.answers as answers
import shopphone.services.articles as articles
from shopphone.store import tables as t
from tests.journeys.seat import Seat

QUESTION = "weisse flecken im teekessel"


def test_a_question_is_answered_with_f3_words_enter_and_f10(clerk: Seat) -> None:
    wanted = answers.find(clerk.desk, QUESTION)[0]
    helped = articles.read(clerk.desk, wanted.article_id).helped
    clerk.key(Qt.Key.Key_F3)
    clerk.write(QUESTION)
    clerk.key(Qt.Key.Key_Return)
    clerk.key(Qt.Key.Key_F10)
    clerk.until(lambda: "geholfen" in clerk.said(), "the answer helped")
    assert clerk.screen.current is None
    assert wanted.title in clerk.said()
    learned = articles.read(clerk.desk, wanted.article_id)
    assert learned.helped == helped + 1
    assert QUESTION in learned.wordings
    u = t.article_use.c
    with clerk.desk.db.reading() as connection:
        newest = select(u.verdict, u.call_id).order_by(u.id.desc()).limit(1)
        row = connection.execute(newest).one()
    assert (row.verdict, row.call_id) == ("helped", None)
