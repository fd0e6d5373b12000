"""What every operation is: a frozen, versioned value that takes only the fields it names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from pydantic import ConfigDict

from tinhgon.core.values import Text

STRICT = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordered:
    """An operation: its version, and the clause of the decision that orders it."""

    __pydantic_config__: ClassVar = STRICT
    v: Literal[1] = 1
    clause: Text = ""
