"""What must hold once all operations are applied; the database checks the same at commit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tinhgon.core import refusals
from tinhgon.core.draft import Draft
from tinhgon.core.periods import Period, gaps
from tinhgon.core.rows import Identifier, Placement, UnitId
from tinhgon.core.snapshot import Life


def assert_sound(draft: Draft) -> None:
    """Refuse an outcome with orphans, cycles, a doubled code or a fact outside its unit's life.

    :raises HasChildren, ParentMissing, OutsideLife, Unplaced, Cycle, CodeTaken: names unit and day.
    """
    for unit in draft.touched:
        _children_have_parents(unit, draft)
        _inside_life(unit, draft)
        for row in draft.life(unit).placements:
            _parent_lives(row, draft)
            _no_cycle(row, draft)
    _codes_are_single(draft)


def _lived(life: Life) -> list[Period]:
    return [row.valid for row in life.versions]


def _children_have_parents(unit: UnitId, draft: Draft) -> None:
    lived = _lived(draft.life(unit))
    left = [row for row in draft.under(unit) if gaps(row.valid, lived)]
    if not left:
        return
    names = sorted(draft.label(row.unit) for row in left)
    more = [f"… (+{len(names) - 10})"] if len(names) > 10 else []
    day = gaps(left[0].valid, lived)[0].since
    raise refusals.HasChildren(unit=draft.label(unit), day=day, children=names[:10] + more)


def _inside_life(unit: UnitId, draft: Draft) -> None:
    life = draft.life(unit)
    lived = _lived(life)
    for row in (*life.placements, *life.identifiers):
        for outside in gaps(row.valid, lived):
            raise refusals.OutsideLife(unit=draft.label(unit), day=outside.since)
    for version in life.versions:
        for unplaced in gaps(version.valid, [row.valid for row in life.placements]):
            raise refusals.Unplaced(unit=draft.label(unit), day=unplaced.since)


def _parent_lives(row: Placement, draft: Draft) -> None:
    if row.parent is None:
        return
    for missing in gaps(row.valid, _lived(draft.life(row.parent))):
        raise refusals.ParentMissing(
            unit=draft.label(row.unit), parent=draft.label(row.parent), day=missing.since
        )


def _no_cycle(row: Placement, draft: Draft) -> None:
    for day in _returns(row, row.unit, row.valid, draft):
        raise refusals.Cycle(unit=draft.label(row.unit), day=day.since, line=row.line)


def _returns(row: Placement, start: UnitId, days: Period, draft: Draft) -> Iterator[Period]:
    """Climb from a placement; give the days on which the way leads back to its start."""
    seen: set[tuple[UnitId, Period]] = set()
    stack = [(row.parent, days)]
    while stack:
        parent, period = stack.pop()
        if parent is None or (parent, period) in seen:
            continue
        seen.add((parent, period))
        if parent == start:
            yield period
            return
        for above in draft.life(parent).placements:
            if above.line == row.line and (shared := above.valid.intersection(period)):
                stack.append((above.parent, shared))


def _codes_are_single(draft: Draft) -> None:
    wanted = {(row.scheme, row.value) for unit in draft.touched for row in draft.life(unit).identifiers}
    held: dict[tuple[str, str], list[Identifier]] = {}
    for row in _identifiers(draft):
        if (row.scheme, row.value) in wanted:
            held.setdefault((row.scheme, row.value), []).append(row)
    for (_, code), rows in held.items():
        rows.sort(key=lambda row: row.valid.since)
        for earlier, later in zip(rows, rows[1:], strict=False):
            if earlier.valid.overlaps(later.valid):
                raise refusals.CodeTaken(code=code, holder=draft.label(earlier.unit), day=later.valid.since)


def _identifiers(draft: Draft) -> Iterable[Identifier]:
    for unit in {*draft.snapshot.lives, *draft.touched}:
        yield from draft.life(unit).identifiers
