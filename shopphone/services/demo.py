"""The demo shop "Küchenhaus Lindenhang": resources/demo told relative to a given day.

Always the same for the same day: tour, tests and the README's pictures rely on it.
"""

import json
import random
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from itertools import pairwise
from typing import Any

from sqlalchemy import insert, select, update

import shopphone.services.demo_answers as demo_answers
import shopphone.services.demo_articles as demo_articles
import shopphone.services.demo_consents as demo_consents
import shopphone.services.demo_goods as demo_goods
import shopphone.services.demo_receipts as demo_receipts
import shopphone.services.first_day as first_day
import shopphone.services.letters as letters
from shopphone.domain import order_states, readback
from shopphone.domain.answer_figures import NOT_ASKED
from shopphone.domain.customers import display_name, sort_name
from shopphone.domain.errors import Refused
from shopphone.domain.payment import due_on
from shopphone.domain.phone import normalise
from shopphone.domain.settings import BY_KEY
from shopphone.domain.totals import TotalLine, totals
from shopphone.paths import resources
from shopphone.services.desk import SHOP_ZONE, Desk
from shopphone.store import tables as t
from shopphone.store.db import Writing

_SEED = 20
_STATES = (
    ("placed", 6), ("confirmed", 8), ("shipped", 12), ("delivered", 18), ("closed", 23),
    ("cancelled", 5), ("withdrawn", 4), ("offered", 2), ("accepted", 2),
)  # fmt: skip
_PATH = ("draft", "placed", "confirmed", "shipped", "delivered", "closed")
_CALLS = 300
_MARK = "demo"
_IS_DEMO = select(t.setting.c.value).where(t.setting.c.key == _MARK)
_CALL_DAYS = 60


def open_or_fill(desk: Desk) -> None:
    """Make the demo shop where there is none yet. Raises Refused: not_a_demo_shop."""
    with desk.db.reading() as connection:
        is_demo = connection.execute(_IS_DEMO).scalar() is not None
        is_used = connection.execute(select(t.staff.c.id).limit(1)).scalar() is not None
    if is_demo:
        return
    if is_used and not desk.db.is_sqlite:
        raise Refused("not_a_demo_shop")
    if not is_used:
        fill(desk, desk.today())


def fill(desk: Desk, today: date) -> None:
    """Make the whole demo shop in one transaction, then write the letters that were sent."""
    told = _Told()
    dice = random.Random(_SEED)
    with desk.db.writing() as tx:
        maker = _Maker(tx, today, dice, told)
        maker.shop()
        tx.execute(insert(t.setting), {"key": _MARK, "value": "1"})
        demo_consents.begin(tx)
        tx.execute(insert(t.text_module), _read("text_modules"))
        maker.products()
        maker.customers()
        maker.articles()
        maker.orders()
        demo_receipts.fill(tx, today)
        maker.calls()
        maker.callbacks()
        demo_answers.fill(tx, today, told.story, maker.article_keys)
    _write_letters(desk)
    desk.forget_settings()


class _Told:
    """The files of resources/demo."""

    def __init__(self) -> None:
        self.shop = _read("shop")
        self.products = _read("products")
        self.customers = _read("customers")
        self.articles = _read("articles")
        self.story = _read("story")


class _Maker:
    """Fills one table after the other; remembers the keys the next ones need."""

    def __init__(self, tx: Writing, today: date, dice: random.Random, told: _Told) -> None:
        self._tx = tx
        self._today = today
        self._dice = dice
        self._told = told
        self._staff: dict[str, int] = {}
        self._products: dict[str, dict[str, Any]] = {}
        self._just_in = {each["sku"] for each in told.products if each.get("new")}
        self._customers: list[int] = []
        self.article_keys: dict[str, int] = {}
        self._outcomes: dict[str, int] = {}
        self._orders: list[tuple[int, int, datetime]] = []
        self._numbers: dict[str, int] = {}

    def shop(self) -> None:
        shop = self._told.shop
        self._many(t.setting, [{"key": k, "value": v} for k, v in shop["settings"].items()])
        for each in shop["staff"]:
            self._staff[each["name"]] = self._tx.insert(insert(t.staff), {**each, "active": True})
        methods = [
            {"code": each["code"], "content": each, "position": n}
            for n, each in enumerate(shop["shipping"])
        ]
        self._many(t.shipping_method, methods)
        for outcome in first_day.usual_outcomes():
            self._outcomes[str(outcome["key"])] = self._tx.insert(insert(t.outcome), outcome)

    def products(self) -> None:
        self._products = demo_goods.fill(self._tx, self._told.products, self._today)

    def customers(self) -> None:
        for n, each in enumerate(self._told.customers, 1):
            names = (each["first_name"], each["last_name"], each["company"])
            customer_id = self._tx.insert(
                insert(t.customer),
                {
                    **{key: each[key] for key in _CUSTOMER_TEXTS},
                    "number": f"K-{n:05d}",
                    "name": display_name(*names),
                    "sort_name": sort_name(*names),
                    "created_at": self._moment(each["created"], time(10)),
                },
            )
            self._customers.append(customer_id)
            self._contact(customer_id, each)
        self._counter("customer", len(self._customers))

    def articles(self) -> None:
        by_group: dict[str, list[str]] = {}
        for sku, product in self._products.items():
            by_group.setdefault(product["group"], []).append(sku)
        for each in self._told.articles:
            key = demo_articles.write(
                self._tx,
                each,
                changed_at=self._moment(-90, time(9)),
                review_on=self._day(each["review"]),
                skus=[sku for group in each["groups"] for sku in by_group[group]],
            )
            self.article_keys[each["key"]] = key

    def orders(self) -> None:
        states = [state for state, count in _STATES for _ in range(count)]
        self._dice.shuffle(states)
        days = sorted((self._dice.randrange(2, 120) for _ in states), reverse=True)
        states.sort(key=lambda state: state in ("placed", "confirmed", "shipped", "offered"))
        for n, (state, day) in enumerate(zip(states, days, strict=True), 1):
            self._order(n, state, day, self._dice.randrange(60))
        first = len(states) + 1
        self._order(first, "delivered", 21, 0, ["GP-28", "PS-250"])
        self._order(first + 1, "shipped", 3, 0, ["SE-250", "TD-250"])
        self._counter("order", self._numbers["AB"])
        self._counter("offer", self._numbers["AN"])

    def calls(self) -> None:
        kinds = ("advice", "delivery", "order", "complaint", "other")
        for n in range(_CALLS):
            kind = self._dice.choices(kinds, (34, 26, 22, 9, 9))[0]
            self._call(n, kind)
        self._missed_twice("069 90009-778")

    def callbacks(self) -> None:
        for each in self._told.story["callbacks"]:
            customer = self._told.customers[each["customer"]]
            hour, minute = each["at"].split(":")
            due_at = self._moment(each["due"], time(int(hour), int(minute)))
            raw = customer["phones"][0]["raw"]
            self._tx.execute(
                insert(t.callback),
                {
                    "customer_id": self._customers[each["customer"]],
                    "raw_number": raw,
                    "e164": _e164(raw),
                    "asked_at": due_at - timedelta(days=1, hours=2),
                    "words": each["words"],
                    "due_at": due_at,
                    "staff_id": self._staff.get(each["staff"]),
                    "done_at": due_at + timedelta(minutes=12) if each.get("done") else None,
                },
            )

    def _contact(self, customer_id: int, each: Mapping[str, Any]) -> None:
        phones = [
            {
                "customer_id": customer_id,
                "raw": p["raw"],
                "e164": _e164(p["raw"]),
                "label": p["label"],
            }
            for p in each["phones"]
        ]
        self._many(t.customer_phone, phones)
        kinds = [("billing", each["billing"]), *(("delivery", a) for a in each["delivery"])]
        empty = {"name": "", "extra": "", "country": "DE"}
        addresses = [{"customer_id": customer_id, "kind": k, **empty, **a} for k, a in kinds]
        self._many(t.customer_address, addresses)
        demo_consents.put(self._tx, customer_id, each, self._told.shop["settings"], self._today)

    def _order(
        self, n: int, state: str, days_ago: int, who: int, skus: list[str] | None = None
    ) -> None:
        customer = self._told.customers[who]
        goods = [s for s in self._products if not s.startswith("GX") and s not in self._just_in]
        chosen = skus or self._dice.sample(goods, self._dice.choice((1, 1, 2, 2, 3, 4)))
        amounts = [self._dice.choice((1, 1, 1, 2)) for _ in chosen]
        abroad = customer["billing"].get("country", "DE") == "AT"
        method = next(
            m for m in self._told.shop["shipping"] if m["code"] == ("dhl_at" if abroad else "dhl")
        )
        lines = [self._products[sku] for sku in chosen]
        goods_value = sum((p["price"] * q for p, q in zip(lines, amounts, strict=True)), Decimal(0))
        shipping = (
            Decimal(0) if goods_value >= Decimal(method["free_from"]) else Decimal(method["price"])
        )
        sums = totals(
            [
                TotalLine(unit_price=p["price"], quantity=Decimal(q), vat=p["vat"])
                for p, q in zip(lines, amounts, strict=True)
            ],
            shipping=shipping,
        )
        business = customer["kind"] == "business"
        extension = int(BY_KEY["policy.extension_months"].default)
        placed_at = self._moment(-days_ago, time(9 + n % 8, (n * 7) % 60))
        payment = self._dice.choice(("prepay", "prepay", "invoice", "paypal_link"))
        paid = state in ("shipped", "delivered", "closed") and (payment != "invoice" or n % 5 > 0)
        staff_id = list(self._staff.values())[n % len(self._staff)]
        tracking = f"003404341611{n:08d}" if state in ("shipped", "delivered", "closed") else ""
        shipped = self._day(min(2 - days_ago, 0)) if tracking else None
        arrived = state in ("delivered", "closed") or (state == "withdrawn")
        order_id = self._tx.insert(
            insert(t.sale_order),
            {
                **self._number(state, placed_at),
                **{name: customer[name] for name in ("salutation", "last_name", "company")},
                "latest_delivery": placed_at.date() + timedelta(days=method["max_days"]),
                "version": 1,
                "customer_id": self._customers[who],
                "staff_id": staff_id,
                "state": state,
                "payment_state": "paid" if paid else "refunded" if state == "withdrawn" else "open",
                "placed_at": placed_at,
                "language": customer["language"],
                "name": display_name(
                    customer["first_name"], customer["last_name"], customer["company"]
                ),
                "billing": {"name": "", "extra": "", "country": "DE", **customer["billing"]},
                "deliver_to": None,
                "email": customer["email"],
                "shipping_code": method["code"],
                "shipping_name": method["name_en" if customer["language"] == "en" else "name_de"],
                "shipping_gross": sums.shipping,
                "discount": Decimal(0),
                "extension_months": 0 if business else extension,
                "no_withdrawal": business,
                "return_cost": BY_KEY["policy.return_cost"].default,
                "total": sums.total,
                "line_count": len(lines),
                "first_line": f"{lines[0]['name']} {lines[0]['option']}",
                "payment_code": payment,
                "due_on": due_on(
                    payment,
                    placed_at.date(),
                    prepay_days=7,
                    invoice_days=14,
                    latest_delivery=placed_at.date() + timedelta(days=method["max_days"]),
                ),
                "paid_on": self._day(1 - days_ago) if paid else None,
                "paid_amount": sums.total if paid else Decimal(0),
                "carrier": "DHL" if tracking else "",
                "tracking": tracking,
                "tracking_url": method["tracking_url"].replace("{tracking}", tracking)
                if tracking
                else "",
                "shipped_on": shipped,
                "delivered_on": self._day(min(4 - days_ago, -1)) if arrived else None,
            },
        )
        self._lines(order_id, lines, amounts, sums.lines, customer["language"])
        self._history(order_id, state, placed_at, staff_id)
        self._orders.append((order_id, who, placed_at))

    def _number(self, state: str, at: datetime) -> dict[str, str]:
        """What is only offered has an offer's number; an order's is given when it is placed."""
        kind = "AN" if state in order_states.OFFERABLE else "AB"
        self._numbers[kind] = self._numbers.get(kind, 0) + 1
        number = f"{kind}-{at.year}-{self._numbers[kind]:05d}"
        return {"number": number, "offer_number": number if kind == "AN" else ""}

    def _lines(
        self,
        order_id: int,
        lines: list[dict[str, Any]],
        amounts: list[int],
        grosses: tuple[Decimal, ...],
        language: str,
    ) -> None:
        english = language == "en"
        self._many(
            t.order_line,
            [
                {
                    "order_id": order_id,
                    "position": n,
                    "product_id": p["id"],
                    "sku": p["sku"],
                    "name": p["name_en"] if english else p["name"],
                    "option": p["option"],
                    "description": p["description_en"] if english else p["description"],
                    "quantity": Decimal(q),
                    "unit_price": p["price"],
                    "discount": Decimal(0),
                    "vat": p["vat"],
                    "gross": gross,
                    "price_source": "list",
                    "content": p["content"],
                    "content_unit": p["content_unit"],
                    "withdrawal_rule": p["withdrawal_rule"],
                }
                for n, (p, q, gross) in enumerate(zip(lines, amounts, grosses, strict=True), 1)
            ],
        )

    def _history(self, order_id: int, state: str, placed_at: datetime, staff_id: int) -> None:
        if state in ("offered", "accepted"):
            steps = ["draft", "offered", "accepted"][: 2 if state == "offered" else 3]
        elif state in _PATH:
            steps = list(_PATH[: _PATH.index(state) + 1])
        else:
            steps = ["draft", "placed", *(["confirmed"] if state == "withdrawn" else []), state]
        reason = self._dice.choice(self._told.story["reasons"]) if state == "cancelled" else ""
        moves: list[dict[str, Any]] = [
            {
                "order_id": order_id,
                "source": source,
                "target": target,
                "at": placed_at + timedelta(hours=20 * n),
                "staff_id": staff_id,
                "reason": reason if target == "cancelled" else "",
            }
            for n, (source, target) in enumerate(pairwise(steps))
        ]
        assert all(order_states.may_move(m["source"], m["target"]) for m in moves)
        self._many(t.order_move, moves)
        if state not in ("offered", "accepted"):
            told = [
                {
                    "order_id": order_id,
                    "point": point,
                    "words": "",
                    "told_at": placed_at - timedelta(minutes=2),
                    "staff_id": staff_id,
                }
                for point in readback.POINTS
            ]
            self._many(t.order_told, told)

    def _call(self, n: int, kind: str) -> None:
        who = self._dice.randrange(60) if self._dice.random() < 0.9 else None
        day = -(n * _CALL_DAYS // _CALLS)
        at = self._moment(day, time(9 + self._dice.randrange(8), self._dice.randrange(60)))
        if day == 0:
            at = self._moment(0, time(8, 5 + n * 6))
        out = n % 11 == 5 and who is not None
        missed = n % 8 == 3 and not out
        note, outcome, articles = self._dice.choice(self._told.story["notes"][kind])
        in_wrap_up = n in (1, 2, 6)
        raw = self._told.customers[who]["phones"][0]["raw"] if who is not None else ""
        values: dict[str, Any] = {
            "call_key": f"demo-{n}",
            "source": "fritzbox",
            "direction": "out" if out else "in",
            "state": "missed" if missed and n < 40 else "wrap_up" if in_wrap_up else "closed",
            "raw_number": raw,
            "e164": _e164(raw),
            "own_number": "99998100",
            "rang_at": at,
            "answered_at": None if missed else at + timedelta(seconds=6),
            "ended_at": at + timedelta(seconds=20 if missed else 150),
            "seconds": 0 if missed else self._dice.randrange(40, 540),
            "by_machine": missed and n % 3 == 0,
            "customer_id": None if who is None else self._customers[who],
            "staff_id": None if missed else self._dice.choice(list(self._staff.values())),
            "purpose": "" if missed else kind,
            "outcome_id": None if missed or in_wrap_up else self._outcomes[outcome],
            "satisfaction": self._dice.choice((None, NOT_ASKED, 3, 4, 5, 5))
            if not missed
            else None,
            "note": "" if missed or in_wrap_up else note,
        }
        call_id = self._tx.insert(insert(t.call), values)
        if not missed and not in_wrap_up:
            uses = [
                {
                    "article_id": self.article_keys[a],
                    "call_id": call_id,
                    "verdict": "helped",
                    "at": at,
                }
                for a in articles
            ]
            self._many(t.article_use, uses)

    def _missed_twice(self, raw: str) -> None:
        for n, clock in enumerate((time(8, 12), time(8, 40))):
            at = self._moment(0, clock)
            self._tx.execute(
                insert(t.call),
                {
                    "call_key": f"demo-missed-{n}",
                    "source": "fritzbox",
                    "direction": "in",
                    "state": "missed",
                    "raw_number": raw,
                    "e164": _e164(raw),
                    "rang_at": at,
                    "ended_at": at + timedelta(seconds=22),
                    "seconds": 0,
                },
            )

    def _many(self, table: Any, rows: list[dict[str, Any]]) -> None:
        if rows:
            self._tx.execute(insert(table), rows)

    def _counter(self, name: str, last: int) -> None:
        self._tx.execute(update(t.counter).where(t.counter.c.name == name).values(last=last))

    def _day(self, offset: int) -> date:
        return self._today + timedelta(days=offset)

    def _moment(self, offset: int, clock: time) -> datetime:
        return datetime.combine(self._day(offset), clock, SHOP_ZONE).astimezone(UTC)


_CUSTOMER_TEXTS = (
    "salutation", "first_name", "last_name", "company", "kind", "language", "email", "note",
)  # fmt: skip


def _write_letters(desk: Desk) -> None:
    """Confirmed and shipped orders have their letter; it was printed on the evening of the call."""
    o = t.sale_order.c
    with desk.db.reading() as connection:
        rows = connection.execute(
            select(o.id, o.placed_at).where(o.state.in_(("confirmed", "shipped"))).order_by(o.id)
        ).all()
    for row in rows:
        evening = row.placed_at + timedelta(hours=2)
        then = Desk(
            db=desk.db, local=desk.local, now=partial(_at, evening), staff_name="Anna Berger"
        )
        letter = letters.write(then, "confirmation", row.id)
        letters.sent(then, letter.row.letter_id, "print", "Büro", f"Büro-{row.id}")


def _at(moment: datetime) -> datetime:
    return moment


def _e164(raw: str) -> str | None:
    return normalise(raw, country="DE", area_code="089").e164


def _read(name: str) -> Any:
    return json.loads((resources() / "demo" / f"{name}.json").read_text(encoding="utf-8"))
