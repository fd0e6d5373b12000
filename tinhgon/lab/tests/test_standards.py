"""The arrays of standards say what the rules say, of whatever units and plans."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tinhgon.core.rulebook import Severity
from tinhgon.core.rules.units.facts import Territory
from tinhgon.lab.ground.facts import assert_known, facts_of
from tinhgon.lab.ground.findings import judged
from tinhgon.lab.ground.refusals import RegionUnknown, TerrainUnknown
from tinhgon.lab.ground.standards import LEFT, standards_of
from tinhgon.lab.ground.surface import measures_of
from tinhgon.lab.parameters import StandardsAsked
from tinhgon.lab.plans import plan_from
from tinhgon.rules.library import book
from tinhgon.solvers.consolidate.units import NewUnit, per_unit
from tinhgon.solvers.consolidate.values import Conditions
from tinhgon.solvers.consolidate.values import Territory as Surface

DAYS = st.sampled_from([date(2020, 1, 1), date(2024, 9, 1), date(2025, 7, 1), date(2027, 1, 1)])
KINDS = st.sampled_from(["ward", "commune", "township"])
ABOVE = st.sampled_from(["urban_district", "provincial_city", "town"])
FIGURES = st.tuples(
    st.sampled_from([0, 4999, 5000, 7999, 8000, 10500, 15000, 15999, 16000, 20999, 21000, 45000]),
    st.sampled_from(["0", "2.75", "5.4999", "5.5", "15", "29.9999", "30", "50", "99.9", "100", "0.1", "0.2"]),
)
UNITS = st.lists(
    st.tuples(KINDS, ABOVE, st.sampled_from([None, "isolated"]), FIGURES), min_size=1, max_size=7
)
ASSUMED = st.builds(
    StandardsAsked,
    terrain=st.sampled_from(["mountain", "lowland", "island"]),
    in_municipality=st.booleans(),
    region=st.sampled_from(["mountain", "border", "other"]),
    minority_share=st.sampled_from([None, 30.0, 50.0, 71.5]),
    land_border=st.booleans(),
    hard_coast=st.booleans(),
    heritage=st.booleans(),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(on=DAYS, units=UNITS, assumed=ASSUMED, data=st.data())
def test_what_the_arrays_call_missed_the_rules_warn_of(
    on: date, units: list[Any], assumed: StandardsAsked, data: st.DataObject
) -> None:
    facts = [_facts(kind, above, why, assumed, on) for kind, above, why, _ in units]
    standards, law = standards_of(facts, on=on, book=book())
    surface = _surface([figures for *_, figures in units])
    seats = [data.draw(st.integers(0, len(units) - 1)) for _ in units]
    plan = plan_from(
        np.array([seats[seat] if seats[seat] == seat else place for place, seat in enumerate(seats)])
    )
    for one in per_unit(surface, standards, Conditions(), plan):
        warned = {
            found.says
            for found in judged(one, facts[one.seat], law, book())
            if found.severity is Severity.WARN
        }
        missed = _missed(one)
        if len(one.members) == 1 and law.alone == LEFT:  # that rule names the first that is lacking
            assert (bool(warned), warned <= missed) == (bool(missed), True)
        else:
            assert warned == missed


def test_the_standards_of_the_merger_are_those_of_the_resolution() -> None:
    asked = StandardsAsked(terrain="lowland", in_municipality=True)
    facts = [
        facts_of(kind, asked, above="urban_district", on=date(2025, 7, 1)) for kind in ("commune", "ward")
    ]
    standards, law = standards_of(facts, on=date(2025, 7, 1), book=book())
    assert standards.waived_from == book().figures["units.merged_many"].on(law.on).amount
    assert list(standards.merged["population"]) == [16000, 45000]
    assert list(standards.alone["population"]) == [8000, 15000]


def test_a_later_merger_is_held_against_the_standards_of_all_units() -> None:
    facts = [
        facts_of(kind, StandardsAsked(terrain="lowland"), on=date(2027, 1, 1)) for kind in ("commune", "ward")
    ]
    standards, _ = standards_of(facts, on=date(2027, 1, 1), book=book())
    assert standards.waived_from is None
    assert list(standards.merged["population"]) == list(standards.alone["population"]) == [16000, 21000]


def test_a_township_that_stays_becomes_a_commune() -> None:
    stays = facts_of("township", StandardsAsked(terrain="lowland"), on=date(2025, 7, 1))
    before = facts_of("township", StandardsAsked(terrain="lowland"), on=date(2024, 1, 1))
    assert stays and before and (stays.kind, before.kind) == ("commune", "township")


def test_a_terrain_that_nobody_stated_is_asked_for() -> None:
    commune = facts_of("commune", StandardsAsked(), on=date(2025, 7, 1))
    with pytest.raises(TerrainUnknown, match="Xã A"):
        assert_known([("Xã A", commune)], regions=True)


def test_the_region_of_a_ward_is_asked_for_where_it_matters() -> None:
    ward = facts_of("ward", StandardsAsked(in_municipality=False), on=date(2025, 7, 1))
    assert_known([("Phường A", ward)], regions=False)
    with pytest.raises(RegionUnknown, match="Phường A"):
        assert_known([("Phường A", ward)], regions=True)


def _facts(kind: str, above: str, why: Any, assumed: StandardsAsked, on: date) -> Territory:
    facts = facts_of(kind, assumed, above=above, on=on)
    assert facts
    return replace(facts, exemption=why)


def _surface(figures: list[tuple[int, str]]) -> Surface:
    count = len(figures)
    return Surface(
        codes=tuple(f"U{place}" for place in range(count)),
        measures=measures_of([people for people, _ in figures], [Decimal(area) for _, area in figures]),
        borders=np.zeros((0, 2), np.int32),
        border_km=np.zeros(0),
        group=np.zeros(count, np.int32),
        district=np.zeros(count, np.int32),
        position=np.full((count, 2), np.nan),
        may_seat=np.ones(count, np.bool_),
    )


def _missed(one: NewUnit) -> set[str]:
    says = {"area_km2": "too_small", "population": "too_few"}
    return {says[below.measure] for below in one.below if below.missed}
