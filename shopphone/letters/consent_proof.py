"""The consent ledger as a PDF: every entry whole, with the checksums that chain them."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from shopphone.domain.consent_ledger import Act, ConsentEntry
from shopphone.domain.consent_proof import ConsentProof, PersonProof
from shopphone.letters import amounts, frame, short_letter, texts
from shopphone.letters.flow import Flow
from shopphone.letters.sheet import Sheet

_SMALL = 8.5
_SMALL_PITCH_MM = 3.7
_INDENT_MM = 5.0
Words = dict[str, Any]


def write(proof: ConsentProof) -> bytes:
    """The same ledger at the same moment gives the same bytes."""
    words = texts.text_of("consent_proof", proof.language, proof.made_at.date())
    page_words = texts.text_of("confirmation", proof.language, proof.made_at.date())["words"]
    said = words["proof"]
    with short_letter.one_at_a_time:
        sheet = Sheet(said["title"], proof.shop, proof.language)
        flow = Flow(sheet, sheet.new_page())
        flow.heading(said["title"], size=13, before_mm=0, role="H1")
        flow.space(1.5)
        for line in _preface(proof, said):
            flow.paragraph(line)
        for person in proof.people:
            _person(flow, person, proof.language, words)
        count = len(sheet.pages)
        for n, page in enumerate(sheet.pages, 1):
            frame.footer(page, (proof.shop,), page_words["page"].format(page=n, pages=count))
        return sheet.finish()


def _preface(proof: ConsentProof, said: Words) -> Iterator[str]:
    state = proof.state
    yield said["shop"].format(shop=proof.shop)
    yield said["made"].format(**_when(proof.made_at, proof.language), staff=proof.made_by or "–")
    if state.faults:
        named = ", ".join(
            str(number) for number in sorted({each.entry_no for each in state.faults})
        )
        yield said["broken"].format(entries=named)
    else:
        yield said["whole"].format(entries=state.entries, head=state.head or "–")
    if not proof.people:
        yield said["nobody"]


def _person(flow: Flow, person: PersonProof, language: str, words: Words) -> None:
    said = words["proof"]
    flow.heading(said["person"].format(name=person.name, number=person.number), size=11)
    if person.address:
        flow.paragraph(said["address"].format(address=person.address))
    if person.keep_until is not None:
        until = amounts.day(person.keep_until, language)
        flow.paragraph(said["keep_until"].format(date=until))
    for entry in person.entries:
        _entry(flow, entry, language, words)


def _entry(flow: Flow, entry: ConsentEntry, language: str, words: Words) -> None:
    said = words["proof"]
    flow.heading(
        said["entry"].format(
            no=entry.entry_no,
            state=words["states"].get(entry.state, entry.state),
            channel=words["channels"].get(entry.channel, entry.channel),
            **_when(entry.at, language),
        ),
        role="H3",
    )
    for line in _lines(entry, language, words):
        flow.paragraph(
            line, size=_SMALL, indent_mm=_INDENT_MM, after_mm=0.4, pitch_mm=_SMALL_PITCH_MM
        )
    flow.space(1)


def _lines(entry: ConsentEntry, language: str, words: Words) -> Iterator[str]:
    said, sources = words["proof"], words["sources"]
    recorded = _when(entry.recorded_at, language)
    if entry.late:
        yield said["late"].format(**recorded)
    if entry.scope:
        yield said["topics"].format(topics=", ".join(entry.topics))
    if entry.wording:
        yield said["wording"].format(wording=entry.wording)
    if entry.wording_version:
        yield said["version"].format(version=entry.wording_version)
    if entry.state != Act.USED and entry.source:
        yield said["how"].format(source=sources.get(entry.source, entry.source))
    if entry.number:
        yield said["number"].format(number=entry.number)
    yield said["recorded"].format(staff=entry.recorded_by or "–", **recorded)
    if entry.person:
        yield said["then"].format(person=", ".join(entry.person.values()))
    if entry.company:
        yield said["company"].format(company=", ".join(filter(None, entry.company.values())))
    if entry.evidence_sha256:
        yield said["evidence"].format(name=entry.evidence_name or "–", sha=entry.evidence_sha256)
    yield said["hash"].format(hash=entry.hash)


def _when(at: datetime, language: str) -> dict[str, str]:
    return {"date": amounts.day(at.date(), language), "time": amounts.clock(at)}
