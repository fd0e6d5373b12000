"""Days that a deadline counts from a paper's own days."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tinhgon.documents.findings.dues import due_of

ISSUED, LAST = date(2026, 3, 5), date(9999, 12, 31)
WITHIN = {"kind": "within", "amount": 10, "measure": "day", "since": "kể từ ngày ký"}


def test_days_within_are_counted_from_the_day_of_issue() -> None:
    assert due_of(WITHIN, issued=ISSUED, arrived=ISSUED) == date(2026, 3, 15)


@pytest.mark.parametrize(
    "row",
    [WITHIN, WITHIN | {"measure": "month"}, WITHIN | {"measure": "working_day"}, WITHIN | {"amount": 10**12},
     {"kind": "every", "every": "week"}, {"kind": "every", "every": "month", "day": 5}],
)  # fmt: skip
def test_a_day_after_the_last_of_the_calendar_is_not_told(row: dict[str, Any]) -> None:
    assert due_of(row, issued=LAST, arrived=LAST) is None
