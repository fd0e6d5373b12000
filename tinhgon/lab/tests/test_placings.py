"""What a placing tells to whom: reasons that come of sealed entries only to whoever may read those."""

from __future__ import annotations

import pytest

from tinhgon.core.reach import INTERNAL, SENSITIVE, Allowed, Reach
from tinhgon.lab.models import Placing
from tinhgon.lab.queries.placings import placed
from tinhgon.lab.tests.offices import AN_HOA, CAI_KHE, person, scenario, staff_town

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("field_class", "told"), [(SENSITIVE, {"rise": 1, "barred": 2}), (INTERNAL, {"rise": 3})]
)
def test_a_bar_by_discipline_is_named_to_whoever_reads_discipline_alone(
    field_class: int, told: dict[str, int]
) -> None:
    staff_town()
    of = scenario()
    Placing.objects.create(
        scenario=of, person_id=person(1), why={"posts": 3, "open": 0, "funnel": {"rise": 1, "barred": 2}}
    )
    reach = Reach((Allowed("clerk", field_class, frozenset({CAI_KHE, AN_HOA})),))
    assert [one.why["funnel"] for one in placed(of, [CAI_KHE, AN_HOA], reach)] == [told]
