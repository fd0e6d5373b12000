"""Places that a decision makes, merges or measures anew: their standards."""

from __future__ import annotations

from collections.abc import Iterator

from tinhgon.core.judging import Judged, Matter
from tinhgon.core.life import Life
from tinhgon.core.rows import TERRITORIAL, UnitId
from tinhgon.findings.facts.territories import province, territory
from tinhgon.findings.judges import concerned
from tinhgon.findings.judging import found
from tinhgon.findings.picture import Picture, Seen
from tinhgon.rules.applied import Moment


def judge(matter: Matter) -> Iterator[Judged]:
    """Judge each place that begins, or whose kind or figures change."""
    units = {unit for unit in concerned.territories(matter) if _is_place(matter, unit)}
    if not units:
        return
    seen = concerned.drawn(matter, units)
    for unit in sorted(units & seen.units.keys()):
        yield from _judged(seen.units[unit], seen, matter)


def _judged(one: Seen, picture: Picture, matter: Matter) -> Iterator[Judged]:
    # What a merger must reach is asked on its own day only.
    members = one.origins if one.merged_on == matter.on and one.origins > 1 else None
    for about, facts in (
        ("territory", territory(one, picture, members=members)),
        ("province", province(one, picture, members=members)),
    ):
        if facts is not None:
            findings = found(about, facts, Moment.SIGNING, on=matter.on)
            yield from (Judged(finding=finding, unit=one.unit) for finding in findings)


def _is_place(matter: Matter, unit: UnitId) -> bool:
    placements = matter.after.lives.get(unit, Life()).placements
    return any(row.line == TERRITORIAL for row in placements)
