"""What a decision orders of units, of itself and of other decisions: values without behaviour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal, TypeAlias

from pydantic import Discriminator, Tag

from tinhgon.core.operations.base import STRICT, Ordered
from tinhgon.core.rows import ONE, TERRITORIAL, DecisionId, UnitId
from tinhgon.core.values import Area, Code, Count, Day, Name, Share, ShortName, Stated, Text, Word
from tinhgon.core.wording import NEW_UNIT, UNIT_ID

Line: TypeAlias = Literal["territorial", "government", "party"]
Children: TypeAlias = Literal["follow", "stay"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewUnit:
    """A unit to be born: its identity and its first facts."""

    __pydantic_config__: ClassVar = STRICT
    id: UnitId
    name: Name
    kind: Word
    parent: UnitId | None
    line: Line = TERRITORIAL  # type: ignore[assignment]
    code: Code = ""
    short_name: ShortName = ""
    area_km2: Area | None = None
    population: Count | None = None
    mandate: Text = ""
    estimated: bool = False
    note: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A unit that goes into another, whole or in part."""

    __pydantic_config__: ClassVar = STRICT
    unit: UnitId
    share_area: Share = ONE
    share_population: Share = ONE
    estimated: bool = False
    survives: bool = False

    @property
    def whole(self) -> bool:
        """Tell whether nothing of it is left."""
        return self.share_area == ONE == self.share_population and not self.survives


def _new_or_known(raw: Any) -> str:
    return NEW_UNIT if isinstance(raw, dict | NewUnit) else UNIT_ID


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one successor receives of a unit that is split."""

    __pydantic_config__: ClassVar = STRICT
    into: Annotated[
        Annotated[NewUnit, Tag(NEW_UNIT)] | Annotated[UnitId, Tag(UNIT_ID)], Discriminator(_new_or_known)
    ]
    share_area: Share
    share_population: Share
    estimated: bool = False


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Ordered):
    """The register said it wrongly over a period: put what was so."""

    unit: UnitId
    field: Literal["name", "short_name", "kind", "area_km2", "population", "mandate", "code", "parent"]
    value: Stated
    since: Day
    until: Day | None = None
    line: Line = TERRITORIAL  # type: ignore[assignment]
    reason: Name
    op: Literal["correct"] = "correct"


@dataclass(frozen=True, slots=True, kw_only=True)
class Revoke(Ordered):
    """A signed decision is taken back as if it had not been."""

    decision: DecisionId
    op: Literal["revoke"] = "revoke"
