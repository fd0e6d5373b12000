"""What judges find of drafts: by the day of effect, whatever today is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.conf import LazySettings

from tinhgon.core import operations as ops
from tinhgon.core.judging import Judged
from tinhgon.core.tests.staff import STAFF
from tinhgon.core.tests.world import CAI_KHE, CITY, TRA_AN
from tinhgon.findings.tests import ground
from tinhgon.findings.tests.ground import (
    AN,
    BINH,
    CHI,
    DEPARTMENT,
    DEPUTIES,
    DIVISION,
    DUNG,
    EXPERTS,
    HEAD,
    JOINED,
    OFFICE,
    judged,
    merger,
    said,
)  # fmt: skip
from tinhgon.register.tests.factories import signed
from tinhgon.rules import words
from tinhgon.rules.library import book

MERGED, AGE, LENGTH = "units.merged_size", "appointment.enough_months", "appointment.term_length"
SURPLUS = "apparatus.division_deputies"
DAY = date(2025, 5, 1)
THIS_YEAR = date(2026, 12, 1)
SMALL: dict[str, Any] = {"area_km2": Decimal("29.9"), "population": 15_999}


@pytest.fixture
def _town(db: None, settings: LazySettings) -> None:
    settings.TERRAIN = "lowland"
    ground.found_bodies()


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_town")]


def articles(found: Iterable[Judged], rule: str) -> set[str]:
    cited = (words.cited(one.finding, "vi", book()) for one in found if one.finding.rule == rule)
    return {str(one) for of in cited for one in of}


class TestPlaces:
    def test_two_communes_merged_below_the_standard_warn_with_the_article(self) -> None:
        found = judged(merger(**SMALL), on=DAY)

        assert said(found, MERGED) == [("warn", "too_small"), ("warn", "too_few")]
        assert "76/2025/UBTVQH15, Điều 5, khoản 1, điểm a, b" in articles(found, MERGED)
        assert {one.unit for one in found if one.finding.rule == MERGED} == {JOINED}

    def test_three_merged_are_spared_and_the_clause_is_named(self) -> None:
        found = judged(merger(of=ground.THREE, **SMALL), on=DAY)

        assert said(found, MERGED) == [("note", "many_too_small"), ("note", "many_too_few")]
        assert articles(found, MERGED) == {"76/2025/UBTVQH15, Điều 5, khoản 2"}

    def test_a_merger_that_reaches_it_is_not_mentioned(self) -> None:
        assert said(judged(merger(), on=DAY), MERGED) == []

    def test_before_the_resolution_nothing_was_asked(self) -> None:
        assert said(judged(merger(**SMALL), on=date(2025, 4, 14)), MERGED) == []

    def test_terrain_that_nobody_told_is_not_guessed(self, settings: LazySettings) -> None:
        settings.TERRAIN = ""
        standard = said(judged(merger(**SMALL), on=DAY), "units.commune_size")

        assert standard
        assert all(severity == "note" for severity, _ in standard)

    def test_a_measured_place_is_held_against_its_standard(self) -> None:
        smaller = ops.ChangeFigures(unit=TRA_AN, population=14_999)

        assert ("warn", "too_few") in said(judged(smaller, on=date(2024, 1, 1)), "units.ward_size")
        assert said(judged(smaller, on=date(2016, 5, 24)), "units.ward_size") == []

    def test_a_new_name_asks_for_no_rule(self) -> None:
        assert judged(ops.Rename(unit=TRA_AN, name="Phường Mới"), on=DAY) == ()


class TestBodies:
    @pytest.fixture(autouse=True)
    def _people(self, _town: None) -> None:
        for one in (BINH, AN, CHI, DUNG):
            ground.know(one, "1985-03-02")

    def appointed(self, *people: object, on: date) -> tuple[Judged, ...]:
        return judged(*(ops.Appoint(person=one, post=DEPUTIES) for one in people), on=on)  # type: ignore[arg-type]

    def test_a_deputy_too_many_blocks(self) -> None:
        found = self.appointed(BINH, AN, CHI, on=THIS_YEAR)

        assert said(found, SURPLUS) == [("block", "too_many")]
        (one,) = (one for one in found if one.finding.rule == SURPLUS)
        assert (one.finding.found, one.finding.allowed, one.unit) == (3, 2, DIVISION)

    def test_as_many_as_allowed_do_not(self) -> None:
        assert said(self.appointed(BINH, AN, on=THIS_YEAR), SURPLUS) == []

    def test_between_two_decrees_nothing_is_said(self) -> None:
        assert said(self.appointed(BINH, AN, CHI, on=date(2025, 6, 1)), SURPLUS) == []

    def test_when_types_of_provinces_counted_the_type_is_asked_for(self) -> None:
        assert said(self.appointed(BINH, AN, CHI, on=date(2024, 6, 1)), SURPLUS) == [("note", "unknown")]

    def test_a_smaller_quota_makes_a_surplus(self) -> None:
        signed(ops.Appoint(person=BINH, post=DEPUTIES), ops.Appoint(person=AN, post=DEPUTIES), on=DAY)
        smaller = ops.SetQuota(unit=DIVISION, staff=STAFF, number=9)

        assert said(judged(smaller, on=THIS_YEAR), SURPLUS) == [("block", "too_many")]

    def test_least_staff_is_asked_of_what_begins(self) -> None:
        signed(ops.Rename(unit=CITY, name="Thành phố Hà Nội"), on=date(2019, 6, 1))
        on = date(2025, 6, 1)
        small = ground.body("Phòng Nhỏ", "division", DEPARTMENT)
        few = ops.SetQuota(unit=small.unit.id, staff=STAFF, number=6)
        smaller = ops.SetQuota(unit=DIVISION, staff=STAFF, number=6)

        assert said(judged(small, few, on=on), "apparatus.least_staff") == [("block", "too_few")]
        assert said(judged(smaller, on=on), "apparatus.least_staff") == [("warn", "too_few")]


class TestPeople:
    @pytest.mark.parametrize(
        ("born", "on", "expected"),
        [
            ("1966-09", date(2024, 6, 1), ("block", "too_few")),  # 52 months to 01/10/2028
            ("1968-02", date(2025, 11, 1), ("warn", "too_few")),  # 52 months to 01/03/2030; read second-hand
            ("1967-05", date(2024, 6, 1), None),  # 60 months
            ("", date(2024, 6, 1), ("note", "unknown")),
        ],
    )
    def test_months_left(self, born: str, on: date, expected: tuple[str, str] | None) -> None:
        ground.know(BINH, born)

        found = judged(ops.Appoint(person=BINH, post=HEAD), on=on)

        assert said(found, AGE) == ([expected] if expected else [])
        assert {one.person for one in found if one.finding.rule == AGE} <= {BINH}
        assert [one.finding.found for one in found if one.finding.says == "too_few"] == (
            [52] if born and expected else []
        )

    def test_it_warns_because_it_is_provisional(self) -> None:
        ground.know(BINH, "1968-02")

        (one,) = (one for one in judged(ops.Appoint(person=BINH, post=HEAD), on=date(2025, 11, 1))
                  if one.finding.rule == AGE)  # fmt: skip
        assert one.finding.provisional

    def test_only_leading_posts_ask_for_months(self) -> None:
        ground.know(BINH, "1966-09")

        assert said(judged(ops.Appoint(person=BINH, post=EXPERTS), on=date(2024, 6, 1)), AGE) == []
        acting = ops.Appoint(person=BINH, post=HEAD, how="acting")
        assert said(judged(acting, on=date(2024, 6, 1)), AGE) == []

    def test_from_deputy_to_head_is_higher(self) -> None:
        ground.know(BINH, "1966-09")
        signed(ops.Appoint(person=BINH, post=DEPUTIES), on=date(2021, 7, 1))

        found = judged(ops.TransferPerson(person=BINH, post=HEAD), on=date(2024, 6, 1))

        assert said(found, AGE) == [("block", "too_few")]

    def test_a_post_is_compared_where_it_stood_last(self) -> None:
        ground.know(BINH, "1966-09")
        signed(ops.Appoint(person=BINH, post=DEPUTIES), on=date(2021, 7, 1))
        moved = [ops.MovePost(post=post, to=OFFICE) for post in (HEAD, DEPUTIES)]
        signed(*moved, on=date(2022, 1, 1))

        found = judged(ops.TransferPerson(person=BINH, post=HEAD), on=date(2024, 6, 1))

        assert said(found, AGE) == [("block", "too_few")]

    def test_whoever_goes_along_with_his_post_is_not_appointed(self) -> None:
        ground.know(BINH, "1966-09", home=CAI_KHE)
        post = ops.CreatePost(
            post=ops.NewPost(id=ground.DUNG, unit=CAI_KHE, title="committee_chair", rank="head", staff=STAFF)
        )
        signed(post, ops.Appoint(person=BINH, post=ground.DUNG), on=date(2021, 7, 1))

        found = judged(merger(), on=date(2024, 6, 1))

        assert said(found, AGE) == []

    def test_a_term_beyond_the_longest(self) -> None:
        ground.know(BINH, "1985-03")

        def term(until: date) -> list[tuple[str, str]]:
            appoint = ops.Appoint(person=BINH, post=HEAD, term_until=until)
            return said(judged(appoint, on=date(2024, 6, 1)), LENGTH)

        assert term(date(2029, 6, 1)) == []
        assert [says for _, says in term(date(2029, 6, 3))] == ["too_long"]
