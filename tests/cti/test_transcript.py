"""What a system said is written down, numbers masked, and played again."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

import shopphone.cti.transcript as transcript
from shopphone.cti.fritzbox import FritzBox
from shopphone.cti.transcript import Recorder, Replay, Said
from shopphone.domain.events import CallEventKind
from tests.cti.hearing import Heard

LINES = (
    "25.11.26 10:00:42;RING;0;08999998101;99998000;SIP0;",
    "25.11.26 10:00:50;CONNECT;0;10;08999998101;",
    "25.11.26 10:01:42;DISCONNECT;0;52;",
)
NOW = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        (LINES[0], "25.11.26 10:00:42;RING;0;08999999999;99998999;SIP0;"),
        (LINES[2], LINES[2]),
        ("CallerIDNum: +498999998101", "CallerIDNum: +49899999999"),
        ("Uniqueid: 1764064800.10", "Uniqueid: 1764064800.10"),
        ("DialString: 08999998101@trunk", "DialString: 08999999999@trunk"),
    ],
)
def test_numbers_are_masked_and_nothing_else(line: str, kept: str) -> None:
    found = transcript.masked(line)
    assert len(found) == len(line)
    assert "8101" not in found
    assert found.startswith(kept[:20])


def test_a_transcript_is_written_and_read_again(tmp_path: Path) -> None:
    for is_masked in (True, False):
        file = tmp_path / f"{is_masked}.txt"
        recorder = Recorder(file, "fritzbox", masked=is_masked)
        for line in LINES:
            recorder.take(line)
        recorder.close()
        recorder.take("too late")
        kind, said = transcript.read(file.read_text(encoding="utf-8"))
        assert kind == "fritzbox"
        assert len(said) == 3
        assert ("08999998101" in said[0].line) is not is_masked
        assert said[2].line == LINES[2]


def test_what_is_no_transcript_is_refused() -> None:
    for text in ("", "hello", "25.11.26 10:00:42;RING;0;1;2;SIP0;"):
        with pytest.raises(ValueError, match="not a transcript"):
            transcript.read(text)


def test_a_transcript_is_played_as_calls_of_today() -> None:
    heard = Heard()
    dialogue = FritzBox().dialogue(lambda: NOW, ())
    said = transcript.as_today(
        (Said(after=n * 60.0, line=line) for n, line in enumerate(LINES)), NOW
    )
    replay = Replay(said, dialogue, heard.event, longest_pause=0.01)
    replay.start()
    heard.until(lambda: len(heard.events) == 3)
    replay.stop()
    assert [each.kind for each in heard.events] == [
        CallEventKind.RINGING,
        CallEventKind.ANSWERED,
        CallEventKind.ENDED,
    ]
    assert heard.events[2].seconds == 52
