"""The stamp a letter needs, by the shop's own price list."""

from shopphone.domain import postage
from shopphone.domain.postage import Postage
from shopphone.services.desk import Desk


def of_pages(desk: Desk, pages: int) -> Postage:
    """Every page is a sheet of its own."""
    return postage.postage(postage.read_rates(desk.setting("letter.postage")), pages, desk.today())
