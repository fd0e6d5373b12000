"""The kinds of documents the house writes by itself: each makes a document of plain data."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from tinhgon.office.letters.kinds import (
    appointment,
    award,
    conclusion,
    decision,
    notice,
    official,
    plan,
    planning,
    register,
    report,
    tasks,
)
from tinhgon.office.letters.kinds.kind import Kind

MODULES = (
    register,
    appointment,
    planning,
    award,
    decision,
    tasks,
    report,
    plan,
    official,
    notice,
    conclusion,
)
KINDS: Mapping[str, Kind] = MappingProxyType({module.KIND.code: module.KIND for module in MODULES})
