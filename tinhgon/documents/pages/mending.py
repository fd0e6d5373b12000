"""The form of one finding: its fields, and who is ticked as bearing or helping."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tinhgon.documents.findings import Cited, Named, Wanted
from tinhgon.documents.forms.findings import CitationForm, TaskForm
from tinhgon.documents.models import Intake
from tinhgon.documents.pages.cards import Unit, unit
from tinhgon.documents.pages.confirming import bodies_of
from tinhgon.documents.queries.bodies import Bodies


@dataclass(frozen=True, slots=True)
class Box:
    """A unit to be ticked."""

    unit: Unit
    ticked: bool


def mending(
    intake: Intake, one: Cited | Wanted, form: TaskForm | CitationForm | None = None
) -> dict[str, Any]:  # fmt: skip
    """Gather the form of a finding; `form` is one that came back with faults."""
    context = {"intake": intake, "one": one, "is_open": True}
    if isinstance(one, Cited):
        return {**context, "form": form or CitationForm.showing(one)}
    bodies = bodies_of(intake)
    return {
        **context, "form": form or TaskForm.showing(one),
        "bearers": boxes(one.who, one.bearers, bodies),
        "cooperators": boxes(one.cooperating, one.cooperators, bodies),
    }  # fmt: skip


def boxes(named: Iterable[Named], chosen: tuple[str, ...] | None, bodies: Bodies) -> list[Box]:
    """Give all whom the text may mean and all who were chosen, the chosen ticked."""
    named = list(named)
    ticked = bodies.usual(named) if chosen is None else chosen
    possible = [*ticked]
    for one in named:
        possible += [bodies.token(one)] if bodies.token(one) else []
        possible += [str(known.unit) for known in bodies.candidates(one)] if not one.group else []
    return [Box(unit(token, bodies), token in ticked) for token in dict.fromkeys(possible)]
