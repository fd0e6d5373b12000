"""What must hold once all operations are applied; the database checks the same at commit."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from datetime import date
from itertools import pairwise

from tinhgon.core import refusals
from tinhgon.core.draft import Draft
from tinhgon.core.life import Life
from tinhgon.core.names import sort_key
from tinhgon.core.periods import Period, gaps
from tinhgon.core.rows import ONE, Identifier, Placement, Quota, Succession, UnitId


def assert_sound(draft: Draft) -> None:
    """Refuse an outcome with orphans, cycles, a doubled code, a fact outside its unit's life, lost lineage.

    :raises OperationRefused: HasChildren, ParentMissing, OutsideLife, Unplaced, Cycle, CodeTaken,
        SharesDoNotAddUp or LineageLost; names the last operation on the unit, and the first bad day.
    """
    for unit in draft.touched:
        _children_have_parents(unit, draft)
    for unit in draft.touched:
        _inside_life(unit, draft)
        for row in draft.life(unit).placements:
            _parent_lives(row, draft)
            _no_cycle(row, draft)
    _codes_are_single(draft)
    _shares_add_up(draft)
    _lineage_lives(draft)


def _children_have_parents(unit: UnitId, draft: Draft) -> None:
    """Where the decision shortens a life, that is the fault, not the place of who is left behind."""
    lived = draft.life(unit).stretches
    if lived == (draft.snapshot.lives.get(unit) or Life()).stretches:
        return
    left = [row for row in draft.under(unit) if gaps(row.valid, lived)]
    if not left:
        return
    names = sorted({draft.label(row.unit) for row in left}, key=sort_key)
    more = [f"… (+{len(names) - 10})"] if len(names) > 10 else []
    day = min(gaps(row.valid, lived)[0].since for row in left)
    raise draft.refusal(refusals.HasChildren, unit, day=day, children=names[:10] + more)


def _inside_life(unit: UnitId, draft: Draft) -> None:
    life = draft.life(unit)
    if life.posts:
        return  # a post stands in a unit, not in a line
    rows: tuple[Placement | Identifier | Quota, ...] = (*life.placements, *life.identifiers, *life.quotas)
    for valid in (row.valid for row in rows):
        for outside in gaps(valid, life.stretches):
            raise draft.refusal(refusals.OutsideLife, unit, day=outside.since)
    for stretch in life.stretches:
        for unplaced in gaps(stretch, [row.valid for row in life.placements]):
            raise draft.refusal(refusals.Unplaced, unit, day=unplaced.since)


def _parent_lives(row: Placement, draft: Draft) -> None:
    if row.parent is None:
        return
    for missing in gaps(row.valid, draft.life(row.parent).stretches):
        parent = draft.label(row.parent)
        raise draft.refusal(refusals.ParentMissing, row.unit, parent=parent, day=missing.since)


def _no_cycle(row: Placement, draft: Draft) -> None:
    for days in _returns(row, row.unit, row.valid, draft):
        line = refusals.LINES.get(row.line, row.line)
        raise draft.refusal(refusals.Cycle, row.unit, day=days.since, line=line)


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
        stack.extend(
            (above.parent, shared)
            for above in draft.life(parent).placements
            if above.line == row.line and (shared := above.valid.intersection(period))
        )


def _codes_are_single(draft: Draft) -> None:
    wanted = {(row.scheme, row.value) for unit in draft.touched for row in draft.life(unit).identifiers}
    held: dict[tuple[str, str], list[Identifier]] = {}
    for row in _identifiers(draft):
        if (row.scheme, row.value) in wanted:
            held.setdefault((row.scheme, row.value), []).append(row)
    for rows in held.values():
        rows.sort(key=lambda row: row.valid.since)
        for one, two in pairwise(rows):
            if one.valid.overlaps(two.valid):
                _refuse_code(one, two, draft)


def _refuse_code(one: Identifier, two: Identifier, draft: Draft) -> None:
    """Name as the holder the one that this decision did not write."""
    newcomer, holder = (one, two) if one.decision == draft.decision else (two, one)
    raise draft.refusal(
        refusals.CodeTaken,
        newcomer.unit,
        code=two.value,
        holder=draft.label(holder.unit),
        day=two.valid.since,
    )


def _identifiers(draft: Draft) -> Iterable[Identifier]:
    """Give those of every unit; the whole country's are gone through for each decision of a history."""
    for unit, life in draft.snapshot.lives.items():
        if unit not in draft.touched:
            yield from life.identifiers
    for unit in draft.touched:
        yield from draft.life(unit).identifiers


def _shares_add_up(draft: Draft) -> None:
    """What a unit gives in one decision makes the whole of it where it ends, never more than the whole."""
    given: dict[UnitId, list[Succession]] = {}
    for change in draft.successions.values():
        if isinstance(change.after, Succession) and change.after.decision == draft.decision:
            given.setdefault(change.after.origin, []).append(change.after)
    for unit, rows in given.items():
        ends = draft.life(unit).version_on(draft.on) is None
        area, population = sum(row.share_area for row in rows), sum(row.share_population for row in rows)
        for measure, total in ((refusals.AREA, area), (refusals.POPULATION, population)):
            if total > ONE or (ends and total != ONE):
                raise draft.refusal(refusals.SharesDoNotAddUp, unit, sum=total, measure=measure)


def _lineage_lives(draft: Draft) -> None:
    """What passes from one unit to another needs both: a giver up to the day, a taker from it on."""
    for change in draft.successions.values():
        if isinstance(change.after, Succession):
            _both_live(change.after, {change.after.origin, change.after.result}, draft)
    for row in draft.lineage():
        if row.origin in draft.touched or row.result in draft.touched:
            _both_live(row, draft.touched.keys(), draft)


def _both_live(row: Succession, doubtful: Container[UnitId], draft: Draft) -> None:
    if row.origin in doubtful and not _gives(draft.life(row.origin), row.on):
        _refuse_lineage(row, row.origin, draft)
    if row.result in doubtful and draft.life(row.result).version_on(row.on) is None:
        _refuse_lineage(row, row.result, draft)


def _gives(life: Life, day: date) -> bool:
    """A giver lives on the day, or lived until it."""
    return any(day in stretch or stretch.until == day for stretch in life.stretches)


def _refuse_lineage(row: Succession, missing: UnitId, draft: Draft) -> None:
    origin, result = draft.label(row.origin), draft.label(row.result)
    raise draft.refusal(refusals.LineageLost, missing, day=row.on, origin=origin, result=result)
