"""A scenario adopted: its decisions as drafts, to be checked and signed like any other, and taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone

from tinhgon.core import operations as ops
from tinhgon.core.reach import EDIT, INTERNAL, Reach
from tinhgon.core.rows import UnitId
from tinhgon.lab.actions.scenarios import hold
from tinhgon.lab.drafting.parts import Chosen, Part, parts_of
from tinhgon.lab.models import Adopted, Scenario
from tinhgon.lab.queries.chosen import chosen_of
from tinhgon.lab.queries.planned import posts_named
from tinhgon.lab.refusals import (
    AlreadyAdopted,
    NothingAdopted,
    NothingPlanned,
    PeopleAreNew,
    PeopleOutOfReach,
    PlacedAreGone,
    StaffingOutdated,
)
from tinhgon.register import refusals
from tinhgon.register.actions import draft
from tinhgon.register.actions.drafting import Head, discard
from tinhgon.register.models import Decision
from tinhgon.temporal.naming import whole

if TYPE_CHECKING:
    from tinhgon.access.models import User


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """What the drafts of a plan have in common; each gets the number with its turn."""

    type: str
    number: str
    issuer: str
    issued_on: date
    source: str = Decision.Source.ACT
    source_note: str = ""


def adopt(*, scenario: Scenario, head: Letterhead, reach: Reach, actor: User | None) -> list[Adopted]:
    """Write the drafts of a scenario in the order in which they are to be signed; lock it.

    :raises NothingPlanned: its plan changes nothing.
    :raises AlreadyAdopted: it has drafts or decisions already.
    :raises StaffingOutdated: people were placed for another plan than the one it has now.
    :raises PlacedAreGone: people whom it places hold no main post in its units any more.
    :raises PeopleAreNew: people who hold one came after the others were placed.
    :raises MayNotPlan, NoSuchScenario, ScenarioBusy: the actor may not, or not now.
    :raises DuplicateDocument: a document of this number, type, issuer and date exists.
    """
    with whole(refusals.CONSTRAINTS):
        held = hold(scenario, reach, even_locked=True)
        if held.adopted.exists():
            raise AlreadyAdopted(scenario=held.name)
        chosen = chosen_of(held)
        _assert_sound(held, chosen)
        _assert_fresh(held)
        _assert_reached(held, chosen, reach)
        held.locked_by, held.locked_at = actor, timezone.now()
        held.save(update_fields=["locked_by", "locked_at"])
        names = {body.id: body.name for body in chosen.bodies}
        return [
            _adopted(held, part, turn, _head(held, part, turn, head, names), actor)
            for turn, part in enumerate(parts_of(chosen), start=1)
        ]


def take_back(*, scenario: Scenario, head: Letterhead, reach: Reach, actor: User | None) -> Decision | None:
    """Throw away the drafts of a scenario, and draft what revokes those that are signed, the last one first.

    :raises NothingAdopted: it has neither.
    :raises MayNotPlan, NoSuchScenario: the actor may not.
    """
    with whole(refusals.CONSTRAINTS):
        held = hold(scenario, reach, even_locked=True)
        adopted = list(held.adopted.select_related("decision"))
        if not adopted:
            raise NothingAdopted(scenario=held.name)
        signed = [one.decision for one in adopted if one.decision.is_signed]
        for one in adopted:
            one.delete()
            if not one.decision.is_signed:
                discard(decision=one.decision)
        return _revoking(held, signed, head, actor) if signed else None


def _revoking(
    scenario: Scenario, signed: Sequence[Decision], head: Letterhead, actor: User | None
) -> Decision:
    orders = tuple(ops.Revoke(decision=one.pk) for one in reversed(signed))
    title = f"Bãi bỏ các quyết định thực hiện phương án “{scenario.name}”"
    own = _headed(head, head.number, title, scenario.effective_on)
    return draft(head=own, operations=orders, actor=actor)


def _assert_sound(scenario: Scenario, chosen: Chosen) -> None:
    if not chosen.bodies and not chosen.turned:
        raise NothingPlanned(scenario=scenario.name)
    there = {one.person for post in chosen.present for one in post.holders if one.moves}
    gone = [one for one in (*chosen.staffed.posts, *chosen.staffed.leaving) if one not in there]
    if gone:
        raise PlacedAreGone(scenario=scenario.name, count=len(gone))
    considered = set(scenario.placings.values_list("person_id", flat=True))
    if considered and (fresh := there - considered):
        raise PeopleAreNew(scenario=scenario.name, count=len(fresh))


def _assert_fresh(scenario: Scenario) -> None:
    """Posts planned for units that the plan no longer has would be made for nobody."""
    planned = set(scenario.posts.values_list("pk", flat=True))
    if planned and planned != posts_named(scenario):
        raise StaffingOutdated(scenario=scenario.name)


def _assert_reached(scenario: Scenario, chosen: Chosen, reach: Reach) -> None:
    """Row security hides people out of reach: a plan adopted without them would leave them behind unsaid."""
    units = reach.units(INTERNAL, action=EDIT)
    members = {unit for body in chosen.bodies for unit in body.members}
    members |= {one.unit for one in chosen.turned}
    if units is not None and not members <= units:
        raise PeopleOutOfReach(scenario=scenario.name)


def _adopted(scenario: Scenario, part: Part, turn: int, head: Head, actor: User | None) -> Adopted:
    decision = draft(head=head, operations=part.operations, actor=actor)
    return Adopted.objects.create(scenario=scenario, decision=decision, part=part.part, turn=turn)


def _head(scenario: Scenario, part: Part, turn: int, head: Letterhead, names: Mapping[UnitId, str]) -> Head:
    body = names[part.body] if part.body else ""
    title = f"{TITLES[part.part].format(body=body)} theo phương án “{scenario.name}”"
    return _headed(head, f"{head.number}.{turn}".lstrip("."), title, scenario.effective_on)


def _headed(head: Letterhead, number: str, title: str, effective_on: date) -> Head:
    return Head(
        type=head.type, number=number, issuer=head.issuer, issued_on=head.issued_on,
        effective_on=effective_on, title=title, source=head.source, source_note=head.source_note,
    )  # fmt: skip


# Titles of Vietnamese documents, which have no other language.
TITLES = {
    "units": "Sắp xếp đơn vị",
    "posts": "Lập vị trí của các đơn vị mới",
    "people": "Bố trí người vào vị trí của {body}",
    "rest": "Kết thúc vị trí không còn người, giải quyết người thôi việc",
}
