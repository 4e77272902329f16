"""The stamp a letter needs, by the shop's own price list and this desk's way of printing."""

import shopphone.services.settings as settings
from shopphone.domain import postage
from shopphone.domain.paper import paper_of
from shopphone.domain.postage import Postage
from shopphone.services.desk import Desk


def of_pages(desk: Desk, pages: int) -> Postage:
    values = settings.values(desk)
    sheets = -(-pages // paper_of(values).pages_per_sheet)
    return postage.postage(postage.read_rates(values["letter.postage"]), sheets, desk.today())
