"""What operations on units are made of: units to be born, members that merge, parts of a split."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal, TypeAlias

from pydantic import Discriminator, Tag

from tinhgon.core.operations.base import STRICT
from tinhgon.core.rows import ONE, TERRITORIAL, UnitId
from tinhgon.core.values import Area, Code, Count, Name, Share, ShortName, Text, Word
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
