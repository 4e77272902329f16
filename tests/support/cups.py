"""A real print server of the test's own: own socket, port and folders, four printers.

Gut prints into a file, Tot is a device nobody answers at, Pause is stopped, Zu takes no jobs.
"""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.parts import need_program, need_root, unavailable
from tests.support.postgres import free_port
from tests.support.processes import running, wait_until

_PPDS, _PPD = Path("/usr/share/ppd/cupsfilters"), "Generic-PDF_Printer-PDF.ppd"
_PDF_PRINTER = f"lsb/usr/cupsfilters/{_PPD}"
_FILES = """\
ServerRoot {folder}/etc
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/run
TempDir {folder}/tmp
AccessLog {folder}/log/access
ErrorLog {folder}/log/error
PageLog {folder}/log/page
FileDevice Yes
SystemGroup root
"""
_SERVER = """\
LogLevel info
Listen {folder}/run/cups.sock
Listen 127.0.0.1:{port}
Browsing No
WebInterface No
DefaultAuthType None
PreserveJobHistory Yes
<Location />
  Order allow,deny
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintServer:
    """Programs find it by the environment variable CUPS_SERVER."""

    folder: Path
    address: str
    port_address: str

    @property
    def printed(self) -> Path:
        """What Gut printed last: some printer commands and the PDF."""
        return self.folder / "out" / "Gut.pdf"

    @property
    def description(self) -> str:
        """The description (PPD) of the printers, to be changed for further ones."""
        return (_PPDS / _PPD).read_text(encoding="utf-8")

    def add_printer(self, name: str, description: str) -> str:
        """A further printer into a file, made of another description."""
        file = self.folder / f"{name}.ppd"
        file.write_text(description, encoding="utf-8")
        device = f"file:{self.folder}/out/{name}.pdf"
        self.run("lpadmin", "-p", name, "-E", "-v", device, "-P", str(file))
        return name

    def waiting_jobs(self, printer: str) -> list[str]:
        """The numbers of the jobs that are not printed yet, like Gut-3."""
        listed = self.run("lpstat", "-o", printer)
        return [line.split()[0] for line in listed.splitlines() if line]

    def wait_for_paper(self) -> bytes:
        """Wait until Gut has nothing left to do; gives what it printed."""
        wait_until(lambda: self.printed.exists() and self.printed.stat().st_size > 0, "a print")
        wait_until(lambda: not self.waiting_jobs("Gut"), "Gut has printed everything")
        return self.printed.read_bytes()

    def run(self, *command: str) -> str:
        environment = {"CUPS_SERVER": self.address, "PATH": "/usr/sbin:/usr/bin", "LC_ALL": "C"}
        done = subprocess.run(
            command, env=environment, check=True, capture_output=True, text=True, timeout=60
        )
        return done.stdout


@contextmanager
def print_server(folder: Path) -> Iterator[PrintServer]:
    """Start it, make the printers, end it."""
    need_root()
    cupsd = need_program("cupsd", "cups")
    need_program("lp", "cups-client")
    if not _PPDS.is_dir():
        unavailable("needs a PDF printer description: apt-get install cups-filters")
    port = free_port()
    server = PrintServer(
        folder=folder,
        address=str(folder / "run" / "cups.sock"),
        port_address=f"127.0.0.1:{port}",
    )
    files, settings = _prepare(folder, port)
    command = [cupsd, "-f", "-c", str(settings), "-s", str(files)]
    with running(command, folder / "log" / "stdout"):
        wait_until(lambda: _answers(server), "the print server answers")
        _make_printers(server)
        yield server


def _prepare(folder: Path, port: int) -> tuple[Path, Path]:
    for name in ("etc", "spool", "cache", "run", "log", "out", "tmp"):
        (folder / name).mkdir()
    (folder / "out").chmod(0o777)
    (folder / "tmp").chmod(0o1777)  # the filters run as user lp and end empty-handed otherwise
    files, settings = folder / "cups-files.conf", folder / "cupsd.conf"
    files.write_text(_FILES.format(folder=folder))
    settings.write_text(_SERVER.format(folder=folder, port=port))
    return files, settings


def _answers(server: PrintServer) -> bool:
    if not Path(server.address).exists():
        return False
    return "scheduler is running" in server.run("lpstat", "-r")


def _make_printers(server: PrintServer) -> None:
    for name, device in {
        "Gut": f"file:{server.folder}/out/Gut.pdf",
        "Tot": "socket://127.0.0.1:9",
        "Pause": f"file:{server.folder}/out/Pause.pdf",
        "Zu": f"file:{server.folder}/out/Zu.pdf",
    }.items():
        server.run(
            *("lpadmin", "-p", name, "-E", "-v", device),
            *("-m", _PDF_PRINTER, "-o", "PageSize=A4"),
        )
    server.run("cupsdisable", "-r", "Toner leer", "Pause")
    server.run("cupsreject", "-r", "nimmt nichts an", "Zu")
    server.run("lpadmin", "-d", "Gut")
