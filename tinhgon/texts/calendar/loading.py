"""Reads the calendar: the country's days, and the years that an office writes itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from tinhgon.core.days import SATURDAY
from tinhgon.texts.calendar.days import Calendar
from tinhgon.texts.calendar.refusals import HolidaysUnreadable

COUNTRY = Path(__file__).with_name("holidays.yaml")


class Year(BaseModel):
    """The days of a year: off, with the reason; worked although at a weekend."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    provisional: bool = False
    days_off: dict[date, str]  # YAML reads a bare “off” as no
    days_worked: tuple[date, ...] = ()


class Years(BaseModel):
    """A file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    years: dict[int, Year]


def load(*own: Path) -> Calendar:
    """Read the country's days; a year that a file of one's own names takes the place of the year before it.

    :raises HolidaysUnreadable: names the file and each fault in it.
    """
    years = dict[int, Year]()
    for file in (COUNTRY, *own):
        years |= _read(file).years
    return Calendar(
        off={
            day: name
            for one in years.values()
            for day, name in one.days_off.items()
            if day.weekday() < SATURDAY
        },
        working=frozenset(day for one in years.values() for day in one.days_worked),
        years=frozenset(years),
        provisional=frozenset(year for year, one in years.items() if one.provisional),
    )


def _read(file: Path) -> Years:
    try:
        found = Years.model_validate(yaml.safe_load(file.read_text(encoding="utf-8")))
    except ValidationError as fault:
        told = [f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in fault.errors()]
        raise HolidaysUnreadable(file=file, faults=told) from None
    except (OSError, ValueError, yaml.YAMLError) as fault:
        raise HolidaysUnreadable(file=file, faults=[" ".join(str(fault).split())]) from None
    if faults := list(_misplaced(found)):
        raise HolidaysUnreadable(file=file, faults=faults)
    return found


def _misplaced(found: Years) -> Iterator[str]:
    """Tell the days that stand under another year, and exchanged days that are no weekend."""
    for year, one in found.years.items():
        yield from (f"{year}: {day}" for day in (*one.days_off, *one.days_worked) if day.year != year)
        yield from (f"{year}.days_worked: {day}" for day in one.days_worked if day.weekday() < SATURDAY)
