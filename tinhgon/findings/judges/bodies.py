"""Bodies that a decision sets up, merges, staffs or gives a quota: deputies, least staff."""

from __future__ import annotations

from collections.abc import Iterator

from tinhgon.core.judging import Judged, Matter
from tinhgon.findings.facts.bodies import PROVINCES, body, province
from tinhgon.findings.judges import concerned
from tinhgon.findings.judging import found
from tinhgon.rules.applied import Moment


def judge(matter: Matter) -> Iterator[Judged]:
    """Judge each body that the decision concerns, and the province where its own life changes."""
    units = concerned.bodies(matter)
    seen = concerned.drawn(matter, units) if units else None
    for unit in sorted(units):
        one = seen.units.get(unit) if seen else None
        if one is None or seen is None:
            continue
        facts = body(one, seen, born_on=concerned.born(matter, unit))
        if facts is not None:
            findings = found("body", facts, Moment.SIGNING, on=matter.on)
            yield from (Judged(finding=finding, unit=unit) for finding in findings)
        elif one.kind in PROVINCES and not concerned.born(matter, unit):
            # What a new province inherits is arranged by decisions of its own.
            findings = found("province", province(one, seen), Moment.SIGNING, on=matter.on)
            yield from (Judged(finding=finding, unit=unit) for finding in findings)
