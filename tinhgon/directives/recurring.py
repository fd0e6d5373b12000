"""When what comes again is due the next time. Pure."""

from __future__ import annotations

from datetime import date, timedelta

from tinhgon.core.days import months_after

MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def next_due(due: date, every: str) -> date:
    """Give the day after one period; what was due on the last day of a month is due on the last of another.

    >>> next_due(date(2026, 2, 28), "month"), next_due(date(2026, 2, 27), "week")
    (datetime.date(2026, 3, 31), datetime.date(2026, 3, 6))
    """
    if every == "week":
        return due + timedelta(days=7)
    eve = timedelta(days=1)
    if (due + eve).day == 1:
        return months_after(due + eve, MONTHS[every]) - eve
    return months_after(due, MONTHS[every])
