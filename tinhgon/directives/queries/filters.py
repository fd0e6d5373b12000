"""What a list of obligations is narrowed to, written once for the board, its lists and its figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from tinhgon.core.reach import EDIT, INTERNAL, Reach
from tinhgon.directives.models import Obligation
from tinhgon.directives.queries.columns import standing
from tinhgon.directives.queries.places import units_below
from tinhgon.directives.queries.sight import visible
from tinhgon.directives.queries.statuses import with_status


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What obligations have in common; nothing said, nothing asked."""

    text: str = ""
    unit: UUID | None = None
    alone: bool = False  # without the units below it
    person: UUID | None = None
    directive: UUID | None = None
    kind: str = ""
    standing: str = ""  # a column of the board, a group, or one status
    due_from: date | None = None
    due_to: date | None = None
    mine: bool = False


def narrowed(filters: Filters, reach: Reach, *, today: date) -> QuerySet[Obligation]:
    """Give the obligations within reach that the filters ask for."""
    asked = Q()
    if filters.text:
        asked &= Q(matter__icontains=filters.text) | Q(directive__number__icontains=filters.text)
    if filters.unit:
        below = set() if filters.alone else units_below(filters.unit, on=today)
        asked &= Q(unit__in={filters.unit, *below})
    for field in ("person", "directive", "kind"):
        if value := getattr(filters, field):
            asked &= Q(**{field: value})
    if filters.due_from:
        asked &= Q(due_on__gte=filters.due_from)
    if filters.due_to:
        asked &= Q(due_on__lte=filters.due_to)
    if filters.mine:
        asked &= own(reach)
    found = visible(reach).filter(asked, gathers=False)  # what gathers parts is nobody's to do
    if filters.standing:
        found = with_status(found, today).filter(standing(filters.standing, today=today))
    return found


def own(reach: Reach) -> Q:
    """Ask for what is one's own: put on oneself, or on the units that one is a clerk of.

    Whose rights reach everywhere is nobody's clerk in particular: his own is what bears his name.
    """
    mine = Q(person=reach.person) if reach.person else Q(pk__in=[])
    units = reach.units(INTERNAL, action=EDIT)
    return mine | Q(unit__in=units) if units else mine
