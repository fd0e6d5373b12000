"""From intervals to decisions: what was ordered on each day so that the register is what the lists say.

A list knows codes, not bodies, so that identity is a heuristic: the same code on the same level in adjacent
intervals is the same body, unless its bare name changes *and* its parent stands on another level than before
(as on 01/07/2025, when the districts ended: 00004 was phường Trúc Bạch in a district, then phường Ba Đình in
a city). A code that comes back after a gap names another body. So a rename may hide a merger, and a commune
of 2025 that kept its name counts as the old one: lineage that a list does not hold cannot be read from it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tinhgon.core import operations as ops
from tinhgon.core.identity import unit_id
from tinhgon.core.intervals import Interval, grouped
from tinhgon.core.periods import Period
from tinhgon.core.rows import NATIONAL


@dataclass(frozen=True, slots=True)
class Batch:
    """All operations of one day, in an order in which each finds what it needs."""

    on: date
    operations: tuple[ops.Operation, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """One unit: the adjacent intervals of its code."""

    id: UUID
    intervals: tuple[Interval, ...]

    @property
    def life(self) -> Period:
        """From the first day of the first interval to the end of the last."""
        return Period(self.intervals[0].valid.since, self.intervals[-1].valid.until)


@dataclass(frozen=True, slots=True)
class _State:
    """What a body is from a day on."""

    since: date
    interval: Interval
    parent: UUID | None


def batches(intervals: Iterable[Interval], *, scheme: str = NATIONAL) -> tuple[Batch, ...]:
    """Give the operations of each day on which something changes, first day first."""
    bodies = _bodies(grouped(intervals), scheme)
    by_day: defaultdict[date, list[tuple[tuple[int, int, str], ops.Operation]]] = defaultdict(list)
    for held in bodies.values():
        for body in held:
            for day, place, operation in _story(body, bodies):
                by_day[day].append(((*place, body.intervals[0].code), operation))
    return tuple(
        Batch(day, tuple(operation for _, operation in sorted(by_day[day], key=lambda pair: pair[0])))
        for day in sorted(by_day)
    )


def same_body(before: Interval, after: Interval, parents: tuple[int | None, int | None]) -> bool:
    """Tell whether two intervals of a code are one body; `parents` are the ranks of both parents."""
    adjacent = before.level == after.level and before.valid.until == after.valid.since
    return adjacent and (before.bare == after.bare or parents[0] == parents[1])


def _bodies(by_code: Mapping[str, list[Interval]], scheme: str) -> dict[str, list[Body]]:
    bodies: dict[str, list[Body]] = {}
    for code, held in by_code.items():
        runs: list[list[Interval]] = []
        for interval in held:
            if runs and same_body(runs[-1][-1], interval, _parents(runs[-1][-1], interval, by_code)):
                runs[-1].append(interval)
            else:
                runs.append([interval])
        bodies[code] = [Body(_identity(run[0], scheme), tuple(run)) for run in runs]
    return bodies


def _parents(
    before: Interval, after: Interval, by_code: Mapping[str, list[Interval]]
) -> tuple[int | None, int | None]:
    return _parent_rank(before, by_code), _parent_rank(after, by_code)


def _parent_rank(interval: Interval, by_code: Mapping[str, list[Interval]]) -> int | None:
    """Give the rank of the parent on the first day."""
    above = by_code.get(interval.parent_code, ())
    return next((one.rank for one in above if interval.valid.since in one.valid), None)


def _identity(first: Interval, scheme: str) -> UUID:
    return unit_id(scheme=scheme, level=first.level, code=first.code, since=first.valid.since)


def _story(
    body: Body, bodies: Mapping[str, list[Body]]
) -> Iterator[tuple[date, tuple[int, int], ops.Operation]]:
    """Tell a body's life as operations; the place orders a day: parents begin first, children end first."""
    rank = body.intervals[0].rank
    before: _State | None = None
    for state in _states(body, bodies):
        if before is None:
            yield state.since, (0, rank), _establish(body, state)
        else:
            for number, operation in enumerate(_changes(body.id, before, state), start=1):
                yield state.since, (number, rank), operation
        before = state
    if body.life.until:
        yield body.life.until, (9, -rank), ops.Dissolve(unit=body.id)


def _states(body: Body, bodies: Mapping[str, list[Body]]) -> Iterator[_State]:
    """Cut the intervals where the body that bears the parent's code becomes another."""
    for interval in body.intervals:
        if not interval.parent_code:
            yield _State(interval.valid.since, interval, None)
            continue
        for parent in bodies[interval.parent_code]:
            shared = parent.life.intersection(interval.valid)
            if shared:
                yield _State(shared.since, interval, parent.id)


def _establish(body: Body, state: _State) -> ops.Operation:
    interval = state.interval
    return ops.Establish(
        unit=ops.NewUnit(
            id=body.id,
            name=interval.name,
            short_name=interval.short_name,
            kind=interval.kind,
            code=interval.code,
            parent=state.parent,
        )
    )


def _changes(unit: UUID, before: _State, after: _State) -> Iterator[ops.Operation]:
    was, now = before.interval, after.interval
    if was.kind != now.kind:
        yield ops.ChangeKind(unit=unit, kind=now.kind)
    if was.name != now.name:
        yield ops.Rename(unit=unit, name=now.name, short_name=now.short_name)
    if before.parent != after.parent:
        yield ops.Move(unit=unit, to=after.parent)
