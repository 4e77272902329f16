"""Calls and orders of the big shop, and what hangs on them."""

import json
import random
from array import array
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from shopphone.domain import readback
from shopphone.services.first_day import usual_outcomes
from tests.bench.bigshop_days import DAY_MS, NOW_MS, iso_day, moment
from tests.bench.bigshop_goods import Goods, Table, read
from tests.bench.bigshop_people import People

_KINDS = ("advice", "delivery", "order", "complaint", "other")
_PATH = ("draft", "placed", "confirmed", "shipped", "delivered", "closed")
_PAYMENTS = ("prepay", "prepay", "invoice", "paypal_link")
_OPEN_MISSED, _OPEN_WRAP_UP = 120, 6  # of the newest calls
_OPEN_CALLBACKS = 60


class Trade:
    """Rows in the order of time; keys count from one."""

    def __init__(
        self, people: People, goods: Goods, calls: int, orders: int, articles: int
    ) -> None:
        self._people = people
        self._goods = goods
        self._calls, self._orders, self._articles = calls, orders, articles
        self._dice = random.Random(5)
        self._story = read("story")["notes"]
        self._outcomes = {str(o["key"]): n for n, o in enumerate(usual_outcomes(), 1)}
        self._staff = len(read("shop")["staff"])
        self._caller = array("i")  # by call: its customer, 0 where nobody is known
        self._order_facts: list[tuple[int, str, int]] = []  # placed at, state, staff
        self._baskets: list[list[int]] = []  # by order: numbers of products

    def tables(self) -> Iterator[Table]:
        yield "call", _CALL, self._call_rows()
        yield "article_use", ("article_id", "call_id", "verdict", "at"), self._uses()
        yield "callback", _CALLBACK, self._callbacks()
        yield "sale_order", _ORDER, self._order_rows()
        yield "order_line", _LINE, self._lines()
        yield "order_move", ("order_id", "source", "target", "at", "staff_id"), self._moves()
        yield "order_told", ("order_id", "point", "words", "told_at", "staff_id"), self._told()

    def _call_rows(self) -> Iterator[tuple[Any, ...]]:
        for n in range(self._calls):
            yield self._call(n, moment(n / self._calls))

    def _call(self, n: int, at: int) -> tuple[Any, ...]:
        dice = self._dice
        kind = dice.choices(_KINDS, (34, 26, 22, 9, 9))[0]
        note, outcome, _ = dice.choice(self._story[kind])
        number, caller = self._who(dice)
        self._caller.append(caller)
        out = caller and dice.random() < 0.1
        missed = not out and dice.random() < 0.1
        left = self._calls - n
        state = "closed"
        if missed:
            state = "missed" if left <= _OPEN_MISSED * 10 else "closed"
        elif left <= _OPEN_WRAP_UP:
            state = "wrap_up"
        seconds = 0 if missed else int(dice.lognormvariate(4.9, 0.8))
        wrapped = not missed and state == "closed"
        return (
            f"fritzbox-{n}", "fritzbox", "out" if out else "in", state,
            f"0{number}" if number else "", f"+49{number}" if number else None, "99998100", at,
            None if missed else at + 6000, at + 6000 + (seconds or 20) * 1000, seconds,
            int(missed and n % 3 == 0), caller or None,
            None if missed else dice.randint(1, self._staff), kind if wrapped else "",
            self._outcomes[outcome] if wrapped else None,
            dice.choice((None, None, 3, 4, 5, 5)) if wrapped else None,
            note if wrapped and dice.random() < 0.6 else "",
        )  # fmt: skip

    def _who(self, dice: random.Random) -> tuple[str, int]:
        """A number as it rings, without its 0, and the customer known by it; few ring often."""
        people, how = self._people, dice.random()
        if how < 0.08:
            return "", 0
        if how < 0.18:
            return f"89{dice.randint(20_000_000, 99_999_999)}", 0
        if how < 0.22 and people.trunks:
            company = dice.choice(people.trunks)
            return f"{people.phones[company]}{dice.randint(10, 99)}", company + 1
        n = int(people.count * dice.random() ** 2)
        return people.phones[n], n + 1

    def _uses(self) -> Iterator[tuple[Any, ...]]:
        dice = self._dice
        for n in range(0, self._calls, 4):
            article = int(self._articles * dice.random() ** 3)
            verdict = "helped" if dice.random() < 0.8 else "not_helped"
            yield (article + 1, n + 1, verdict, moment(n / self._calls) + 60_000)

    def _callbacks(self) -> Iterator[tuple[Any, ...]]:
        dice = self._dice
        for n in range(0, self._calls, 20):
            caller = self._caller[n]
            if not caller:
                continue
            at = moment(n / self._calls)
            due = at + dice.randint(1, 48) * 3_600_000
            still_open = n >= self._calls - _OPEN_CALLBACKS * 20
            number = self._people.phones[caller - 1]
            yield (
                caller, n + 1, f"0{number}", f"+49{number}", at, "Bitte wegen der Pfanne anrufen",
                due, dice.randint(1, self._staff), None if still_open else due + 600_000,
            )  # fmt: skip

    def _order_rows(self) -> Iterator[tuple[Any, ...]]:
        for n in range(self._orders):
            yield self._order(n)

    def _order(self, n: int) -> tuple[Any, ...]:
        dice, goods, people = self._dice, self._goods.lines, self._people
        call = n * self._calls // self._orders
        caller = self._caller[call]
        who = caller or int(people.count * dice.random() ** 2) + 1
        placed_at = moment(call / self._calls) + 240_000
        state = self._state(placed_at)
        staff = dice.randint(1, self._staff)
        self._order_facts.append((placed_at, state, staff))
        basket = [int(len(goods) * dice.random() ** 2) for _ in range(dice.choice((1, 2, 3, 3, 6)))]
        self._baskets.append(basket)
        value = sum(goods[each][4] // 100 for each in basket)
        shipping = 0 if value >= 5000 else 490
        first = goods[basket[0]]
        sent = state in ("shipped", "delivered", "closed")
        paid = sent or state == "withdrawn"
        street, postcode, town = people.billing[who - 1]
        billing = {
            "name": "", "extra": "", "street": street, "postcode": postcode, "town": town,
            "country": "DE",
        }  # fmt: skip
        other = f"171{dice.randint(2_000_000, 9_999_999)}" if dice.random() < 0.05 else ""
        tracking = f"003404341611{n:08d}" if sent else ""
        return (
            f"AB-{iso_day(placed_at)[:4]}-{n + 1:05d}", 1, who, call + 1 if caller else None, staff,
            state, "refunded" if state == "withdrawn" else "paid" if paid else "open", placed_at,
            "de", people.names[who - 1], json.dumps(billing, ensure_ascii=False, sort_keys=True),
            "", f"0{other}" if other else "", f"+49{other}" if other else None, "dhl", "DHL Paket",
            shipping, 0, value + shipping, len(basket), f"{first[1]} {first[2]}",
            dice.choice(_PAYMENTS), iso_day(placed_at + 7 * DAY_MS),
            iso_day(placed_at + DAY_MS) if paid else None, "DHL" if sent else "", tracking, "",
            iso_day(placed_at + 2 * DAY_MS) if sent else None,
            iso_day(placed_at + 4 * DAY_MS) if state in ("delivered", "closed") else None,
            value + shipping if paid else 0,
        )  # fmt: skip

    def _state(self, placed_at: int) -> str:
        """New orders wait, old ones are over."""
        days = (NOW_MS - placed_at) / DAY_MS
        chance = self._dice.random()
        if chance < 0.05:
            return "cancelled"
        if days > 4 and chance < 0.09:
            return "withdrawn"
        if days > 30:
            return "closed"
        if days > 5:
            return "delivered"
        if days > 2:
            return "shipped"
        return "confirmed" if days > 0.01 else "placed"

    def _lines(self) -> Iterator[tuple[Any, ...]]:
        goods = self._goods.lines
        for order, basket in enumerate(self._baskets, 1):
            for position, each in enumerate(basket, 1):
                sku, name, option, description, price, vat = goods[each]
                yield (
                    order, position, each + 1, sku, name, option, description, 1000, price, 0,
                    vat, price // 100, "list",
                )  # fmt: skip

    def _moves(self) -> Iterator[tuple[Any, ...]]:
        for order, (placed_at, state, staff) in enumerate(self._order_facts, 1):
            for n, (source, target) in enumerate(pairwise(_steps(state))):
                yield (order, source, target, placed_at + n * 20 * 3_600_000, staff)

    def _told(self) -> Iterator[tuple[Any, ...]]:
        for order, (placed_at, _state, staff) in enumerate(self._order_facts, 1):
            for n, point in enumerate(readback.POINTS):
                words = "Wie am Telefon vorgelesen und bestätigt."
                yield (order, point, words, placed_at - 60_000 + n * 9000, staff)


def _steps(state: str) -> tuple[str, ...]:
    if state in _PATH:
        return _PATH[: _PATH.index(state) + 1]
    return ("draft", "placed", *(("confirmed",) if state == "withdrawn" else ()), state)


_CALL = (
    "call_key", "source", "direction", "state", "raw_number", "e164", "own_number", "rang_at",
    "answered_at", "ended_at", "seconds", "by_machine", "customer_id", "staff_id", "purpose",
    "outcome_id", "satisfaction", "note",
)  # fmt: skip
_CALLBACK = (
    "customer_id", "call_id", "raw_number", "e164", "asked_at", "words", "due_at", "staff_id",
    "done_at",
)  # fmt: skip
_ORDER = (
    "number", "version", "customer_id", "call_id", "staff_id", "state", "payment_state",
    "placed_at", "language", "name", "billing", "email", "delivery_phone", "delivery_e164",
    "shipping_code", "shipping_name", "shipping_gross", "discount", "total", "line_count",
    "first_line", "payment_code", "due_on", "paid_on", "carrier", "tracking", "tracking_url",
    "shipped_on", "delivered_on", "paid_amount",
)  # fmt: skip
_LINE = (
    "order_id", "position", "product_id", "sku", "name", "option", "description", "quantity",
    "unit_price", "discount", "vat", "gross", "price_source",
)  # fmt: skip
