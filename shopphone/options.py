"""The arguments of the command line, as data."""

import argparse
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from shopphone import __version__


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="shopphone", description="The call desk of a small online shop."
    )
    parser.add_argument("--version", action="version", version=f"shopphone {__version__}")
    parser.add_argument(
        "--selftest", action="store_true", help="try every part of the installed program"
    )
    parser.add_argument("--data", type=Path, help="folder of the shop's file (default: your own)")
    parser.add_argument("--database", default="", help="postgresql://… for several desks")
    parser.add_argument("--demo", action="store_true", help="open the demo shop")
    parser.add_argument("--day", type=date.fromisoformat, help="the demo shop's today")
    parser.add_argument("--ring", metavar="NUMBER", help="this number rings")
    parser.add_argument("--answer", metavar="NUMBER", help="the call of this number was answered")
    parser.add_argument("--hangup", metavar="NUMBER", help="the call of this number ended")
    parser.add_argument(
        "--dial",
        metavar="LINK",
        help="call this number, through the gate; a tel: link alone does, too",
    )
    parser.add_argument("--to", default="", metavar="NUMBER", help="the own number it rings on")
    parser.add_argument("--id", default="", help="the phone's own name for the call")
    parser.add_argument("--lang", choices=("de", "en"), default="")
    parser.add_argument("--theme", choices=("light", "dark", "system"), default="")
    commands = parser.add_subparsers(dest="command")
    check = commands.add_parser("check", help="look at the shop and say what to do")
    check.add_argument(
        "--repair", action="store_true", help="do what is safe; what it replaces is kept"
    )
    # said before the command or after it
    check.add_argument("--lang", choices=("de", "en"), default=argparse.SUPPRESS)
    _add_safekeeping(commands)
    _add_transfer(commands)
    kept = commands.add_parser("letters", help="write the letters of a year into a folder")
    kept.add_argument("what", choices=("export",))
    kept.add_argument("year", type=int)
    kept.add_argument("path", type=Path, metavar="dir", help="a new or empty folder")
    tour = commands.add_parser("tour", help="walk through the story of a call and take pictures")
    tour.add_argument("--out", type=Path, required=True)
    tour.add_argument(
        "--letters", action="store_true", help="write every letter instead, as PDF and as pictures"
    )
    tour.add_argument("--size", default="1280x720", metavar="WIDTHxHEIGHT")
    # said before "tour" or after it
    tour.add_argument("--lang", choices=("de", "en"), default=argparse.SUPPRESS)
    tour.add_argument("--theme", choices=("light", "dark"), default=argparse.SUPPRESS)
    options = parser.parse_args([_dial_if_link(each) for each in arguments])
    if options.command == "import" and options.path is None and not options.undo:
        parser.error("import needs a folder or file, or --undo")
    if options.command == "import" and options.undo and options.what == "modules":
        parser.error("an import of text modules cannot be taken back")
    return options


def _dial_if_link(argument: str) -> str:
    """tel:, callto: and sip: as the system hands them over; one word, so it names no other option."""
    return f"--dial={argument}" if _LINK.match(argument) else argument


_LINK = re.compile(r"(?i)(tel|callto|sips?):")


def _add_safekeeping(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    backup = commands.add_parser("backup", help="make a backup now, also beside open windows")
    backup.add_argument("path", type=Path, nargs="?", metavar="dir", help="default: as in Settings")
    restore = commands.add_parser("restore", help="say what a backup would change; --yes does it")
    restore.add_argument("path", type=Path, metavar="file")
    restore.add_argument("--yes", action="store_true", help="put it in place; the present is kept")
    restore.add_argument(
        "--into", type=Path, metavar="dir", help="only make a shop of it in this new folder"
    )
    move = commands.add_parser("move", help="move the shop from its file to PostgreSQL, or back")
    move.add_argument("--to", dest="target", required=True, metavar="URL-or-file")


def _add_transfer(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    take_in = commands.add_parser("import", help="take in what another program wrote into files")
    take_in.add_argument(
        "what",
        choices=(
            "products",
            "customers",
            "orders",
            "contacts",
            "phonebook",
            "articles",
            "modules",
        ),
    )
    take_in.add_argument("path", type=Path, nargs="?", help="a CSV, XLSX or text file, or a folder")
    take_in.add_argument("--dry-run", action="store_true", help="only say what it would do")
    take_in.add_argument(
        "--undo", action="store_true", help="take the last import of this kind back"
    )
    take_in.add_argument(
        "--text-lang", choices=("de", "en"), default="de", help="of texts that do not say theirs"
    )
    _add_table_options(take_in)
    export = commands.add_parser("export", help="write orders or whole lists for other programs")
    export.add_argument("what", choices=("orders", "customers", "products", "articles", "calls"))
    export.add_argument("path", type=Path, help="a CSV, XLSX or JSON file; articles: also a folder")
    export.add_argument(
        "--format",
        choices=("csv", "xlsx", "json", "jtl", "kivitendo", "dhl", "internetmarke"),
        default="",
        help="for whom; without it the name of the file says it",
    )
    export.add_argument(
        "--order", action="append", default=[], metavar="NUMBER", help="this one, not what waits"
    )
    exported = commands.add_parser("exported", help="say that a file of orders has gone through")
    exported.add_argument("number", type=int)
    exported.add_argument(
        "--undo", action="store_true", help="it was not used: its orders wait again"
    )


def _add_table_options(parser: argparse.ArgumentParser) -> None:
    """What only a person can know of a table."""
    parser.add_argument("--format", default="", help="of the table, if it is not recognised")
    parser.add_argument("--vat", default="", metavar="PERCENT", help="of what names no rate")
    meaning = parser.add_mutually_exclusive_group()
    meaning.add_argument("--gross", action="store_true", help="prices include VAT")
    meaning.add_argument("--net", action="store_true", help="prices are without VAT")
    parser.add_argument("--weight", choices=("g", "kg", "lb", "oz"), default="")
    parser.add_argument(
        "--decimal", choices=(",", "."), default="", help="sign before the decimals"
    )
    parser.add_argument(
        "--answer", action="append", default=[], metavar="CODE=ANSWER", help="to any other question"
    )
    parser.add_argument(
        "--map", type=Path, metavar="FILE", help="JSON: which column is which, and answers"
    )
    parser.add_argument(
        "--bad", type=Path, metavar="FILE", help="write rows with errors here, to be mended"
    )
