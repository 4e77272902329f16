"""What a letter says otherwise because of where the buyer lives: Austria's texts and Switzerland's.

Everyone else gets the German rules; the window warns of the countries this does not cover.
"""

from typing import Any

from shopphone.domain.letters import Confirmation
from shopphone.domain.order_kinds import SERVICES, CountryRule, Matter
from shopphone.letters import texts

_TEXTS = {CountryRule.AT: "austria", CountryRule.CH: "switzerland"}
_CALLED = "called"


def texts_of(content: Confirmation) -> dict[str, Any]:
    """The sections of the buyer's land over those of every letter; of a kind under its name."""
    name = _TEXTS.get(content.land)
    if name is None:
        return {}
    own = texts.text_of(name, content.language, content.written_on)
    if not content.called_by_us:
        return own
    called = over(own, own.get(_CALLED, {}))
    if Matter(content.matter) in SERVICES and "called_service" in own:
        # § 9 (2) FAGG: bound only by a written yes on a durable medium
        called["offer"] = over(own.get("offer", {}), own["called_service"])
    return called


def over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """The sections below, each word replaced that the ones above have too."""
    merged = dict(below)
    for section, words in above.items():
        if isinstance(words, dict):
            merged[section] = {**merged.get(section, {}), **words}
    return merged
