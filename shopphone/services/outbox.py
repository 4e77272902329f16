"""The outbox: messages built once, claimed by one desk, sent once, and asked about where nobody can know."""

from datetime import timedelta
from functools import partial
from uuid import uuid4

from sqlalchemy import func, insert, or_, select, update

import shopphone.services.letter_archive as letter_archive
import shopphone.services.letters as letters
import shopphone.services.mail_text as mail_text
from shopphone.domain import mail
from shopphone.domain.errors import Refused
from shopphone.domain.mail import (
    UNDECIDED,
    Ended,
    MailRow,
    MailServer,
    MailState,
    Mode,
    OutboxCount,
    Outcome,
)
from shopphone.services.desk import Desk
from shopphone.services.to_print import AT_PRINTER
from shopphone.store import tables as t
from shopphone.store.db import Writing
from shopphone.store.types import Record

PASSWORD = "mail.password"  # the keyring's name for it
_DESK_ID = "desk.id"
_STALE = timedelta(minutes=30)  # longer than any try can take
_o = t.outbox.c
_ROWS = (
    select(
        _o.id, _o.kind, _o.letter_id, _o.customer, _o.recipient, _o.subject, _o.state,
        _o.created_at, _o.due_at, _o.done_at, _o.attempts, _o.reason, _o.said, t.sale_order.c.number,
    )
    .select_from(t.outbox)
    .outerjoin(t.letter, t.letter.c.id == _o.letter_id)
    .outerjoin(t.sale_order, t.sale_order.c.id == t.letter.c.order_id)
)  # fmt: skip


def server(desk: Desk) -> MailServer:
    """The shop's mail server as the settings name it."""
    get = desk.setting
    port = get("mail.port")
    mode = Mode(get("mail.mode"))
    return MailServer(
        host=get("mail.host"),
        port=int(port) if port else {Mode.TLS: 465, Mode.STARTTLS: 587, Mode.PLAIN: 25}[mode],
        mode=mode,
        user=get("mail.user"),
        sender_name=get("mail.sender_name") or get("shop.name"),
        sender=get("mail.sender") or get("shop.email"),
    )


def address_of(desk: Desk, letter_id: int) -> str:
    """Where a letter can go by e-mail: as the order copied it, else as the customer is kept."""
    query = (
        select(t.sale_order.c.email, t.customer.c.email.label("kept"))
        .select_from(t.letter)
        .outerjoin(t.sale_order, t.sale_order.c.id == t.letter.c.order_id)
        .outerjoin(t.customer, t.customer.c.id == t.letter.c.customer_id)
        .where(t.letter.c.id == letter_id)
    )
    with desk.db.reading() as connection:
        row = connection.execute(query).one()
    return str(row.email or row.kept or "").strip()


def send_letter(desk: Desk, letter_id: int) -> MailRow:
    """Put a letter into the outbox; one that waits there already is given instead.

    Raises Refused: mail_not_set_up, mail_in_demo, mail_address_missing, mail_address,
    letter_at_printer.
    """
    sender = _ready(desk)
    recipient = _checked(address_of(desk, letter_id))
    letter = letters.read(desk, letter_id)
    message = mail_text.of_letter(desk, sender, recipient, letter)
    staff_id = desk.staff_id()
    with desk.db.writing() as tx:
        # the letter's row is locked: two desks queue it once
        tx.execute(select(t.letter.c.id).where(t.letter.c.id == letter_id).with_for_update()).one()
        waiting: int | None = tx.execute(
            select(_o.id).where(_o.letter_id == letter_id).where(_o.state.in_(UNDECIDED))
        ).scalar()
        if tx.execute(
            select(t.letter.c.id).where(t.letter.c.id == letter_id).where(AT_PRINTER)
        ).all():
            raise Refused("letter_at_printer")
        mail_id = waiting or _queue(
            desk, tx, message, recipient, staff_id, kind=mail.LETTER, letter_id=letter_id,
            customer=letter.row.customer,
        )  # fmt: skip
    return read(desk, mail_id)


def send_info(desk: Desk, recipient: str, language: str, name: str, draft_key: str) -> MailRow:
    """The information before an order, as a real message. Raises Refused as send_letter does."""
    sender = _ready(desk)
    message = mail_text.of_info(desk, sender, _checked(recipient.strip()), language, name)
    staff_id = desk.staff_id()
    with desk.db.writing() as tx:
        mail_id = _queue(
            desk, tx, message, recipient.strip(), staff_id, kind=mail.INFO, draft_key=draft_key,
            customer=name,
        )  # fmt: skip
    return read(desk, mail_id)


def rows(desk: Desk) -> tuple[MailRow, ...]:
    """What waits or wants something first, then the newest."""
    wants = _o.state.in_((*UNDECIDED, MailState.FAILED))
    query = _ROWS.order_by(wants.desc(), _o.id.desc()).limit(300)
    with desk.db.reading() as connection:
        return tuple(_row(row) for row in connection.execute(query))


def read(desk: Desk, mail_id: int) -> MailRow:
    with desk.db.reading() as connection:
        return _row(connection.execute(_ROWS.where(_o.id == mail_id)).one())


def raw(desk: Desk, mail_id: int) -> bytes:
    """The message as it goes out."""
    with desk.db.reading() as connection:
        kept = connection.execute(select(_o.raw).where(_o.id == mail_id)).scalar_one()
    return bytes(kept)


def count(desk: Desk) -> OutboxCount:
    query = select(_o.state, func.count().label("number")).group_by(_o.state)
    with desk.db.reading() as connection:
        found = {row.state: row.number for row in connection.execute(query)}
    return OutboxCount(
        waiting=found.get(MailState.QUEUED, 0) + found.get(MailState.SENDING, 0),
        asked=found.get(MailState.ASKED, 0),
        failed=found.get(MailState.FAILED, 0),
    )


def recover(desk: Desk) -> None:
    """What this desk was sending when it ended: open again, or asked about if it may have arrived.

    To be called once, before anything is sent.
    """
    with desk.db.writing() as tx:
        _release(desk, tx, _o.claimed_by == _desk_id(desk))


def send_due(desk: Desk) -> OutboxCount:
    """Send what is due, one after the other; ends at the first sign that the server is not there."""
    sender = server(desk)
    if sender.is_set_up and desk.send_mail is not None and not desk.demo and _is_any_due(desk):
        with desk.db.writing() as tx:
            _release(desk, tx, _o.claimed_at < desk.now() - _STALE)
        password = desk.secrets.read(PASSWORD) if desk.secrets and sender.user else ""
        while not desk.closing.is_set() and (mail_id := _claim(desk)) is not None:
            outcome = _hand_over(desk, sender, password, mail_id)
            _note(desk, mail_id, outcome)
            if outcome.ended is Ended.LATER and outcome.reason != "mail_later":
                break  # not this message's fault: the next would fare no better
    return count(desk)


def send_now(desk: Desk, mail_id: int) -> MailRow:
    """Send what is due, and say what became of this one."""
    send_due(desk)
    return read(desk, mail_id)


def answer(desk: Desk, mail_id: int, *, arrived: bool) -> MailRow:
    """What the customer or the mailbox says of a message whose line was cut at the end.

    Not arrived: it goes out again, as the same message.
    """
    with desk.db.writing() as tx:
        _from(tx, mail_id, MailState.ASKED)
        if arrived:
            _done(desk, tx, mail_id)
        else:
            _again(desk, tx, mail_id)
    return read(desk, mail_id)


def try_again(desk: Desk, mail_id: int) -> MailRow:
    """A message that waits or failed goes out now."""
    with desk.db.writing() as tx:
        _from(tx, mail_id, MailState.FAILED, MailState.QUEUED)
        _again(desk, tx, mail_id)
    return read(desk, mail_id)


def came_back(desk: Desk, mail_id: int) -> MailRow:
    """The mailbox gave it back: the letter waits again, for paper or for another address."""
    staff_id = desk.staff_id()
    with desk.db.writing() as tx:
        _from(tx, mail_id, MailState.SENT)
        tx.execute(update(t.outbox).where(_o.id == mail_id).values(state=MailState.RETURNED))
        letter_id = tx.execute(select(_o.letter_id).where(_o.id == mail_id)).scalar_one()
        if letter_id is not None:
            letter_archive.came_back(tx, letter_id, "email", desk.now(), staff_id)
    return read(desk, mail_id)


def give_up(desk: Desk, mail_id: int) -> MailRow:
    """A message that has not left stays here; its letter goes another way."""
    with desk.db.writing() as tx:
        _from(tx, mail_id, MailState.QUEUED, MailState.FAILED)
        values = {"state": MailState.FAILED, "reason": "mail_given_up", "said": ""}
        tx.execute(update(t.outbox).where(_o.id == mail_id).values(**values))
    return read(desk, mail_id)


def test_mail(desk: Desk, password: str) -> Outcome:
    """A message from the shop to itself, at once. password: as typed, "" takes the kept one."""
    sender = server(desk)
    if desk.demo:
        raise Refused("mail_in_demo")
    if not sender.is_set_up or desk.send_mail is None:
        raise Refused("mail_not_set_up")
    if sender.user and not password and desk.secrets is not None:
        password = desk.secrets.read(PASSWORD)
    message = mail_text.of_test(desk, sender)
    return desk.send_mail(sender, password, sender.sender, message.raw, lambda: None, desk.closing)


def keep_password(desk: Desk, password: str) -> None:
    """Into the system's keyring. Raises Unavailable: keyring_none, keyring."""
    if desk.secrets is not None:
        desk.secrets.keep(PASSWORD, password)


def _ready(desk: Desk) -> MailServer:
    sender = server(desk)
    if desk.demo:
        raise Refused("mail_in_demo")
    if not sender.is_set_up:
        raise Refused("mail_not_set_up")
    return sender


def _checked(recipient: str) -> str:
    if not recipient:
        raise Refused("mail_address_missing")
    if not mail.is_address(recipient):
        raise Refused("mail_address")
    return recipient


def _queue(
    desk: Desk, tx: Writing, message: mail_text.Message, recipient: str, staff_id: int, *, kind: str,
    customer: str, letter_id: int | None = None, draft_key: str = "",
) -> int:  # fmt: skip
    now = desk.now()
    values = {
        "kind": kind,
        "letter_id": letter_id,
        "draft_key": draft_key,
        "message_id": message.message_id,
        "recipient": recipient,
        "customer": customer,
        "subject": message.subject,
        "raw": message.raw,
        "state": MailState.QUEUED,
        "created_at": now,
        "due_at": now,
        "staff_id": staff_id,
    }
    return tx.insert(insert(t.outbox), values)


def _is_any_due(desk: Desk) -> bool:
    due = or_(
        (_o.state == MailState.QUEUED) & (_o.due_at <= desk.now()),
        (_o.state == MailState.SENDING) & (_o.claimed_at < desk.now() - _STALE),
    )
    with desk.db.reading() as connection:
        return connection.execute(select(_o.id).where(due).limit(1)).first() is not None


def _claim(desk: Desk) -> int | None:
    """The oldest that is due, for this desk alone."""
    due = (
        select(_o.id)
        .where(_o.state == MailState.QUEUED)
        .where(_o.due_at <= desk.now())
        .order_by(_o.due_at, _o.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    with desk.db.writing() as tx:
        found: int | None = tx.execute(due).scalar()
        if found is not None:
            values = {
                "state": MailState.SENDING,
                "claimed_by": _desk_id(desk),
                "claimed_at": desk.now(),
                "handed_at": None,
                "attempts": _o.attempts + 1,
            }
            tx.execute(update(t.outbox).where(_o.id == found).values(values))
    return found


def _hand_over(desk: Desk, sender: MailServer, password: str, mail_id: int) -> Outcome:
    assert desk.send_mail is not None
    row = read(desk, mail_id)
    return desk.send_mail(
        sender,
        password,
        row.recipient,
        raw(desk, mail_id),
        partial(_only_end_missing, desk, mail_id),
        desk.closing,
    )


def _only_end_missing(desk: Desk, mail_id: int) -> None:
    with desk.db.writing() as tx:
        tx.execute(update(t.outbox).where(_o.id == mail_id).values(handed_at=desk.now()))


def _note(desk: Desk, mail_id: int, outcome: Outcome) -> None:
    """How the try ended, with the server's words."""
    now = desk.now()
    with desk.db.writing() as tx:
        row = tx.execute(
            select(_o.created_at, _o.attempts).where(_o.id == mail_id).with_for_update()
        ).one()
        values: dict[str, object] = {"reason": outcome.reason, "said": outcome.said}
        if outcome.ended is Ended.LATER and not mail.is_too_late(row.created_at, now):
            values |= {"state": MailState.QUEUED, "due_at": now + mail.next_try(row.attempts)}
            values |= {"claimed_by": "", "claimed_at": None, "handed_at": None}
        elif outcome.ended in (Ended.LATER, Ended.REFUSED):
            values |= {"state": MailState.FAILED, "done_at": now}
        elif outcome.ended is Ended.UNSURE:
            values |= {"state": MailState.ASKED}
        tx.execute(update(t.outbox).where(_o.id == mail_id).values(**values))
        if outcome.ended is Ended.SENT:
            _done(desk, tx, mail_id)


def _done(desk: Desk, tx: Writing, mail_id: int) -> None:
    now = desk.now()
    tx.execute(
        update(t.outbox)
        .where(_o.id == mail_id)
        .values(state=MailState.SENT, done_at=now, reason="")
    )
    row = tx.execute(
        select(_o.letter_id, _o.message_id, _o.recipient, _o.staff_id).where(_o.id == mail_id)
    ).one()
    if row.letter_id is not None:
        event = {
            "channel": "email",
            "at": now,
            "printer": row.recipient,
            "job": row.message_id,
            "error": "",
        }
        letters.note_sent(tx, row.letter_id, event, row.staff_id)


def _again(desk: Desk, tx: Writing, mail_id: int) -> None:
    values = {"state": MailState.QUEUED, "due_at": desk.now(), "claimed_by": "", "handed_at": None}
    tx.execute(update(t.outbox).where(_o.id == mail_id).values(**values))


def _from(tx: Writing, mail_id: int, *allowed: MailState) -> None:
    state: str = tx.execute(select(_o.state).where(_o.id == mail_id).with_for_update()).scalar_one()
    if state not in allowed:
        raise Refused("mail_changed_meanwhile")


def _release(desk: Desk, tx: Writing, whose: object) -> None:
    mine = (
        update(t.outbox).where(_o.state == MailState.SENDING).where(whose)  # type: ignore[arg-type]  # a clause
    )
    tx.execute(
        mine.where(_o.handed_at.is_not(None)).values(state=MailState.ASKED, reason="mail_cut")
    )
    tx.execute(mine.where(_o.handed_at.is_(None)).values(state=MailState.QUEUED, claimed_by=""))


def _desk_id(desk: Desk) -> str:
    """What tells this desk's claims from others'; kept in its own file, so that it survives a crash."""
    known = desk.local.settings().get(_DESK_ID)
    if known is None:
        known = uuid4().hex
        desk.local.set(_DESK_ID, known)
    return known


def _row(row: Record) -> MailRow:
    return MailRow(
        mail_id=row.id,
        kind=row.kind,
        letter_id=row.letter_id,
        order_number=row.number or "",
        customer=row.customer,
        recipient=row.recipient,
        subject=row.subject,
        state=row.state,
        created_at=row.created_at,
        due_at=row.due_at,
        done_at=row.done_at,
        attempts=row.attempts,
        reason=row.reason,
        said=row.said,
    )
