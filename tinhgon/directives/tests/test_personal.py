"""Whose name an obligation bears is told to that one, and is gone with the file."""

from __future__ import annotations

import pytest

from tinhgon.access.tests.ground import person, unit
from tinhgon.core.reach import Reach
from tinhgon.directives.models import Obligation
from tinhgon.directives.tests.ground import directive, obligation
from tinhgon.people.actions.wiping import wipe
from tinhgon.people.queries.subject import held_about

pytestmark = pytest.mark.django_db


def test_oneself_is_told_what_one_has_to_do() -> None:
    here = unit()
    who = person(here)
    obligation(directive(here), here, person=who, matter="Rà soát hồ sơ")
    held = held_about(who, Reach(person=who.pk))
    assert [one["matter"] for one in held["obligations"]] == ["Rà soát hồ sơ"]


def test_after_erasure_the_unit_still_has_to_do_it() -> None:
    here = unit()
    who = person(here)
    obligation(directive(here), here, person=who)
    wipe(who)
    assert Obligation.objects.get().person is None
