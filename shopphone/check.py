"""`shopphone check`: look at a shop from outside and say in sentences what to do."""

import sqlite3
import stat
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from shopphone.domain.consent_ledger import LedgerState
from shopphone.domain.duties import missing_warnings
from shopphone.domain.errors import Refused, Unavailable
from shopphone.domain.settings import BY_KEY
from shopphone.ui.kit import cups, printing
from shopphone.ui.kit.messages import words_for

if TYPE_CHECKING:
    from shopphone.services.desk import Desk

MUST, SHOULD, FINE = "MUST", "should", "fine"


def check(folder: Path, database: str) -> int:
    """Print one line per finding; 1 if something must be done."""
    findings = list(_look(folder, database))
    for level, sentence in findings:
        print(f"[{level}] {sentence}")
    return 1 if any(level == MUST for level, _ in findings) else 0


def _look(folder: Path, database: str) -> list[tuple[str, str]]:
    file = folder / "shop.db"
    if not database and not file.exists():
        return [(MUST, f"There is no shop in {folder.name}. Start shopphone once to make it.")]
    found = [] if database else _file(file)
    if any(level == MUST for level, _ in found):
        return found
    try:
        return found + _shop(folder, database)
    except (Refused, Unavailable) as error:
        return [*found, (MUST, f"The shop cannot be opened. {words_for(error)}")]


def _file(file: Path) -> list[tuple[str, str]]:
    found = []
    if not file.stat().st_size:
        return [(MUST, "The shop's file is empty. Take the newest copy.")]
    try:
        with closing(sqlite3.connect(file)) as connection:
            result = connection.execute("pragma quick_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as error:
        result = str(error)
    if result == "ok":
        found.append((FINE, "The shop's file is whole."))
    else:
        found.append((MUST, f"The shop's file is damaged ({result}). Take the newest copy."))
    if sys.platform != "win32" and stat.S_IMODE(file.stat().st_mode) & 0o077:
        found.append((SHOULD, "Others can read the shop's file. Set its rights to 600."))
    return found


def _shop(folder: Path, database: str) -> list[tuple[str, str]]:
    import shopphone.cti as cti
    import shopphone.services.consents as consents
    import shopphone.services.letter_archive as letter_archive
    import shopphone.services.settings as settings
    import shopphone.services.shop_files as shop_files
    from shopphone.secrets import Keyring
    from shopphone.services.desk import Desk
    from shopphone.store import upgrade
    from shopphone.store.local import Local

    now = datetime.now(UTC)
    db = upgrade.open_url(database) if database else upgrade.open_file(folder / "shop.db", now)
    desk = Desk(db=db, local=Local(folder / "desk.db"), now=lambda: now)
    desk.secrets, desk.telephony = Keyring(), cti
    try:
        values = settings.values(desk)
        found = _duties(values, settings.missing(desk))
        found += [
            (MUST, f"{BY_KEY[key].label}: the kept file is damaged. Choose it again in Settings.")
            for key in shop_files.damaged(desk)
        ]
        found += _letters(letter_archive.damaged(desk))
        found += _ledger(consents.verify(desk))
        if not values["desk.staff"]:
            found.append(
                (SHOULD, "Nobody is named at this desk; enter who works here in Settings.")
            )
        found.append(_printer(values["print.printer"]))
        found += _telephone(desk)
        return found
    finally:
        db.close()
        desk.local.close()


def _letters(damaged: tuple[str, ...]) -> list[tuple[str, str]]:
    if not damaged:
        return [(FINE, "Every kept letter is byte for byte what it was.")]
    return [
        (MUST, f"The kept letter {name} is damaged. Take it from a copy of the shop's file.")
        for name in damaged
    ]


def _ledger(state: LedgerState) -> list[tuple[str, str]]:
    """Each entry that is not what was written, by its number."""
    if not state.faults:
        text = f"The consent ledger is whole: {state.entries} entries, checksum {state.head[:16]}."
        return [(FINE, text)]
    return [
        (MUST, _LEDGER[each.kind].format(entry=each.entry_no) + " Compare with a copy of the shop.")
        for each in state.faults
    ]


_LEDGER = {
    "changed": "Entry {entry} of the consent ledger was changed after it was written.",
    "order": "Entry {entry} of the consent ledger does not follow the one before it.",
    "missing": "Entry {entry} of the consent ledger is missing.",
    "evidence": "The file that proves entry {entry} of the consent ledger is damaged or missing.",
}


def _duties(values: dict[str, str], missing: tuple[str, ...]) -> list[tuple[str, str]]:
    found = []
    if missing:
        names = ", ".join(BY_KEY[key].label for key in missing)
        found.append((MUST, f"Letters cannot be written before these are entered: {names}."))
    else:
        found.append((FINE, "Everything a confirmation must name about the shop is entered."))
    if missing_warnings(values):
        found.append(
            (
                SHOULD,
                "The harmonised notice on statutory rights (PDF) is missing; letters print without it.",
            )
        )
    return found


def _printer(name: str) -> tuple[str, str]:
    """Whether letters would come out, asked the way printing asks."""
    if not name:
        return (SHOULD, "No printer is chosen; choose one in Settings.")
    if name not in printing.printers():
        return (MUST, f"{name}: {words_for(Unavailable('printer_unknown'))}")
    try:
        if sys.platform != "win32":
            cups.look(name)
    except Unavailable as error:
        return (MUST, f"{name}: {words_for(error)}")
    return (FINE, f"Letters go to {name}.")


def _telephone(desk: "Desk") -> list[tuple[str, str]]:
    import shopphone.services.phones as phones

    ready = phones.ready(desk)
    if not ready:
        return [(FINE, "No telephone link is set up; F2 starts calls by hand.")]
    found = []
    for system, secret in ready:
        name = f"{system.kind} {system.values['host']}"
        try:
            phones.try_out(desk, system, secret)
            found.append((FINE, f"{name}: it works."))
        except Unavailable as error:
            found.append((MUST, f"{name}: {words_for(error)}"))
    return found
