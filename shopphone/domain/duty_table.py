"""The 35 duties to inform of Art. 246a § 1 and § 3 EGBGB, each with the place that fulfils it.

A duty is told on the phone (a point of the read-back), stands in a part of the letter, or does not
bite here, and then the reason is named. A test walks the table and looks for each where it says.
"""

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """Where in the letter: its head and foot, a section by its heading, or an enclosure."""

    FRAME = "frame"
    GOODS = "goods"
    DELIVERY = "delivery"
    PAYMENT = "payment"
    CONTRACT = "contract"
    GOODS_FACTS = "goods_facts"
    RIGHTS = "rights"
    INSTRUCTION = "instruction"
    FORM = "form"
    EXCLUSIONS = "exclusions"
    NOTICE = "notice"
    SHEET = "sheet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One duty. point: code of the read-back; settings: what the shop fills in for it.

    absent: why nothing is said, where the duty cannot bite in a shop that sells by telephone.
    """

    code: str
    norm: str
    point: str = ""
    parts: tuple[Part, ...] = ()
    settings: tuple[str, ...] = ()
    absent: str = ""


def _first(number: str) -> str:
    return f"Art. 246a § 1 (1) S. 1 Nr. {number} EGBGB"


def _second(number: str) -> str:
    return f"Art. 246a § 1 (2) S. 1 Nr. {number} EGBGB"


def _phone(number: str) -> str:
    return f"Art. 246a § 3 S. 1 Nr. {number} EGBGB"


_SINCE = "since 27.09.2026 (G v. 03.02.2026, BGBl. 2026 I Nr. 28, Art. 3)"
D = Duty
DUTIES: tuple[Duty, ...] = (
    D(code="A01", norm=_first("1"), point="P1", parts=(Part.GOODS,)),
    D(code="A02", norm=_first("2"), point="P2", parts=(Part.FRAME, Part.CONTRACT),
      settings=("shop.name", "shop.street", "shop.postcode", "shop.town", "policy.principal")),
    D(code="A03", norm=_first("3"), parts=(Part.FRAME, Part.RIGHTS),
      settings=("shop.phone", "shop.email", "policy.channels")),
    D(code="A04", norm=_first("4"), parts=(Part.RIGHTS,), settings=("policy.complaint_address",)),
    D(code="A05", norm=_first("5"), point="P3", parts=(Part.GOODS, Part.CONTRACT)),
    D(code="A06", norm=_first("6"),
      absent="No price is made by automated decisions about the person: every price names its source "
             "(list, quantity, customer group, promotion, or a clerk with a reason)."),
    D(code="A07", norm=_first("7"), point="P3", parts=(Part.GOODS,), settings=("shipping.methods",)),
    D(code="A08", norm=_first("8"), point="P3", parts=(Part.CONTRACT,)),
    D(code="A09", norm=_first("9"), settings=("shop.phone",),
      absent="Calling costs the basic rate: a number that costs more is refused in Settings, as § 312a (5) "
             "BGB makes the charge void."),
    D(code="A10", norm=_first("10"), parts=(Part.PAYMENT, Part.DELIVERY, Part.RIGHTS),
      settings=("shipping.methods", "policy.complaints")),
    D(code="A11", norm=_first("11"), parts=(Part.RIGHTS,), settings=("policy.defect_rights",)),
    D(code="A12", norm=_first("12"), parts=(Part.RIGHTS, Part.GOODS_FACTS),
      settings=("policy.aftersales", "goods.particulars")),
    D(code="A13", norm=_first("13"), parts=(Part.RIGHTS,), settings=("policy.codes_of_conduct",)),
    D(code="A14", norm=_first("14"), point="P5", parts=(Part.CONTRACT,)),
    D(code="A15", norm=_first("15"), point="P5", parts=(Part.CONTRACT,)),
    D(code="A16", norm=_first("16"), parts=(Part.RIGHTS,), settings=("policy.securities",)),
    D(code="A17", norm=_first("17"), parts=(Part.GOODS_FACTS,), settings=("goods.particulars",)),
    D(code="A18", norm=_first("18"), parts=(Part.GOODS_FACTS,), settings=("goods.particulars",)),
    D(code="A19", norm=_first("19"), parts=(Part.RIGHTS,), settings=("policy.adr",)),
    # the function of § 356a BGB is for contracts made on a website, none of which is made here
    D(code="B1", norm=_second("1"), point="P4", parts=(Part.INSTRUCTION, Part.FORM)),
    D(code="B2", norm=_second("2"), point="P4", parts=(Part.INSTRUCTION, Part.CONTRACT),
      settings=("policy.return_cost", "goods.particulars")),
    D(code="B3", norm=_second("3"), point="start", parts=(Part.CONTRACT,)),
    D(code="C1", norm="Art. 246a § 1 (3) Nr. 1 EGBGB", point="P4", parts=(Part.GOODS, Part.EXCLUSIONS)),
    D(code="C2", norm="Art. 246a § 1 (3) Nr. 2 EGBGB", point="sealed", parts=(Part.GOODS, Part.EXCLUSIONS)),
    D(code="P1", norm=_phone("1"), point="P1", parts=(Part.CONTRACT,)),
    D(code="P2", norm=_phone("2"), point="P2", parts=(Part.CONTRACT,), settings=("shop.name",)),
    D(code="P3", norm=_phone("3"), point="P3", parts=(Part.CONTRACT,)),
    D(code="P4", norm=_phone("4"), point="P4", parts=(Part.CONTRACT,)),
    D(code="P5", norm=_phone("5"), point="P5", parts=(Part.CONTRACT,)),
    D(code="D1", norm=f"{_first('10')} {_SINCE}", parts=(Part.DELIVERY,), settings=("policy.eco_delivery",)),
    D(code="D2", norm=f"{_first('11')} {_SINCE}", parts=(Part.NOTICE,),
      settings=("policy.harmonised_notice",)),
    # the label of Annex II is the producer's file: a PDF at the goods' care article goes along unscaled
    D(code="D3", norm=f"{_first('11a')} {_SINCE}", parts=(Part.GOODS_FACTS, Part.SHEET),
      settings=("goods.particulars",)),
    D(code="D4", norm=f"{_first('11b')} {_SINCE}", parts=(Part.RIGHTS,),
      settings=("policy.defect_rights_digital",)),
    D(code="D5", norm=f"{_first('11c')} {_SINCE}", parts=(Part.GOODS_FACTS,), settings=("goods.particulars",)),
    D(code="D6", norm=f"Art. 6 (1) u, v of Directive 2011/83/EU, {_SINCE}", parts=(Part.GOODS_FACTS,),
      settings=("goods.particulars",)),
)  # fmt: skip
BY_CODE = {duty.code: duty for duty in DUTIES}
