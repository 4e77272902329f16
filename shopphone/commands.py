"""The command line: open the window, hand a call to it, or do one thing without a window."""

import argparse
import gc
import sys
from collections.abc import Sequence

from shopphone.domain.errors import Refused, Unavailable
from shopphone.options import parse
from shopphone.start import calm_sums, data_folder, refuse_deadly_pair


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say; the exit code says whether it worked."""
    options = parse(arguments)
    calm_sums()
    try:
        return _do(options, list(arguments))
    except (Refused, Unavailable) as error:
        from shopphone.ui.kit.messages import words_for

        print(f"shopphone: {words_for(error)}", file=sys.stderr)
    return 1


def _do(options: argparse.Namespace, arguments: list[str]) -> int:
    if options.command == "check":
        from shopphone.check import check

        return check(data_folder(options), options.database)
    if options.command in ("import", "export", "exported", "letters"):
        from shopphone.transfer import run as transfer

        return transfer(options, data_folder(options))
    if options.command == "tour" and options.letters:
        from shopphone.tour_letters import tour_letters

        return tour_letters(options.out)
    refuse_deadly_pair()
    if options.command == "tour":
        from shopphone.tour import tour

        return tour(options.out, options.size, options.lang or "de", options.theme or "light")
    # hardly anything a start makes is garbage; the window collects again once it is painted
    gc.disable()
    from shopphone.app import main

    return main(options, arguments)
