"""From the bytes of a workbook to a plan without faults, or to all faults and no plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import connection

from tinhgon.core.reach import EDIT, INTERNAL, Reach
from tinhgon.exchange.imports import refusals
from tinhgon.exchange.imports.kinds import Kind, form
from tinhgon.exchange.imports.matching.units import Units
from tinhgon.exchange.imports.plan import Plan
from tinhgon.exchange.imports.trial import attempt
from tinhgon.exchange.imports.turning import appointments, people, posts, quotas, units
from tinhgon.exchange.imports.work import Work
from tinhgon.office.sheets.faults import Fault
from tinhgon.office.sheets.reading import Reading, read_list

TURNING: Mapping[str, Callable[[Work], None]] = {
    Kind.UNITS: units.turn, Kind.POSTS: posts.turn, Kind.QUOTAS: quotas.turn,
    Kind.PEOPLE: people.turn, Kind.APPOINTMENTS: appointments.turn,
}  # fmt: skip
DECIMALS = {"coefficient": 2, "share": 2, "area": 4}


@dataclass(frozen=True, slots=True)
class Prepared:
    """A workbook as the register sees it: with faults there is nothing that it would do."""

    kind: str
    reading: Reading
    plan: Plan
    units: Units

    @property
    def faults(self) -> list[Fault]:
        """All faults, in order of rows."""
        return self.reading.faults

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.reading.rows)


def prepare(content: bytes, *, kind: str, on: date, reach: Reach) -> Prepared:
    """Read a workbook and turn its rows; a row without a day of its own holds from `on`.

    :raises WorkbookRefused, NoRows: there is nothing to read.
    :raises NoSuchKind: there is no such kind.
    :raises MayNotImport: the user writes nothing of the kind anywhere.
    """
    asked = form(kind)
    if reach.units(asked.field_class, action=EDIT) == frozenset():
        raise refusals.MayNotImport
    reading = read_list(content, asked.columns, unique=asked.unique)
    _allow_long_work()
    within = reach.units(INTERNAL, action=EDIT)
    known = Units((lambda unit: True) if within is None else within.__contains__, on=on)
    work = Work(reading, on, reach, known, faulty={fault.row for fault in reading.faults})
    if not list(reading.header.faults(asked.columns)):
        _turn(work, kind)
    reading.faults.sort(key=lambda fault: (fault.row, -1 if fault.place is None else fault.place))
    return Prepared(kind, reading, Plan() if reading.faults else work.plan, known)


def _turn(work: Work, kind: str) -> None:
    if not work.reading.rows:
        raise refusals.NoRows
    _refuse_decimals(work)
    _refuse_steps_alone(work)
    for row in work.reading.rows:
        if row.number in work.faulty and row.values.get("unit"):
            work.unit(row)  # told at once with what is wrong in its other cells
    TURNING[kind](work)
    if not work.reading.faults:
        attempt(work)


def _refuse_decimals(work: Work) -> None:
    """Refuse what the register would have to round."""
    for row in work.reading.rows:
        for key, most in DECIMALS.items():
            number = row.values.get(key)
            if number is not None and number != round(number, most):
                work.fault(row, key, refusals.TooFine(most=most))


def _refuse_steps_alone(work: Work) -> None:
    """Refuse a step or a coefficient that belongs to no grade."""
    for row in work.reading.rows:
        values = row.values
        stated = values.get("step") is not None or values.get("coefficient") is not None
        if stated and values.get("grade") is None and row.number not in work.faulty:
            work.fault(row, "grade", refusals.GradeMissing())


def _allow_long_work() -> None:
    """Give time to long statements, and to the thinking between them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SET LOCAL statement_timeout = '5min'; SET LOCAL idle_in_transaction_session_timeout = '5min'"
        )
