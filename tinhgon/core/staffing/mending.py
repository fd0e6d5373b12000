"""How operations change a grade, or correct what the register said of an appointment."""

from __future__ import annotations

from dataclasses import replace

from tinhgon.core import operations as ops
from tinhgon.core import refusals
from tinhgon.core.draft import Draft
from tinhgon.core.periods import Period
from tinhgon.core.rows import (
    Grading,
)
from tinhgon.core.staffing.asking import assert_known, assert_person


def change_grade(operation: ops.ChangeGrade, draft: Draft) -> None:
    """Put a person into a grade and a step of salary."""
    assert_person(operation.person, draft)
    assert_known(draft, grade=operation.grade)
    stated = {"grade": operation.grade, "step": operation.step, "coefficient": operation.coefficient}
    grades = draft.life(operation.person).grades
    current = next((row for row in grades if draft.on in row.valid), None)
    if current and all(getattr(current, name) == value for name, value in stated.items()):
        raise draft.refusal(refusals.NothingChanges, operation.person)
    draft.follow(
        Grading(person=operation.person, valid=Period(draft.on), decision=draft.decision, **stated),  # type: ignore[arg-type]
        grades,
    )


def correct_appointment(operation: ops.CorrectAppointment, draft: Draft) -> None:
    """Put the days over which a person held a post, or take back that it ever was so."""
    rows = draft.life(operation.person).appointments
    wrong = next((
        row for row in rows if row.post == operation.post and row.valid.since == operation.recorded_since
    ), None)  # fmt: skip
    if wrong is None:
        raise draft.refusal(refusals.NoSuchAppointment, operation.person, post=draft.label(operation.post),
                            day=operation.recorded_since)  # fmt: skip
    draft.drop(wrong)
    if operation.since is None:
        return
    if operation.until is not None and operation.until <= operation.since:
        raise draft.refusal(refusals.EndsBeforeItBegins, operation.person, day=operation.since,
                            until=operation.until)  # fmt: skip
    draft.put(replace(wrong, valid=Period(operation.since, operation.until), decision=draft.decision))
