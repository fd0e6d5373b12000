"""Two days compared by what turns between them: as by reading both trees whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import combinations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tinhgon.core.compare import Difference, compare
from tinhgon.register.queries import comparing, decisions, trees
from tinhgon.temporal.asof import AsOf

pytestmark = pytest.mark.django_db

EVE, MERGER = date(2025, 6, 30), date(2025, 7, 1)
BEFORE_THE_CORRECTION = datetime(2025, 9, 1, tzinfo=UTC)


def whole(first: AsOf, second: AsOf) -> tuple[Difference, ...]:
    """Compare the slow and plain way."""
    before, after = ([*map(comparing.standing, trees.whole_tree(day))] for day in (first, second))
    return compare(before, after, comparing.successions_between(first.valid, second))


def days() -> Iterator[date]:
    for day, _ in decisions.change_days(AsOf(MERGER)):
        yield from (day - timedelta(days=1), day)


@pytest.mark.usefixtures("demo")
class TestCantho:
    @pytest.mark.parametrize("known", [None, BEFORE_THE_CORRECTION], ids=["now", "known"])
    def test_what_turns_is_all_that_differs(self, known: datetime | None) -> None:
        pairs = list(combinations(sorted(set(days())), 2))
        for first, second in pairs[::17]:
            a, b = AsOf(first, known), AsOf(second, known)
            assert comparing.differences(a, b) == whole(a, b), (first, second)

    def test_the_merger_as_by_both_whole_trees(self) -> None:
        assert comparing.differences(AsOf(EVE), AsOf(MERGER)) == whole(AsOf(EVE), AsOf(MERGER))

    def test_days_in_the_wrong_order_and_two_moments_are_compared_too(self) -> None:
        assert comparing.differences(AsOf(MERGER), AsOf(EVE)) == whole(AsOf(MERGER), AsOf(EVE))
        then, now = AsOf(MERGER, BEFORE_THE_CORRECTION), AsOf(MERGER)
        found = comparing.differences(then, now)
        assert [one.kind for one in found] == ["figures"]
        assert found == whole(then, now)

    def test_units_that_stay_as_they_are_are_not_read(self) -> None:
        with CaptureQueriesContext(connection) as asked:
            found = comparing.compared(AsOf(date(2024, 10, 31)), AsOf(date(2024, 11, 1)))

        assert len(asked) == 4
        assert len(found.before) < 20
        assert {one.kind for one in found.differences}

    def test_a_correction_is_no_upheaval(self) -> None:
        assert comparing.last_upheaval(AsOf(date(2026, 1, 1))) == MERGER
        assert comparing.last_upheaval(AsOf(EVE)) == date(2024, 11, 1)
        assert comparing.last_upheaval(AsOf(EVE), line="party") is None
