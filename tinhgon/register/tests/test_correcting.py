"""A correction says what was so all along; a change says what became so."""

from __future__ import annotations

from datetime import date

import pytest

from tests.cast import make_cast
from tinhgon.core import operations as ops
from tinhgon.core.refusals import CodeTaken, Cycle, NothingChanges, OperationRefused
from tinhgon.core.tests.world import AN_HOA, CAI_KHE, DAY, EVE, FOUNDED, LATER, NINH_KIEU, TRA_AN
from tinhgon.register.actions import draft, sign
from tinhgon.register.actions.signing import Signed
from tinhgon.register.models import Change, Identifier, Placement, UnitVersion
from tinhgon.register.refusals import MayNotCorrect
from tinhgon.register.tests.factories import checked, found_town, head, next_moment, rows, signed
from tinhgon.temporal.asof import AsOf

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _town() -> None:
    found_town()


def order(field: str, value: object, since: date = FOUNDED, until: date | None = None) -> ops.Correct:
    return ops.Correct(unit=CAI_KHE, field=field, value=value, since=since, until=until, reason="Ghi sai")  # type: ignore[arg-type]


def correct(field: str, value: object, since: date = FOUNDED, until: date | None = None) -> Signed:
    return signed(order(field, value, since, until), on=LATER)


def facts(day: date) -> tuple[str, int | None]:
    version = UnitVersion.objects.on(day).get(unit=CAI_KHE)
    return version.name, version.population


def test_a_correction_reaches_back_and_a_change_does_not() -> None:
    signed(ops.ChangeFigures(unit=CAI_KHE, population=5))
    correct("population", 6, DAY)

    assert (facts(EVE)[1], facts(DAY)[1]) == (20_000, 6)

    correct("name", "Phường Cái Khế Mới")

    assert facts(FOUNDED) == ("Phường Cái Khế Mới", 20_000)
    assert facts(LATER) == ("Phường Cái Khế Mới", 6)


def test_only_the_days_named_are_corrected() -> None:
    correct("population", 6, date(2010, 1, 1), date(2012, 1, 1))

    days = (date(2009, 12, 31), date(2010, 1, 1), date(2011, 12, 31), date(2012, 1, 1))
    assert [facts(day)[1] for day in days] == [20_000, 6, 6, 20_000]


def test_the_corrected_days_belong_to_the_correction_and_the_others_stay_whose_they_were() -> None:
    founding = UnitVersion.objects.on(EVE).get(unit=CAI_KHE).decision

    correction = correct("population", 6, date(2010, 1, 1), date(2012, 1, 1)).decision

    versions = UnitVersion.objects.throughout().filter(unit=CAI_KHE).order_by("valid")
    assert [version.decision for version in versions] == [founding, correction, founding]


def test_what_was_wrong_stays_readable() -> None:
    known = Change.objects.latest("recorded_at").recorded_at
    correct("population", 6)

    assert UnitVersion.objects.as_of(AsOf(DAY, known)).get(unit=CAI_KHE).population == 20_000


def test_a_code_is_corrected_or_taken_away() -> None:
    correct("code", "31998", DAY)
    held = Identifier.objects.throughout().filter(unit=CAI_KHE).order_by("valid")
    assert list(held.values_list("value", flat=True)) == ["31117", "31998"]

    correct("code", "", DAY)
    assert list(held.values_list("value", flat=True)) == ["31117"]
    assert not Identifier.objects.on(DAY).filter(unit=CAI_KHE).exists()


def test_a_parent_is_corrected() -> None:
    correct("parent", str(TRA_AN), date(2010, 1, 1), DAY)

    parents = [
        Placement.objects.on(day).get(unit=CAI_KHE).parent_id for day in (FOUNDED, date(2010, 1, 1), EVE, DAY)
    ]
    assert parents == [NINH_KIEU, TRA_AN, TRA_AN, NINH_KIEU]


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("population", 20_000, NothingChanges),
        ("code", "31120", CodeTaken),
        ("parent", str(CAI_KHE), Cycle),
    ],
)
def test_a_correction_that_cannot_be_is_refused(
    field: str, value: object, reason: type[OperationRefused]
) -> None:
    before = rows()

    with pytest.raises(reason):
        checked(order(field, value), on=LATER)
    assert rows() == before


def test_a_correction_of_a_correction() -> None:
    correct("population", 6)
    correct("population", 7, DAY)

    assert (facts(EVE)[1], facts(DAY)[1]) == (6, 7)


def test_each_corrected_row_is_in_the_outbox_with_before_and_after() -> None:
    done = correct("population", 6, DAY)

    told = Change.objects.filter(decision=done.decision, kind="recorded").order_by("id")
    figures = [[side and side["population"] for side in (row.before, row.after)] for row in told]
    assert figures == [[20_000, 20_000], [None, 6]]
    assert {row.unit_id for row in told} == {CAI_KHE}
    assert AN_HOA not in {row.unit_id for row in told}


def test_only_those_who_have_the_right_draft_or_sign_one() -> None:
    clerk, before = make_cast()["hung"], rows()

    with pytest.raises(MayNotCorrect):
        draft(head=head(), operations=[order("population", 6)], actor=clerk)
    with pytest.raises(MayNotCorrect):
        sign(decision=checked(order("population", 6)), actor=clerk, at=next_moment())

    assert rows() == before
