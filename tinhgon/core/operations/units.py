"""What a decision orders of the facts of a unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tinhgon.core.operations.base import Ordered
from tinhgon.core.operations.parts import Line, NewUnit
from tinhgon.core.rows import TERRITORIAL, UnitId
from tinhgon.core.values import Area, Code, Count, Name, ShortName, Text, Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Establish(Ordered):
    """A new unit begins (0 → 1)."""

    unit: NewUnit
    op: Literal["establish"] = "establish"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rename(Ordered):
    """A unit bears another name (1 → 1)."""

    unit: UnitId
    name: Name
    short_name: ShortName = ""
    op: Literal["rename"] = "rename"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeKind(Ordered):
    """A unit becomes one of another kind: a commune a ward."""

    unit: UnitId
    kind: Word
    op: Literal["change_kind"] = "change_kind"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeCode(Ordered):
    """A unit bears another code of a scheme; an empty value ends the code."""

    unit: UnitId
    value: Code
    scheme: Word = "national"
    op: Literal["change_code"] = "change_code"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFigures(Ordered):
    """A unit has another area or population; what is left out stays."""

    unit: UnitId
    area_km2: Area | None = None
    population: Count | None = None
    estimated: bool = False
    note: Text = ""
    op: Literal["change_figures"] = "change_figures"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeMandate(Ordered):
    """A unit is charged with other functions and tasks."""

    unit: UnitId
    mandate: Text
    op: Literal["change_mandate"] = "change_mandate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move(Ordered):
    """A unit stands under another parent in one line; None makes it a top of the line."""

    unit: UnitId
    to: UnitId | None
    line: Line = TERRITORIAL  # type: ignore[assignment]
    op: Literal["move"] = "move"
