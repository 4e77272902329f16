"""What happens when something nobody foresaw goes wrong: one dialog, a report file, nothing sent."""

import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from shopphone import __version__


def install(folder: Path, show: Callable[[Path], None]) -> None:
    """Report every unhandled error; `show` runs on the thread that failed, so it must only signal."""

    def report(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        file = write(folder, kind, trace)
        # the error's own words could hold customers' data, and a terminal may be a log
        print(f"shopphone: {kind.__name__}, see {file.name}", file=sys.stderr)
        show(file)

    def report_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            report(args.exc_type, args.exc_value, args.exc_traceback)

    sys.excepthook = report
    threading.excepthook = report_thread


def write(folder: Path, kind: type[BaseException], trace: TracebackType | None) -> Path:
    """A report with places in the code only: messages and values could hold customers' data."""
    import platform
    import traceback

    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"report-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}.txt"
    places = [
        f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    head = f"shopphone {__version__}, Python {platform.python_version()}, {platform.system()}"
    file.write_text("\n".join([head, kind.__name__, *places, ""]), encoding="utf-8")
    file.chmod(0o600)
    return file
