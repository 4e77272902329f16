"""An order leaves or arrives: on which day, and what should be seen before."""

from functools import partial

from shopphone.domain.errors import Refused
from shopphone.domain.order_states import leaves_unpaid
from shopphone.domain.orders import OrderDetail
from shopphone.services import call, orders
from shopphone.ui.kit.parts import name_button
from shopphone.ui.kit.screen import Parts, Screen
from shopphone.ui.panels.ask_dialog import AskDialog, day_field, day_in


def asks_before(order: OrderDetail, state: str) -> bool:
    """Goods arrive on some day; that they leave is noted at once, unless they are not paid for."""
    unpaid = leaves_unpaid(order.payment_code, order.payment_state)
    return state == "delivered" or (state == "shipped" and unpaid)


class MoveDialog(AskDialog):
    """Today is proposed; who comes second is told and may press once more."""

    def __init__(self, host: Screen, parts: Parts, order: OrderDetail, state: str) -> None:
        shipped = state == "shipped"
        super().__init__(
            host,
            self.tr("On which day was it shipped?")
            if shipped
            else self.tr("On which day was it delivered?"),
            self.tr("Shipped") if shipped else self.tr("Delivered"),
        )
        self._host, self._parts, self._order_id, self._state = host, parts, order.order_id, state
        self._seen = order.revision
        self.day = day_field(self.tr("Day"), parts.today())
        self.add(self.tr("Day"), self.day)
        if shipped and leaves_unpaid(order.payment_code, order.payment_state):
            self.add_hint(self.tr("This order is paid ahead, and has not been paid."), "careful")
            name_button(self.go, self.tr("Ship it unpaid"))
        self.given.connect(self._move)

    def _move(self) -> None:
        job = call(orders.move, self._order_id, self._state, "", self._seen, day_in(self.day))
        done = partial(self._done, self._host.refresh)
        self._parts.jobs.do(self, job, done, failed=self._refused)

    def _refused(self, error: Exception) -> None:
        self.refuse(error)
        if isinstance(error, Refused) and error.rule == "order_changed_meanwhile":
            self._seen = 0
            name_button(self.go, self.tr("Do it all the same"))
