"""What a decision orders: typed, versioned values without behaviour, read from and written to JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal, TypeAlias

from pydantic import ConfigDict, Discriminator, Field, Tag, TypeAdapter, ValidationError

from tinhgon.core.errors import Refused
from tinhgon.core.rows import ONE, TERRITORIAL, DecisionId, UnitId
from tinhgon.core.values import Area, Code, Count, Day, Share, ShortName, Stated, Text, Word
from tinhgon.core.values import Name as Name
from tinhgon.core.wording import NEW_UNIT, UNIT_ID, faults

MAX_OPERATIONS = 20_000  # the whole country's register is some 11,000 units

Line: TypeAlias = Literal["territorial", "government", "party"]
Children: TypeAlias = Literal["follow", "stay"]

STRICT = ConfigDict(extra="forbid")


class MalformedOperations(Refused):
    vi = "Thao tác ghi sai: {faults}."
    en = "The operations are malformed: {faults}."
    between = "; "


class TooManyOperations(Refused):
    vi = "Quyết định có {found} thao tác, nhiều hơn mức {limit}. Chia thành nhiều quyết định."
    en = "The decision has {found} operations, more than {limit}. Part it into several decisions."


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
class _Operation:
    __pydantic_config__: ClassVar = STRICT
    v: Literal[1] = 1
    clause: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Establish(_Operation):
    """A new unit begins (0 → 1)."""

    unit: NewUnit
    op: Literal["establish"] = "establish"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rename(_Operation):
    """A unit bears another name (1 → 1)."""

    unit: UnitId
    name: Name
    short_name: ShortName = ""
    op: Literal["rename"] = "rename"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeKind(_Operation):
    """A unit becomes one of another kind: a commune a ward."""

    unit: UnitId
    kind: Word
    op: Literal["change_kind"] = "change_kind"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeCode(_Operation):
    """A unit bears another code of a scheme; an empty value ends the code."""

    unit: UnitId
    value: Code
    scheme: Word = "national"
    op: Literal["change_code"] = "change_code"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFigures(_Operation):
    """A unit has another area or population; what is left out stays."""

    unit: UnitId
    area_km2: Area | None = None
    population: Count | None = None
    estimated: bool = False
    note: Text = ""
    op: Literal["change_figures"] = "change_figures"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeMandate(_Operation):
    """A unit is charged with other functions and tasks."""

    unit: UnitId
    mandate: Text
    op: Literal["change_mandate"] = "change_mandate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move(_Operation):
    """A unit stands under another parent in one line; None makes it a top of the line."""

    unit: UnitId
    to: UnitId | None
    line: Line = TERRITORIAL  # type: ignore[assignment]
    op: Literal["move"] = "move"


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge(_Operation):
    """Several units end and a new one begins (n → 1, n ≥ 2)."""

    members: tuple[Member, ...]
    into: NewUnit
    children: Children = "follow"
    op: Literal["merge"] = "merge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Absorb(_Operation):
    """Units end and go into one that lives on (n → existing, n ≥ 1)."""

    members: tuple[Member, ...]
    into: UnitId
    children: Children = "follow"
    op: Literal["absorb"] = "absorb"


@dataclass(frozen=True, slots=True, kw_only=True)
class Split(_Operation):
    """A unit ends and its shares go to several, new or living (1 → m, m ≥ 2)."""

    unit: UnitId
    parts: tuple[Part, ...]
    op: Literal["split"] = "split"


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer(_Operation):
    """A part passes from one living unit to another."""

    unit: UnitId
    to: UnitId
    share_area: Share
    share_population: Share
    estimated: bool = False
    op: Literal["transfer"] = "transfer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dissolve(_Operation):
    """A unit ends and nothing follows it (1 → 0)."""

    unit: UnitId
    op: Literal["dissolve"] = "dissolve"


@dataclass(frozen=True, slots=True, kw_only=True)
class Restore(_Operation):
    """A unit that ended lives again with its last facts, under a parent given or its last one."""

    unit: UnitId
    parent: UnitId | None = None
    op: Literal["restore"] = "restore"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(_Operation):
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
class Revoke(_Operation):
    """A signed decision is taken back as if it had not been."""

    decision: DecisionId
    op: Literal["revoke"] = "revoke"


Operation: TypeAlias = (
    Establish
    | Rename
    | ChangeKind
    | ChangeCode
    | ChangeFigures
    | ChangeMandate
    | Move
    | Merge
    | Absorb
    | Split
    | Transfer
    | Dissolve
    | Restore
    | Correct
    | Revoke
)

_ADAPTER: TypeAdapter[tuple[Operation, ...]] = TypeAdapter(
    tuple[Annotated[Operation, Field(discriminator="op")], ...]
)


def read(raw: Any) -> tuple[Operation, ...]:
    """Make operations of what JSON held.

    :raises TooManyOperations: there are more than one decision may hold.
    :raises MalformedOperations: with the faults: number of the operation, field, what is wrong.
    """
    if isinstance(raw, list | tuple) and len(raw) > MAX_OPERATIONS:
        raise TooManyOperations(found=len(raw), limit=MAX_OPERATIONS)
    try:
        return _ADAPTER.validate_python(raw)
    except ValidationError as error:
        raise MalformedOperations(faults=faults(error)) from None


def write(operations: tuple[Operation, ...]) -> list[dict[str, Any]]:
    """Make plain JSON of operations; `read` gives them back."""
    written: list[dict[str, Any]] = _ADAPTER.dump_python(operations, mode="json", exclude_defaults=False)
    return written
