"""What must hold of any register, checked day by day and not as the core checks it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from tinhgon.core.rows import LINES, Change, Succession, UnitId
from tinhgon.core.snapshot import Snapshot


def assert_sound(snapshot: Snapshot) -> None:
    """Look at the register on every day on which something begins or ends."""
    for day in days_that_matter(snapshot):
        living = {unit for unit, life in snapshot.lives.items() if any(day in v.valid for v in life.versions)}
        _nothing_stands_twice(snapshot, day)
        placed = _parents(snapshot, day)
        assert {unit for unit, _ in placed} == living, f"unplaced, or placed without a life, on {day}"
        assert {parent for parent in placed.values() if parent} <= living, f"an orphan on {day}"
        for unit, line in placed:
            _climbs_to_a_top(unit, line, placed)
    for row in snapshot.successions:
        origin, result = snapshot.lives[row.origin], snapshot.lives[row.result]
        assert any(row.on in v.valid for v in result.versions)
        assert any(row.on in v.valid or row.on == v.valid.until for v in origin.versions)


def days_that_matter(snapshot: Snapshot) -> list[date]:
    """Give every first day and every end; between two of them nothing changes."""
    periods = [row.valid for life in snapshot.lives.values() for row in life.facts]
    return sorted({period.since for period in periods} | {p.until for p in periods if p.until})


def _nothing_stands_twice(snapshot: Snapshot, day: date) -> None:
    held: Counter[object] = Counter()
    for unit, life in snapshot.lives.items():
        held.update(("version", unit) for row in life.versions if day in row.valid)
        held.update(("place", unit, row.line) for row in life.placements if day in row.valid)
        held.update(("code", unit, row.scheme) for row in life.identifiers if day in row.valid)
        held.update(("holder", row.scheme, row.value) for row in life.identifiers if day in row.valid)
    assert not [what for what, times in held.items() if times > 1], f"two truths on {day}"


def _parents(snapshot: Snapshot, day: date) -> dict[tuple[UnitId, str], UnitId | None]:
    return {
        (unit, row.line): row.parent
        for unit, life in snapshot.lives.items()
        for row in life.placements
        if day in row.valid
    }


def _climbs_to_a_top(unit: UnitId, line: str, placed: dict[tuple[UnitId, str], UnitId | None]) -> None:
    assert line in LINES
    seen, here = set(), unit
    while (parent := placed.get((here, line))) is not None:
        assert parent not in seen, "a cycle"
        seen.add(parent)
        here = parent


def gaps_in_lives(snapshot: Snapshot) -> set[tuple[UnitId, date]]:
    """Give each day on which a life goes on after a gap."""
    return {
        (unit, later.valid.since)
        for unit, life in snapshot.lives.items()
        for earlier, later in zip(life.versions, life.versions[1:], strict=False)
        if earlier.valid.until != later.valid.since
    }


def assert_shares_add_up(changes: Iterable[Change], after: Snapshot, on: date) -> None:
    """What one decision passes on makes the whole of each unit that it ends, and never more."""
    given: defaultdict[UnitId, list[Succession]] = defaultdict(list)
    for change in changes:
        if change.before is None and isinstance(change.after, Succession):
            given[change.after.origin].append(change.after)
    for unit, rows in given.items():
        lives_on = after.lives[unit].version_on(on) is not None
        for total in (sum(r.share_area for r in rows), sum(r.share_population for r in rows)):
            assert (0 <= total <= 1) if lives_on else (total == Decimal(1))
