"""Sealing bytes with AES-256-GCM: pure functions over keys and contexts."""

from __future__ import annotations

import secrets

import orjson
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tinhgon.vault.refusals import NotSealed, Tampered

FORMAT = 1  # the first byte of whatever is sealed; bound into it, so that it cannot be passed off as another
KEY, NONCE, TAG = 32, 12, 16  # bytes


def new_key() -> bytes:
    """Make a key of 256 bits."""
    return secrets.token_bytes(KEY)


def encrypt(key: bytes, bound: list[str], plain: bytes) -> bytes:
    """Seal bytes so that they open only with the same key and the same bound words."""
    nonce = secrets.token_bytes(NONCE)
    return bytes([FORMAT]) + nonce + AESGCM(key).encrypt(nonce, plain, _bind(bound))


def decrypt(key: bytes, bound: list[str], sealed: bytes) -> bytes:
    """
    Open what `encrypt` sealed.

    :raises NotSealed: the bytes are nothing that `encrypt` makes.
    :raises Tampered: they are not what was sealed with this key and these bound words.
    """
    if len(sealed) < 1 + NONCE + TAG or sealed[0] != FORMAT:
        raise NotSealed
    nonce, body = sealed[1 : 1 + NONCE], sealed[1 + NONCE :]
    try:
        return AESGCM(key).decrypt(nonce, body, _bind(bound))
    except InvalidTag:
        raise Tampered from None


def _bind(words: list[str]) -> bytes:
    # A JSON list cannot be read in two ways, as words joined by a separator could.
    return orjson.dumps([FORMAT, *words])
