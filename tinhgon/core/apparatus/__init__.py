"""How a decision's operations on units change the draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tinhgon.core import operations as ops
from tinhgon.core.apparatus.beginning import establish
from tinhgon.core.apparatus.ending import dissolve, end_divided, restore
from tinhgon.core.apparatus.facts import (
    change_code,
    change_figures,
    change_kind,
    change_mandate,
    move,
    rename,
)
from tinhgon.core.apparatus.lineage import absorb, merge, split, transfer
from tinhgon.core.draft import Draft

__all__ = ["ACTS", "end_divided"]

ACTS: Mapping[type[Any], Callable[[Any, Draft], None]] = {
    ops.Establish: establish,
    ops.Rename: rename,
    ops.ChangeKind: change_kind,
    ops.ChangeCode: change_code,
    ops.ChangeFigures: change_figures,
    ops.ChangeMandate: change_mandate,
    ops.Move: move,
    ops.Merge: merge,
    ops.Absorb: absorb,
    ops.Split: split,
    ops.Transfer: transfer,
    ops.Dissolve: dissolve,
    ops.Restore: restore,
}
