"""The standards that units must reach, asked of the rules: they say what a unit of nothing lacks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

import numpy as np

from tinhgon.core.rulebook import Book, Severity
from tinhgon.core.rules.units.facts import Territory as Facts
from tinhgon.solvers.consolidate.values import Floats, Standards

MEASURES = {"too_small": "area_km2", "too_few": "population"}  # what a finding says is lacking
ASKED = tuple(MEASURES.values())
SIZES = ("units.commune_size", "units.ward_size")
MERGED, LEFT = ("units.merged_size",), ("units.left_unmerged",)
OF_THE_YEAR = "units.merged_commune"  # in force only while its resolution is about the mergers of a year
MANY = "units.merged_many"
PLENTY = 10**9  # more than any standard asks for
# A merged unit is of the highest kind among its members; within a kind the order only has to be fixed.
KINDS = ("special_zone", "township", "commune", "ward")
TERRAINS = (None, "mountain", "island", "lowland")
LIES_IN = (None, "province", "town", "provincial_city", "urban_district")


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """Which rules judge a unit on a day.

    :param sorts: the classes of units: what the rules ask about each, without figures.
    :param many: number of members from which a merged unit is asked nothing.
    """

    on: date
    sorts: tuple[Facts | None, ...]
    merged: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    many: int | None = None


def law_of(facts: Sequence[Facts | None], *, on: date, book: Book) -> Law:
    """Tell which rules judge units that take effect on a day, and which classes of units there are."""
    figures = book.figures
    of_the_year = figures[OF_THE_YEAR].in_force(on)
    return Law(
        on=on,
        sorts=tuple(sorted(set(facts), key=_rank)),
        merged=MERGED if of_the_year else SIZES,
        alone=LEFT if of_the_year else SIZES,
        many=int(figures[MANY].on(on).amount) if of_the_year else None,
    )


def standards_of(facts: Sequence[Facts | None], *, on: date, book: Book) -> tuple[Standards, Law]:
    """Give what the rules ask of units on a day, merged or left as they are, and the law it comes from."""
    law = law_of([_classed(one) for one in facts], on=on, book=book)
    number = {sort: place for place, sort in enumerate(law.sorts)}
    pair = [one and replace(one, members=2) for one in law.sorts]  # what no number of members waives yet
    spared = [bool(one and one.exemption and law.alone == LEFT) for one in facts]
    return Standards(
        sort=np.array([number[_classed(one)] for one in facts], np.int32),
        merged=_table([_asked(one, law.merged, law, book) for one in pair]),
        alone=_table([_asked(one, law.alone, law, book) for one in law.sorts]),
        waived_from=law.many,
        spared=np.array(spared, np.bool_),
    ), law


def given_standards(count: int, least: Mapping[str, float], waived_from: int | None = None) -> Standards:
    """Ask the same of every unit, merged or not; nothing where nothing is given."""
    asked = {name: np.array([amount]) for name, amount in least.items()}
    return Standards(
        sort=np.zeros(count, np.int32),
        merged=asked,
        alone=asked,
        waived_from=waived_from,
        spared=np.zeros(count, np.bool_),
    )


def _asked(facts: Facts | None, rules: Sequence[str], law: Law, book: Book) -> dict[str, float]:
    """Ask the rules what a unit lacks that has no land, then one that has no people: that is the standard."""
    if facts is None:
        return {}
    bare = replace(facts, area_km2=Decimal(0), population=PLENTY)
    empty = replace(facts, area_km2=Decimal(PLENTY), population=0)
    return {
        MEASURES[found.says]: float(found.allowed)
        for nothing in (bare, empty)
        for found in book.judge(rules, nothing, on=law.on)
        if found.severity is Severity.WARN and found.says in MEASURES
    }


def _table(asked: Sequence[Mapping[str, float]]) -> dict[str, Floats]:
    return {name: np.array([one.get(name, 0.0) for one in asked]) for name in ASKED}


def _classed(facts: Facts | None) -> Facts | None:
    """Leave out what is a unit's own and no matter of its class."""
    return facts and replace(facts, area_km2=None, population=None, members=None, exemption=None)


def _rank(facts: Facts | None) -> tuple[object, ...]:
    if facts is None:
        return (-1,)
    kind = KINDS.index(facts.kind) if facts.kind in KINDS else -1
    rest = (facts.in_municipality or False, str(facts.region), LIES_IN.index(facts.of_what))
    return (kind, TERRAINS.index(facts.terrain), *rest, repr(facts))
