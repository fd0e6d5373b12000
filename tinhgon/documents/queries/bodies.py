"""The units that the bodies of a document may mean: those of the keeper's province on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from uuid import UUID

from django.db import connection

from tinhgon.core.names import fold, sort_key
from tinhgon.documents.findings import Named
from tinhgon.documents.queries.meaning import GROUP, Known, meant

# Up from the keeper to its province, or to the top where it stands under none; then all below, in every line.
AROUND = """
WITH RECURSIVE up(unit, depth) AS (
    SELECT %(keeper)s::uuid, 0
    UNION SELECT p.parent_id, up.depth + 1 FROM up JOIN register_placement p
        ON p.unit_id = up.unit AND p.valid @> %(day)s AND p.parent_id IS NOT NULL
    WHERE up.depth < 50
), top AS (
    SELECT up.unit FROM up JOIN register_unitversion v ON v.unit_id = up.unit AND v.valid @> %(day)s
    JOIN register_unitkind k ON k.code = v.kind_id ORDER BY k.level = 1 DESC NULLS LAST, up.depth DESC LIMIT 1
), down(unit) AS (
    SELECT unit FROM top
    UNION SELECT p.unit_id FROM down
    JOIN register_placement p ON p.parent_id = down.unit AND p.valid @> %(day)s
)
SELECT v.unit_id, v.name, v.kind_id, v.short_name, coalesce((
    SELECT above.name FROM register_placement p
    JOIN register_unitversion above ON above.unit_id = p.parent_id AND above.valid @> %(day)s
    WHERE p.unit_id = v.unit_id AND p.valid @> %(day)s ORDER BY p.line LIMIT 1
), '')
FROM down JOIN register_unitversion v ON v.unit_id = down.unit AND v.valid @> %(day)s
"""


class Bodies:
    """Units by name and by group; what is not known is not guessed."""

    def __init__(self, keeper: UUID, *, on: date) -> None:
        with connection.cursor() as cursor:
            cursor.execute(AROUND, {"keeper": keeper, "day": on})
            rows = [Known(*row) for row in cursor.fetchall()]
        self.on = on
        self.rows = sorted(rows, key=lambda one: sort_key(one.name))
        self._found: dict[tuple[str, str], tuple[Known, ...]] = {}

    @cached_property
    def by_id(self) -> Mapping[UUID, Known]:
        """Give each unit by its identity."""
        return {one.unit: one for one in self.rows}

    def group(self, code: str) -> tuple[Known, ...]:
        """Give the units of a group, as 103 communes and wards; none where the register cannot tell."""
        kinds = GROUP.get(code, frozenset())
        return tuple(one for one in self.rows if one.kind in kinds)

    def candidates(self, named: Named) -> tuple[Known, ...]:
        """Give the units that a name may mean, the likeliest first."""
        key = (named.name, named.group)
        if key not in self._found:
            self._found[key] = meant(named, self.rows)
        return self._found[key]

    def token(self, named: Named) -> str:
        """Give what a body means beyond doubt: “group:communes”, a unit's identity, or nothing."""
        if named.group:
            return f"group:{named.group}" if self.group(named.group) else ""
        found = self.candidates(named)
        return str(found[0].unit) if len(found) == 1 else ""

    def named(self, text: str) -> str:
        """Give the identity of the one unit of this very name, or nothing."""
        wanted = fold(text)
        found = [one for one in self.rows if fold(one.name) == wanted] if wanted else []
        return str(found[0].unit) if len(found) == 1 else ""

    def usual(self, bodies: Iterable[Named]) -> tuple[str, ...]:
        """Give the tokens of several bodies, each once."""
        return tuple(dict.fromkeys(token for one in bodies if (token := self.token(one))))

    def units(self, tokens: Iterable[str]) -> tuple[UUID, ...]:
        """Expand tokens to units, each once; what is no unit of the day is left out."""
        found: dict[UUID, None] = {}
        for token in tokens:
            if token.startswith("group:"):
                found |= dict.fromkeys(one.unit for one in self.group(token.removeprefix("group:")))
            elif (unit := _identity(token)) in self.by_id:
                found[unit] = None  # type: ignore[index]
        return tuple(found)


def _identity(token: str) -> UUID | None:
    try:
        return UUID(token)
    except ValueError:
        return None
