"""Months between many days at once, counted as time limits count them."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Days: TypeAlias = NDArray[np.datetime64]
Counts: TypeAlias = NDArray[np.int64]

FAR = np.datetime64("9999-01-01", "D")


def as_days(days: list[date | None]) -> Days:
    """Give days as an array; NaT where one is unknown."""
    return np.array([np.datetime64("NaT") if day is None else day for day in days], dtype="datetime64[D]")


def full_months(since: Any, until: Any) -> Counts:
    """Count the months complete from one day to another; the end of a short month completes one.

    :param since: days, or one of them; `until` likewise. NaT counts as the least number there is.
    """
    since, until = np.asarray(since, "datetime64[D]"), np.asarray(until, "datetime64[D]")
    first, last = since.astype("datetime64[M]"), until.astype("datetime64[M]")
    months = (last - first).astype(np.int64)
    length = ((last + 1).astype("datetime64[D]") - last.astype("datetime64[D]")).astype(np.int64)
    wanted = np.minimum((since - first.astype("datetime64[D]")).astype(np.int64), length - 1)
    unknown = np.isnat(since) | np.isnat(until)
    early = (until - last.astype("datetime64[D]")).astype(np.int64) < wanted
    return np.where(unknown, np.iinfo(np.int64).min, months - early)


def months_after(day: date, months: int) -> date:
    """Give the day some months later, or the last day of a shorter month."""
    month = np.datetime64(day, "M") + months
    length = int(((month + 1).astype("datetime64[D]") - month.astype("datetime64[D]")).astype(int))
    whole: date = (month.astype("datetime64[D]") + min(day.day, length) - 1).item()
    return whole
