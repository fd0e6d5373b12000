"""Findings written past the act of signing, each breaking one constraint."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from tinhgon.core.tests.staff import LAN
from tinhgon.core.tests.world import CAI_KHE
from tinhgon.register.models import Decision, DecisionFinding
from tinhgon.register.tests.post_writes import person

Write = Callable[[UUID], Any]


def finding(by: UUID, **values: Any) -> DecisionFinding:
    """Write a warning about the decision as a whole."""
    own = {
        "decision_id": by, "place": 0, "rule": "units.ward_size", "severity": "warn", "says": "too_few",
        "told": {"found": 14_999, "allowed": 15_000, "facts": {}},
    }  # fmt: skip
    row: DecisionFinding = DecisionFinding.objects.create(**(own | values))
    return row


def about_two(by: UUID) -> None:
    """Write a finding about a unit and a person at once."""
    finding(by, unit_id=CAI_KHE, person=person(LAN))


def too_late(by: UUID) -> None:
    """Write a finding of a decision that was signed without it."""
    finding(Decision.objects.filter(state="signed")[0].pk)


BREAKING_FINDINGS: dict[str, Write] = {
    "finding_has_its_place": lambda by: (finding(by), finding(by, says="too_small")),
    "finding_blocking_is_answered": lambda by: finding(by, severity="block", reason="Vì cần", basis=""),
    "finding_about_one": about_two,
    "finding_is_written_with_its_decision": too_late,
}
