"""The demo shop's consent ledger: given on an order card, withdrawn by phone, never asked."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import insert

import shopphone.services.consents as consents
import shopphone.services.do_not_call as do_not_call
from shopphone.domain.consent_ledger import ConsentEntry
from shopphone.domain.phone import normalise
from shopphone.services.desk import SHOP_ZONE
from shopphone.store import tables as t
from shopphone.store.db import Writing

_HOUR = time(11)


def begin(tx: Writing) -> None:
    """A salt that everybody knows: the demo shop is the same each time, and nobody lives in it."""
    tx.execute(insert(t.setting), {"key": do_not_call.SALT, "value": "5a" * 32})


def put(
    tx: Writing,
    customer_id: int,
    told: Mapping[str, Any],
    shop: Mapping[str, str],
    today: date,
) -> None:
    """What this customer of resources/demo agreed to, oldest first."""
    numbers = [
        normalise(each["raw"], country="DE", area_code="089").e164 for each in told["phones"]
    ]
    for each in sorted(told["consents"], key=lambda entry: int(entry["at"])):
        day = today + timedelta(days=each["at"])
        at = datetime.combine(day, _HOUR, SHOP_ZONE)
        given = each["state"] == "given"
        by_phone = each["channel"] == "phone"
        consents.append(
            tx,
            ConsentEntry(
                consent_id=0,
                customer_id=customer_id,
                channel=each["channel"],
                state=each["state"],
                scope=each["scope"],
                wording=each["wording"],
                source=each["source"],
                at=at,
                recorded_at=at,
                recorded_by="Anna Berger",
                number=(numbers[0] or "") if given and by_phone else "",
                person=_person(told),
                company={key: shop.get(f"shop.{key}", "") for key in ("name", "street", "town")},
            ),
        )
        if each["state"] == "withdrawn" and by_phone:
            do_not_call.add(tx, filter(None, numbers), at)


def _person(told: Mapping[str, Any]) -> dict[str, str]:
    names = {key: told[key] for key in ("first_name", "last_name", "company")}
    place = {key: told["billing"].get(key, "") for key in ("street", "postcode", "town")}
    return {key: value for key, value in {**names, **place}.items() if value}
