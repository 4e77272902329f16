"""Files sealed with a pass phrase, in the age format (age-encryption.org/v1): any age program opens them.

Everything is authenticated in pieces of 64 KiB: a changed, swapped or missing piece is noticed, and
so is a file that ends too early.
"""

import base64
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from shopphone.domain.errors import Refused

_INTRO = b"age-encryption.org/v1\n"
_LABEL = b"age-encryption.org/v1/scrypt"
_CHUNK, _TAG = 65_536, 16
_WORK = 16  # 2^16 blocks of 1 KiB: 64 MiB and a quarter of a second for each guess
_MOST_WORK = 20  # a file that asks for more would stop this computer
_LONGEST_LINE = 128


def is_sealed(file: Path) -> bool:
    with file.open("rb") as stream:
        return stream.read(len(_INTRO)) == _INTRO


def seal(plain: Path, sealed: Path, phrase: str) -> None:
    """Write a new file; never over one that is there."""
    key, salt, nonce = os.urandom(16), os.urandom(16), os.urandom(16)
    wrapped = ChaCha20Poly1305(_stretched(phrase, salt, _WORK)).encrypt(bytes(12), key, None)
    head = _INTRO + b"-> scrypt %s %d\n%s\n---" % (_text(salt), _WORK, _text(wrapped))
    cipher = ChaCha20Poly1305(_derived(key, nonce, b"payload"))
    with plain.open("rb") as source, sealed.open("xb") as out:
        out.write(head + b" " + _text(_signed(key, head)) + b"\n" + nonce)
        for number, (piece, is_last) in enumerate(_pieces(source, _CHUNK)):
            out.write(cipher.encrypt(_number(number, is_last), piece, None))
        out.flush()
        os.fsync(out.fileno())


def unseal(sealed: Path, plain: Path, phrase: str) -> None:
    """Write what is inside into a new file.

    Raises Refused: backup_phrase_wrong, backup_unreadable; what was written until then is removed.
    """
    with sealed.open("rb") as source, plain.open("xb") as out:
        try:
            for piece in _opened(source, phrase):
                out.write(piece)
            out.flush()
            os.fsync(out.fileno())
        except BaseException:
            out.close()
            plain.unlink()
            raise


def _opened(source: BinaryIO, phrase: str) -> Iterator[bytes]:
    key = _key_of(source, phrase)
    nonce = source.read(16)
    if len(nonce) != 16:
        raise Refused("backup_unreadable")
    cipher = ChaCha20Poly1305(_derived(key, nonce, b"payload"))
    try:
        for number, (piece, is_last) in enumerate(_pieces(source, _CHUNK + _TAG)):
            yield cipher.decrypt(_number(number, is_last), piece, None)
    except InvalidTag as error:
        raise Refused("backup_unreadable") from error


def _key_of(source: BinaryIO, phrase: str) -> bytes:
    intro = source.readline(_LONGEST_LINE)
    stanza = source.readline(_LONGEST_LINE)
    body = source.readline(_LONGEST_LINE)
    end = source.readline(_LONGEST_LINE)
    words = stanza.split()
    if intro != _INTRO or len(words) != 4 or words[:2] != [b"->", b"scrypt"] or end[:4] != b"--- ":
        raise Refused("backup_unreadable")
    try:
        salt, work = _bytes(words[2]), int(words[3])
        wrapped, signature = _bytes(body.strip()), _bytes(end[4:].strip())
    except ValueError as error:
        raise Refused("backup_unreadable") from error
    if len(salt) != 16 or len(wrapped) != 32 or not 1 <= work <= _MOST_WORK:
        raise Refused("backup_unreadable")
    try:
        key = ChaCha20Poly1305(_stretched(phrase, salt, work)).decrypt(bytes(12), wrapped, None)
    except InvalidTag as error:
        raise Refused("backup_phrase_wrong") from error
    head = intro + stanza + body + b"---"
    try:
        _hmac(key, head).verify(signature)
    except InvalidSignature as error:
        raise Refused("backup_unreadable") from error
    return key


def _pieces(source: BinaryIO, size: int) -> Iterator[tuple[bytes, bool]]:
    """Pieces of a stream and whether each is the last; an empty stream is one empty piece."""
    piece = source.read(size)
    while True:
        after = source.read(size)
        yield piece, not after
        if not after:
            return
        piece = after


def _number(count: int, is_last: bool) -> bytes:
    return count.to_bytes(11, "big") + bytes([is_last])


def _stretched(phrase: str, salt: bytes, work: int) -> bytes:
    return Scrypt(salt=_LABEL + salt, length=32, n=1 << work, r=8, p=1).derive(phrase.encode())


def _derived(key: bytes, salt: bytes, use: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=use).derive(key)


def _signed(key: bytes, head: bytes) -> bytes:
    return _hmac(key, head).finalize()


def _hmac(key: bytes, head: bytes) -> HMAC:
    made = HMAC(_derived(key, b"", b"header"), SHA256())
    made.update(head)
    return made


def _text(data: bytes) -> bytes:
    return base64.b64encode(data).rstrip(b"=")


def _bytes(text: bytes) -> bytes:
    return base64.b64decode(text + b"=" * (-len(text) % 4), validate=True)
