"""Numbers from two processes at once: none twice, none missing; 10,000 with python -m tests.faults."""

from pathlib import Path

from tests.faults import numbers
from tests.support.postgres import PostgresServer

ROUNDS = 500


def test_two_processes_on_one_file_give_each_number_once(tmp_path: Path) -> None:
    result = numbers.on_sqlite(tmp_path, ROUNDS)
    assert (result.orders, result.twice, result.missing) == (ROUNDS, (), ())


def test_two_processes_on_a_server_give_each_number_once(
    postgres_server: PostgresServer, tmp_path: Path
) -> None:
    result = numbers.on_postgresql(postgres_server, tmp_path, ROUNDS)
    assert (result.orders, result.twice, result.missing) == (ROUNDS, (), ())
