"""The arguments of the command line, as data."""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from shopphone import __version__


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="shopphone", description="The call desk of a small online shop."
    )
    parser.add_argument("--version", action="version", version=f"shopphone {__version__}")
    parser.add_argument("--data", type=Path, help="folder of the shop's file (default: your own)")
    parser.add_argument("--database", default="", help="postgresql://… for several desks")
    parser.add_argument("--demo", action="store_true", help="open the demo shop")
    parser.add_argument("--day", type=date.fromisoformat, help="the demo shop's today")
    parser.add_argument("--ring", metavar="NUMBER", help="this number rings")
    parser.add_argument("--answer", metavar="NUMBER", help="the call of this number was answered")
    parser.add_argument("--hangup", metavar="NUMBER", help="the call of this number ended")
    parser.add_argument("--to", default="", metavar="NUMBER", help="the own number it rings on")
    parser.add_argument("--id", default="", help="the phone's own name for the call")
    parser.add_argument("--lang", choices=("de", "en"), default="")
    parser.add_argument("--theme", choices=("light", "dark", "system"), default="")
    commands = parser.add_subparsers(dest="command")
    commands.add_parser("check", help="look at the shop and say what to do")
    tour = commands.add_parser("tour", help="walk through the story of a call and take pictures")
    tour.add_argument("--out", type=Path, required=True)
    tour.add_argument("--size", default="1280x720", metavar="WIDTHxHEIGHT")
    tour.add_argument("--lang", dest="tour_lang", choices=("de", "en"), default="de")
    tour.add_argument("--theme", dest="tour_theme", choices=("light", "dark"), default="light")
    return parser.parse_args(arguments)
