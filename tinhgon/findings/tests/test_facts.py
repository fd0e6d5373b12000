"""From a picture to the facts that rules take: places, bodies, people. What is not known stays unknown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.conf import LazySettings

from tinhgon.core.partial import PartialDay
from tinhgon.core.periods import Period
from tinhgon.core.rows import DEPUTY, GOVERNMENT, HEAD, PARTY, TERRITORIAL, PostVersion
from tinhgon.core.rules.appointment.term import Tenure
from tinhgon.findings.facts import bodies, people, territories
from tinhgon.findings.picture import Picture, Seen
from tinhgon.findings.queries.people import Held, Holder
from tinhgon.people.queries.dossiers import partial

ON = date(2026, 1, 1)
CITY, DISTRICT, WARD, TOWNSHIP, DEPARTMENT, DIVISION, CENTRE, COMMITTEE, CLINIC = (
    UUID(int=n) for n in range(1, 10)
)


def seen(of: UUID, kind: str, parent: UUID | None, line: str = TERRITORIAL, **facts: Any) -> Seen:
    return Seen(unit=of, name=facts.pop("name", kind), kind=kind, parents={line: parent}, **facts)


def drawn(*more: Seen) -> Picture:
    units = (
        seen(CITY, "municipality", None, area_km2=Decimal(1440), population=1_250_000),
        seen(DISTRICT, "urban_district", CITY, population=280_000),
        seen(WARD, "ward", DISTRICT, area_km2=Decimal("10.04"), population=20_000),
        seen(TOWNSHIP, "township", DISTRICT),
        seen(DEPARTMENT, "department", CITY, GOVERNMENT, deputies=3, origins=2, merged_on=ON),
        seen(DIVISION, "division", DEPARTMENT, GOVERNMENT, quotas={"civil_servant": 9}, deputies=2),
        seen(CENTRE, "service_unit", CITY, GOVERNMENT, quotas={"public_employee": 30, "civil_servant": 4}),
        seen(CLINIC, "service_unit", WARD, GOVERNMENT),
        seen(COMMITTEE, "party_committee", CITY, PARTY),
    )  # fmt: skip
    return Picture(ON, {one.unit: one for one in (*units, *more)})


def territory(of: UUID, *more: Seen, **facts: Any) -> Any:
    picture = drawn(*more)
    return territories.territory(picture.units[of], picture, **facts)


class TestPlaces:
    def test_a_ward_lies_in_its_district_and_city(self) -> None:
        ward = territory(WARD)

        assert (ward.kind, ward.of_what, ward.in_municipality) == ("ward", "urban_district", True)
        assert (ward.area_km2, ward.population, ward.members) == (Decimal("10.04"), 20_000, None)
        assert ward.commune_units is None

    def test_a_ward_right_under_a_province(self) -> None:
        ward = territory(WARD, seen(CITY, "province", None), seen(WARD, "ward", CITY))

        assert (ward.of_what, ward.in_municipality) == ("province", False)

    def test_what_stands_above_out_of_sight_is_not_guessed(self) -> None:
        alone = Picture(ON, {WARD: seen(WARD, "ward", DISTRICT)})
        ward = territories.territory(alone.units[WARD], alone)

        assert ward is not None
        assert (ward.of_what, ward.in_municipality) == (None, None)

    def test_a_district_counts_its_communes(self) -> None:
        district = territory(DISTRICT)

        assert (district.commune_units, district.townships, district.of_what) == (2, 1, None)

    def test_a_city_counts_districts_or_communes_never_half(self) -> None:
        picture = drawn()
        city = territories.province(picture.units[CITY], picture)
        without = drawn(seen(DISTRICT, "ward", CITY))
        flat = territories.province(without.units[CITY], without)

        assert city is not None
        assert flat is not None
        assert (city.district_units, city.urban_units, city.commune_units) == (1, 0, None)
        assert (flat.district_units, flat.commune_units, flat.wards) == (None, 1, 1)

    @pytest.mark.parametrize("of", [CITY, DEPARTMENT, COMMITTEE])
    def test_no_other_unit_is_a_place_below_the_province(self, of: UUID) -> None:
        assert territory(of) is None

    @pytest.mark.parametrize(("said", "place", "province"), [
        ("", None, None), ("lowland", "lowland", "lowland"), ("island", "island", None),
    ])  # fmt: skip
    def test_terrain_is_what_the_office_says(
        self, said: str, place: str | None, province: str | None, settings: LazySettings
    ) -> None:
        settings.TERRAIN = said
        picture = drawn()
        city = territories.province(picture.units[CITY], picture)

        assert territory(WARD).terrain == place
        assert city is not None
        assert city.terrain == province


class TestBodies:
    def body(self, of: UUID, *more: Seen, **facts: Any) -> Any:
        picture = drawn(*more)
        return bodies.body(picture.units[of], picture, **facts)

    def test_a_division_of_a_department(self) -> None:
        division = self.body(DIVISION)

        assert (division.kind, division.headcount, division.deputy_heads) == ("division", 9, 2)
        assert (division.superior_deputies, division.divisions) == (3, 0)
        assert (division.province_type, division.being_set_up, division.merged_on) == (
            "other_province", False, None,
        )  # fmt: skip

    def test_a_service_unit_counts_employees_and_has_no_superior_body(self) -> None:
        centre = self.body(CENTRE)

        assert (centre.kind, centre.headcount, centre.superior_deputies) == ("service_unit", 30, None)

    def test_a_quota_that_was_not_given_is_unknown(self) -> None:
        assert self.body(DIVISION, seen(DIVISION, "division", DEPARTMENT, GOVERNMENT)).headcount is None

    def test_one_that_was_merged_says_when(self) -> None:
        merged = seen(DIVISION, "division", DEPARTMENT, GOVERNMENT, origins=2, merged_on=ON)

        assert self.body(DIVISION, merged).merged_on == ON
        assert self.body(DIVISION, replace(merged, origins=1)).merged_on is None

    def test_one_that_begins(self) -> None:
        assert self.body(DIVISION, born_on=True).being_set_up

    @pytest.mark.parametrize("of", [CITY, WARD, DEPARTMENT, CLINIC, COMMITTEE])
    def test_of_others_no_rule_speaks(self, of: UUID) -> None:
        assert self.body(of) is None

    def test_a_province_sums_up(self) -> None:
        picture = drawn()
        city = bodies.province(picture.units[CITY], picture)

        assert (city.departments, city.department_deputies, city.joined_departments) == (1, 3, 1)
        assert (city.communes, city.commune_bodies, city.commune_divisions) == (2, 1, 0)
        assert (city.merged_from, city.merged_on) == (1, None)

    @pytest.mark.parametrize(("name", "expected"), [
        ("Thành phố Hà Nội", "hanoi_hcm"), ("Thành phố Hồ Chí Minh", "hanoi_hcm"),
        ("Tỉnh An Giang", "other_province"),
    ])  # fmt: skip
    def test_two_cities_are_told_by_name(self, name: str, expected: str) -> None:
        assert bodies.province_type(seen(CITY, "municipality", None, name=name)) == expected
        assert bodies.province_type(seen(WARD, "ward", None, name=name)) is None


class TestPeople:
    def test_what_is_known_of_a_birth(self) -> None:
        day = date(1966, 9, 15)

        assert partial(None, "") is None
        assert partial(day, "day") == PartialDay(1966, 9, 15)
        assert partial(day, "month") == PartialDay(1966, 9)
        assert partial(day, "year") == PartialDay(1966)

    def test_a_sex_that_is_not_written_is_unknown(self) -> None:
        assert people.serving(Holder(person=CITY, sex="", born=None, posts=())).sex is None
        assert people.serving(Holder(person=CITY, sex="female", born=None, posts=())).sex == "female"

    def test_a_term_ends_with_its_last_day(self) -> None:
        held = Held(post=CITY, unit=WARD, rank=HEAD, how="regular", since=ON, term_until=date(2031, 1, 1))

        assert people.tenure(held) == Tenure(since=ON, term_until=date(2030, 12, 31))
        assert people.tenure(replace(held, term_until=None)) is None

    def test_of_somebody_unknown_nothing_is_known(self) -> None:
        facts = people.proposal(None, "first", ON)

        assert (facts.born, facts.sex, facts.reference_day, facts.move) == (None, None, ON, "first")


def version(rank: str, unit: UUID = WARD) -> PostVersion:
    return PostVersion(
        post=CITY, unit=unit, title="x", rank=rank, staff="civil_servant", valid=Period(ON), decision=CITY
    )


@pytest.mark.parametrize(
    ("before", "led", "after", "expected"),
    [
        (None, False, version(HEAD), "first"),
        (version("specialist"), False, version(DEPUTY), "first"),
        (version("specialist", DISTRICT), True, version(DEPUTY), "higher"),  # back from no leading post
        (version(DEPUTY), True, version(HEAD), "higher"),
        (version(HEAD), True, version(DEPUTY), "lower"),
        (version(HEAD), True, version(HEAD), "equivalent"),
        (version(DEPUTY, DISTRICT), True, version(HEAD), None),  # ranks of two units say nothing
        (None, True, version(HEAD), None),
        (version(DEPUTY), True, version("member"), None),
    ],
)
def test_a_step_is_told_by_ranks_where_they_tell_it(
    before: PostVersion | None, led: bool, after: PostVersion, expected: str | None
) -> None:
    assert people.move_of(before, led, after) == expected


def test_lines_that_lead_round_together_are_counted_once_through() -> None:
    district = Seen(
        unit=DISTRICT, name="Quận", kind="urban_district", parents={"territorial": None, "party": WARD}
    )
    office = Seen(
        unit=WARD, name="Ban", kind="urban_district", parents={"party": DISTRICT, "territorial": None}
    )
    picture = Picture(ON, {one.unit: one for one in (district, office)})
    assert bodies.province(district, picture).communes is None
