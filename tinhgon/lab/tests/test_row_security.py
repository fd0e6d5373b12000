"""Where a plan puts somebody shows as much as the person does, to pages and to whoever writes beside them."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from tinhgon.access.models import User
from tinhgon.access.tests.ground import acting, granted, person, unit, user
from tinhgon.lab.actions.scenarios import discard
from tinhgon.lab.models import Placing, PlannedPost, Scenario, Succeeding
from tinhgon.register.models import Person, Post, PostTitle, StaffKind


@pytest.fixture
def here(db: None) -> UUID:
    return unit()


@pytest.fixture
def hidden(here: UUID) -> Person:
    return person(unit(), "Hoàng Thị Chim Yến")


@pytest.fixture
def plan(here: UUID, hidden: Person) -> Scenario:
    """A scenario that places somebody within a clerk's reach, and somebody without."""
    made = Scenario.objects.create(
        name="Thử", kinds=["commune"], effective_on="2025-07-01", known=timezone.now()
    )
    for one in (person(here, "Nguyễn Văn A"), hidden):
        Placing.objects.create(scenario=made, person=one)
    return made


@pytest.fixture
def clerk(here: UUID) -> User:
    made = user()
    granted(made, "clerk", at=here, field_class=2)
    return made


def names() -> list[str]:
    return list(Placing.objects.values_list("person__name", flat=True))


def test_a_clerk_reads_the_placings_of_those_within_reach_alone(plan: Scenario, clerk: User) -> None:
    with acting(clerk.pk):
        assert names() == ["Nguyễn Văn A"]
        assert plan.placings.count() == 1


def test_nobody_reads_none(plan: Scenario) -> None:
    with acting(None):
        assert names() == []


def test_who_reads_everywhere_reads_all(plan: Scenario) -> None:
    reader = user()
    granted(reader, "reader")
    with acting(reader.pk):
        assert len(names()) == 2


def test_nobody_is_placed_by_whoever_may_not_see_the_person(
    plan: Scenario, clerk: User, hidden: Person
) -> None:
    other = Scenario.objects.create(
        name="Khác", kinds=["commune"], effective_on="2025-07-01", known=timezone.now()
    )
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic(), acting(clerk.pk):
        Placing.objects.create(scenario=other, person_id=hidden.pk)


def test_what_is_hidden_is_not_changed_either(plan: Scenario, clerk: User, hidden: Person) -> None:
    with acting(clerk.pk):
        assert Placing.objects.update(pinned=True) == 1
        assert Placing.objects.filter(person_id=hidden.pk).delete()[0] == 0
    assert not Placing.objects.get(person=hidden).pinned


def test_a_scenario_goes_with_what_it_says_of_people_out_of_sight(
    plan: Scenario, here: UUID, hidden: Person
) -> None:
    drafter = user()
    granted(drafter, "clerk", at=here)
    Scenario.objects.filter(pk=plan.pk).update(root=here)
    title, staff = PostTitle.objects.all()[0], StaffKind.objects.all()[0]
    post = PlannedPost.objects.create(scenario=plan, member=here, title=title, staff=staff, rank="head")
    Placing.objects.filter(person=hidden).update(post=post)
    Succeeding.objects.create(
        scenario=plan, post=Post.objects.create(), vacant_on="2026-01-01", because="empty", person=hidden
    )
    with acting(drafter.pk) as reach:
        discard(scenario=Scenario.objects.get(pk=plan.pk), reach=reach)
    assert not Scenario.objects.exists()
    assert not Placing.objects.exists()
    assert not Succeeding.objects.exists()
