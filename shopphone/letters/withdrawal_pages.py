"""The model instruction on withdrawal and the model form, assembled as the official notes say.

Anlage 1 and 2 to Art. 246a § 1 (2) EGBGB. Nothing is added inside the model; what the shop grants
beyond it stands under a heading of its own.
"""

from dataclasses import dataclass
from typing import Any

from shopphone.domain.letters import Confirmation, LetterLine, Seller, Start
from shopphone.domain.order_kinds import SERVICES, WITHOUT_GOODS, Matter
from shopphone.domain.withdrawal_rule import Right, WithdrawalRule
from shopphone.letters import amounts, texts
from shopphone.letters.flow import LEFT_MM, PITCH_MM, RIGHT_MM, Flow
from shopphone.letters.sheet import GREY, KeptPages, Sheet
from shopphone.letters.structure import Element, spoken

_BLANK_LINES = {0: 2, 1: 1, 2: 1, 3: 2, 4: 1, 5: 1}


@dataclass(frozen=True, slots=True)
class _Drawn:
    """Laid-out pages; the instruction ends on page `last` at `end_mm`, the form follows."""

    kept: KeptPages
    last: int
    end_mm: float


def add(sheet: Sheet, content: Confirmation, own: dict[str, Any]) -> None:
    """The official text, a translation if the letter is not German, the shop's own terms, the form.

    Where no line leaves a right, the model would say the opposite: only the exceptions are named.
    """
    if content.no_withdrawal:
        return
    if "right_page" in own:
        _without_model(Flow(sheet, sheet.new_page()), content, own)
        return
    if not content.may_withdraw:
        exclusions(Flow(sheet, sheet.new_page()), content, own)
        return
    languages = ("de",) if content.language == "de" else ("de", content.language)
    for language in languages:
        drawn = _kept(sheet, content, language)
        instruction, _form = sheet.put_on(drawn.kept)
        if language == content.language:
            page = sheet.pages[drawn.last - len(drawn.kept.pages)]
            with sheet.structure.into(instruction):
                _own_terms(Flow(sheet, page, drawn.end_mm), content, own)


def _without_model(flow: Flow, content: Confirmation, own: dict[str, Any]) -> None:
    """A page in our words for a land that has no official model."""
    words, seller = own["right_page"], ", ".join(_key(content.seller))
    if not content.may_withdraw and not content.called_by_us:
        exclusions(flow, content, own)
        return
    flow.heading(words["title"], size=13, before_mm=0, role="H1")
    flow.space(1.5)
    flow.paragraph(words["law"])
    if content.may_withdraw:
        flow.paragraph(words[content.period_start])
    flow.paragraph(words["how"].format(seller=seller))
    flow.paragraph(words["refund"])
    if content.period_start is not Start.CONTRACT:
        flow.paragraph(words["send_back"])
        flow.paragraph(_cost(content, {"instruction": words, "language": content.language}))
    elif Matter(content.matter) in SERVICES:
        flow.paragraph(words["begun"])
    if content.may_withdraw:
        _own_terms(flow, content, own)
    else:
        exclusions(flow, content, own)


def _own_terms(flow: Flow, content: Confirmation, own: dict[str, Any]) -> None:
    """What is the shop's own, below the official model and set off from it."""
    excluded = any(line.withdrawal_rule.right is not Right.NORMAL for line in content.lines)
    early = _early_end(content, own)
    about = own.get("own_terms")
    if not (excluded or early or about) and not content.is_extended:
        return
    if flow.left_mm > 40:
        flow.space(3)
        flow.page.line(LEFT_MM, flow.y_mm, RIGHT_MM, flow.y_mm, colour=GREY)
    if about:
        flow.heading(about["heading"])
        flow.paragraph(about["text"])
    extension(flow, content, own)
    if early:
        flow.heading(own["early_end"]["heading"])
        flow.paragraph(early)
    exclusions(flow, content, own)


def _early_end(content: Confirmation, own: dict[str, Any]) -> str:
    """When a right is lost that there is now (Art. 246a § 1 (3) Nr. 2 EGBGB, § 356 (5), (6) BGB)."""
    if content.matter == Matter.DIGITAL:
        return str(own["early_end"]["digital"])
    return str(own["early_end"]["service"]) if Matter(content.matter) in SERVICES else ""


def exclusions(flow: Flow, content: Confirmation, own: dict[str, Any]) -> None:
    """Lines without a right of withdrawal, or that can lose it (Art. 246a § 1 (3) EGBGB)."""
    grouped: dict[WithdrawalRule, list[LetterLine]] = {}
    for line in content.lines:
        rule = line.withdrawal_rule
        if rule.may_be_lost or not rule.has_right:
            grouped.setdefault(rule, []).append(line)
    if not grouped:
        return
    flow.heading(own["headings"]["exclusions"])
    statutes = own.get("statutes", {})
    for rule, excluded in grouped.items():
        kind, number = str(rule.right), str(rule.number)
        known = number in own["reasons"]
        sentence = own["exclusions"][kind if known else f"{kind}_unnamed"]
        flow.paragraph(
            sentence.format(
                names=", ".join(line.name for line in excluded),
                reason=own["reasons"].get(number, ""),
                number=number,
                statute=statutes.get(number, statutes.get("other", "")),
            )
        )


def extension(flow: Flow, content: Confirmation, own: dict[str, Any]) -> None:
    """The shop's longer period, beside the statutory one and never instead of it."""
    if not content.is_extended:
        return
    words = own["extension"]
    key = "one_month" if content.extension_months == 1 else "several_months"
    if not content.extension_months:
        key = "days"
    period = words[key].format(months=content.extension_months, days=content.extension_days)
    flow.heading(own["headings"]["extension"])
    flow.paragraph(words["months"].format(period=period), after_mm=0.4)
    flow.paragraph(words["by_phone"].format(phone=content.seller.phone))


def _mark(content: Confirmation, language: str) -> str:
    if content.language == "de":
        return ""
    own = texts.text_of("confirmation", content.language, content.written_on)["translation"]
    return str(own["german" if language == "de" else "courtesy"])


def _about_goods(content: Confirmation, legal: dict[str, Any]) -> tuple[str, ...]:
    """Notes 4 and 5, or for what has no goods note 6: what the buyer has to pay, send back, replace."""
    words, matter = legal["instruction"], Matter(content.matter)
    if matter not in WITHOUT_GOODS:
        return (words["send_back"], _cost(content, legal), words["value_loss"])
    if matter in SERVICES:
        return (words["begun"]["energy" if matter is Matter.ENERGY else "service"],)
    return ()


def _cost(content: Confirmation, legal: dict[str, Any]) -> str:
    """Who bears the return, and what it costs at most where ordinary post does not take it (note 5 b)."""
    words = legal["instruction"]
    if content.return_cost == "shop":
        return str(words["cost_shop"])
    if content.return_amount is None:
        return str(words["cost_customer"])
    amount = amounts.money(content.return_amount, legal["language"]).replace("€", "").strip()
    return str(words["cost_estimated"].format(amount=amount))


def _key(seller: Seller) -> tuple[str, ...]:
    return (seller.name, seller.place, seller.phone, seller.email)


_drawn: dict[tuple[object, ...], _Drawn] = {}
_MOST_KEPT = 32


def _kept(sheet: Sheet, content: Confirmation, language: str) -> _Drawn:
    """Lay the pages out once per shop and version; most letters carry the same ones."""
    legal = texts.text_of("withdrawal", language, content.written_on)
    seller, mark = _key(content.seller), _mark(content, language)
    start, goods = content.period_start, _about_goods(content, legal)
    key = (seller, language, legal["valid_from"], mark, start, goods, sheet.accent)
    kept = _drawn.get(key)
    if kept is not None:
        return kept
    before = len(sheet.pages)
    structure, parts = sheet.structure, Element("Document")
    with structure.into(parts):
        with structure.tag("Sect", spoken(language)):
            end_mm = _instruction(sheet, seller, legal, mark, start, goods)
        last = len(sheet.pages) - before - 1
        with structure.tag("Sect", spoken(language)):
            _form(sheet, seller, legal, mark)
    is_fixed = all(page.is_fixed for page in sheet.pages[before:])
    drawn = _Drawn(sheet.take_off(before, parts), last, end_mm)
    # only the fixed alphabet has the same codes in every letter
    if is_fixed:
        if len(_drawn) >= _MOST_KEPT:
            _drawn.clear()
        _drawn[key] = drawn
    return drawn


def _instruction(
    sheet: Sheet,
    seller: tuple[str, ...],
    legal: dict[str, Any],
    mark: str,
    start: Start,
    goods: tuple[str, ...],
) -> float:
    words = legal["instruction"]
    flow = Flow(sheet, sheet.new_page())
    _marked(flow, mark)
    flow.heading(words["title"], size=13, before_mm=0, role="H1")
    flow.space(1.5)
    flow.heading(words["right"])
    for text in words["body"]:
        flow.paragraph(
            text.replace("{start}", words["start"][start]).replace("{seller}", ", ".join(seller))
        )
    flow.heading(words["effects"])
    withhold = "" if start is Start.CONTRACT else words["withhold"]
    flow.paragraph(f"{words['effects_body']} {withhold}".rstrip())
    for text in goods:
        flow.paragraph(text)
    return flow.y_mm


def _form(sheet: Sheet, seller: tuple[str, ...], legal: dict[str, Any], mark: str) -> None:
    words = legal["form"]
    flow = Flow(sheet, sheet.new_page())
    _marked(flow, mark)
    flow.heading(words["title"], size=13, before_mm=0, role="H1")
    flow.space(1.5)
    flow.paragraph(words["intro"], after_mm=5)
    name, place, _phone, email = seller
    flow.paragraph(words["to"].format(seller=", ".join((name, place, email))), after_mm=5)
    for n, text in enumerate(words["lines"]):
        flow.paragraph(text, after_mm=1)
        for _ in range(_BLANK_LINES[n]):
            flow.space(2.2 * PITCH_MM)
            flow.page.line(LEFT_MM + 4, flow.y_mm, RIGHT_MM, flow.y_mm, width_pt=0.4, colour=GREY)
        flow.space(2.5)
    flow.paragraph(words["footnote"], colour=GREY)


def _marked(flow: Flow, mark: str) -> None:
    if mark:
        flow.paragraph(mark, colour=GREY, after_mm=2)
