"""What a decision did to one unit, told from the rows it changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypeAlias, TypeVar

from tinhgon.core.rows import Change, Identifier, Placement, Quota, Succession, UnitId, Version

Did: TypeAlias = Literal[
    "established", "ended", "restored", "renamed", "retyped", "recoded", "moved", "figures", "mandate",
    "merged_into", "absorbed_into", "split_into", "part_to", "corrected", "undone",
]  # fmt: skip
FACTS: dict[str, Did] = {
    "name": "renamed", "short_name": "renamed", "kind": "retyped", "area_km2": "figures",
    "population": "figures", "mandate": "mandate",
}  # fmt: skip
PASSED: dict[str, Did] = {
    "merge": "merged_into", "absorb": "absorbed_into", "split": "split_into", "part": "part_to",
}  # fmt: skip
Some = TypeVar("Some", Version, Placement, Identifier)


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened to a unit; what it was before and after, where that says something."""

    did: Did
    before: Any = None
    after: Any = None
    field: str = ""
    unit: UnitId | None = None


def tell(changes: Sequence[Change], *, on: date) -> tuple[Happening, ...]:
    """Tell what happened to a unit on the day a decision took effect, from that decision's changes to it.

    A row that changes without its first day being that day was corrected or taken back. Quotas are told
    elsewhere (`staff_story`): where nothing else of the unit changed, nothing happened here.
    """
    if all(isinstance(change.row, Quota) for change in changes):
        return ()
    told: list[Happening] = []
    versions, placements, identifiers = (
        _of(changes, Version),
        _of(changes, Placement),
        _of(changes, Identifier),
    )
    told += _life(versions, on)
    began_or_ended = bool(told)
    told += _facts(versions, on)
    if not began_or_ended:
        told += _places(placements, on)
        told += _codes(identifiers, on)
    told += _passed(changes)
    return tuple(told) or (Happening("undone"),)


def _of(changes: Sequence[Change], kind: type[Some]) -> tuple[list[Some], list[Some]]:
    """Give the rows of a kind as they were and as they became."""
    before = [row for change in changes if isinstance(row := change.before, kind)]
    after = [row for change in changes if isinstance(row := change.after, kind)]
    return before, after


def _life(versions: tuple[list[Version], list[Version]], on: date) -> Iterator[Happening]:
    before, after = versions
    if after and not before:
        yield Happening("established" if after[0].valid.since == on else "undone", after=after[0].name)
    elif before and not _at(after, on) and any(row.valid.until == on for row in after):
        yield Happening("ended", before=before[-1].name)
    elif before and not after:
        yield Happening("undone", before=before[-1].name)


def _facts(versions: tuple[list[Version], list[Version]], on: date) -> Iterator[Happening]:
    before, after = versions
    if not before:
        return
    for new in after:
        old = _at(before, new.valid.since)
        if old is None:
            continue
        changed = [name for name in FACTS if getattr(old, name) != getattr(new, name)]
        for name in changed:
            did = FACTS[name] if new.valid.since == on else "corrected"
            yield Happening(did, getattr(old, name), getattr(new, name), name)


def _places(placements: tuple[list[Placement], list[Placement]], on: date) -> Iterator[Happening]:
    before, after = placements
    for new in after:
        old = _at([row for row in before if row.line == new.line], new.valid.since)
        if (old and old.parent != new.parent) or (not old and new.valid.since == on):
            did: Did = "moved" if new.valid.since == on else "corrected"
            yield Happening(did, old and old.parent, new.parent, new.line)


def _codes(identifiers: tuple[list[Identifier], list[Identifier]], on: date) -> Iterator[Happening]:
    before, after = identifiers
    for new in after:
        old = _at([row for row in before if row.scheme == new.scheme], new.valid.since)
        if (old and old.value != new.value) or (not old and new.valid.since == on):
            did: Did = "recoded" if new.valid.since == on else "corrected"
            yield Happening(did, old and old.value, new.value, "code")


def _passed(changes: Iterable[Change]) -> Iterator[Happening]:
    for change in changes:
        row = change.after
        if isinstance(row, Succession):
            yield Happening(PASSED[row.how], after=row.share_population, unit=row.result)


def _at(rows: Sequence[Some], day: date) -> Some | None:
    return next((row for row in rows if day in row.valid), None)
