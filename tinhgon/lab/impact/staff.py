"""Figures of bodies, posts and staff of the units that merge: counted on the eve, and as planned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.db.models import Sum

from tinhgon.core.rows import DEPUTY, HEAD, MEMBER, SPECIALIST, UnitId
from tinhgon.lab.drafting.bodies import Tree
from tinhgon.lab.drafting.values import Body, Present, main_of
from tinhgon.lab.impact.values import Figure
from tinhgon.lab.models import PlannedPost, Scenario
from tinhgon.lab.queries.chosen import bodies_in, entries_of, tree_on_eve
from tinhgon.lab.queries.staff import posts_on, quotas_on
from tinhgon.temporal.asof import AsOf

RANKS = (("heads", (HEAD,)), ("deputies", (DEPUTY,)), ("others", (MEMBER, SPECIALIST)))


def of_staff(scenario: Scenario) -> Iterator[Figure]:
    """Give the figures of the apparatus and its staff; without planned posts, only those of the eve."""
    tree = tree_on_eve(scenario)
    bodies = bodies_in(scenario, tree)
    members = [unit for body in bodies for unit in body.members]
    as_of = AsOf(scenario.effective_on)
    present = posts_on(members, as_of)
    yield _bodies(tree, bodies)
    yield _levels(tree)
    yield from _seats(scenario, present)
    tops = [unit for entry in entries_of(scenario) for unit in entry.members]
    planned = scenario.found.get("staff", {}).get("quota")
    yield Figure("quota", planned, sum(quotas_on(tops, as_of).values()))
    working = sum(len(main_of(post)) for post in present)
    yield Figure("working", working, working)


def _bodies(tree: Tree, bodies: tuple[Body, ...]) -> Figure:
    """Count the units that merge and all that stands below them."""
    ids = {body.id for body in bodies}
    tops = {unit for body in bodies if body.parent not in ids for unit in body.members}
    before = sum(unit in tops or not tops.isdisjoint(_higher(unit, tree)) for unit in tree.units)
    fewer = sum(len(body.members) - 1 for body in bodies)
    return Figure("bodies", before - fewer, before)


def _higher(unit: UnitId, tree: Tree) -> set[UnitId]:
    return {one for line in tree.units[unit].parents for one in tree.above(unit, line)}


def _levels(tree: Tree) -> Figure:
    """Count the levels of units from the top: a plan that merges side by side takes none away."""
    ways = (tree.above(unit, line) for unit, one in tree.units.items() for line in one.parents)
    depth = max((len(way) + 1 for way in ways), default=0)
    return Figure("levels", depth, depth)


def _seats(scenario: Scenario, present: tuple[Present, ...]) -> Iterator[Figure]:
    was: Counter[str] = Counter()
    for post in present:
        was[post.rank] += post.seats
    rows: Any = PlannedPost.objects.filter(scenario=scenario).values_list("rank").annotate(seats=Sum("seats"))
    now = dict(rows.order_by("rank"))
    for key, ranks in RANKS:
        after = sum(now.get(rank, 0) for rank in ranks) if now else None
        yield Figure(key, after, sum(was[rank] for rank in ranks))
