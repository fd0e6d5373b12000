"""The columns of grade, step and coefficient, which rows of people and of appointments both may have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from tinhgon.core import operations as ops
from tinhgon.exchange.imports.work import Work
from tinhgon.office.sheets.reading import Row
from tinhgon.register.models import Grade, Grading


class Grades:
    """The grades of some people over time."""

    def __init__(self, people: Iterable[UUID]) -> None:
        self._rows: dict[UUID, list[Grading]] = defaultdict(list)
        self._words = {one.code: one.name_vi for one in Grade.objects.all()}
        for row in Grading.objects.throughout().filter(person__in=set(people)):
            self._rows[row.person_id].append(row)

    def order(self, work: Work, row: Row, person: UUID, name: str, unit: UUID | None) -> None:
        """Order the grade that a row states, where it is another one; an empty cell says nothing."""
        grade, step, coefficient = (row.values.get(key) for key in ("grade", "step", "coefficient"))
        day = work.day(row)
        if grade is None:
            return
        held = next((one for one in self._rows.get(person, ()) if day in one.valid), None)
        if held and held.grade_id == grade:
            step = held.step if step is None else step
            coefficient = held.coefficient if coefficient is None else coefficient
            if (step, coefficient) == (held.step, held.coefficient):
                return
        operation = ops.ChangeGrade(person=person, grade=grade, step=step, coefficient=coefficient)
        figures = [str(one).replace(".", ",") for one in (step, coefficient) if one is not None]
        said = " · ".join((self._words[grade], *figures))
        work.order(row, operation, name, unit, said)
