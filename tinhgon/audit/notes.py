"""Checkpoints as text: signed notes of transparency logs (c2sp.org/tlog-checkpoint, signed-note). Pure."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ED25519 = b"\x01"
# Exact in every part: a note that a crash cut short anywhere is none.
_NOTE = re.compile(
    r"(?P<body>(?P<origin>[^\n+ ]+)\n(?P<size>0|[1-9][0-9]*)\n(?P<root>[A-Za-z0-9+/]{43}=)\n"
    r"time (?P<at>[0-9T:.-]+Z)\n)\n"
    r"— (?P<signer>[^\n ]+) (?P<signature>[A-Za-z0-9+/]{91}=)\n"
)


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What is signed: at this moment the record had so many events, and this root."""

    origin: str
    size: int
    root: bytes
    at: datetime

    @property
    def body(self) -> str:
        """Write what the signature is over."""
        moment = self.at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
        return f"{self.origin}\n{self.size}\n{_base64(self.root)}\ntime {moment}\n"


@dataclass(frozen=True, slots=True)
class Note:
    """A checkpoint as it was found: the text that was signed, and the signature."""

    checkpoint: Checkpoint
    body: str
    signature: bytes
    line: int

    def is_signed_by(self, key: PublicKey) -> bool:
        """Tell whether the key's holder signed just this."""
        mine = self.checkpoint.origin == key.name and self.signature[:4] == key.id
        return mine and key.verifies(self.signature[4:], self.body.encode())


@dataclass(frozen=True, slots=True)
class PublicKey:
    """The key that signatures are checked with, written as a verifier key of signed notes."""

    name: str
    raw: bytes

    @classmethod
    def read(cls, text: str) -> PublicKey:
        """Read a verifier key.

        :raises ValueError: it is none.
        """
        name, identity, encoded = text.strip().split("+", 2)
        key = cls(name, _raw(encoded))
        if identity != key.id.hex():
            raise ValueError("the key does not fit its id")
        return key

    @property
    def id(self) -> bytes:
        """Give the first bytes of the key's hash, by which a signature names its key."""
        return sha256(self.name.encode() + b"\n" + ED25519 + self.raw).digest()[:4]

    def verifies(self, signature: bytes, content: bytes) -> bool:
        """Tell whether the signature is over the content."""
        try:
            Ed25519PublicKey.from_public_bytes(self.raw).verify(signature, content)
        except InvalidSignature:
            return False
        return True

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{_base64(ED25519 + self.raw)}"


@dataclass(frozen=True, slots=True)
class SigningKey:
    """The key that checkpoints are signed with; its name is the origin of the log."""

    name: str
    raw: bytes

    @classmethod
    def new(cls, name: str) -> SigningKey:
        """Make a key of chance."""
        return cls(name, Ed25519PrivateKey.generate().private_bytes_raw())

    @classmethod
    def read(cls, text: str) -> SigningKey:
        """Read a signer key.

        :raises ValueError: it is none.
        """
        private, word, name, identity, encoded = text.strip().split("+", 4)
        key = cls(name, _raw(encoded))
        if (private, word, identity) != ("PRIVATE", "KEY", key.public.id.hex()):
            raise ValueError("no signer key")
        return key

    @property
    def public(self) -> PublicKey:
        """Give the key to check with."""
        return PublicKey(self.name, self._key.public_key().public_bytes_raw())

    @property
    def _key(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.raw)

    def sign(self, checkpoint: Checkpoint) -> str:
        """Write the checkpoint as a signed note."""
        body = checkpoint.body
        signature = _base64(self.public.id + self._key.sign(body.encode()))
        return f"{body}\n— {self.name} {signature}\n"

    def written(self) -> str:
        """Write the key for its file; `str` and `repr` of it say nothing."""
        return f"PRIVATE+KEY+{self.name}+{self.public.id.hex()}+{_base64(ED25519 + self.raw)}\n"

    def __repr__(self) -> str:
        return f"SigningKey({self.name!r})"


def read_notes(text: str) -> tuple[list[Note], list[int]]:
    """Read all notes of a file, and the numbers of the lines where something stands that is no whole note."""
    notes: list[Note] = []
    torn: list[int] = []
    end = 0
    for found in _NOTE.finditer(text):
        torn.extend(_torn(text, end, found.start()))
        notes.append(_note(found, line=_line(text, found.start())))
        end = found.end()
    return notes, [*torn, *_torn(text, end, len(text))]


def _torn(text: str, start: int, end: int) -> Iterator[int]:
    rest = text[start:end]
    if rest.strip():
        yield _line(text, start + len(rest) - len(rest.lstrip()))


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _note(found: re.Match[str], *, line: int) -> Note:
    try:
        at = datetime.fromisoformat(found["at"])
    except ValueError:  # no such moment: nobody signed it
        at = datetime.min.replace(tzinfo=UTC)
    checkpoint = Checkpoint(found["origin"], int(found["size"]), base64.b64decode(found["root"]), at)
    return Note(checkpoint, found["body"], base64.b64decode(found["signature"]), line)


def newest(notes: Sequence[Note]) -> Note | None:
    """Give the note over the largest tree."""
    return max(notes, key=lambda note: note.checkpoint.size, default=None)


def _base64(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _raw(encoded: str) -> bytes:
    content = base64.b64decode(encoded, validate=True)
    if len(content) != 33 or content[:1] != ED25519:
        raise ValueError("no Ed25519 key")
    return content[1:]
