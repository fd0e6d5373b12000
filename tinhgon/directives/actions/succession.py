"""Obligations follow the lineage of units: whoever takes a unit over has to do what was open there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, QuerySet

from tinhgon.directives.actions.moving import RUNNING
from tinhgon.directives.models import Act, Cooperator, Obligation
from tinhgon.directives.queries.heirs import Heir, given_back, heirs_of, unborn
from tinhgon.directives.refusals import CONSTRAINTS
from tinhgon.register.models import Appointment, PostVersion
from tinhgon.temporal.naming import whole

COLUMNS: Mapping[str, str] = {
    Act.Role.GIVES: "assigner_id",
    Act.Role.BEARS: "unit_id",
    Act.Role.HELPS: "unit_id",
}
LONGEST = 20  # steps of lineage in one call; what is left follows with the next
NO_HEIR = "Không có đơn vị kế tục: về đơn vị giao."
NO_HELP = "Không có đơn vị kế tục: thôi phối hợp."
LARGEST_PART = "Phần lớn nhất khi chia tách: {share} dân số."


def follow(*, on: date) -> int:
    """Pass on what is open of units that are no more on a day; give how many obligations that concerned.

    Who gave passes first, so that what has no heir falls back to somebody who is there. What is done stays
    with whom it was done by. Called again it finds nothing left to do.
    """
    with whole(CONSTRAINTS):
        passed = set[UUID]()
        for _ in range(LONGEST):
            step = {one for role in COLUMNS for one in _step(role, on)}
            passed |= step
            if not step:
                break
    return len(passed)


def _step(role: str, on: date) -> list[UUID]:
    """Pass on in one role by one step of lineage."""
    of = Obligation.objects.filter(state__in=RUNNING)
    if role == Act.Role.HELPS:
        units = set(Cooperator.objects.filter(obligation__in=of).values_list("unit_id", flat=True).distinct())
    else:
        units = set(of.values_list(COLUMNS[role], flat=True).distinct())
    passed = list[UUID]()
    for unit, heir in heirs_of(units, on=on).items():
        passed += _pass(role, unit, heir, on, None)
    for unit in unborn(units, on=on):
        for obligation, heir in given_back(role, unit).items():
            passed += _pass(role, unit, heir, on, obligation)
    return passed


def _pass(role: str, unit: UUID, heir: Heir, on: date, only: UUID | None) -> list[UUID]:
    """Pass on what a unit has in one role, or one obligation of it alone; give the obligations concerned."""
    keys: Mapping[UUID, UUID | None]
    if role == Act.Role.HELPS:
        helped = Cooperator.objects.filter(obligation__state__in=RUNNING, unit=unit)
        keys = _pass_help(helped.filter(obligation=only) if only else helped, heir)
    else:
        found = Obligation.objects.filter(state__in=RUNNING, **{COLUMNS[role]: unit})
        keys = _pass_whole(found.filter(pk=only) if only else found, role, heir, on)
    Act.objects.bulk_create(
        Act(obligation_id=key, kind=Act.Kind.PASSED_ON, role=role, reason=_reason(role, heir),
            unit_before_id=unit, unit_after_id=after, decision_id=heir.decision)
        for key, after in keys.items()
    )  # fmt: skip
    return list(keys)


def _pass_whole(
    found: QuerySet[Obligation], role: str, heir: Heir, on: date
) -> dict[UUID, UUID]:  # fmt: skip
    if heir.unit is None and role == Act.Role.GIVES:
        # Nobody is left who gave it: the registry that keeps its directive follows it up.
        found = found.exclude(assigner=F("directive__keeper"))
    keys = list(found.select_for_update(of=("self",)).values_list("pk", flat=True))
    held = Obligation.objects.filter(pk__in=keys)
    if role == Act.Role.GIVES:
        _give_to(held, heir.unit)
        return dict(held.values_list("pk", "assigner_id"))
    held.update(unit=heir.unit or F("assigner"), revision=F("revision") + 1)
    held.exclude(person=None).exclude(person__in=_in_post(on)).update(person=None)
    return dict(held.values_list("pk", "unit_id"))


def _give_to(held: QuerySet[Obligation], unit: UUID | None) -> None:
    if unit:
        held.update(assigner=unit, revision=F("revision") + 1)
        return
    for one in held.select_related("directive"):
        one.assigner_id, one.revision = one.directive.keeper_id, one.revision + 1
        one.save(update_fields=["assigner", "revision"])


def _in_post(on: date) -> QuerySet[Appointment, Any]:
    """Those who hold a post in the unit that now bears the obligation: posts are led along by mergers."""
    posts = PostVersion.objects.on(on).filter(unit=OuterRef(OuterRef("unit"))).values("post_id")
    return Appointment.objects.on(on).filter(post_id__in=posts).values("person_id")


def _pass_help(found: QuerySet[Cooperator], heir: Heir) -> dict[UUID, UUID | None]:
    rows = list(found.select_related("obligation"))
    there = _helped_by(heir.unit, (one.obligation_id for one in rows)) if heir.unit else set()
    kept = [one for one in rows if heir.unit and one.obligation_id not in there
            and one.obligation.unit_id != heir.unit]  # fmt: skip
    Cooperator.objects.filter(pk__in={one.pk for one in rows} - {one.pk for one in kept}).delete()
    Cooperator.objects.filter(pk__in=[one.pk for one in kept]).update(unit=heir.unit)
    return dict.fromkeys((one.obligation_id for one in rows), heir.unit)


def _helped_by(unit: UUID, obligations: Iterable[UUID]) -> set[UUID]:
    known = Cooperator.objects.filter(unit=unit, obligation__in=list(obligations))
    return set(known.values_list("obligation_id", flat=True))


def _reason(role: str, heir: Heir) -> str:
    if heir.unit is None:
        return NO_HELP if role == Act.Role.HELPS else NO_HEIR
    if heir.share < 1:
        return LARGEST_PART.format(share=f"{heir.share:.1%}".replace(".", ",").replace("%", " %"))
    return ""
