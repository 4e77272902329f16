"""One window per data folder: the second start hands over, whatever happened to the first."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication

from shopphone.ui.single_instance import SingleInstance
from tests.ui.driving import Shop
from tests.ui.texts import SOURCE

OpenShop = Callable[..., Shop]
Until = Callable[[Callable[[], bool]], None]


@pytest.fixture
def make(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str], SingleInstance]]:
    # Python remembers the folder it found before this test had one of its own; Qt does not
    monkeypatch.setattr(tempfile, "tempdir", None)
    made: list[SingleInstance] = []

    def make(folder: str) -> SingleInstance:
        made.append(SingleInstance(tmp_path / folder))
        return made[-1]

    yield make
    for each in made:
        each.close()


HAND_OVER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from shopphone.ui.single_instance import SingleInstance
app = QCoreApplication([])
instance = SingleInstance(Path(sys.argv[1]))
assert not instance.is_first()
sys.exit(0 if instance.hand_over(sys.argv[2:]) else 1)
"""


def test_the_first_listens_and_the_second_hands_over(
    make: Callable[[str], SingleInstance], until: Until, tmp_path: Path
) -> None:
    first = make("shop")
    heard: list[list[str]] = []
    first.handed_over.connect(heard.append)
    assert first.is_first()
    assert first.listen()
    words = ["--ring", "+49 89 99998123", "--to", "Ä ö €"]
    second = subprocess.Popen(
        [sys.executable, "-c", HAND_OVER, str(tmp_path / "shop"), *words], cwd=SOURCE.parent
    )
    until(lambda: second.poll() is not None)
    assert second.returncode == 0
    assert heard == [words]


def test_another_folder_is_another_window(make: Callable[[str], SingleInstance]) -> None:
    assert make("shop").is_first()
    assert make("demo").is_first()


def test_after_the_first_has_closed_the_next_is_first(
    make: Callable[[str], SingleInstance],
) -> None:
    first = make("shop")
    assert first.is_first()
    first.close()
    assert make("shop").is_first()


def test_without_a_running_window_nobody_takes_the_call(
    make: Callable[[str], SingleInstance],
) -> None:
    assert make("shop").hand_over(["--ring", "1"]) is False


@pytest.mark.parametrize(
    "sent",
    [
        b"\xff\xfe\x00 not json\n",
        b"{}\n",
        b'"text"\n',
        b"[" * 70_000,
        b'[1, null, {"a": 2}]\n',
        b"\n",
    ],
    ids=["bytes", "object", "text", "endless", "mixed", "empty"],
)
def test_whatever_is_sent_the_window_lives_on(
    make: Callable[[str], SingleInstance], until: Until, sent: bytes
) -> None:
    first = make("shop")
    heard: list[list[str]] = []
    first.handed_over.connect(heard.append)
    assert first.is_first()
    assert first.listen()
    stranger = QLocalSocket()
    stranger.connectToServer(first._name)
    until(lambda: stranger.state() is QLocalSocket.LocalSocketState.ConnectedState)
    stranger.write(sent)
    stranger.flush()
    until(lambda: bool(stranger.bytesAvailable()) or not stranger.isOpen() or _is_over(stranger))
    stranger.abort()
    assert all(isinstance(word, str) for words in heard for word in words)
    socket = QLocalSocket()
    socket.connectToServer(first._name)
    until(lambda: socket.state() is QLocalSocket.LocalSocketState.ConnectedState)
    socket.write(json.dumps(["--ring", "5"]).encode() + b"\n")
    until(lambda: heard[-1:] == [["--ring", "5"]])
    socket.abort()


def _is_over(socket: QLocalSocket) -> bool:
    return socket.state() is QLocalSocket.LocalSocketState.UnconnectedState


def test_a_call_handed_over_rings_in_the_open_window(open_shop: OpenShop) -> None:
    shop = open_shop()
    desk = shop.telephone()
    shop.program.handed_over(["--ring", "+49 89 99998123"])
    shop.until(lambda: len(desk.lanes) == 1)
    lane = next(iter(desk.lanes.values()))
    assert lane.row.e164 == "+498999998123"


def test_words_that_a_newer_version_hands_over_do_not_end_the_window(
    open_shop: OpenShop, capsys: pytest.CaptureFixture[str]
) -> None:
    shop = open_shop()
    shop.program.handed_over(["--teleport"])
    shop.settle()
    assert shop.window.isVisible()
    assert "unrecognized arguments" in capsys.readouterr().err
