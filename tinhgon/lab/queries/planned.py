"""The posts that a scenario's plan would have now, whether or not anybody was placed for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from tinhgon.lab.drafting.bodies import Tree
from tinhgon.lab.drafting.posts import Frame, frame_posts
from tinhgon.lab.drafting.values import Body, Present, Wanted
from tinhgon.lab.models import Scenario
from tinhgon.lab.parameters import Parameters
from tinhgon.lab.queries.chosen import bodies_in, tree_of
from tinhgon.lab.queries.naming import names
from tinhgon.lab.queries.staff import posts_on
from tinhgon.temporal.asof import AsOf


@dataclass(frozen=True, kw_only=True, eq=False)
class Outline:
    """The bodies of a plan with the posts that they have now and would have."""

    tree: Tree
    bodies: tuple[Body, ...]
    members: Sequence[UUID]
    present: tuple[Present, ...]
    wanted: tuple[Wanted, ...]


def outline_of(scenario: Scenario) -> Outline:
    """Draw the bodies and posts of a scenario, named so that the same plan gives the same names."""
    structure, tree = Parameters.read(scenario.parameters).structure, tree_of(scenario)
    bodies = bodies_in(scenario, tree, names(scenario))
    members = [unit for body in bodies for unit in body.members]
    present = posts_on(members, AsOf(scenario.effective_on))
    frame = Frame(deputies=structure.deputies, others_percent=round(structure.others_percent))
    wanted = frame_posts(bodies, present, frame, names(scenario))
    return Outline(tree=tree, bodies=bodies, members=members, present=present, wanted=wanted)


def posts_named(scenario: Scenario) -> set[UUID]:
    """Give the names of the posts that the plan would have now."""
    return {one.id for one in outline_of(scenario).wanted}
