"""What a decision orders where units end, merge, are divided, or live again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tinhgon.core.operations.base import Ordered
from tinhgon.core.operations.parts import Children, Member, NewUnit, Part
from tinhgon.core.rows import UnitId
from tinhgon.core.values import Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge(Ordered):
    """Several units end and a new one begins (n → 1, n ≥ 2)."""

    members: tuple[Member, ...]
    into: NewUnit
    children: Children = "follow"
    posts: Children = "follow"
    op: Literal["merge"] = "merge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Absorb(Ordered):
    """Units end and go into one that lives on (n → existing, n ≥ 1)."""

    members: tuple[Member, ...]
    into: UnitId
    children: Children = "follow"
    posts: Children = "follow"
    op: Literal["absorb"] = "absorb"


@dataclass(frozen=True, slots=True, kw_only=True)
class Split(Ordered):
    """A unit ends and its shares go to several, new or living (1 → m, m ≥ 2)."""

    unit: UnitId
    parts: tuple[Part, ...]
    op: Literal["split"] = "split"


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer(Ordered):
    """A part passes from one living unit to another."""

    unit: UnitId
    to: UnitId
    share_area: Share
    share_population: Share
    estimated: bool = False
    op: Literal["transfer"] = "transfer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dissolve(Ordered):
    """A unit ends and nothing follows it (1 → 0)."""

    unit: UnitId
    op: Literal["dissolve"] = "dissolve"


@dataclass(frozen=True, slots=True, kw_only=True)
class Restore(Ordered):
    """A unit that ended lives again with its last facts, under a parent given or its last one."""

    unit: UnitId
    parent: UnitId | None = None
    op: Literal["restore"] = "restore"
