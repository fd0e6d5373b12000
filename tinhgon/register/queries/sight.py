"""Which decisions somebody may see: one that concerns people names them, in its title too."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, QuerySet
from django.db.models.expressions import RawSQL

from tinhgon.core.reach import INTERNAL, Reach
from tinhgon.register.models import Decision
from tinhgon.register.queries.staffing import SEEN, seen_by

# A signed decision concerns those whose posts or grades it changed; a draft those whom it names, and those
# whom a decision concerns that it takes back.
VISIBLE = """
CASE WHEN register_decision.state = 'signed' THEN NOT EXISTS (
    SELECT FROM register_change c WHERE c.decision_id = register_decision.id
        AND c.about IN ('appointment', 'grading')
) OR EXISTS (
    SELECT FROM register_change c JOIN register_person p ON p.id = c.subject AND {seen}
    WHERE c.decision_id = register_decision.id AND c.about IN ('appointment', 'grading')
) ELSE (
    SELECT count(named.person) = 0 OR bool_or(EXISTS (
        SELECT FROM register_person p WHERE p.id = named.person AND {seen}
    )) FROM (
        SELECT (jsonb_path_query(register_decision.operations, '$[*].person') #>> '{{}}')::uuid AS person
        UNION ALL
        SELECT c.subject FROM register_change c
        WHERE c.about IN ('appointment', 'grading') AND c.decision_id IN (
            SELECT (jsonb_path_query(
                register_decision.operations, '$[*] ? (@.op == "revoke").decision') #>> '{{}}')::uuid
        )
    ) named
) END OR register_decision.drafted_by_id = %(user)s
"""


def visible(reach: Reach, user: int | None, of: QuerySet[Decision] | None = None) -> QuerySet[Decision]:
    """Narrow decisions to those that concern nobody, somebody within reach, or that the user drafted."""
    found = Decision.objects.all() if of is None else of
    return found.filter(_sees(reach, user))


def hidden(decisions: Iterable[UUID], reach: Reach, user: int | None) -> frozenset[UUID]:
    """Give those of some decisions that somebody may not see."""
    asked = set(decisions)
    if not asked or reach.units(INTERNAL) is None:
        return frozenset()
    seen = visible(reach, user).filter(pk__in=asked).order_by().values_list("pk", flat=True)
    return frozenset(asked - set(seen))


def _sees(reach: Reach, user: int | None) -> Any:
    sql, values = VISIBLE.format(seen=SEEN), {**seen_by(reach), "user": user}
    return RawSQL(*_positional(sql, values), output_field=BooleanField())  # noqa: S611  (values are bound)


def _positional(sql: str, values: dict[str, Any]) -> tuple[str, list[Any]]:
    """Write named parameters as the ORM binds them: in order."""
    names: list[str] = []

    class Noting(dict[str, Any]):
        def __missing__(self, name: str) -> str:
            names.append(name)
            return "%s"

    return sql % Noting(), [values[name] for name in names]
