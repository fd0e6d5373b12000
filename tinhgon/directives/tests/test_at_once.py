"""Two who act on one cascade at the same moment leave it whole."""

from __future__ import annotations

from functools import partial
from uuid import UUID

import pytest
from django.db import connection

from tinhgon.core.errors import Refused
from tinhgon.core.reach import EVERYTHING
from tinhgon.core.tests.world import CITY
from tinhgon.directives.actions.dividing import Share, divide
from tinhgon.directives.actions.holding import Hand
from tinhgon.directives.actions.moving import cancel
from tinhgon.directives.models import Obligation
from tinhgon.directives.tests.ground import DAY, directive, obligation
from tinhgon.documents.tests.ground import HEALTH, make_town
from tinhgon.register.tests.factories import at_once

ANYBODY = Hand(by=None, reach=EVERYTHING, on=DAY)


def hand_on(part: UUID) -> object:
    return divide(part, ANYBODY, shares=[Share(unit=HEALTH)])


def give_up(whole: UUID) -> object:
    return cancel(whole, ANYBODY, reason="Thôi")


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_what_is_handed_on_while_its_whole_is_given_up_is_given_up_too() -> None:
    make_town()
    of = directive(CITY)
    for _ in range(4):
        whole = obligation(of, CITY)
        part = obligation(of, CITY, parent=whole)
        answers = at_once(partial(hand_on, part.pk), partial(give_up, whole.pk))
        assert isinstance(answers[0], list | Refused), answers
        assert not isinstance(answers[1], Refused)
    assert not Obligation.objects.exclude(state="cancelled").exists()
    connection.close()
