"""What the search box finds: units of any day, those of the day in view first, and documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, Value, When
from django.urls import reverse
from django.utils.translation import gettext

from tinhgon.core.names import fold
from tinhgon.core.periods import Period
from tinhgon.register.models import Decision, Identifier, UnitVersion
from tinhgon.temporal.asof import AsOf

UNITS = 15
DECISIONS = 8
ROWS = 60  # versions read: a unit that kept its name through several versions shows once
LONGEST = 100


@dataclass(frozen=True, slots=True)
class FoundUnit:
    """A unit in the list of results."""

    name: str
    code: str
    detail: str
    url: str


@dataclass(frozen=True, slots=True)
class FoundDecision:
    """A document in the list of results."""

    name: str
    title: str
    effective_on: Any
    url: str


def find_units(text: str, *, as_of: AsOf) -> list[FoundUnit]:
    """Find units by name, with or without marks, or by the beginning of a code."""
    wanted = fold(text[:LONGEST])
    if not wanted:
        return []
    chosen = _one_a_unit(_versions(wanted, as_of=as_of))
    codes = _codes((version.unit_id for version in chosen), as_of=as_of)
    return [_found(version, codes.get(version.unit_id, ""), as_of=as_of) for version in chosen]


def find_decisions(text: str, *, drafts: bool) -> list[FoundDecision]:
    """Find documents by number or words of their title; drafts only for those who may draft."""
    wanted = text.strip()[:LONGEST]
    if not wanted:
        return []
    found = Decision.objects.filter(Q(number__icontains=wanted) | Q(title__icontains=wanted))
    if not drafts:
        found = found.filter(state=Decision.State.SIGNED)
    return [
        FoundDecision(
            str(decision),
            decision.title,
            decision.effective_on,
            reverse("register:decision", args=[decision.pk]),
        )
        for decision in found.select_related("type")[:DECISIONS]
    ]


def _versions(wanted: str, *, as_of: AsOf) -> Iterable[UnitVersion]:
    coded = Identifier.objects.as_known(as_of).filter(unit=OuterRef("unit"), value__startswith=wanted)
    matches = Q(name_folded__contains=wanted)
    if wanted[0].isdigit():
        matches |= Q(Exists(coded))
    nearness = Case(
        When(name_folded__endswith=f" {wanted}", then=Value(0)),
        When(name_folded__contains=f" {wanted}", then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    now = Case(
        When(valid__contains=as_of.valid, then=Value(0)), default=Value(1), output_field=IntegerField()
    )
    found = UnitVersion.objects.as_known(as_of).filter(matches).select_related("kind")
    return found.order_by(now, nearness, "name_key", "-valid")[:ROWS]


def _one_a_unit(versions: Iterable[UnitVersion]) -> list[UnitVersion]:
    first: dict[UUID, UnitVersion] = {}
    for version in versions:
        first.setdefault(version.unit_id, version)
    return list(first.values())[:UNITS]


def _codes(units: Iterable[UUID], *, as_of: AsOf) -> dict[UUID, str]:
    """Give each unit the last code it bore."""
    held = Identifier.objects.as_known(as_of).filter(unit__in=list(units)).order_by("valid")
    return dict(held.values_list("unit_id", "value"))


def _found(version: UnitVersion, code: str, *, as_of: AsOf) -> FoundUnit:
    period: Period = version.valid
    detail = str(version.kind)
    day = as_of.valid
    if period.until and period.until <= day:
        assert period.last_day  # noqa: S101  (a period with an end has a last day)
        day = period.last_day
        detail += " · " + gettext("đến hết %(day)s") % {"day": f"{day:%d/%m/%Y}"}
    elif day < period.since:
        day = period.since
        detail += " · " + gettext("từ %(day)s") % {"day": f"{day:%d/%m/%Y}"}
    known = f"&known={as_of.known.isoformat()}" if as_of.known else ""
    return FoundUnit(
        version.name, code, detail, f"{reverse('register:unit', args=[version.unit_id])}?on={day}{known}"
    )
