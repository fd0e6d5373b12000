"""Recompute the whole tree from the events and hold it against every checkpoint that was ever kept."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice, zip_longest
from pathlib import Path

from django.db import connection, transaction

from tinhgon.audit import findings, places
from tinhgon.audit.findings import Finding
from tinhgon.audit.merkle import Frontier, leaf_hash
from tinhgon.audit.models import Event, Leaf
from tinhgon.audit.notes import PublicKey
from tinhgon.audit.places import Kept
from tinhgon.audit.queries.rows import rows
from tinhgon.audit.queries.sealed import newest_seal


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many events and checkpoints were looked at, and what is wrong."""

    events: int
    checkpoints: int
    findings: Sequence[Finding]

    @property
    def is_sound(self) -> bool:
        """Tell whether nothing is wrong."""
        return not self.findings


@transaction.atomic
def verify(own: Sequence[Path], key: PublicKey, *, others: Sequence[Path] = ()) -> Verdict:
    """Hold the events against the checkpoints in the files that sealing writes to, and in others' copies."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 0")
    with _no_sealing():
        seal = newest_seal()
        kept = [places.read(file) for file in own]
    kept += [places.read(file) for file in others]
    signed = sorted(
        (note.checkpoint.size, note.checkpoint.root, str(one.file))
        for one in kept
        for note in one.notes
        if note.is_signed_by(key)
    )
    newest = max(signed[-1][0] if signed else 0, seal.size if seal else 0)
    found = [finding for one in kept for finding in _of_file(one, key)]
    found += _behind(kept[: len(own)], key, newest)
    found += _against_events(signed)
    return Verdict(signed[-1][0] if signed else 0, len(signed), found)


@contextmanager
def _no_sealing() -> Iterator[None]:
    """Keep a seal from being half written, in one place and not yet in another."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock_shared(hashtext('tinhgon.audit'))")
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock_shared(hashtext('tinhgon.audit'))")


def _of_file(kept: Kept, key: PublicKey) -> Iterator[Finding]:
    """Find notes that nobody signed, and a torn one that no later whole one makes up for."""
    signed = [note for note in kept.notes if note.is_signed_by(key)]
    for note in kept.notes:
        if note not in signed:
            yield findings.NotSigned(place=kept.file, line=note.line, origin=note.checkpoint.origin)
    last = max((note.line for note in signed), default=0)
    for line in kept.torn:
        if line > last:
            yield findings.Torn(place=kept.file, line=line)


def _behind(own: Sequence[Kept], key: PublicKey, size: int) -> Iterator[Finding]:
    """Find places that lack the newest checkpoint."""
    for one in own:
        note = one.newest_of(key)
        if size and (note is None or note.checkpoint.size < size):
            yield findings.PlaceBehind(place=one.file, size=size)


def _against_events(signed: Sequence[tuple[int, bytes, str]]) -> Iterator[Finding]:
    """Grow the tree over the events; where a root differs, tell the first place that is wrong."""
    tree, sound = Frontier(), 0
    events = rows(limit=signed[-1][0] if signed else 0)
    for size, root, place in signed:
        for row in islice(events, size - tree.size):
            tree.append(leaf_hash(row.content))
        if tree.size != size or tree.root() != root:
            deque(events, maxlen=0)  # read to its end: what is asked next uses the same connection
            yield findings.Differs(size=size, place=place)
            yield _first_wrong(sound, size, root)
            return
        sound = size


def _first_wrong(sound: int, size: int, root: bytes) -> Finding:
    """Find the first event after the last sound checkpoint that is not what was sealed."""
    leaves = Leaf.objects.filter(position__lt=size).order_by("position")
    tree = Frontier()
    for leaf in leaves.values_list("hash", flat=True).iterator():
        tree.append(bytes(leaf))
    if tree.root() != root:  # the leaves were rewritten too: only the checkpoint knows
        return findings.Between(first=sound, last=size - 1)
    sealed = leaves.filter(position__gte=sound).values_list("event", "hash").iterator()
    # Read whole: two streams cannot share a connection.
    there = [(row.event, leaf_hash(row.content)) for row in rows(skipped=sound, limit=size - sound)]
    for position, (was, now) in enumerate(zip_longest(sealed, there), start=sound):
        if now is None or (was[0], bytes(was[1])) != now:
            return _named(position, was[0], now and now[0])
    return findings.Between(first=sound, last=size - 1)


def _named(position: int, was: int, now: int | None) -> Finding:
    if was == now:
        return findings.Edited(position=position, event=was)
    if not Event.objects.filter(pk=was).exists():
        return findings.Deleted(position=position, event=was)
    if now is not None and not Leaf.objects.filter(event=now).exists():
        return findings.Inserted(position=position, event=now)
    return findings.Reordered(position=position, event=was)
