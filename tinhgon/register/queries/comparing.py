"""The register of two days side by side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tinhgon.core import rows as core
from tinhgon.core.compare import Difference, Standing, compare
from tinhgon.core.rows import TERRITORIAL
from tinhgon.register.models import Succession
from tinhgon.register.queries import trees
from tinhgon.temporal.asof import AsOf


@dataclass(frozen=True, slots=True)
class Compared:
    """Two trees, and what is otherwise in the second."""

    before: list[trees.Node]
    after: list[trees.Node]
    differences: tuple[Difference, ...]


def differences(first: AsOf, second: AsOf, *, line: str = TERRITORIAL) -> tuple[Difference, ...]:
    """Tell what is otherwise on the second day."""
    return compared(first, second, line=line).differences


def compared(first: AsOf, second: AsOf, *, line: str = TERRITORIAL) -> Compared:
    """Compare two days: two trees and the lineage between, three statements."""
    before, after = trees.whole_tree(first, line=line), trees.whole_tree(second, line=line)
    links = successions_between(first.valid, second)
    found = compare([standing(node) for node in before], [standing(node) for node in after], links)
    return Compared(before, after, found)


def successions_between(after: date, until: AsOf) -> list[core.Succession]:
    """Give the lineage of the days after one, up to and with another, as known."""
    found = Succession.objects.as_known(until).filter(on__gt=after, on__lte=until.valid)
    return [
        core.Succession(
            origin=row.origin_id, result=row.result_id, on=row.on, decision=row.decision_id, how=row.how,
            share_area=row.share_area, share_population=row.share_population, estimated=row.estimated,
        )
        for row in found
    ]  # fmt: skip


def standing(node: trees.Node) -> Standing:
    """Make a value of a tree's node."""
    return Standing(
        unit=node.id, name=node.name, kind=node.kind, code=node.code or "", parent=node.parent,
        area_km2=node.area_km2, population=node.population,
    )  # fmt: skip
