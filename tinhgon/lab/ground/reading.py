"""Reads the ground of a scenario from the register, as it stood on the eve and was known at its moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from django.conf import settings

from tinhgon.core.rows import GOVERNMENT, TERRITORIAL
from tinhgon.lab.ground.asking import asked_standards
from tinhgon.lab.ground.conditions import conditions_of, weights_of
from tinhgon.lab.ground.facts import facts_of
from tinhgon.lab.ground.notes import notes_of
from tinhgon.lab.ground.refusals import NothingToConsolidate
from tinhgon.lab.ground.surface import territory_of
from tinhgon.lab.ground.values import Ground, Unit
from tinhgon.lab.models import Scenario
from tinhgon.lab.parameters import Parameters, StandardsAsked
from tinhgon.register.models import UnitKind
from tinhgon.register.queries import trees
from tinhgon.register.queries.trees import Node
from tinhgon.temporal.asof import AsOf


def read_ground(scenario: Scenario) -> Ground:
    """
    Read what a scenario stands on: a handful of statements.

    :raises MalformedParameters: its parameters cannot be read.
    :raises NothingToConsolidate: no unit of its kinds is there.
    :raises TerrainUnknown, RegionUnknown: the standards cannot be told.
    :raises NotInScenario: its parameters name units that are not there.
    """
    asked = Parameters.read(scenario.parameters).consolidate
    eve = scenario.effective_on - timedelta(days=1)
    as_of = AsOf(eve, scenario.known)
    nodes = _nodes(scenario, as_of)
    by_id = {node.id: node for node in nodes}
    chosen = [node for node in nodes if node.kind in set(scenario.kinds)]
    if not chosen:
        raise NothingToConsolidate(day=eve)
    chosen.sort(key=lambda node: (node.code or "~", str(node.id)))
    units = tuple(_unit(node, by_id, scenario, asked.standards) for node in chosen)
    territory = territory_of(units, chosen, asked, as_of)
    standards, law = asked_standards(units, territory, asked, scenario.effective_on)
    return Ground(
        eve=eve,
        on=scenario.effective_on,
        units=units,
        names={node.id: node.name for node in nodes},
        territory=territory,
        standards=standards,
        law=law,
        conditions=conditions_of(units, asked, eve),
        weights=weights_of(asked),
        notes=notes_of(units, territory, asked),
    )


def _nodes(scenario: Scenario, as_of: AsOf) -> Sequence[Node]:
    """Give all that stands in the line of the kinds, with what stands above the root."""
    places = UnitKind.objects.filter(code__in=scenario.kinds, level__isnull=False).exists()
    line = TERRITORIAL if places else GOVERNMENT
    if scenario.root_id is None:
        return trees.whole_tree(as_of, line=line)
    above, below = trees.subtree(as_of, root=scenario.root_id, line=line)
    return [*above, *below]


def _unit(node: Node, by_id: Mapping[UUID, Node], scenario: Scenario, asked: StandardsAsked) -> Unit:
    above, top = by_id.get(node.parent) if node.parent else None, _top(node, by_id)
    return Unit(
        id=node.id,
        code=node.code or str(node.id),
        name=node.name,
        kind=node.kind,
        parent=node.parent,
        top=top.id if top is not node else None,
        facts=facts_of(
            node.kind,
            asked,
            unit=node.id,
            above=above.kind if above else "",
            top=top.kind if top is not node else "",
            on=asked.on or scenario.effective_on,
            terrain=settings.TERRAIN,
        ),
        estimated=node.estimated,
    )


def _top(node: Node, by_id: Mapping[UUID, Node]) -> Node:
    while node.parent is not None and node.parent in by_id:
        node = by_id[node.parent]
    return node
