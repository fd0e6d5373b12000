"""Blind indexes: equality search over values that the database must not know."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from unicodedata import normalize

import orjson

from tinhgon.vault import keyfiles
from tinhgon.vault.keyfiles import INDEX

IGNORED = str.maketrans("", "", ".-\u2010\u2011\u2012\u2013")  # how people group the digits of numbers


def blind_index(value: str, purpose: str) -> bytes:
    """Give 32 bytes that are equal for equal values of one purpose, and tell nothing without the key."""
    return blind_indexes([value], purpose)[0]


def blind_indexes(values: Iterable[str], purpose: str) -> list[bytes]:
    """Give the blind indexes of many values, reading the key once."""
    key = keyfiles.newest(INDEX).read()
    return [hmac.digest(key, orjson.dumps([purpose, _folded(value)]), hashlib.sha256) for value in values]


def _folded(value: str) -> str:
    """Write a value the one way in which all spellings of it agree."""
    folded = normalize("NFC", normalize("NFD", value).casefold())
    return "".join(folded.translate(IGNORED).split())
