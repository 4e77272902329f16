"""`shopphone export`: orders for another program, whole lists, articles as files."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from shopphone.domain.errors import Refused
from shopphone.domain.exports import OrderFormat, Shape

if TYPE_CHECKING:
    from shopphone.services.desk import Desk

_SHAPES = {f".{shape}": shape for shape in Shape}


def run(desk: "Desk", options: argparse.Namespace) -> int:
    """Do what is asked and print it."""
    path: Path = options.path
    if options.what == "orders":
        return _orders(desk, path, options.format, options.order)
    if options.what == "articles" and path.suffix.lower() not in _SHAPES:
        import shopphone.services.article_files as article_files

        print(f"{article_files.export(desk, path)} articles written to {path}.")
        return 0
    import shopphone.services.table_exports as table_exports

    count = table_exports.write(desk, options.what, path, _shape(path, options.format))
    print(f"{count} {options.what} written to {path}.")
    return 0


def _orders(desk: "Desk", path: Path, told: str, numbers: list[str]) -> int:
    import shopphone.services.order_exports as order_exports

    target = OrderFormat(told) if told else OrderFormat(_shape(path, ""))
    done = order_exports.write(desk, target, path, numbers)
    print(f"{done.orders} orders written to {path} for {target}, as export {done.run_id}.")
    print("Note it as gone through once the other program has taken it, or take it back:")
    print(f"  shopphone exported {done.run_id}          shopphone exported {done.run_id} --undo")
    return 0


def ended(desk: "Desk", options: argparse.Namespace) -> int:
    """`shopphone exported N`: it went through, or it was not used."""
    import shopphone.services.order_exports as order_exports

    if options.undo:
        order_exports.undo(desk, options.number)
        print(f"Export {options.number} is taken back: its orders wait again.")
    else:
        order_exports.went_through(desk, options.number)
        print(f"Export {options.number} has gone through.")
    return 0


def _shape(path: Path, told: str) -> str:
    shape = told or _SHAPES.get(path.suffix.lower(), "")
    if shape not in set(Shape):
        raise Refused("export_kind_unknown")
    return shape
