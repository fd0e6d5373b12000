"""All findings of an intake together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tinhgon.documents.findings.citations import cited_in
from tinhgon.documents.findings.heads import head_of
from tinhgon.documents.findings.tasks import wanted_in
from tinhgon.documents.findings.values import ACCEPTED, OPEN, Cited, Head, Wanted


@dataclass(frozen=True, slots=True)
class Findings:
    """The head, the documents that are cited, the tasks."""

    head: Head
    cited: tuple[Cited, ...]
    tasks: tuple[Wanted, ...]

    @property
    def all(self) -> tuple[Cited | Wanted, ...]:
        """Give what can be accepted or dropped."""
        return (*self.cited, *self.tasks)

    @property
    def left(self) -> int:
        """How many nobody has accepted or dropped."""
        return sum(one.state == OPEN for one in self.all)

    @property
    def seen(self) -> int:
        """How many somebody has looked at."""
        return self.count - self.left

    @property
    def accepted(self) -> int:
        """How many were accepted."""
        return sum(one.state == ACCEPTED for one in self.all)

    @property
    def count(self) -> int:
        """How many there are, the head left out."""
        return len(self.all)

    def one(self, code: str) -> Cited | Wanted | None:
        """Give a finding by its code."""
        return next((one for one in self.all if one.code == code), None)


def findings_of(
    reading: Mapping[str, Any], choices: Mapping[str, Any], *, arrived_on: date
) -> Findings:  # fmt: skip
    """Lay what a person chose over what was read; `arrived_on` holds where nobody said another day."""
    head = head_of(reading, choices.get("head") or {}, arrived_on=arrived_on)
    return Findings(head, tuple(cited_in(reading, choices)), tuple(wanted_in(reading, choices, head)))
