"""All drafts of a plan, in the order in which they are signed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from tinhgon.core import operations as ops
from tinhgon.core.rows import PostId, UnitId
from tinhgon.lab.drafting.bodies import Turned
from tinhgon.lab.drafting.people import clearing, placing
from tinhgon.lab.drafting.posts import creating
from tinhgon.lab.drafting.quotas import Quotas, above, held, planned, setting
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
    """A plan with its staff: all that its decisions need.

    :param above: quotas of the units that live on above the new ones.
    :param answering: posts of other units that answer to one of these.
    :param chains: of each new unit and of each member of one, all that stand above it.
    """

    bodies: Sequence[Body]
    turned: Sequence[Turned] = ()
    present: Sequence[Present] = ()
    wanted: Sequence[Wanted] = ()
    staffed: Staffed = field(default_factory=Staffed)
    quotas: Quotas = field(default_factory=dict)
    answering: Mapping[PostId, PostId] = field(default_factory=dict)
    above: Quotas = field(default_factory=dict)
    chains: Mapping[UnitId, Sequence[UnitId]] = field(default_factory=dict)


def parts_of(chosen: Chosen) -> tuple[Part, ...]:
    """Give the decisions of a plan; without staff it merges units, and posts and people follow."""
    return tuple(part for part in _parts(chosen) if part.operations)


def _parts(chosen: Chosen) -> Iterator[Part]:
    bodies = chosen.bodies
    had = held(bodies, chosen.quotas)
    over = {**chosen.above, **above(chosen.above, chosen.chains, chosen.quotas, had)}
    joined = (*setting(chosen.above, over), *setting({}, had))
    yield Part(part="units", operations=(*merging(bodies), *turning(chosen.turned), *joined))
    if not chosen.staffed.posts and not chosen.staffed.leaving:
        return
    yield Part(part="posts", operations=creating(chosen.wanted))
    for body, orders in placing(bodies, chosen.wanted, chosen.staffed).items():
        yield Part(part="people", operations=orders, body=body)
    then = planned(bodies, chosen.quotas, chosen.present, chosen.wanted, chosen.staffed)
    last = above(over, chosen.chains, had, then)
    quotas = (*setting(over, last), *setting(had, then))
    cleared = clearing(chosen.present, chosen.staffed, chosen.answering)
    yield Part(part="rest", operations=(*cleared, *quotas))
