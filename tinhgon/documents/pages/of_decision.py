"""What the paper of a signed decision of the register begins with: its title, its operations, its day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from tinhgon.access.middleware import ReachRequest
from tinhgon.core import operations as ops
from tinhgon.register.models import Decision
from tinhgon.register.pages.wording import new_names, units_in
from tinhgon.register.queries.units import names

KIND = "register_decision"
Row = dict[str, Any]
Named = dict[UUID, str]


def signed_decision(wanted: str) -> Decision | None:
    """Give the signed decision of an address; None where there is none."""
    try:
        pk = UUID(wanted)
    except ValueError:
        return None
    return Decision.objects.filter(pk=pk, state=Decision.State.SIGNED).first()


def data_of_decision(decision: Decision, request: ReachRequest) -> dict[str, Any]:
    """Give title, day and operations; units are called as on the eve, new ones as the decision does."""
    raw: list[dict[str, Any]] = decision.operations
    eve = decision.effective_on - timedelta(days=1)
    called = names(set(units_in(raw)), on=eve, as_of=request.as_of) | dict(new_names(raw))
    return {
        "abstract": decision.title,
        "effective": decision.effective_on.isoformat(),
        "operations": list(rows_of(ops.read(raw), called)),
    }


def rows_of(ordered: Sequence[ops.Operation], called: Named) -> Iterator[Row]:
    """Word the operations on units, in order; what a decision orders of posts and people has other papers."""
    for one in ordered:
        if row := _row(one, called):
            yield {name: value for name, value in row.items() if value}


def _row(one: ops.Operation, called: Named) -> Row | None:
    def name(unit: UUID | None) -> str:
        return called.get(unit, "") if unit else ""

    match one:
        case ops.Establish(unit=new):
            return _said("establish", [new.name], under=name(new.parent))
        case ops.Rename():
            return _said("rename", [name(one.unit)], [one.name])
        case ops.Move():
            return _said("move", [name(one.unit)], [name(one.to)])
        case ops.Merge():
            members = [_part(member, name(member.unit)) for member in one.members]
            return _said("merge", members, [one.into.name], name(one.into.parent))
        case ops.Absorb():
            return _said("absorb", [_part(member, name(member.unit)) for member in one.members],
                         [name(one.into)])  # fmt: skip
        case ops.Split():
            return _said("split", [name(one.unit)], [_into(part, called) for part in one.parts])
        case ops.Dissolve():
            return _said("dissolve", [name(one.unit)])
        case ops.Restore():
            return _said("restore", [name(one.unit)], under=name(one.parent))
    return None


def _said(do: str, units: list[str], into: Sequence[str] = (), under: str = "") -> Row:
    return {"do": do, "units": units, "into": [one for one in into if one], "under": under}


def _part(member: ops.Member, name: str) -> str:
    return name if member.whole else f"một phần {name}"


def _into(part: ops.Part, called: Named) -> str:
    return part.into.name if isinstance(part.into, ops.NewUnit) else called.get(part.into, "")
