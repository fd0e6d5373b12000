"""A whole is as far as the weights of its parts say."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import transaction

from tinhgon.access.tests.ground import unit
from tinhgon.directives.models import Obligation
from tinhgon.directives.queries.progress import progress_of
from tinhgon.directives.refusals import CONSTRAINTS, PartOfItself
from tinhgon.directives.tests.ground import DAY, directive, obligation
from tinhgon.temporal.naming import naming

pytestmark = pytest.mark.django_db


def test_parts_count_by_weight_to_any_depth_and_those_given_up_do_not() -> None:
    here = unit()
    of = directive(here)
    whole = obligation(of, here)
    half = obligation(of, here, parent=whole, weight=2)
    obligation(of, here, parent=whole, weight=1, state="done", done_on=DAY)
    obligation(of, here, parent=whole, weight=1)
    obligation(of, here, parent=whole, weight=9, state="cancelled")
    obligation(of, here, parent=half, weight=3, state="done", done_on=DAY)
    obligation(of, here, parent=half, weight=1, state="reported", done_on=DAY)
    assert progress_of([whole.pk, half.pk]) == {whole.pk: Decimal("0.625"), half.pk: Decimal("0.75")}


def test_a_whole_whose_parts_are_confirmed_is_all_there_and_still_open() -> None:
    here = unit()
    of = directive(here)
    whole = obligation(of, here)
    obligation(of, here, parent=whole, state="done", done_on=DAY)
    assert progress_of([whole.pk]) == {whole.pk: 1}
    assert whole.state == "open"


def test_what_has_no_parts_is_not_begun_or_done() -> None:
    here = unit()
    of = directive(here)
    open_, closed = obligation(of, here), obligation(of, here, state="done", done_on=DAY)
    assert progress_of([open_.pk, closed.pk]) == {open_.pk: 0, closed.pk: 1}
    assert progress_of([]) == {}


def test_nothing_is_a_part_of_itself_however_deep() -> None:
    here = unit()
    of = directive(here)
    whole = obligation(of, here)
    part = obligation(of, here, parent=whole)
    deep = obligation(of, here, parent=part)
    with pytest.raises(PartOfItself), naming(CONSTRAINTS), transaction.atomic():
        Obligation.objects.filter(pk=whole.pk).update(parent=deep)
