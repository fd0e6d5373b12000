"""Draws the task of placing people: the posts of the new bodies, who may take them, by which rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from tinhgon.core.reach import SENSITIVE, Reach
from tinhgon.core.rulebook import Book
from tinhgon.lab.drafting.values import Body, Present, Wanted
from tinhgon.lab.models import Scenario
from tinhgon.lab.parameters import Parameters
from tinhgon.lab.queries.planned import outline_of
from tinhgon.lab.staffing.asking import pins_of, rules_of, weights_of
from tinhgon.lab.staffing.bars import barred
from tinhgon.lab.staffing.facts import Facts, facts_of
from tinhgon.lab.staffing.relatives import Relatives, relatives_of
from tinhgon.lab.staffing.sums import Due, Leaving, due_to
from tinhgon.lab.staffing.turning import Seen, people_of, places_of, posts_of, units_of
from tinhgon.rules.library import book
from tinhgon.solvers.place.values import Staffing
from tinhgon.temporal.asof import AsOf


@dataclass(frozen=True, kw_only=True, eq=False)
class Drawn:
    """The task, and what is needed to tell what comes of it.

    :param origin: the post that each person has now.
    :param due: what each would be paid who left.
    :param sealed_read: whether discipline and family relations were read.
    """

    staffing: Staffing
    bodies: tuple[Body, ...]
    present: tuple[Present, ...]
    wanted: tuple[Wanted, ...]
    origin: Mapping[UUID, Present]
    facts: Mapping[UUID, Facts]
    due: Mapping[UUID, Due]
    sealed_read: bool
    unmatched: int


def draw(scenario: Scenario, reach: Reach) -> Drawn:
    """Draw the task of a scenario: everybody whose regular main post is in a unit that merges.

    Who is absent, lent or shares a post keeps it and is left out. What is sealed is read only where the
    whole of it lies within the reach of whoever asks; otherwise none of it is.
    """
    asked, law, as_of = Parameters.read(scenario.parameters), book(), AsOf(scenario.effective_on)
    outline = outline_of(scenario)
    origin = {one.person: post for post in outline.present for one in post.holders if one.moves}
    facts = facts_of(origin, as_of)
    leaving = Leaving(on=scenario.effective_on, salary=asked.place.salary)
    due = {person: due_to(of, origin[person].staff, leaving, law) for person, of in facts.items()}
    may_read = _may_read(outline.members, reach)
    kin = relatives_of(facts) if may_read else Relatives()
    seen = Seen(
        origin=origin, facts=facts, due=due, places=places_of(outline.tree), law=law,
        on=scenario.effective_on,
        barred=_barred(facts, scenario, law) if may_read and asked.place.barred else frozenset(),
    )  # fmt: skip
    places, bodies = seen.places, outline.bodies
    people, posts = people_of(scenario, seen), posts_of(outline.wanted, bodies, places)
    known = {one.id for one in people}, {one.id for one in posts}
    staffing = Staffing(
        people=people, posts=posts, units=units_of(bodies), rules=rules_of(asked.place, kin.pairs),
        weights=weights_of(asked.place), pins=pins_of(scenario, asked.place, *known),
    )  # fmt: skip
    return Drawn(
        staffing=staffing, bodies=bodies, present=outline.present, wanted=outline.wanted, origin=origin,
        facts=facts, due=due, sealed_read=may_read, unmatched=kin.unmatched,
    )  # fmt: skip


def _barred(facts: Mapping[UUID, Facts], scenario: Scenario, law: Book) -> frozenset[UUID]:
    return barred(facts, scenario.effective_on, law)


def _may_read(members: Iterable[UUID], reach: Reach) -> bool:
    units = reach.units(SENSITIVE)
    return units is None or units.issuperset(members)
