"""The matrix of access, whole: role × class granted × reach × action × class of field × where.

What is expected is worked out here from the words of a grant; the core, the database's function and row
security must each say the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from uuid import UUID

import pytest
from django.db import connection
from django.test import TestCase

from tinhgon.access.models import User
from tinhgon.access.queries import reach_of
from tinhgon.access.tests.ground import TODAY, acting, granted, person, seen, stand, unit, user
from tinhgon.core.reach import ACTIONS, CLASSES, INTERNAL, READ, ROLES, Reach, Standing
from tinhgon.register.queries import people

WIDTHS = ("everywhere", "subtree", "unit")
PLACES = ("unit", "below", "deep", "beside", "nowhere")
# Where each width reaches, said once more by hand.
WITHIN = {"everywhere": set(PLACES), "subtree": {"unit", "below", "deep"}, "unit": {"unit"}}
# What each role does, said once more by hand: a role that is widened in the core fails here.
DOES = {
    "reader": {"read"}, "clerk": {"read", "edit", "export"},
    "signer": {"read", "edit", "sign", "export", "erase"}, "auditor": {"audit"}, "keeper": {"grant"},
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    role: str
    granted: int
    width: str

    def allows(self, action: str, asked: int, place: str) -> bool:
        return action in DOES[self.role] and asked <= self.granted and place in WITHIN[self.width]


CASES = [Case(*case) for case in product(ROLES, CLASSES, WIDTHS)]


class TestMatrix(TestCase):
    """Every cell, in one database."""

    @classmethod
    def setUpTestData(cls) -> None:
        cls.homes: dict[str, UUID | None] = {place: unit() for place in PLACES[:-1]} | {"nowhere": None}
        days = (TODAY.toordinal() - 1000, TODAY.toordinal() + 1000)
        stand(
            Standing(cls.homes[below], cls.homes[above], "government", *days)  # type: ignore[arg-type]
            for below, above in (("below", "unit"), ("deep", "below"))
        )
        cls.people = {place: person(home).pk for place, home in cls.homes.items()}
        cls.users = {case: cls._user(case) for case in CASES}

    @classmethod
    def _user(cls, case: Case) -> User:
        made = user()
        at = None if case.width == "everywhere" else cls.homes["unit"]
        granted(made, case.role, at=at, subtree=case.width == "subtree", field_class=case.granted)
        return made

    def _cells(self) -> Iterator[tuple[Case, Reach, str, int, str]]:
        for case, who in self.users.items():
            reach = reach_of(who.pk, on=TODAY)
            for action, asked, place in product(ACTIONS, CLASSES, PLACES):
                yield case, reach, action, asked, place

    def test_the_core_over_the_databases_reach(self) -> None:
        count = 0
        for case, reach, action, asked, place in self._cells():
            count += 1
            said = reach.may(action, self.homes[place], asked)
            assert said == case.allows(action, asked, place), (case, action, asked, place)
        assert count == len(ROLES) * len(CLASSES) * len(WIDTHS) * len(ACTIONS) * len(CLASSES) * len(PLACES)

    def test_lists_of_units_agree_with_single_answers(self) -> None:
        for case, reach, action, asked, _ in self._cells():
            units = reach.units(asked, action=action)
            for place, home in self.homes.items():
                reached = units is None or (home is not None and home in units)
                assert reached == case.allows(action, asked, place), (case, action, asked, place)

    def test_row_security_shows_exactly_the_people_within_reach(self) -> None:
        for case, who in self.users.items():
            wanted = {self.people[place] for place in PLACES if case.allows(READ, INTERNAL, place)}
            assert seen(who.pk) == wanted, case

    def test_the_query_of_lists_says_the_same_as_row_security(self) -> None:
        for case, who in self.users.items():
            with acting(who.pk) as reach:
                found = set(people.visible(reach).values_list("pk", flat=True))
            assert found == {self.people[place] for place in PLACES if case.allows(READ, INTERNAL, place)}
            for asked in CLASSES[INTERNAL:]:
                found = set(people.visible(reach, asked).values_list("pk", flat=True))
                assert found == {self.people[place] for place in PLACES if case.allows(READ, asked, place)}

    def test_writing_is_bound_to_the_same_people(self) -> None:
        for case, who in self.users.items():
            with acting(who.pk), connection.cursor() as cursor:
                cursor.execute("UPDATE register_person SET revision = revision")
                touched = cursor.rowcount
            assert touched == sum(case.allows(READ, INTERNAL, place) for place in PLACES), case


@pytest.mark.django_db
def test_several_grants_add_up_and_never_mix() -> None:
    here, there, who = unit(), unit(), user()
    granted(who, "reader", at=here, field_class=3)
    granted(who, "clerk", at=there, field_class=1)
    reach = reach_of(who.pk, on=TODAY)

    assert reach.may("read", here, 3)
    assert reach.may("edit", there, 1)
    assert not reach.may("edit", here, 1)
    assert not reach.may("read", there, 2)


@pytest.mark.django_db
def test_ones_own_file_is_seen_and_not_written() -> None:
    own, other = person(unit()), person(unit())
    who = user()
    User.objects.filter(pk=who.pk).update(person=own)

    assert seen(who.pk) == {own.pk}
    assert other.pk not in seen(who.pk)
