"""Findings as they were written with their decisions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Q, Window
from django.db.models.functions import RowNumber

from tinhgon.core.judging import Answer, Judged
from tinhgon.core.reach import INTERNAL, Reach
from tinhgon.core.rulebook import Dated, Finding, Severity, Source, Status
from tinhgon.register.models import DecisionFinding, Person
from tinhgon.register.queries.people import kept_by, visible

_DECIMAL = re.compile(r"-?\d+\.\d+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOST = 2000  # blocking ones are all listed; nobody signs more


@dataclass(frozen=True, slots=True)
class Row:
    """A finding as it was written, with its answer."""

    judged: Judged
    answer: Answer | None
    answered_by: str


@dataclass(frozen=True, slots=True)
class Found:
    """The findings of a decision: the first by rule and weight, and how many there are of each."""

    rows: tuple[Row, ...]
    totals: Mapping[tuple[str, str], int]


def of_decision(decision: UUID, reach: Reach, *, each: int) -> Found:
    """Read the findings of a decision, `each` of a kind and all that block: one statement."""
    of = DecisionFinding.objects.filter(decision=decision)
    seen = of.filter(Q(person__isnull=True) | Q(person__in=visible(reach).values("pk")) | _erased(reach))
    kind = [F("rule"), F("severity")]
    number = Window(RowNumber(), partition_by=kind, order_by=F("place").asc())
    counted = seen.annotate(number=number, total=Window(Count("pk"), partition_by=kind))
    listed = counted.filter(Q(number__lte=each) | Q(severity="block"))
    rows = list(listed.select_related("answered_by").order_by("place")[:_MOST])
    return Found(tuple(map(_row, rows)), {(row.rule, row.severity): row.total for row in rows})


def _erased(reach: Reach) -> Q:
    """Ask for findings about who was erased: empty of facts, but with the answers that were given."""
    units, gone = reach.units(INTERNAL), Person.objects.filter(erased_at__isnull=False)
    within = gone if units is None else gone.filter(kept_by(units)) if units else gone.none()
    return Q(person__in=within.values("pk"))


def _row(row: DecisionFinding) -> Row:
    judged = Judged(finding=finding_of(row), unit=row.unit_id, post=row.post_id, person=row.person_id)
    answer = Answer(row.reason, row.basis) if row.reason else None
    return Row(judged, answer, row.answered_by.get_full_name() if row.answered_by else "")


def finding_of(row: DecisionFinding) -> Finding:
    """Give a finding as it was when it was written."""
    told = _revived(row.told)
    return Finding(
        rule=row.rule, severity=Severity(row.severity), says=row.says, found=told.get("found"),
        allowed=told.get("allowed"), facts=told.get("facts", {}), cited=tuple(map(_cited, row.cited)),
    )  # fmt: skip


def _cited(raw: dict[str, Any]) -> Dated:
    return Dated(
        figure=raw["figure"], since=date.fromisoformat(raw["since"]), amount=None,
        source=Source(raw["document"], raw["article"]),
        status=Status(raw["status"]), expected=raw["expected"],
    )  # fmt: skip


def _revived(value: Any) -> Any:
    """Give decimals and days, which JSON keeps as text, their kind again."""
    match value:
        case dict():
            return {key: _revived(inner) for key, inner in value.items()}
        case list():
            return [_revived(inner) for inner in value]
        case str() if _DECIMAL.fullmatch(value):
            return Decimal(value)
        case str() if _DAY.fullmatch(value):
            return date.fromisoformat(value)
    return value
