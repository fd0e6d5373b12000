"""What each case of a refusal says: the operations that are refused, and what the refusal must name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from tinhgon.core.operations import Operation
from tinhgon.core.refusals import OperationRefused
from tinhgon.core.tests.world import DAY, World, cantho


@dataclass(frozen=True, kw_only=True)
class Case:
    """Operations that are refused, and the facts that the refusal must name."""

    why: str
    reason: type[OperationRefused]
    operations: tuple[Operation, ...]
    operation: int = 1
    unit: str | None = "Phường Cái Khế (31117)"
    on: date = DAY
    day: date = DAY
    world: Callable[[], World] = cantho
    vi: str = ""  # the whole sentence behind the number of the operation, where it is worth reading
