"""Reads that help to name units and documents in a draft."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from tinhgon.core.names import sought
from tinhgon.core.reach import Reach
from tinhgon.core.rows import NATIONAL, TERRITORIAL
from tinhgon.register.models import Decision, Identifier, Placement, UnitVersion
from tinhgon.register.queries.sight import visible
from tinhgon.register.queries.units import names
from tinhgon.temporal.asof import AsOf


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a unit merged of others would be, going by the largest of them and by their sums."""

    name: str
    short_name: str
    kind: str
    code: str
    parent: UUID | None
    parent_label: str
    area_km2: Decimal | None
    population: int | None
    estimated: bool


def signed_numbered(number: str, reach: Reach) -> list[UUID]:
    """Give the signed decisions that bear a number, of those that a reader may see."""
    signed = visible(reach, None).filter(state=Decision.State.SIGNED)
    found = signed.filter(number__iexact=sought(number))
    return list(found.values_list("pk", flat=True)[:20])


def signed_like(text: str, reach: Reach, user: int | None, *, limit: int = 12) -> list[Decision]:
    """Give signed decisions whose number or title has a text in it, of those that a reader may see."""
    signed = visible(reach, user).filter(state=Decision.State.SIGNED)
    found = signed.select_related("type").defer("operations")
    text = sought(text)
    return list((found.filter(number__icontains=text) | found.filter(title__icontains=text))[:limit])


def last_holders(codes: Iterable[str], *, before: date) -> dict[str, UUID]:
    """Give the unit that bore each national code last, before a day."""
    possible = {code for code in codes if code.isprintable()}
    held = Identifier.objects.throughout().filter(
        scheme=NATIONAL, value__in=possible, valid__startswith__lt=before
    )
    return dict(held.order_by("valid").values_list("value", "unit_id"))


def decision_labels(decisions: Iterable[UUID], reach: Reach) -> dict[UUID, str]:
    """Name decisions as a box for them does, those that a reader may see."""
    found = visible(reach, None).filter(pk__in=list(decisions)).select_related("type").defer("operations")
    return {decision.pk: str(decision) for decision in found}


def labels(units: Iterable[UUID], *, on: date) -> dict[UUID, str]:
    """Name units with their codes, as on a day or nearest before it."""
    wanted = set(units)
    called = names(wanted, on=on, as_of=AsOf(on))
    held = Identifier.objects.throughout().filter(scheme=NATIONAL, unit__in=wanted, valid__startswith__lte=on)
    codes = dict(held.order_by("valid").values_list("unit_id", "value"))
    return {unit: f"{name} ({codes[unit]})" if unit in codes else name for unit, name in called.items()}


def proposal(members: Sequence[tuple[UUID, Decimal, Decimal]], *, on: date) -> Proposal | None:
    """Propose a unit merged of members (unit, share of area, share of people); None if none is alive then."""
    units = [unit for unit, _, _ in members]
    versions = {row.unit_id: row for row in UnitVersion.objects.on(on).filter(unit__in=units)}
    if not versions:
        return None
    codes = dict(
        Identifier.objects.on(on).filter(unit__in=units, scheme=NATIONAL).values_list("unit_id", "value")
    )
    parents = dict(
        Placement.objects.on(on).filter(unit__in=units, line=TERRITORIAL).values_list("unit_id", "parent_id")
    )
    alive = [(versions[unit], area, people) for unit, area, people in members if unit in versions]
    largest = max(
        alive, key=lambda one: ((one[0].population or 0) * one[2], (one[0].area_km2 or 0) * one[1])
    )[0]
    parent = parents.get(largest.unit_id)
    return Proposal(
        name=largest.name,
        short_name=largest.short_name,
        kind=largest.kind_id,
        code=codes.get(largest.unit_id, ""),
        parent=parent,
        parent_label=labels([parent], on=on).get(parent, "") if parent else "",
        area_km2=_sum([(row.area_km2, area) for row, area, _ in alive]),
        population=_whole(_sum([(row.population, people) for row, _, people in alive])),
        estimated=any(row.estimated or 1 not in (area, people) for row, area, people in alive),
    )


def _sum(parts: Iterable[tuple[Decimal | int | None, Decimal]]) -> Decimal | None:
    """Add up; what one member lacks, the sum lacks."""
    total = Decimal(0)
    for figure, share in parts:
        if figure is None:
            return None
        total += figure * share
    return round(total, 4)


def _whole(value: Decimal | None) -> int | None:
    return None if value is None else round(value)
