"""The page of a decision: what it orders, and what it changed or would change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import urlencode
from uuid import UUID

from django.contrib.auth.models import AbstractUser

from tinhgon.core import rows as core
from tinhgon.core.errors import Refused
from tinhgon.core.operations import read
from tinhgon.register.actions.drafting import preview
from tinhgon.register.models import Decision
from tinhgon.register.pages import outcomes, wording
from tinhgon.register.pages.asof import asof_bar
from tinhgon.register.pages.faults import faults_of
from tinhgon.register.pages.links import Links
from tinhgon.register.pages.paging import Page, page_number
from tinhgon.register.queries import contents
from tinhgon.register.queries.revocations import revoked_by
from tinhgon.temporal.middleware import AsOfRequest

OPERATIONS = 100
UNITS = 50
PREVIEWED = 300  # operations that a draft's page applies unasked


@dataclass(frozen=True, slots=True)
class Effect:
    """What a decision did, or what a draft would do; or why it cannot."""

    units: dict[UUID, tuple[core.Change, ...]]
    page: Page
    fate: outcomes.Fate | None = None
    tally: contents.Tally | None = None
    refused: Refused | None = None

    @property
    def new(self) -> dict[UUID, str]:
        """The names that units get."""
        return outcomes.new_names(change for of in self.units.values() for change in of)


def decision_page(
    request: AsOfRequest, decision: Decision, *, refused: Refused | None = None
) -> dict[str, Any]:
    """Gather the page of a decision; `refused` is why what was asked for cannot be done."""
    as_of = request.as_of
    number = page_number(request, "ops")
    first = (number - 1) * OPERATIONS
    ordered = contents.ordered(decision.pk, first=first, count=OPERATIONS)
    effect = _effect(request, decision, ordered)
    return {
        "decision": decision,
        "as_of": as_of,
        "asof": asof_bar(request),
        "total": ordered.total,
        "effect": effect,
        "operations_page": Page(number, first + OPERATIONS < ordered.total),
        "revoked_by": revoked_by(as_of.known).get(decision.pk) if decision.is_signed else None,
        "revokes": _revokes(decision),
        "faults": _faults(refused or effect.refused),
        "is_overtaken": refused is not None and refused.code == "Overtaken",
        "may": rights(request),
        **{f"{op}_url": _draft_url(request, op, decision) for op in ("correct", "revoke")},
        **_told(request, decision, ordered.operations, effect, first=first + 1),
    }


def rights(request: AsOfRequest) -> dict[str, bool]:
    """Tell what the user may do with decisions."""
    user = cast(AbstractUser, request.user)
    wanted = ("draft_decision", "sign_decision", "correct_register")
    return {right.partition("_")[0]: user.has_perm(f"register.{right}") for right in wanted}


def foreseen(decision: Decision, raw: list[dict[str, Any]]) -> Effect:
    """Apply a draft's operations to the register as it stands, and write nothing."""
    whole = Page(1, has_next=False)
    try:
        changes = preview(read(raw), on=decision.effective_on, decision=decision)
    except Refused as refused:
        return Effect({}, whole, refused=refused)
    units = outcomes.by_unit(changes)
    return Effect(units, whole, fate=outcomes.fate(units, on=decision.effective_on))


def _draft_url(request: AsOfRequest, op: str, decision: Decision) -> str:
    """Give the form for a decision that does something about this one."""
    address = Links.of(request).page("draft_new")
    return f"{address}{'&' if '?' in address else '?'}{urlencode({'op': op, 'decision': decision.pk})}"


def _told(
    request: AsOfRequest, decision: Decision, raw: list[dict[str, Any]], effect: Effect, *, first: int
) -> dict[str, Any]:
    """Tell operations and outcome with one reading of names."""
    on = decision.effective_on
    units = {*wording.units_in(raw), *outcomes.units_in(effect.units)}
    new = {**effect.new, **dict(wording.new_names(raw))}
    names = wording.Names(units, on=on, request=request, new=new)
    return {
        "operations": wording.tell_operations(raw, first=first, names=names),
        "outcomes": outcomes.tell_outcomes(effect.units, on=on, names=names),
    }


def _revokes(decision: Decision) -> list[Decision]:
    if not decision.revokes:
        return []
    return list(Decision.objects.select_related("type").defer("operations").filter(pk__in=decision.revokes))


def _faults(refused: Refused | None) -> list[Any]:
    return faults_of(refused, anchor="op-{}") if refused else []


def _effect(request: AsOfRequest, decision: Decision, ordered: contents.Ordered) -> Effect:
    if decision.is_signed:
        return _recorded(request, decision)
    if ordered.total > PREVIEWED:
        return Effect({}, Page(1, has_next=False))
    return foreseen(decision, ordered.operations if ordered.total <= OPERATIONS else decision.operations)


def _recorded(request: AsOfRequest, decision: Decision) -> Effect:
    """Read what a signed decision changed."""
    number = page_number(request, "units")
    tally, units = contents.changed_units(decision.pk, first=(number - 1) * UNITS, count=UNITS + 1)
    changes = contents.changes_to(decision.pk, units[:UNITS])
    return Effect(
        {unit: changes[unit] for unit in units[:UNITS]},
        Page(number, len(units) > UNITS),
        tally=tally,
    )
