"""The small register with posts, quotas and people, all of them decided as in life."""

from __future__ import annotations

from datetime import date

from tinhgon.core import operations as ops
from tinhgon.core.names import fold, person_key
from tinhgon.core.rows import PersonId, UnitId
from tinhgon.core.tests import staff
from tinhgon.core.tests.staff import CHAIR, DEPUTY, EXPERTS, HUNG, LAN, STAFF
from tinhgon.core.tests.world import FOUNDED
from tinhgon.register.actions.signing import Signed
from tinhgon.register.models import Person
from tinhgon.register.tests.factories import found_town, signed


def know_people() -> None:
    """Open the files of the people of the tests."""
    Person.objects.bulk_create(
        [
            Person(id=pk, name=name, name_key=person_key(name), name_folded=fold(name))
            for pk, name in staff.PEOPLE.items()
        ]
    )


def found_staffed_town() -> Signed:
    """Found the town, its posts and quotas, and put Lan and Hùng into theirs."""
    found_town()
    know_people()
    return signed(*founding(), on=FOUNDED, title="Giao biên chế")


def founding() -> list[ops.Operation]:
    """Give the orders that make what the core's tests begin with."""
    orders: list[ops.Operation] = []
    for row in staff.POSTS:
        assert isinstance(row, staff.PostVersion)
        orders.append(ops.CreatePost(post=ops.NewPost(
            id=row.post, unit=row.unit, title=row.title, rank=row.rank, seats=row.seats, staff=row.staff,  # type: ignore[arg-type]
            reports_to={DEPUTY: CHAIR, EXPERTS: DEPUTY}.get(row.post),
        )))  # fmt: skip
    for quota in staff.QUOTAS:
        assert isinstance(quota, staff.Quota)
        orders.append(ops.SetQuota(unit=quota.unit, staff=STAFF, number=quota.number))
    return [*orders, ops.Appoint(person=LAN, post=CHAIR), ops.Appoint(person=HUNG, post=DEPUTY)]


def home(of: PersonId) -> UnitId | None:
    """Tell which unit keeps the file of somebody."""
    return Person.objects.values_list("home", flat=True).get(pk=of)


def appoint(who: PersonId, post: UnitId, *, on: date, **facts: object) -> Signed:
    """Sign an appointment."""
    return signed(ops.Appoint(person=who, post=post, **facts), on=on)  # type: ignore[arg-type]
