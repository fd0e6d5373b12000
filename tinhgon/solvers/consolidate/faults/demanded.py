"""Faults of the conditions: limits that are none, unknown units, pins that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from tinhgon.core.errors import Said
from tinhgon.solvers.consolidate.faults import kinds, pins
from tinhgon.solvers.consolidate.faults.kinds import Fault
from tinhgon.solvers.consolidate.ties import joined, open_borders, sets_of
from tinhgon.solvers.consolidate.values import TERMS, Conditions, Ints, Territory

CONDITIONS = Said("các điều kiện", "the conditions")


def of_limits(territory: Territory, conditions: Conditions) -> Iterator[Fault]:
    """Find limits that cannot be meant, and names that name nothing."""
    if conditions.max_members < 1:
        yield pins.TooFewMembers(field="max_members", found=conditions.max_members)
    if conditions.max_km is not None and not conditions.max_km >= 0:
        yield pins.BadDistance(field="max_km", found=f"{conditions.max_km:g}")
    if conditions.people not in territory.measures:
        known = tuple(territory.measures)
        yield kinds.MeasureMissing(field=conditions.people, asker=CONDITIONS, known=known)
    for term in conditions.first:
        if term not in TERMS:
            yield pins.UnknownTerm(field="first", found=term, known=TERMS)


def of_places(territory: Territory, conditions: Conditions) -> Iterator[Fault]:
    """Find units the conditions name that do not exist; then the pins cannot be looked at."""
    named = {
        "together": [place for places in conditions.together for place in places],
        "apart": [place for pair in conditions.apart for place in pair],
        "alone": conditions.alone,
    }
    for field, places in named.items():
        for place in sorted(set(places)):
            if not 0 <= place < len(territory):
                yield pins.UnknownUnit(field=field, found=place, count=len(territory))


def of_pins(territory: Territory, conditions: Conditions) -> Iterator[Fault]:
    """Find pins that contradict each other; sets of `together` that share a unit are one set."""
    tied = joined(len(territory), conditions.together)
    yield from _of_pairs(territory, conditions, tied)
    alone = np.zeros(len(territory), np.bool_)
    alone[list(conditions.alone)] = True
    component = joined(len(territory), open_borders(territory, conditions.alone).tolist())
    for members in sets_of(tied):
        codes = tuple(territory.codes[place] for place in members)
        for place in members[alone[members]]:
            others = tuple(code for code in codes if code != territory.codes[place])
            yield pins.AloneAndTogether(field="alone", unit=territory.codes[place], others=others)
        if len(set(territory.group[members].tolist())) > 1:
            yield pins.TogetherOverGroups(field="together", units=codes)
        elif not alone[members].any() and len(set(component[members].tolist())) > 1:
            yield pins.TogetherNotConnected(field="together", units=codes)
        most = conditions.max_members
        if len(members) > most >= 1:
            yield pins.TogetherTooMany(field="together", units=codes, count=len(members), most=most)


def _of_pairs(territory: Territory, conditions: Conditions, tied: Ints) -> Iterator[Fault]:
    for one, other in conditions.apart:
        unit, beside = territory.codes[one], territory.codes[other]
        if one == other:
            yield pins.ApartFromItself(field="apart", unit=unit)
        elif tied[one] == tied[other]:
            yield pins.TogetherAndApart(field="apart", unit=unit, other=beside)
