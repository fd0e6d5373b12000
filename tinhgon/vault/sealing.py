"""Sealing and opening the values of sensitive fields."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson

from tinhgon.vault import datakeys, envelope

BLOCK = 32  # bytes: values are filled up to a multiple, or their length would tell short answers apart


@dataclass(frozen=True, slots=True)
class Context:
    """Where a sealed value belongs; it opens nowhere else."""

    table: str
    item: UUID
    field: str


def seal(person: UUID, context: Context, value: Any) -> bytes:
    """
    Seal a JSON value of a person (a date comes back as text).

    :raises KeyDestroyed: the person was erased.
    """
    return seal_many([(person, context, value)])[0]


def open_sealed(person: UUID, context: Context, sealed: bytes | memoryview) -> Any:
    """
    Open what was sealed for this person at this place.

    :raises Tampered: it is anything else.
    :raises KeyDestroyed, DataKeyMissing, KeyMissing: no key opens it, for ever or until one is restored.
    """
    return open_many([(person, context, sealed)])[0]


def seal_many(values: Iterable[tuple[UUID, Context, Any]]) -> list[bytes]:
    """
    Seal values of any number of persons, reading the key store once.

    :raises KeyDestroyed: one of the persons was erased.
    """
    values = list(values)
    keys = datakeys.known_or_new(person for person, _, _ in values)
    return [
        envelope.encrypt(keys[person], _bound(person, context), _to_bytes(value))
        for person, context, value in values
    ]


def open_many(values: Iterable[tuple[UUID, Context, bytes | memoryview]]) -> list[Any]:
    """
    Open sealed values of any number of persons, reading the key store once.

    :raises Tampered: one of them is not what was sealed there.
    :raises KeyDestroyed, DataKeyMissing, KeyMissing: no key opens one of them.
    """
    values = list(values)
    keys = datakeys.known(person for person, _, _ in values)
    return [
        orjson.loads(envelope.decrypt(keys[person], _bound(person, context), bytes(sealed)))
        for person, context, sealed in values
    ]


def _to_bytes(value: Any) -> bytes:
    plain = orjson.dumps(value)
    return plain.ljust(-(-len(plain) // BLOCK) * BLOCK)  # JSON may end in spaces


def _bound(person: UUID, context: Context) -> list[str]:
    return ["tinhgon/value", context.table, str(person), str(context.item), context.field]
