"""How far a whole is: by the weights of its parts, to any depth."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID

from django.db import connection

from tinhgon.directives import statuses
from tinhgon.register.queries.trees import listed

# Within what the reader may see: row security binds this statement, too.
BELOW = """
WITH RECURSIVE below AS (
    SELECT id, parent_id, weight, state FROM directives_obligation WHERE id = ANY(%(wholes)s::uuid[])
    UNION
    SELECT p.id, p.parent_id, p.weight, p.state
    FROM below JOIN directives_obligation p ON p.parent_id = below.id
)
SELECT id, parent_id, weight, state FROM below
"""
WHOLE = Decimal(1)


@dataclass(slots=True)
class Node:
    """An obligation with its parts."""

    weight: Decimal
    state: str
    parts: list[Node] = field(default_factory=list)

    @property
    def progress(self) -> Decimal:
        """From 0 to 1: done is all; else what of its parts is done, those given up left out."""
        if self.state == statuses.DONE:
            return WHOLE
        parts = [one for one in self.parts if one.state != statuses.CANCELLED]
        weights = sum((one.weight for one in parts), Decimal(0))
        if not weights:
            return Decimal(0)
        return sum((one.weight * one.progress for one in parts), Decimal(0)) / weights


def progress_of(wholes: Iterable[UUID]) -> dict[UUID, Decimal]:
    """Give how far obligations are, from 0 to 1: one statement.

    A whole whose parts are all confirmed is at 1, and still to be confirmed by a person.
    """
    wanted = set(wholes)
    if not wanted:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(BELOW, {"wholes": listed(wanted)})
        rows = cursor.fetchall()
    nodes = {key: Node(weight, state) for key, _, weight, state in rows}
    for key, parent, *_ in rows:
        if parent in nodes:
            nodes[parent].parts.append(nodes[key])
    return {key: nodes[key].progress for key in wanted if key in nodes}
