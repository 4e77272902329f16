"""A report of the telephone, by the shop's rules: shown, only logged, or left out."""

import shopphone.services.calls as calls
from shopphone.domain.events import CallEvent
from shopphone.domain.phone_rules import PhoneRules, Reported, Treatment, treatment
from shopphone.services.desk import SHOP_ZONE, Desk


def happened(desk: Desk, event: CallEvent) -> Reported:
    """Write it to the log unless its number is left out; says whether a lane may ring."""
    at = event.at.astimezone(SHOP_ZONE)
    found = treatment(_rules(desk), event.number_raw, event.own_number, event.direction, at)
    if found is Treatment.LEFT_OUT:
        return Reported(row=None, shown=False)
    return Reported(row=calls.happened(desk, event), shown=found is Treatment.SHOWN)


def _rules(desk: Desk) -> PhoneRules:
    quiet = desk.setting("phone.after_hours") == "1"
    return PhoneRules(
        left_out=desk.setting("phone.left_out"),
        blocked=desk.setting("phone.blocked"),
        hours=desk.setting("shop.hours") if quiet else "",
        country=desk.setting("shop.country"),
        area_code=desk.setting("phone.area_code"),
    )
