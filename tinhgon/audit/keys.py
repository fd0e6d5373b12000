"""The key that signs checkpoints: a file of its own outside of the database, its public half beside it."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from django.conf import settings

from tinhgon.audit.notes import PublicKey, SigningKey
from tinhgon.audit.refusals import KeyMissing, KeyNotPrivate, KeyUnreadable


def public_file() -> Path:
    """Name the file of the public half."""
    return settings.AUDIT_KEY.with_suffix(".pub")


def signing_key(*, may_be_new: bool) -> SigningKey:
    """Read the key; make one for a record that was never sealed.

    :raises KeyMissing: the record was sealed, and its key is gone.
    :raises KeyNotPrivate, KeyUnreadable: the file is open to others, or no key.
    """
    file: Path = settings.AUDIT_KEY
    if not file.exists():
        if not may_be_new:
            raise KeyMissing(file=file)
        _make(file)
    if file.stat().st_mode & 0o077:
        raise KeyNotPrivate(file=file)
    try:
        return SigningKey.read(file.read_text())
    except ValueError:
        raise KeyUnreadable(file=file) from None


def public_key(file: Path) -> PublicKey:
    """Read a public key.

    :raises KeyMissing, KeyUnreadable: the file is not there, or no key.
    """
    try:
        return PublicKey.read(file.read_text())
    except FileNotFoundError:
        raise KeyMissing(file=file) from None
    except ValueError:
        raise KeyUnreadable(file=file) from None


def _make(file: Path) -> None:
    """Write a new key, private from its first byte; its name tells this installation's record from others."""
    key = SigningKey.new(f"tinhgon-audit/{secrets.token_hex(8)}")
    file.parent.mkdir(parents=True, exist_ok=True)
    public_file().write_text(f"{key.public}\n")
    with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as opened:  # noqa: PTH123
        opened.write(key.written())
