"""Findings counted by rule and by unit, and narrowed to what a reader asks for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from tinhgon.core.rulebook import Severity
from tinhgon.core.rulebook.findings import UNKNOWN
from tinhgon.findings.facts.bodies import PROVINCES
from tinhgon.findings.picture import Picture, Seen
from tinhgon.findings.standing import Open

WEIGHTS = (Severity.BLOCK.value, Severity.WARN.value, Severity.NOTE.value, UNKNOWN)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many findings of each weight; those that miss a fact are counted apart."""

    counts: Mapping[str, int]

    @property
    def each(self) -> list[int]:
        """The counts in the order of the columns."""
        return [self.counts.get(weight, 0) for weight in WEIGHTS]

    @property
    def grave(self) -> tuple[int, ...]:
        """What to sort by: the gravest first."""
        return tuple(-count for count in self.each)


def weight(one: Open) -> str:
    """Tell how much a finding weighs, or that it misses a fact."""
    finding = one.judged.finding
    return UNKNOWN if finding.says == UNKNOWN else finding.severity.value


def tally(found: Iterable[Open]) -> Tally:
    """Count findings by weight."""
    return Tally(Counter(map(weight, found)))


def by_rule(found: Sequence[Open]) -> list[tuple[str, Tally]]:
    """Count by rule, the gravest first."""
    sorted_out: dict[str, list[Open]] = {}
    for one in found:
        sorted_out.setdefault(one.judged.finding.rule, []).append(one)
    counted = [(rule, tally(of)) for rule, of in sorted_out.items()]
    return sorted(counted, key=lambda pair: (pair[1].grave, pair[0]))


def by_unit(found: Sequence[Open], seen: Picture) -> list[tuple[Seen, Tally]]:
    """Count by the communes and bodies right under the province, the gravest first."""
    groups = grouping(found, seen)
    sorted_out: dict[UUID, list[Open]] = {}
    for one in found:
        if one.unit in groups:
            sorted_out.setdefault(groups[one.unit], []).append(one)
    counted = [(seen.units[unit], tally(of)) for unit, of in sorted_out.items()]
    return sorted(counted, key=lambda pair: (pair[1].grave, pair[0].name))


def grouping(found: Iterable[Open], seen: Picture) -> dict[UUID, UUID]:
    """Give for each unit with findings the one right under the province that it belongs to."""
    units = {one.unit for one in found if one.unit in seen.units}
    return {unit: _group(seen.units[unit], seen) for unit in units if unit}


def _group(one: Seen, seen: Picture) -> UUID:
    climbed = {one.unit}
    while (above := seen.above(one)) and above.kind not in PROVINCES and above.unit not in climbed:
        climbed.add(above.unit)
        one = above
    return one.unit
