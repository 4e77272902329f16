"""`shopphone import products FILE` and its kin: tables taken in, and taken back, without a window."""

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

from shopphone.domain.imports import PRICES, SIGN, VAT, WEIGHT, Asked, Question
from shopphone.ui.panels import sheet_words
from shopphone.ui.panels.sheet_words import fault_words, sentence

if TYPE_CHECKING:
    from shopphone.services.desk import Desk
    from shopphone.services.imports import Looked

UNANSWERED = 2


def take_in(desk: "Desk", options: argparse.Namespace) -> int:
    """1 if rows could not be taken in, 2 if something must be answered first."""
    import shopphone.services.imports as imports

    asked = _asked(options)
    found = imports.recognise(desk, asked)
    print(f"{options.path.name}: {sheet_words.found_words(found)}")
    print(sheet_words.used_words(found.columns))
    if unused := sheet_words.unused_words(found.columns):
        print(sentence("unused", columns=unused))
    questions = _still_open(found.open_questions, options)
    if questions:
        for question in questions:
            print(f"{sheet_words.question_words(question)} ({_option(question)})")
        return UNANSWERED
    looked = imports.look(desk, _with_standing(asked, found.open_questions, options))
    _tell(looked)
    print(f"{options.path.name}: {sheet_words.counts_words(looked.counts)}.")
    if options.bad is not None and looked.counts.faults:
        _write_bad(desk, looked, options)
    if options.dry_run:
        print(sentence("nothing"))
    elif looked.counts.new or looked.counts.changed:
        imports.take_in(desk, looked)
        print(sentence("taken"))
    return 1 if looked.counts.faults else 0


def undo(desk: "Desk", options: argparse.Namespace) -> int:
    """Take the newest import of this kind back that still holds."""
    import shopphone.services.taking_back as taking_back

    run = next((each for each in taking_back.runs(desk, options.what) if not each.undone_at), None)
    if run is None:
        print(sentence("none"))
        return 1
    done = taking_back.take_back(desk, run.run_id)
    print(sentence("back", name=run.name, removed=done.removed, restored=done.restored))
    for title, why in done.kept:
        print(sentence("used" if why == "used" else "stays", title=title))
    return 0


def _asked(options: argparse.Namespace) -> Asked:
    from shopphone.services.import_files import read_map

    answers = dict(each.partition("=")[::2] for each in options.answer)
    told = {
        VAT: options.vat,
        PRICES: "gross" if options.gross else "net" if options.net else "",
        WEIGHT: options.weight,
    }
    answers |= {code: answer for code, answer in told.items() if answer}
    asked = Asked(kind=options.what, path=options.path, format=options.format, answers=answers)
    return read_map(options.map, asked) if options.map else asked


def _still_open(
    questions: tuple[Question, ...], options: argparse.Namespace
) -> tuple[Question, ...]:
    """--decimal answers for every column that asks."""
    return tuple(each for each in questions if not (options.decimal and each.code.startswith(SIGN)))


def _with_standing(
    asked: Asked, questions: tuple[Question, ...], options: argparse.Namespace
) -> Asked:
    signs = {each.code: options.decimal for each in questions if each.code.startswith(SIGN)}
    return replace(asked, answers={**asked.answers, **signs})


def _option(question: Question) -> str:
    """How it is answered on the command line."""
    kind = question.code.partition(":")[0]
    if kind == SIGN:
        return "--decimal , | --decimal ."
    plain = {VAT: "--vat 19", PRICES: "--gross | --net", WEIGHT: "--weight kg"}
    return plain.get(question.code, f'--answer "{question.code}=…"')


def _tell(looked: "Looked") -> None:
    for row in looked.rows:
        if row.fault is not None:
            print(fault_words(row.fault))
        for each in row.left_out:
            print(fault_words(each))
    told = sum(row.fault is not None for row in looked.rows)
    if told < looked.counts.faults:
        print(sentence("more", count=looked.counts.faults - told))


def _write_bad(desk: "Desk", looked: "Looked", options: argparse.Namespace) -> None:
    from shopphone.services.import_files import write_bad_rows

    count = write_bad_rows(desk, looked, options.bad, fault_words)
    print(sentence("bad", count=count, file=options.bad))
