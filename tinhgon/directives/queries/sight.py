"""Which obligations somebody sees: those that units within reach bear, give or help with, and one's own."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Lookup, Q, QuerySet

from tinhgon.core.reach import EDIT, INTERNAL, Reach
from tinhgon.directives.models import Cooperator, Evidence, Obligation
from tinhgon.directives.refusals import NoSuchEvidence, NoSuchObligation


class Among(Lookup):
    """Is in an array, which is made first: so each part of an “or” goes by its index, none by all rows."""

    lookup_name = "among"

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        """Write it."""
        left, given = self.process_lhs(compiler, connection)
        right, more = self.process_rhs(compiler, connection)
        return f"{left} = ANY({right})", [*given, *more]


def visible(reach: Reach) -> QuerySet[Obligation]:
    """Narrow obligations to what somebody may see, as row security does once more."""
    units = reach.units(INTERNAL)
    if units is None:
        return Obligation.objects.all()
    helped = ArraySubquery(Cooperator.objects.filter(unit__in=units).values("obligation"))
    seen = Q(unit__in=units) | Q(assigner__in=units) | Q(Among(F("pk"), helped))
    return Obligation.objects.filter(seen | Q(person=reach.person) if reach.person else seen)


def obligation_within(pk: UUID, reach: Reach) -> Obligation:
    """Give an obligation within reach.

    :raises NoSuchObligation: there is none.
    """
    found = visible(reach).select_related("directive", "person").filter(pk=pk).first()
    if found is None:
        raise NoSuchObligation
    return found


def evidence_within(pk: UUID, reach: Reach) -> Evidence:
    """Give what shows that an obligation within reach was met.

    :raises NoSuchEvidence: there is none.
    """
    found = Evidence.objects.filter(pk=pk, obligation__in=visible(reach)).first()
    if found is None:
        raise NoSuchEvidence
    return found


def may_bear(of: Obligation, reach: Reach) -> bool:
    """Tell whether somebody drafts for the unit that bears it."""
    return reach.may(EDIT, of.unit_id)


def may_assign(of: Obligation, reach: Reach) -> bool:
    """Tell whether somebody drafts for the unit that gave it."""
    return reach.may(EDIT, of.assigner_id)
