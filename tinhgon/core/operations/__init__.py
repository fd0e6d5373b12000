"""What a decision orders: typed, versioned values without behaviour, read from and written to JSON."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from pydantic import Field, TypeAdapter, ValidationError

from tinhgon.core.errors import Refused
from tinhgon.core.operations.amendments import (
    Correct,
    Revoke,
)
from tinhgon.core.operations.base import STRICT
from tinhgon.core.operations.lineage import (
    Absorb,
    Dissolve,
    Merge,
    Restore,
    Split,
    Transfer,
)
from tinhgon.core.operations.parts import (
    Member,
    NewUnit,
    Part,
)
from tinhgon.core.operations.people import (
    Appoint,
    ChangeGrade,
    ChangeOccupancy,
    CorrectAppointment,
    Reappoint,
    Release,
    Retire,
    Second,
    TransferPerson,
)
from tinhgon.core.operations.posts import (
    AbolishPost,
    ChangePost,
    CreatePost,
    MovePost,
    NewPost,
    ReportTo,
    SetQuota,
)
from tinhgon.core.operations.units import (
    ChangeCode,
    ChangeFigures,
    ChangeKind,
    ChangeMandate,
    Establish,
    Move,
    Rename,
)
from tinhgon.core.wording import faults

__all__ = [
    "MAX_OPERATIONS",
    "STRICT",
    "AbolishPost",
    "Absorb",
    "Appoint",
    "ChangeCode",
    "ChangeFigures",
    "ChangeGrade",
    "ChangeKind",
    "ChangeMandate",
    "ChangeOccupancy",
    "ChangePost",
    "Correct",
    "CorrectAppointment",
    "CreatePost",
    "Dissolve",
    "Establish",
    "MalformedOperations",
    "Member",
    "Merge",
    "Move",
    "MovePost",
    "NewPost",
    "NewUnit",
    "Operation",
    "Part",
    "Reappoint",
    "Release",
    "Rename",
    "ReportTo",
    "Restore",
    "Retire",
    "Revoke",
    "Second",
    "SetQuota",
    "Split",
    "TooManyOperations",
    "Transfer",
    "TransferPerson",
    "read",
    "write",
]

MAX_OPERATIONS = 20_000  # the whole country's register is some 11,000 units


class MalformedOperations(Refused):
    vi = "Thao tác ghi sai: {faults}."
    en = "The operations are malformed: {faults}."
    between = "; "


class TooManyOperations(Refused):
    vi = "Quyết định có {found} thao tác, nhiều hơn mức {limit}. Chia thành nhiều quyết định."
    en = "The decision has {found} operations, more than {limit}. Part it into several decisions."


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
    | CreatePost
    | ChangePost
    | ReportTo
    | MovePost
    | AbolishPost
    | SetQuota
    | Appoint
    | Reappoint
    | TransferPerson
    | Second
    | ChangeOccupancy
    | Release
    | Retire
    | ChangeGrade
    | CorrectAppointment
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
