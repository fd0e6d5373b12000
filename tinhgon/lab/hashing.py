"""One hash for what goes into a run and for what comes out, the same on any machine."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import numpy as np


def digest(value: Any) -> str:
    """
    Give the SHA-256 of a canonical form of a value.

    Every part is written with its kind and length, so that no two values share a form. Floats go by their
    bits; the order of a mapping or a set does not count, that of a list does.

    :raises TypeError: a part is of a kind that has no canonical form.
    """
    hashed = hashlib.sha256()
    for part in _parts(value):
        hashed.update(part)
    return hashed.hexdigest()


def _parts(value: Any) -> Iterator[bytes]:
    if isinstance(value, np.ndarray):
        yield from _array(value)
    elif isinstance(value, Mapping):
        yield _head(b"map", len(value))
        for key in sorted(value, key=str):
            yield from _parts(key)
            yield from _parts(value[key])
    elif isinstance(value, (list, tuple)):
        yield _head(b"list", len(value))
        for item in value:
            yield from _parts(item)
    elif isinstance(value, (set, frozenset)):
        yield _head(b"set", len(value))
        for item in sorted(value, key=digest):
            yield from _parts(item)
    elif is_dataclass(value) and not isinstance(value, type):
        yield from _parts(
            [type(value).__name__, {one.name: getattr(value, one.name) for one in fields(value)}]
        )
    else:
        yield from _plain(value)


def _array(value: np.ndarray) -> Iterator[bytes]:
    body = np.ascontiguousarray(value.astype(value.dtype.newbyteorder("<"), copy=False))
    yield _head(f"array {body.dtype.str} {body.shape}".encode(), body.nbytes)
    yield body.tobytes()


def _plain(value: Any) -> Iterator[bytes]:
    if isinstance(value, np.generic):
        value = value.item()
    if value is not None and not isinstance(value, (bool, int, float, str, bytes, date)):
        raise TypeError(f"no canonical form of {type(value).__name__}")
    body = (
        value
        if isinstance(value, bytes)
        else (value.hex() if isinstance(value, float) else str(value)).encode()
    )
    yield _head(type(value).__name__.encode(), len(body))
    yield body


def _head(kind: bytes, size: int) -> bytes:
    return kind + b":" + str(size).encode() + b";"
