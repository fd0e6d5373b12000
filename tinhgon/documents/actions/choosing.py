"""What a person makes of findings, kept as it comes: nothing of it is in the register yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils import timezone

from tinhgon.core.reach import Reach
from tinhgon.documents.actions.tray import hold
from tinhgon.documents.findings import ACCEPTED, OPEN, Findings, Wanted, findings_of
from tinhgon.documents.findings.tasks import by_hand
from tinhgon.documents.findings.whole import with_whole_words
from tinhgon.documents.models import Intake
from tinhgon.documents.queries.bodies import Bodies
from tinhgon.documents.refusals import CONSTRAINTS, NoSuchFinding, TaskWithoutBearer, TaskWithoutMatter
from tinhgon.temporal.naming import whole

Choices = dict[str, Any]
SHOWN = 60


def save_head(pk: UUID, values: Mapping[str, Any], *, reach: Reach) -> Intake:
    """Keep the head as it was typed.

    :raises NoSuchIntake, MayNotTakeIn, IntakeSettled: it cannot be changed.
    """
    with whole(CONSTRAINTS):
        held = hold(pk, reach)
        return _keep(held, {**held.choices, "head": {**held.choices.get("head", {}), **values}})


def choose(
    pk: UUID, code: str, *, state: str, values: Mapping[str, Any] | None = None, reach: Reach
) -> Intake:
    """Accept, mend, drop or open again one finding; `values` are the fields that were mended.

    :raises NoSuchFinding: the file has none of this code.
    :raises TaskWithoutBearer: a task is accepted that nobody bears.
    :raises NoSuchIntake, MayNotTakeIn, IntakeSettled: it cannot be changed.
    """
    with whole(CONSTRAINTS):
        held = hold(pk, reach)
        if current(held).one(code) is None:
            raise NoSuchFinding
        made = {**held.choices.get(code, {}), **(values or {}), "state": state}
        choices = {**held.choices, code: made}
        wanted = current(held, choices).one(code)
        if isinstance(wanted, Wanted) and state == ACCEPTED:
            choices[code] = {**made, **_borne(wanted, Bodies(held.keeper_id, on=timezone.localdate()))}
        return _keep(held, choices)


def accept_all(pk: UUID, *, reach: Reach) -> Intake:
    """Accept all that nobody has looked at; tasks of which it is not clear who bears them stay open.

    :raises NoSuchIntake, MayNotTakeIn, IntakeSettled: it cannot be changed.
    """
    with whole(CONSTRAINTS):
        held = hold(pk, reach)
        bodies, choices = Bodies(held.keeper_id, on=timezone.localdate()), dict(held.choices)
        for one in current(held).all:
            if one.state != OPEN:
                continue
            borne = _bearers(one, bodies) if isinstance(one, Wanted) else {}
            if not isinstance(one, Wanted) or borne["bearers"]:
                choices[one.code] = {**choices.get(one.code, {}), **borne, "state": ACCEPTED}
        return _keep(held, choices)


def add_task(pk: UUID, values: Mapping[str, Any], *, reach: Reach) -> tuple[Intake, str]:
    """Add a task that the reader did not find; give its code.

    :raises TaskWithoutMatter: it says nothing.
    :raises NoSuchIntake, MayNotTakeIn, IntakeSettled: it cannot be changed.
    """
    if not str(values.get("matter", "")).strip():
        raise TaskWithoutMatter
    with whole(CONSTRAINTS):
        held = hold(pk, reach)
        code = f"h{max((int(one[1:]) for one in by_hand(held.choices)), default=0) + 1}"
        return _keep(held, {**held.choices, code: {**values, "state": OPEN}}), code


def current(held: Intake, choices: Mapping[str, Any] | None = None) -> Findings:
    """Give the findings of a file with what was chosen so far, or with other choices."""
    chosen = held.choices if choices is None else choices
    reading, arrived_on = with_whole_words(held.reading, held.text), timezone.localdate(held.added_at)
    return findings_of(reading, chosen, arrived_on=arrived_on)


def _borne(wanted: Wanted, bodies: Bodies) -> Choices:
    """Keep who bears a task as it was shown when it was accepted."""
    found = _bearers(wanted, bodies)
    if not bodies.units(found["bearers"]):
        raise TaskWithoutBearer(matter=wanted.matter[:SHOWN])
    return found


def _bearers(wanted: Wanted, bodies: Bodies) -> Choices:
    bearers = bodies.usual(wanted.who) if wanted.bearers is None else wanted.bearers
    helpers = bodies.usual(wanted.cooperating) if wanted.cooperators is None else wanted.cooperators
    return {"bearers": list(bearers), "cooperators": list(helpers)}


def _keep(held: Intake, choices: Choices) -> Intake:
    held.choices, held.revision = choices, held.revision + 1
    held.save(update_fields=["choices", "revision"])
    return held
