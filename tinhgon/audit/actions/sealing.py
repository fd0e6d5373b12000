"""Seal the record: put settled events under a signed root, and keep that outside of the database."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.db import connection, transaction
from django.utils import timezone

from tinhgon.audit import places
from tinhgon.audit.keys import signing_key
from tinhgon.audit.merkle import Frontier, leaf_hash
from tinhgon.audit.models import Seal
from tinhgon.audit.notes import Checkpoint, Note, SigningKey, newest, read_notes
from tinhgon.audit.queries.rows import Row, rows, unsealed
from tinhgon.audit.queries.sealed import newest_seal, place
from tinhgon.audit.refusals import CONSTRAINTS, SealingRefused
from tinhgon.temporal.naming import naming

BATCH = 100_000
_LOCK = "SET LOCAL statement_timeout = 0; SELECT pg_advisory_xact_lock(hashtext('tinhgon.audit'))"

Promises = dict[int, list[tuple[bytes, str]]]  # size → the root that was signed for it, where that is kept


@dataclass(frozen=True, slots=True)
class Sealed:
    """How many events are under the newest seal, and how many of them are new."""

    size: int
    added: int


def seal() -> Sealed:
    """Seal all events that no running transaction can come before any more.

    A transaction that began earlier and commits later is sealed later; none is passed over.

    :raises SealingRefused: the record no longer agrees with what was signed.
    :raises KeyMissing, KeyNotPrivate, KeyUnreadable, PlaceUnusable: nothing was sealed.
    """
    added = 0
    while True:
        with naming(CONSTRAINTS):
            size, more = _seal_batch()
        added += more
        if more < BATCH:
            return Sealed(size, added)


@transaction.atomic
def _seal_batch() -> tuple[int, int]:
    era = _begin()
    last = newest_seal()
    tree = Frontier.of(last.size, bytes(last.frontier)) if last else Frontier()
    kept = [places.read(file) for file in places.files()]
    key = signing_key(may_be_new=last is None and not any(one.notes for one in kept))
    promised = {str(one.file): one.newest_of(key.public) for one in kept}
    own = {Seal._meta.db_table: newest(read_notes(last.checkpoint)[0])} if last else {}
    new = list(rows(which=unsealed(place(last), era=era), limit=BATCH))
    hashes = list(_grow(tree, new, _promises({**promised, **own}, since=tree.size)))
    if not new:
        _catch_up(promised, last)
        return tree.size, 0
    _write_leaves(tree.size - len(new), new, hashes)
    # Kept before the commit: a checkpoint without its seal is still true of the events.
    places.keep(_write_seal(tree, new[-1], key))
    return tree.size, len(new)


def _begin() -> int:
    """Take the lock and give the era that new transactions belong to."""
    with connection.cursor() as cursor:
        cursor.execute(_LOCK)
        cursor.execute("SELECT temporal_settle()")
        return int(cursor.fetchone()[0])


def _promises(kept: Mapping[str, Note | None], *, since: int) -> Promises:
    """Gather the roots that were signed for this size or a larger one, with the places that keep them."""
    found: Promises = {}
    for where, note in kept.items():
        if note and note.checkpoint.size >= since:
            found.setdefault(note.checkpoint.size, []).append((note.checkpoint.root, where))
    return found


def _grow(tree: Frontier, new: Sequence[Row], promises: Promises) -> Iterator[bytes]:
    """Hash the new events into the tree; it must pass through every root that was signed before."""
    _check(tree, promises)
    for row in new:
        leaf = leaf_hash(row.content)
        tree.append(leaf)
        _check(tree, promises)
        yield leaf
    for size, signed in promises.items():
        raise SealingRefused(size=size, place=signed[0][1])


def _check(tree: Frontier, promises: Promises) -> None:
    for root, where in promises.pop(tree.size, ()):
        if tree.root() != root:
            raise SealingRefused(size=tree.size, place=where)


def _write_leaves(first: int, new: Sequence[Row], hashes: Sequence[bytes]) -> None:
    statement = "COPY audit_leaf (position, event, hash) FROM STDIN"
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for position, (row, leaf) in enumerate(zip(new, hashes, strict=True), start=first):
            copy.write_row((position, row.event, leaf))


def _write_seal(tree: Frontier, last: Row, key: SigningKey) -> str:
    now, event = timezone.now(), json.loads(last.content)
    note = key.sign(Checkpoint(key.name, tree.size, tree.root(), now))
    Seal.objects.create(
        size=tree.size, at=now, root=tree.root(), frontier=tree.joined, checkpoint=note,
        era=event["era"], transaction=event["transaction"], event=last.event,
    )  # fmt: skip
    return note


def _catch_up(kept: Mapping[str, Note | None], last: Seal | None) -> None:
    """Give the newest checkpoint to a place that is new, or that a crash cut off."""
    for where, note in kept.items():
        if last and (note is None or note.checkpoint.size < last.size):
            places.append(Path(where), last.checkpoint)
