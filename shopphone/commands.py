"""The command line: open the window, hand a call to it, or do one thing without a window."""

import argparse
import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from shopphone.domain.errors import Refused, Unavailable
from shopphone.options import parse
from shopphone.start import calm_sums, data_folder, own_settings, refuse_deadly_pair


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say; the exit code says whether it worked."""
    options = parse(arguments)
    calm_sums()
    try:
        if options.command in _WITHOUT_WINDOW:
            return _do_without_window(options)
        return _do(options, list(arguments))
    except (Refused, Unavailable) as error:
        _complain(error)
    return 1


def _do_without_window(options: argparse.Namespace) -> int:
    """In the language of this desk's windows."""
    from shopphone.ui.kit.i18n import speaking

    folder = data_folder(options)
    with speaking(options.lang or own_settings(folder).get("desk.language", "system")):
        try:
            return _WITHOUT_WINDOW[options.command](options, folder)
        except (Refused, Unavailable) as error:
            _complain(error)
    return 1


def _check(options: argparse.Namespace, folder: Path) -> int:
    from shopphone.check import check

    return check(folder, options.database, repair=options.repair)


def _transfer(options: argparse.Namespace, folder: Path) -> int:
    from shopphone.transfer import run as transfer

    return transfer(options, folder)


def _safekeep(options: argparse.Namespace, folder: Path) -> int:
    from shopphone.safekeeping import run as safekeep

    return safekeep(options, folder)


_WITHOUT_WINDOW = {
    "check": _check,
    "import": _transfer,
    "export": _transfer,
    "exported": _transfer,
    "letters": _transfer,
    "backup": _safekeep,
    "restore": _safekeep,
    "move": _safekeep,
}


def _complain(error: Exception) -> None:
    from shopphone.ui.kit.messages import words_for

    print(f"shopphone: {words_for(error)}", file=sys.stderr)


def _do(options: argparse.Namespace, arguments: list[str]) -> int:
    if options.selftest:
        from shopphone.selftest import selftest

        return selftest()
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
