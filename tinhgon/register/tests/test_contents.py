"""How much a decision changed, counted in the database."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tinhgon.access.models import User
from tinhgon.register.models import Decision
from tinhgon.register.queries.contents import Tally, changed_units, ordered

pytestmark = pytest.mark.django_db


def test_the_resolution_of_2025_is_counted(demo: Mapping[str, User], db: None) -> None:
    """95 wards and communes begin; 255 old ones and 28 districts end; 8 only move and get new figures."""
    resolution = Decision.objects.get(number="1668/NQ-UBTVQH15")

    tally, units = changed_units(resolution.pk, first=0, count=50)

    assert tally == Tally(
        units=95 + 255 + 28 + 8, began=95, ended=255 + 28, links=258, links_taken_back=0,
        origins=255, results=95, estimated=6,
    )  # fmt: skip
    assert len(units) == 50


def test_a_page_of_its_operations_is_cut_out(demo: Mapping[str, User], db: None) -> None:
    resolution = Decision.objects.get(number="1668/NQ-UBTVQH15")

    page = ordered(resolution.pk, first=100, count=100)

    assert (page.total, len(page.operations)) == (139, 39)
