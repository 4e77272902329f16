"""kill -9 while a desk sends: nothing goes out twice by itself, and what may have arrived is asked about."""

import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

import shopphone.services.outbox as outbox
import shopphone.services.settings as settings
from shopphone.domain.mail import MailState
from shopphone.mail import smtp
from shopphone.services.desk import Desk
from tests.services.test_orders import SHOP
from tests.services.test_outbox import letter_of, mail_settings
from tests.support.smtp import post_office

ROOT = Path(__file__).parent.parent.parent
_SENDING = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
import shopphone.services.outbox as outbox
from shopphone.mail import smtp
from shopphone.services.desk import Desk
from shopphone.store.db import Database
from shopphone.store.local import Local

def waits():
    print("here", flush=True)
    time.sleep(60)

def send(server, password, recipient, raw, before_end, closing):
    if sys.argv[3] == "before":
        waits()
    def end():
        before_end()
        waits()
    return smtp.send(server, password, recipient, raw, end, closing)

desk = Desk(db=Database(sys.argv[1]), local=Local(Path(sys.argv[2])), send_mail=send,
            now=lambda: datetime(2026, 11, 24, 9, 0, tzinfo=UTC))
outbox.send_due(desk)
"""


@pytest.mark.parametrize(
    ("moment", "after"), [("before", MailState.QUEUED), ("at the end", MailState.ASKED)]
)
def test_a_killed_desk_sends_nothing_twice(
    desk: Desk, shop_url: str, tmp_path: Path, moment: str, after: MailState
) -> None:
    with post_office(tmp_path / "office") as office:
        settings.save(desk, SHOP | mail_settings(office))
        mail_id = outbox.send_letter(desk, letter_of(desk)).mail_id
        command = [sys.executable, "-c", _SENDING, shop_url, str(tmp_path / "desk.db"), moment]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as sending:
            assert sending.stdout is not None
            assert sending.stdout.readline() == b"here\n"
            os.kill(sending.pid, signal.SIGKILL)
        assert outbox.read(desk, mail_id).state == MailState.SENDING
        outbox.recover(desk)
        assert outbox.read(desk, mail_id).state == after
        desk.send_mail = partial(smtp.send, context=office.context)
        outbox.send_due(desk)
        # asked about: not sent again by itself; open: once
        assert len(office.post.got) == (0 if after is MailState.ASKED else 1)
