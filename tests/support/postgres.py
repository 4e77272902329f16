"""A real PostgreSQL for the tests: own folder, own port, started and ended by the test run."""

import os
import shutil
import socket
import subprocess
from pathlib import Path
from types import TracebackType

import psycopg

from tests.support.parts import unavailable

_BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"))


class PostgresServer:
    """Runs initdb and a server; as user postgres when the tests run as root."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._port = free_port()
        self._count = 0

    def __enter__(self) -> "PostgresServer":
        if not _BINARIES:
            unavailable("needs PostgreSQL: apt-get install postgresql")
        if os.geteuid() == 0:
            shutil.chown(self._folder, "postgres", "postgres")
        data = str(self._folder / "data")
        self._run(
            *("initdb", "-D", data, "-U", "shop", "-A", "trust", "-N"),
            *("--encoding=UTF8", "--locale=C.UTF-8"),
        )
        options = (
            f"-c listen_addresses=127.0.0.1 -c port={self._port} "
            f"-c unix_socket_directories={self._folder} -c fsync=off -c full_page_writes=off -c synchronous_commit=off"
        )
        self._run(
            "pg_ctl", "-D", data, "-w", "-l", str(self._folder / "log"), "-o", options, "start"
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._run("pg_ctl", "-D", str(self._folder / "data"), "-m", "immediate", "-w", "stop")

    def fresh_database(self, how: str = "") -> str:
        """A new database; `how` is the rest of CREATE DATABASE, such as another collation."""
        self._count += 1
        name = f"shop{self._count}"
        with psycopg.connect(self._url("postgres"), autocommit=True) as connection:
            connection.execute(f"create database {name} {how}".encode())
        return self._url(name)

    def copy_of(self, url: str) -> str:
        """A new database with everything of another one that nobody has open."""
        return self.fresh_database(f"template {url.rpartition('/')[2]}")

    def _url(self, database: str) -> str:
        return f"postgresql://shop@127.0.0.1:{self._port}/{database}"

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(_BINARIES[-1] / program), *arguments]
        if os.geteuid() == 0:
            command = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", *command]
        subprocess.run(
            command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            cwd=self._folder,
        )  # fmt: skip


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
