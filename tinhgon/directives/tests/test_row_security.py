"""Who bears, gives or helps sees an obligation; whoever else does not, whatever he asks the database."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from tinhgon.access.models import User
from tinhgon.access.tests.ground import acting, granted, person, unit, user
from tinhgon.directives.models import Act, Cooperator, Evidence, Obligation
from tinhgon.directives.queries.sight import visible
from tinhgon.directives.tests.ground import directive, obligation
from tinhgon.documents.models import Document

pytestmark = pytest.mark.django_db


def clerk(at: UUID | None) -> User:
    made = user()
    granted(made, "clerk", at=at)
    return made


@pytest.fixture
def units() -> tuple[UUID, UUID, UUID, UUID]:
    return unit(), unit(), unit(), unit()


@pytest.fixture
def given(units: tuple[UUID, UUID, UUID, UUID]) -> Obligation:
    """Given by the first, borne by the second, helped with by the third; no matter of the fourth."""
    giver, bearer, helper, _ = units
    made = obligation(directive(giver), bearer)
    made.cooperators.create(unit_id=helper)
    Act.objects.create(obligation=made, kind="assigned")
    Evidence.objects.create(obligation=made, note="Biên bản")
    return made


def everything() -> list[int]:
    """Count what the database shows of each table."""
    tables: tuple[Any, ...] = (Obligation, Cooperator, Act, Evidence, Document)
    return [model.objects.count() for model in tables]


def test_who_gives_bears_or_helps_sees_it_with_all_that_belongs_to_it(
    given: Obligation, units: tuple[UUID, UUID, UUID, UUID]
) -> None:
    for one in (*units[:3], None):
        with acting(clerk(one).pk) as reach:
            assert everything() == [1, 1, 1, 1, 1]
            assert visible(reach).get() == given


def test_others_see_nothing_of_it(given: Obligation, units: tuple[UUID, UUID, UUID, UUID]) -> None:
    for one in (clerk(units[3]).pk, user().pk, None):  # another unit, no grant at all, nobody
        with acting(one) as reach:
            assert everything() == [0, 0, 0, 0, 0]
            assert not visible(reach).exists()


def test_who_is_named_sees_it_without_any_grant(given: Obligation) -> None:
    who = person(unit())
    Obligation.objects.update(person=who)
    own = user()
    own.person = who
    own.save()
    with acting(own.pk) as reach:
        assert everything() == [1, 1, 1, 1, 1]
        assert visible(reach).get() == given


def test_the_name_is_hidden_from_who_may_not_see_the_person(
    given: Obligation, units: tuple[UUID, UUID, UUID, UUID]
) -> None:
    Obligation.objects.update(person=person(units[1], "Trần Thị B"))
    with acting(clerk(units[0]).pk):
        assert Obligation.objects.select_related("person").get().person is None
    with acting(clerk(units[1]).pk):
        assert str(Obligation.objects.select_related("person").get().person) == "Trần Thị B"


def test_nobody_puts_an_obligation_between_units_out_of_his_reach(
    given: Obligation, units: tuple[UUID, UUID, UUID, UUID]
) -> None:
    of = given.directive
    with (
        pytest.raises(DatabaseError, match="row-level security"),
        transaction.atomic(),
        acting(clerk(units[3]).pk),
    ):
        obligation(of, units[1])


def test_what_is_hidden_is_neither_changed_nor_given_up(
    given: Obligation, units: tuple[UUID, UUID, UUID, UUID]
) -> None:
    part = obligation(given.directive, units[1], parent=given, assigner_id=units[1])
    for one in units[1:]:
        with acting(clerk(one).pk), connection.cursor() as cursor:
            cursor.execute("SELECT directives_give_up_parts(%s, 'x', NULL)", [given.pk])
    with acting(clerk(units[3]).pk):
        assert Obligation.objects.update(matter="khác") == 0
    part.refresh_from_db()
    assert (part.state, part.matter) == ("open", "Báo cáo tiến độ")
