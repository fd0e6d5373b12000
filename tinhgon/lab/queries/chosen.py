"""A scenario as its decisions need it: bodies, posts as they are and as planned, and who takes them."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence
from datetime import timedelta
from uuid import UUID

from tinhgon.core.rows import UnitId
from tinhgon.lab.drafting.bodies import Entry, Tree, bodies_of, turned_of
from tinhgon.lab.drafting.parts import Chosen
from tinhgon.lab.drafting.quotas import Quotas
from tinhgon.lab.drafting.values import Body, Naming, Staffed, Wanted
from tinhgon.lab.models import Placing, PlannedPost, Scenario
from tinhgon.lab.queries.staff import answering_to, posts_on, quotas_on
from tinhgon.lab.queries.trees import tree_around
from tinhgon.temporal.asof import AsOf


def born(*_: str) -> UUID:
    """Name something that is born anew: what was revoked is not born again."""
    return uuid.uuid4()


def entries_of(scenario: Scenario) -> tuple[Entry, ...]:
    """Give the new units of a scenario's plan."""
    return tuple(
        Entry(
            members=tuple(UUID(str(one)) for one in entry["members"]),
            name=entry.get("name", ""), kind=entry.get("kind", ""),
        )
        for entry in scenario.plan
    )  # fmt: skip


def tree_of(scenario: Scenario) -> Tree:
    """Give the units of a plan with all below and above them: as already decided for the day itself, and as
    they stand on the eve where they end by then.
    """
    day = tree_around(_members(scenario), AsOf(scenario.effective_on))
    return Tree({**tree_on_eve(scenario).units, **day.units})


def tree_on_eve(scenario: Scenario) -> Tree:
    """Give the units of a plan with all below and above them as they stand on the eve."""
    return tree_around(_members(scenario), AsOf(scenario.effective_on - timedelta(days=1)))


def _members(scenario: Scenario) -> list[UnitId]:
    return [unit for entry in entries_of(scenario) for unit in entry.members]


def bodies_in(scenario: Scenario, tree: Tree, name: Naming = born) -> tuple[Body, ...]:
    """Give the bodies that a scenario gives birth to."""
    return bodies_of(entries_of(scenario), tree, name)


def chosen_of(scenario: Scenario) -> Chosen:
    """Read all that the decisions of a scenario need, from the register as it is known now."""
    tree = tree_of(scenario)
    bodies = bodies_in(scenario, tree)
    members = [unit for body in bodies for unit in body.members]
    as_of = AsOf(scenario.effective_on)
    wanted, staffed = _planned(scenario, bodies)
    chains = _chains(bodies, tree)
    higher = {one for chain in chains.values() for one in chain}
    quotas = quotas_on({*members, *higher}, as_of)
    return Chosen(
        bodies=bodies, turned=turned_of(entries_of(scenario), tree), present=posts_on(members, as_of),
        wanted=wanted, staffed=staffed, quotas=_of(members, quotas),
        answering=answering_to(members, as_of), above=_of(higher, quotas), chains=chains,
    )  # fmt: skip


def _of(units: Collection[UUID], quotas: Quotas) -> Quotas:
    return {key: number for key, number in quotas.items() if key[0] in units}


def _chains(bodies: Sequence[Body], tree: Tree) -> dict[UnitId, list[UnitId]]:
    """Give what stands above the new units and their members; bodies below them are covered by those."""
    ids, found = {body.id for body in bodies}, dict[UnitId, list[UnitId]]()
    for body in (one for one in bodies if one.parent not in ids):
        own = [body.parent, *tree.above(body.parent, body.line)] if body.parent else []
        found[body.id] = own
        found |= {unit: tree.above(unit, body.line) for unit in body.members}
    return found


def _planned(scenario: Scenario, bodies: Sequence[Body]) -> tuple[list[Wanted], Staffed]:
    body_of: dict[UUID, UnitId] = {unit: body.id for body in bodies for unit in body.members}
    planned = list(PlannedPost.objects.filter(scenario=scenario).order_by("pk"))
    ids = {post.pk: born() for post in planned}
    wanted = [
        Wanted(
            id=ids[post.pk], body=body_of[post.member], title=post.title_id, staff=post.staff_id,
            rank=post.rank, seats=post.seats, beside=post.beside,
        )
        for post in planned
        if post.member in body_of
    ]  # fmt: skip
    there = {one.id for one in wanted}
    placings = Placing.objects.filter(scenario=scenario).order_by("person_id")
    rows = list(placings.values_list("person_id", "post_id", "leaves"))
    posts = {person: ids[post] for person, post, _ in rows if post is not None and ids[post] in there}
    return wanted, Staffed(posts=posts, leaving=frozenset(person for person, _, leaves in rows if leaves))
