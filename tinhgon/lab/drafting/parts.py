"""All drafts of a plan, in the order in which they are signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from tinhgon.core import operations as ops
from tinhgon.core.rows import UnitId
from tinhgon.lab.drafting.bodies import Turned
from tinhgon.lab.drafting.people import clearing, placing
from tinhgon.lab.drafting.posts import creating
from tinhgon.lab.drafting.quotas import Quotas, setting
from tinhgon.lab.drafting.units import merging, turning
from tinhgon.lab.drafting.values import Body, Present, Staffed, Wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one decision orders; `body` is the new unit whose people it places."""

    part: Literal["units", "posts", "people", "rest"]
    operations: tuple[ops.Operation, ...]
    body: UnitId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A plan with its staff: all that its decisions need."""

    bodies: Sequence[Body]
    turned: Sequence[Turned] = ()
    present: Sequence[Present] = ()
    wanted: Sequence[Wanted] = ()
    staffed: Staffed = field(default_factory=Staffed)
    quotas: Quotas = field(default_factory=dict)


def parts_of(chosen: Chosen) -> tuple[Part, ...]:
    """Give the decisions of a plan; without staff it merges units, and posts and people follow."""
    return tuple(part for part in _parts(chosen) if part.operations)


def _parts(chosen: Chosen) -> Iterator[Part]:
    yield Part(part="units", operations=(*merging(chosen.bodies), *turning(chosen.turned)))
    if not chosen.staffed.posts and not chosen.staffed.leaving:
        return
    yield Part(part="posts", operations=creating(chosen.wanted))
    for body, orders in placing(chosen.bodies, chosen.wanted, chosen.staffed).items():
        yield Part(part="people", operations=orders, body=body)
    quotas = setting(chosen.bodies, chosen.quotas, chosen.present, chosen.wanted, chosen.staffed)
    yield Part(part="rest", operations=(*clearing(chosen.present, chosen.staffed), *quotas))
