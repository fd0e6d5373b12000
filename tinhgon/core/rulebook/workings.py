"""A calculation that can be done again by hand: its steps, each with its figure and article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tinhgon.core.rulebook.figures import Dated


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `says` names the sentence, in the pack, that tells it with the facts."""

    says: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    cited: tuple[Dated, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Working:
    """What a calculation gives, by name, and how it came to it."""

    calculation: str
    gives: Mapping[str, Any]
    steps: tuple[Step, ...]

    @property
    def provisional(self) -> bool:
        """Tell whether a step leans on a value that is only provisional."""
        return any(value.provisional for step in self.steps for value in step.cited)
