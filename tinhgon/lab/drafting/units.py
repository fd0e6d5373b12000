"""The part of a plan that merges units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tinhgon.core import operations as ops
from tinhgon.lab.drafting.bodies import Turned
from tinhgon.lab.drafting.values import Body


def merging(bodies: Sequence[Body]) -> tuple[ops.Operation, ...]:
    """Merge the members of each body; their posts and the units under them follow. A merger puts what is born
    into one line: the others that all members stood in follow.
    """
    merged = (_merge(body, f"Khoản {number}") for number, body in enumerate(bodies, start=1))
    moved = (ops.Move(unit=body.id, to=to, line=line) for body in bodies for line, to in body.also)
    return (*merged, *moved)


def _merge(body: Body, clause: str) -> ops.Merge:
    return ops.Merge(
        clause=clause,
        members=tuple(ops.Member(unit=unit) for unit in body.members),
        into=ops.NewUnit(
            id=body.id, name=body.name, kind=body.kind, parent=body.parent, line=body.line,
            area_km2=body.area_km2, population=body.population,
        ),
    )  # fmt: skip


def turning(turned: Iterable[Turned]) -> Iterator[ops.Operation]:
    """Change the kind and the name of units that stay by themselves."""
    for one in turned:
        if one.kind != one.was.kind:
            yield ops.ChangeKind(unit=one.unit, kind=one.kind)
        if one.name != one.was.name:
            yield ops.Rename(unit=one.unit, name=one.name)
