"""`shopphone check`: look at a shop from outside, without changing it, and say in sentences what to do."""

import sqlite3
import stat
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from shopphone.domain import backups as b
from shopphone.domain.consent_ledger import LedgerState
from shopphone.domain.duties import missing_warnings
from shopphone.domain.errors import Refused, Unavailable
from shopphone.domain.settings import BY_KEY
from shopphone.ui.kit import cups, printing
from shopphone.ui.kit.i18n import translate
from shopphone.ui.kit.messages import words_for
from shopphone.ui.panels.backup_words import age_words, table_name, trouble_words

if TYPE_CHECKING:
    from shopphone.services.desk import Desk

MUST, SHOULD, FINE = "MUST", "should", "fine"
Finding = tuple[str, str]


def check(folder: Path, database: str, *, repair: bool = False) -> int:
    """Print one line per finding; 1 if something must be done. repair: do first what is safe."""
    if repair:
        from shopphone.repair import repair as mend

        for sentence in mend(folder, database):
            print(f"[{level_words(FINE)}] {sentence}")
    findings = list(_look(folder, database))
    for level, sentence in findings:
        print(f"[{level_words(level)}] {sentence}")
    return 1 if any(level == MUST for level, _ in findings) else 0


def level_words(level: str) -> str:
    return {
        MUST: translate("Check", "MUST"),
        SHOULD: translate("Check", "should"),
        FINE: translate("Check", "fine"),
    }[level]


def _look(folder: Path, database: str) -> list[Finding]:
    file = folder / "shop.db"
    if not database and not file.exists():
        text = translate("Check", "There is no shop in {folder}. Start shopphone once to make it.")
        return [(MUST, text.format(folder=folder.name)), *_newest_backup(folder)]
    found = [*_desk_file(folder), *([] if database else _file(file))]
    if any(level == MUST for level, _ in found):
        return [*found, *_newest_backup(folder)]
    try:
        return found + _shop(folder, database)
    except (Refused, Unavailable) as error:
        text = translate("Check", "The shop cannot be opened. {why}").format(why=words_for(error))
        return [*found, (MUST, text), *_newest_backup(folder)]


def _file(file: Path) -> list[Finding]:
    from shopphone.store import damage, upgrade

    if not file.stat().st_size:
        return [(MUST, translate("Check", "The shop's file is empty. Take the newest copy."))]
    try:
        damaged = damage.look(file)
    except sqlite3.OperationalError as error:
        return [(MUST, words_for(upgrade.file_trouble(error, file)))]
    found: list[Finding] = []
    if not damaged.problem:
        found.append((FINE, translate("Check", "The shop's file is whole.")))
    else:
        found += _damage(damaged.problem, damaged.tables, damaged.rows_are_whole)
    if sys.platform != "win32" and stat.S_IMODE(file.stat().st_mode) & 0o077:
        found.append(
            (SHOULD, translate("Check", "Others can read the shop's file. Set its rights to 600."))
        )
    return found


def _damage(
    problem: str, tables: tuple[tuple[str, int], ...], rows_are_whole: bool
) -> list[Finding]:
    if rows_are_whole:
        text = translate(
            "Check",
            "The shop's file is damaged ({problem}), but every row can be read: shopphone check --repair makes it whole.",
        )
        return [(MUST, text.format(problem=problem))]
    text = translate("Check", "The shop's file is damaged ({problem}). Take the newest copy.")
    found: list[Finding] = [(MUST, text.format(problem=problem))]
    for table, rows in tables:
        text = translate("Check", "Damaged: {what}. {rows} rows of it can still be read.")
        found.append((MUST, text.format(what=table_name(table), rows=rows)))
    if tables:
        text = translate(
            "Check",
            "Everything else can be read. shopphone check --repair writes what is left into a new file.",
        )
        found.append((SHOULD, text))
    return found


def _desk_file(folder: Path) -> list[Finding]:
    """This desk's own file: drafts and settings of the desk."""
    file = folder / "desk.db"
    if not file.exists():
        return []
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as own:
            if own.execute("pragma quick_check(1)").fetchone()[0] == "ok":
                return []
    except sqlite3.OperationalError:
        return []  # in use just now
    except sqlite3.DatabaseError:
        pass
    text = translate(
        "Check",
        "This desk's own file (drafts, settings of the desk) is damaged. shopphone check --repair begins a new one and keeps this.",
    )
    return [(MUST, text)]


def _newest_backup(folder: Path) -> list[Finding]:
    """What to take when the shop itself does not open; Settings cannot be read then."""
    found = [each for path in (folder / "backups").glob("*") if (each := b.read_name(path.name))]
    own = _own_folder(folder)
    if own is not None:
        found += [each for path in own.glob("*") if (each := b.read_name(path.name))]
    if not found:
        return [(SHOULD, translate("Check", "No backup was found. Look on sticks and shares."))]
    newest = max(found, key=lambda each: each.made_at)
    place = folder / "backups" if (folder / "backups" / newest.name).exists() else own
    text = translate("Check", "The newest backup: shopphone restore {file}")
    return [(SHOULD, text.format(file=f"{place}/{newest.name}"))]


def _own_folder(folder: Path) -> Path | None:
    from shopphone.start import own_settings

    named = own_settings(folder).get("backup.folder", "").strip()
    return Path(named).expanduser() if named else None


def _shop(folder: Path, database: str) -> list[Finding]:
    from shopphone.services.desk import Desk
    from shopphone.store import upgrade
    from shopphone.store.db import Database, sqlite_url
    from shopphone.store.local import Local

    now = datetime.now(UTC)
    version = (
        upgrade.server_version(database) if database else upgrade.file_version(folder / "shop.db")
    )
    if version is None:
        text = translate("Check", "There is no shop in {folder}. Start shopphone once to make it.")
        return [(MUST, text.format(folder="PostgreSQL"))]
    if version not in upgrade.known():
        raise Refused("shop_file_newer", file="shop.db", version=version)
    if version != upgrade.newest():
        text = translate(
            "Check",
            "This shop is of an older version ({version}); the next start upgrades it and keeps a copy.",
        )
        return [(SHOULD, text.format(version=version)), *_newest_backup(folder)]
    with (
        closing(Database(database or sqlite_url(folder / "shop.db"))) as db,
        closing(Local(folder / "desk.db")) as local,
    ):
        desk = Desk(db=db, local=local, now=lambda: now, folder=folder)
        return _backups(desk) + _content(desk)


def _content(desk: "Desk") -> list[Finding]:
    import shopphone.services.consents as consents
    import shopphone.services.letter_archive as letter_archive
    import shopphone.services.settings as settings
    import shopphone.services.shop_files as shop_files

    values = settings.values(desk)
    found = _duties(values, settings.missing(desk))
    for key in shop_files.damaged(desk):
        text = translate("Check", "{name}: the kept file is damaged. Choose it again in Settings.")
        found.append((MUST, text.format(name=_label(key))))
    found += _letters(letter_archive.damaged(desk))
    found += _ledger(consents.verify(desk))
    if not values["desk.staff"]:
        found.append(
            (
                SHOULD,
                translate(
                    "Check", "Nobody is named at this desk; enter who works here in Settings."
                ),
            )
        )
    found.append(_printer(values["print.printer"]))
    found += _telephone(desk)
    return found


def _backups(desk: "Desk") -> list[Finding]:
    import shopphone.services.backups as backups

    state = backups.state(desk)
    sentence, tone = age_words(state, desk.now())
    found: list[Finding] = [(FINE if tone == "fine" else SHOULD, sentence)]
    if state.trouble:
        found.append((MUST, trouble_words(state)))
    elif state.last is not None and backups.is_same_disk(desk):
        found.append(
            (
                SHOULD,
                translate(
                    "Check",
                    "The backups lie on the same disk as the shop. Choose a stick or a share in Settings.",
                ),
            )
        )
    return found


def _letters(damaged: tuple[str, ...]) -> list[Finding]:
    if not damaged:
        return [(FINE, translate("Check", "Every kept letter is byte for byte what it was."))]
    text = translate(
        "Check", "The kept letter {name} is damaged. Take it from a copy of the shop's file."
    )
    return [(MUST, text.format(name=name)) for name in damaged]


def _ledger(state: LedgerState) -> list[Finding]:
    """Each entry that is not what was written, by its number."""
    if not state.faults:
        text = translate("Check", "The consent ledger is whole: {count} entries, checksum {head}.")
        return [(FINE, text.format(count=state.entries, head=state.head[:16]))]
    words = {
        "changed": translate(
            "Check", "Entry {entry} of the consent ledger was changed after it was written."
        ),
        "order": translate(
            "Check", "Entry {entry} of the consent ledger does not follow the one before it."
        ),
        "missing": translate("Check", "Entry {entry} of the consent ledger is missing."),
        "evidence": translate(
            "Check",
            "The file that proves entry {entry} of the consent ledger is damaged or missing.",
        ),
    }
    end = translate("Check", "Compare with a copy of the shop.")
    return [
        (MUST, f"{words[each.kind].format(entry=each.entry_no)} {end}") for each in state.faults
    ]


def _label(key: str) -> str:
    return translate("Settings", BY_KEY[key].label)


def _duties(values: dict[str, str], missing: tuple[str, ...]) -> list[Finding]:
    found: list[Finding] = []
    if missing:
        text = translate("Check", "Letters cannot be written before these are entered: {names}.")
        found.append((MUST, text.format(names=", ".join(_label(key) for key in missing))))
    else:
        text = translate("Check", "Everything a confirmation must name about the shop is entered.")
        found.append((FINE, text))
    if missing_warnings(values):
        text = translate(
            "Check",
            "The harmonised notice on statutory rights (PDF) is missing; letters print without it.",
        )
        found.append((SHOULD, text))
    return found


def _printer(name: str) -> Finding:
    """Whether letters would come out, asked the way printing asks."""
    if not name:
        return (SHOULD, translate("Check", "No printer is chosen; choose one in Settings."))
    if name not in printing.printers():
        return (MUST, f"{name}: {words_for(Unavailable('printer_unknown'))}")
    try:
        if sys.platform != "win32":
            cups.look(name)
    except Unavailable as error:
        return (MUST, f"{name}: {words_for(error)}")
    return (FINE, translate("Check", "Letters go to {name}.").format(name=name))


def _telephone(desk: "Desk") -> list[Finding]:
    import shopphone.cti as cti
    import shopphone.services.phones as phones
    from shopphone.secrets import Keyring

    desk.secrets, desk.telephony = Keyring(), cti
    ready = phones.ready(desk)
    if not ready:
        return [(FINE, translate("Check", "No telephone link is set up; F2 starts calls by hand."))]
    found = []
    for system, secret in ready:
        name = f"{system.kind} {system.values['host']}"
        try:
            phones.try_out(desk, system, secret)
        except Unavailable as error:
            found.append((MUST, f"{name}: {words_for(error)}"))
        else:
            found.append((FINE, translate("Check", "{name}: it works.").format(name=name)))
    return found
