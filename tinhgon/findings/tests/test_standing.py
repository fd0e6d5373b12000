"""What stands on a day: one set of statements for everything, within the reader's reach."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import make_cast
from tinhgon.access.tests.ground import acting
from tinhgon.core import operations as ops
from tinhgon.core.reach import INTERNAL, Allowed, Reach
from tinhgon.core.tests.staff import STAFF
from tinhgon.core.tests.world import AN_HOA, CAI_KHE, CITY, NINH_KIEU, NOBODY, TRA_AN
from tinhgon.findings.pages import counting
from tinhgon.findings.queries.people import holders
from tinhgon.findings.standing import Open, standing, standing_of_person, standing_of_unit
from tinhgon.findings.tests import ground
from tinhgon.findings.tests.ground import AN, BINH, CHI, DEPUTIES, DIVISION, HEAD, JOINED
from tinhgon.register.models import DecisionFinding
from tinhgon.register.tests.factories import new, next_moment, signed
from tinhgon.temporal.asof import AsOf

pytestmark = pytest.mark.django_db
EVERYTHING = Reach((Allowed("reader", INTERNAL, None),))
TODAY = AsOf(date(2026, 11, 22))
POST_OF_WARD = UUID(int=777)


@pytest.fixture(autouse=True)
def _people(db: None) -> None:
    """Bình and An have reached the age, in the division; Chi has too, in the ward of Cái Khế."""
    ground.found_bodies()
    for one, home in ((BINH, DIVISION), (AN, DIVISION), (CHI, CAI_KHE)):
        ground.know(one, "1961-03", home=home)
    signed(
        ops.Appoint(person=BINH, post=HEAD, term_until=date(2025, 1, 1)),
        ops.Appoint(person=AN, post=DEPUTIES),
        ops.CreatePost(post=ops.NewPost(
            id=POST_OF_WARD, unit=CAI_KHE, title="committee_chair", rank="head", staff=STAFF,
        )),
        ops.Appoint(person=CHI, post=POST_OF_WARD),
        on=date(2020, 1, 1),
    )  # fmt: skip


def told(found: tuple[Open, ...], rule: str) -> list[tuple[object, str, object]]:
    return [
        (one.judged.person or one.judged.unit, one.judged.finding.says, one.unit)
        for one in found if one.judged.finding.rule == rule
    ]  # fmt: skip


def within(*units: UUID) -> Reach:
    return Reach((Allowed("clerk", INTERNAL, frozenset(units)),))


def statements(as_of: AsOf = TODAY) -> int:
    with CaptureQueriesContext(connection) as asked:
        standing(as_of, EVERYTHING)
    return len(asked)


def test_units_and_people_are_judged_by_the_rules_of_the_day() -> None:
    _, found = standing(TODAY, EVERYTHING)
    reached = told(found, "retirement.reached")

    assert sorted(reached, key=str) == sorted(
        [(BINH, "reached", DIVISION), (AN, "reached", DIVISION), (CHI, "reached", CAI_KHE)], key=str
    )
    assert told(found, "appointment.term") == [(BINH, "over", DIVISION)]


def test_as_many_statements_for_thirty_units_as_for_a_few() -> None:
    few = statements()
    signed(*(ops.Establish(unit=new(f"Phường {number}", population=900)) for number in range(30)),
           on=date(2021, 1, 1))  # fmt: skip

    assert few == 5
    assert statements() == few
    assert len(told(standing(TODAY, EVERYTHING)[1], "units.ward_size")) >= 30


def test_nothing_is_stored() -> None:
    before = DecisionFinding.objects.count()
    standing(TODAY, EVERYTHING)
    assert DecisionFinding.objects.count() == before


def test_before_any_rule_nothing_stands() -> None:
    assert standing(AsOf(date(2015, 1, 1)), EVERYTHING)[1] == ()


def test_a_reader_of_some_wards_counts_their_people_only() -> None:
    seen, found = standing(TODAY, within(CAI_KHE))

    assert told(found, "retirement.reached") == [(CHI, "reached", CAI_KHE)]
    counts = dict(counting.by_rule(found))
    assert sum(counts["retirement.reached"].each) == 1
    assert "appointment.term" not in counts
    assert DIVISION not in {one.unit for one in found if one.judged.person}
    assert len(seen.units) == len(standing(TODAY, EVERYTHING)[0].units), "units are no secret"


def test_the_database_holds_it_too() -> None:
    """Even by a query without a reach a clerk of one ward gets the people of that ward."""
    cast = make_cast(area=[CAI_KHE])

    with acting(cast["tam"].pk):
        assert [one.person for one in holders(TODAY, EVERYTHING)] == [CHI]
    with acting(cast["khach"].pk):
        assert holders(TODAY, EVERYTHING) == []


def test_ones_own_file_is_seen() -> None:
    assert [one.person for one in holders(TODAY, Reach(person=AN))] == [AN]
    assert holders(TODAY, Reach()) == []


def test_one_unit_is_judged_as_in_the_whole() -> None:
    signed(ground.merger(area_km2=Decimal(1), population=900), on=date(2025, 7, 1))
    _, found = standing(TODAY, EVERYTHING)
    for unit in (JOINED, DIVISION, TRA_AN, CITY, NINH_KIEU):
        of_unit = [one for one in found if one.judged.unit == unit]
        assert list(standing_of_unit(unit, TODAY)) == of_unit, unit
    assert standing_of_unit(NOBODY, TODAY) == ()
    assert standing_of_unit(AN_HOA, TODAY) == (), "it was merged"


def test_what_a_merger_had_to_reach_is_judged_on_its_own_day() -> None:
    signed(ground.merger(area_km2=Decimal(1), population=900), on=date(2025, 7, 1))

    rules = {one.judged.finding.rule for one in standing_of_unit(JOINED, TODAY)}
    assert "units.merged_size" in rules


def test_one_person_is_judged_within_reach_only() -> None:
    assert {one.judged.finding.rule for one in standing_of_person(BINH, TODAY, EVERYTHING)} == {
        "retirement.reached", "appointment.term",
    }  # fmt: skip
    assert standing_of_person(BINH, TODAY, within(CAI_KHE)) == ()
    assert standing_of_person(BINH, AsOf(date(2019, 6, 1)), EVERYTHING) == (), "not in post yet"


def test_it_reads_what_was_known_at_a_moment() -> None:
    moment = next_moment()
    signed(ops.Release(person=CHI), on=date(2026, 1, 1))

    assert told(standing(TODAY, within(CAI_KHE))[1], "retirement.reached") == []
    then = standing(AsOf(TODAY.valid, moment), within(CAI_KHE))[1]
    assert told(then, "retirement.reached") == [(CHI, "reached", CAI_KHE)]


def test_findings_are_counted_by_the_units_right_under_the_province() -> None:
    seen, found = standing(TODAY, EVERYTHING)
    counted = {one.unit: tally for one, tally in counting.by_unit(found, seen)}

    assert ground.DEPARTMENT in counted
    assert DIVISION not in counted
    assert NINH_KIEU in counted, "Chi is counted under the district of the ward"
    assert sum(sum(of.each) for of in counted.values()) == len([one for one in found if one.unit])


class TestRowsOfDecisions:
    """Row security of what was written with decisions."""

    def seen_by(self, who: int | None) -> set[object]:
        with acting(who):
            return {row.person_id for row in DecisionFinding.objects.all()}

    def test_a_finding_is_seen_by_whoever_sees_the_person(self) -> None:
        cast = make_cast(area=[CAI_KHE])
        signed(ops.Appoint(person=CHI, post=DEPUTIES, how="concurrent", term_until=date(2035, 1, 1)),
               ops.Reappoint(person=BINH, post=HEAD, term_until=date(2030, 1, 1)),
               ops.ChangeFigures(unit=TRA_AN, population=100), on=date(2025, 6, 1))  # fmt: skip
        made = {row.person_id for row in DecisionFinding.objects.all()}
        assert made >= {None, CHI}

        assert self.seen_by(cast["lan"].pk) == made
        assert self.seen_by(cast["tam"].pk) == made - {BINH}
        assert self.seen_by(cast["khach"].pk) == made - {BINH, CHI}
        assert self.seen_by(None) == made - {BINH, CHI}

    def test_the_policy_binds_the_owner_too(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT relrowsecurity, relforcerowsecurity FROM pg_class"
                           " WHERE relname = 'register_decisionfinding'")  # fmt: skip
            assert cursor.fetchall() == [(True, True)]
