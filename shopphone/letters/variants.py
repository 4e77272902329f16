"""What a confirmation says otherwise: as an offer, of a minor's order, as a change, as an extension."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from shopphone.domain import renewal
from shopphone.domain.customers import Address
from shopphone.domain.letters import Confirmation, Start
from shopphone.domain.order_kinds import ONGOING, SERVICES, Matter
from shopphone.domain.order_life import AgreedLine, Change, Value, Yes
from shopphone.letters import amounts, lands, texts
from shopphone.letters.breaking import lines
from shopphone.letters.flow import LEFT_MM, PITCH_MM, RIGHT_MM, Flow, joined
from shopphone.letters.fonts import BOLD, REGULAR
from shopphone.letters.sheet import GREY
from shopphone.letters.structure import COLUMN_HEAD, ROW_HEAD

_BEFORE_MM, _AFTER_MM = 67.0, 129.0
_WIDTH_MM = 58.0
_NAME_MM = _BEFORE_MM - LEFT_MM - 4
_SIGN_MM = 75.0
_KINDS = (
    "offer", "pending", "changed", "changed_unsent", "accepted", "accepted_late", "accepted_change",
)  # fmt: skip
_AGREED = frozenset(("agreed", "changed", "changed_unsent", "extension"))


def texts_of(content: Confirmation, own: dict[str, Any]) -> dict[str, Any]:
    """The confirmation's texts with what this kind of letter says instead."""
    other = texts.text_of("variants", content.language, content.written_on)
    kind = kind_of(content)
    merged = {**own, **{name: other[name] for name in ("said", "change", "slip", "offer_payment")}}
    merged["told"] = {**own["told"], **other["term"]}
    land = lands.texts_of(content)
    merged = lands.over(merged, {name: words for name, words in land.items() if name not in _KINDS})
    own_kind = [other.get(kind, {}), land.get(kind, {}) if kind in _KINDS else {}]
    if content.yes is not None and kind in _AGREED:
        agreed = _agreed_by(content.yes)
        own_kind += [other[agreed], land.get(agreed, {})]
    if kind == "pending" and content.minor and content.minor.received_on is not None:
        own_kind.insert(1, other["pending_received"])
    for sections in own_kind:
        for section, words in sections.items():
            filled = {name: _filled(text, content) for name, text in words.items()}
            merged[section] = {**merged[section], **filled}
    return merged


def draw_changes(flow: Flow, content: Confirmation, own: dict[str, Any]) -> None:
    """What was and what is, side by side; the whole agreement follows."""
    if not content.changes:
        return
    words = own["change"]
    flow.heading(words["heading"])
    table = flow.structure.add("Table")
    with flow.structure.tag("TR", parent=table):
        _row(flow, ("TH", COLUMN_HEAD), "", words["before"], words["after"], font=BOLD)
    for change in content.changes:
        before, after = (
            _shown(change, value, content, own) for value in (change.before, change.after)
        )
        name = words["code_" + change.code]
        with flow.structure.tag("TR", parent=table):
            _row(flow, ("TD", ""), name, before or words["nothing"], after or words["gone"])
    flow.page.line(LEFT_MM, flow.y_mm + 1.2, RIGHT_MM, flow.y_mm + 1.2, width_pt=0.4, colour=GREY)
    flow.space(3)
    renewed = _renewed(content, words)
    if renewed:
        flow.paragraph(renewed, after_mm=2.2)
    flow.paragraph(words["whole"], after_mm=2.2)


def _renewed(content: Confirmation, words: dict[str, str]) -> str:
    """The right of withdrawal that the change itself brings, see domain.renewal."""
    if not content.may_withdraw or content.minor is not None:
        return ""
    on = amounts.day(content.changed_on or content.written_on, content.language)
    if renewal.renews_whole(content.changes, content.matter):
        regular = content.period_start is Start.FIRST
        return words["renewed_regular" if regular else "renewed_whole"].format(date=on)
    names = ", ".join(renewal.names_added(content.changes))
    kind = "service" if content.period_start is Start.CONTRACT else "goods"
    return words[f"renewed_{kind}"].format(names=names, date=on) if names else ""


def draw_payment(flow: Flow, content: Confirmation, own: dict[str, Any]) -> None:
    """An offer is not paid: how it will be, once it is accepted."""
    flow.heading(own["headings"]["payment"])
    method = own["offer_payment"].get(content.payment_code, own["offer_payment"]["other"])
    flow.paragraph(method)


def draw_no_payment(flow: Flow, own: dict[str, Any]) -> None:
    """A pending contract owes nothing: no day, no account, no code (§ 108 (1) BGB)."""
    flow.heading(own["headings"]["payment"])
    flow.paragraph(own["payment"]["nothing_yet"])


def draw_said(flow: Flow, content: Confirmation, own: dict[str, Any]) -> None:
    """What was told or expressly agreed beside the five points (§ 312f (2), (3) BGB)."""
    words = own["said"]
    for point, at in content.said:
        flow.paragraph(f"{words[point]} ({amounts.clock(at)})", after_mm=1.0)


def draw_slip(flow: Flow, content: Confirmation, own: dict[str, Any]) -> None:
    """To be signed and sent back by the buyer or a parent; other forms will do (§§ 126b, 182 BGB)."""
    until = _answered_until(content)
    if until is None:
        return
    words = own["slip"]
    flow.need(15 * PITCH_MM)
    flow.heading(words["heading"])
    flow.paragraph(
        words["how"].format(
            until=amounts.day(until, content.language),
            email=content.seller.email,
            address=f"{content.seller.name}, {content.seller.place}",
        ),
        after_mm=3,
    )
    flow.page.line(LEFT_MM, flow.y_mm, RIGHT_MM, flow.y_mm, width_pt=0.4, colour=GREY)
    flow.space(1.5)
    days = (amounts.day(day, content.language) for day in (content.written_on, content.ordered_on))
    written, ordered = days
    yes = words["yes"].format(number=content.number, date=written, ordered=ordered)
    flow.paragraph(yes, after_mm=9)
    for text, left in ((words["place"], LEFT_MM), (words["signature"], LEFT_MM + _SIGN_MM + 10)):
        flow.page.line(left, flow.y_mm, left + _SIGN_MM, flow.y_mm, width_pt=0.6)
        with flow.structure.tag("P"):
            flow.page.text(left, flow.y_mm + PITCH_MM, text, colour=GREY)
    flow.space(2 * PITCH_MM)


def term(content: Confirmation, words: dict[str, str]) -> str:
    """The fifth point in writing: how long it binds and how it ends."""
    said = content.term
    lasts = Matter(content.matter) in ONGOING
    fixed = said.months or said.days
    if not lasts and not fixed and not said.renewal and not said.notice_days:
        return words["term_service" if content.matter in SERVICES else "term_text"]
    parts = [words["open_end"]]
    if said.months:
        parts = [words["months"].format(months=said.months)]
    elif said.days:
        parts = [words["days"].format(days=said.days)]
    if fixed:
        parts.append(words["renewed" if said.renewal else "ends"])
    if said.notice_days:
        parts.append(words["notice"].format(days=said.notice_days))
    elif not fixed:
        parts.append(words["end_at_any_time"])
    return " ".join(parts)


def kind_of(content: Confirmation) -> str:
    if content.offered_until is not None:
        return "offer"
    if content.minor is not None:
        return "pending"
    if content.version > 1:
        return "changed" if content.replaces_on else "changed_unsent"
    if content.based_on:
        return "extension"
    return "confirmation" if content.yes is None else "agreed"


def _agreed_by(yes: Yes) -> str:
    """What the letter says of the acceptance: nobody agreed on the phone."""
    if yes.of_change:
        return "accepted_change"
    return "accepted_late" if yes.is_late else "accepted"


def _filled(text: str, content: Confirmation) -> str:
    """The places that only these letters have; the others are filled where they stand."""
    language = content.language
    days = {
        "replaces": content.replaces_on,
        "until": _answered_until(content),
        "agreed": content.ordered_at.date(),
        "yes": content.yes.received_on if content.yes else None,
    }
    for name, day in days.items():
        if day is not None:
            text = text.replace(f"<{name}>", amounts.day(day, language))
    parent = content.minor.parent if content.minor else ""
    text = text.replace("<parent>", parent)
    text = text.replace("<offer>", content.yes.offer if content.yes else "")
    text = text.replace("<based_on>", content.based_on).replace("<amends>", content.amends)
    return text.replace("<version>", str(content.version))


def _answered_until(content: Confirmation) -> date | None:
    """By when this letter waits for someone's yes."""
    if content.offered_until is not None or content.minor is None:
        return content.offered_until
    return content.minor.ratified_until


def _row(
    flow: Flow, tag: tuple[str, str], name: str, before: str, after: str, font: str = REGULAR
) -> None:
    cells = (
        (LEFT_MM, lines(name, _NAME_MM, BOLD), BOLD),
        (_BEFORE_MM, lines(before, _WIDTH_MM, font), font),
        (_AFTER_MM, lines(after, _WIDTH_MM, font), font),
    )
    height = max(len(broken) for _, broken, _ in cells)
    flow.need(height * PITCH_MM + 1)
    for left, broken, face in cells:
        with flow.structure.tag(*(("TH", ROW_HEAD) if left == LEFT_MM and name else tag)):
            for n, line in enumerate(broken, 1):
                flow.page.text(left, flow.y_mm + n * PITCH_MM, joined(line), font=face)
    flow.space(height * PITCH_MM + 0.6)


def _shown(change: Change, value: Value, content: Confirmation, own: dict[str, Any]) -> str:
    language, words = content.language, own["change"]
    if value is None:
        return words["same_address"] if change.code == "deliver_to" else ""
    if isinstance(value, AgreedLine):
        shown = words["line"].format(
            quantity=amounts.quantity(value.quantity, language),
            name=value.name,
            gross=amounts.money(value.gross, language),
        )
        return str(words["cancelled"].format(line=shown)) if value.cancelled else str(shown)
    if isinstance(value, Address):
        return ", ".join(_address(value))
    if isinstance(value, Decimal):
        return amounts.money(value, language)
    if isinstance(value, date):
        return amounts.day(value, language)
    if change.code == "payment":
        return str(words.get(f"payment_{value}", value))
    if change.code == "renewal":
        return str(words["renewal_" + (str(value) or "none")])
    return str(value)


def _address(address: Address) -> Iterator[str]:
    co = f"c/o {address.co}" if address.co else ""
    town = f"{address.postcode} {address.town}"
    for part in (address.name, address.post_number, co, address.extra, address.street, town):
        if part.strip():
            yield part
