"""The gate's answers in one sentence each, and purposes, ways and bases in words."""

from PySide6.QtCore import QCoreApplication

PURPOSES = {
    "order": "Order handling",
    "requested_callback": "Callback they asked for",
    "advertising": "Advertising",
    "satisfaction": "Survey of satisfaction (counts as advertising)",
}
_DENIALS = {
    "purpose_missing": "What is this call for? Choose it first.",
    "no_number": "There is no number here that can be called.",
    "restricted": "This customer’s data is restricted: only a callback they asked for is allowed (Art. 18 GDPR).",
    "objected": "They want no advertising calls. That holds for everybody in the shop (Art. 21 GDPR).",
    "not_asked": "They have not agreed to advertising calls: without consent none is allowed (§ 7 UWG). Ask when they call next.",
    "asked_and_refused": "They were asked and said no. Do not call with advertising (§ 7 UWG).",
    "consent_needed_at": "In Austria businesses must have agreed to advertising calls, too (§ 174 TKG).",
    "not_documented": "The consent is not documented for this number: words, topics and a proof are needed (§ 7a UWG).",
    "other_number": "They agreed to calls on another number. Call that one, or ask for this.",
    "topic_missing": "What is it about? Name the topic; the consent holds for topics.",
    "out_of_scope": "They agreed to other topics. Stay within those.",
    "caller_id_suppressed": "Advertising calls must show our number: take *31# or #31# out (§ 15 TDDDG).",
    "presumed_reason_missing": "Why may we presume that this business wants the call? Write the reason; it is kept.",
    "star_unchecked": "Switzerland: look up the number. Does its entry bear no star? Then tick it (Art. 3 UWG).",
    "limit_day": "They were called with advertising today. Once more would be harassment.",
    "limit_week": "They were called with advertising often enough this week.",
    "no_request": "Nobody asked for this callback: no promise is open. Choose another purpose.",
    "order_reason_missing": "No order of theirs is known here. Write what the call is about; it is kept.",
}
_WARNINGS = {
    "consent_long_unused": "This consent rested for two years or more. Look at the proof before you rely on it.",
    "upsell_beyond_topic": "Offering more than they asked for would be advertising, and they have not agreed to that topic.",
    "caller_id_shown": "Our number will be shown: hiding it is not possible from here.",
    "other_land": "Another country’s law may ask for more. Check it first.",
}
_BASES = {
    "order": "Allowed: it is about their order.",
    "requested_callback": "Allowed: they asked for it.",
    "consent": "Allowed: they agreed to these topics.",
    "presumed": "Allowed for a business, for the reason you gave.",
}
_LINKS = {
    "busy": "One call after the other: finish this one first.",
    "loop": "The system gave our own call back to us. Choose another program in Settings, Telephone.",
}


def purpose_words(purpose: str) -> str:
    return QCoreApplication.translate("Dialling", PURPOSES.get(purpose, purpose))


def denial_words(denial: str) -> str:
    return QCoreApplication.translate("Dialling", _DENIALS.get(denial, denial))


def warning_words(warning: str) -> str:
    return QCoreApplication.translate("Dialling", _WARNINGS.get(warning, warning))


def basis_words(basis: str) -> str:
    return QCoreApplication.translate("Dialling", _BASES.get(basis, basis))


def link_words(why: str) -> str:
    """Why a tel: link is not asked about."""
    return QCoreApplication.translate("Dialling", _LINKS[why])
