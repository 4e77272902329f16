"""A letter speaks the customer's language, whatever article the clerk read from."""

from sqlalchemy import update

import shopphone.services.articles as articles
import shopphone.services.letters as letters
import shopphone.services.orders as orders
from shopphone.domain.knowledge import ArticleDraft
from shopphone.domain.orders import OrderDraft
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from tests.services.test_orders import draft_with


def test_an_enclosed_answer_goes_in_the_letters_language_where_it_is_written(desk: Desk) -> None:
    german = article_of(desk, "Pfanne einbrennen", "de", pair="season")
    english = article_of(desk, "Seasoning a pan", "en", pair="season")
    only_german = article_of(desk, "Abholung", "de", pair="")
    draft = draft_with(desk, ("Pan", "54.90"))
    draft.language = "en"
    draft.article_ids = [german, english, only_german]
    assert titles(desk, draft) == ["Seasoning a pan", "Abholung"]


def article_of(desk: Desk, title: str, language: str, *, pair: str) -> int:
    draft = ArticleDraft(title=title, language=language, details="Dünn ölen.")
    article_id = articles.save(desk, draft)
    with desk.db.writing() as tx:
        tx.execute(update(t.article).where(t.article.c.id == article_id).values(pair=pair))
    return article_id


def titles(desk: Desk, draft: OrderDraft) -> list[str]:
    placed = orders.place(desk, draft, {})
    content = letters.confirmation_of(desk, orders.detail(desk, placed.order_id))
    return [sheet.title for sheet in content.care_sheets]
