"""What the database refuses about findings, beyond the one case of each constraint."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.db import transaction

from tinhgon.core.tests.staff import LAN
from tinhgon.core.tests.world import CAI_KHE
from tinhgon.register import refusals
from tinhgon.register.models import DecisionFinding
from tinhgon.register.tests.factories import drafted, found_town
from tinhgon.register.tests.finding_writes import finding
from tinhgon.register.tests.post_writes import person
from tinhgon.temporal.naming import naming

pytestmark = pytest.mark.django_db


@pytest.fixture
def decision() -> UUID:
    found_town()
    return drafted().pk


def change(row: DecisionFinding, **values: Any) -> None:
    """Write into a finding, as nobody may but erasure."""
    with naming(refusals.CONSTRAINTS), transaction.atomic():
        DecisionFinding.objects.filter(pk=row.pk).update(**values)


@pytest.mark.parametrize("given", [{"reason": "", "basis": "Luật"}, {"reason": "Vì", "basis": ""}, {}])
def test_what_blocks_has_a_reason_and_a_basis(given: dict[str, str], decision: UUID) -> None:
    with pytest.raises(refusals.FindingUnanswered), naming(refusals.CONSTRAINTS), transaction.atomic():
        finding(decision, severity="block", **given)
    finding(decision, severity="block", reason="Vì", basis="Luật")


def test_it_is_about_one_or_about_the_decision(decision: UUID) -> None:
    finding(decision)
    finding(decision, place=1, unit_id=CAI_KHE)
    finding(decision, place=2, person=person(LAN))

    assert DecisionFinding.objects.filter(decision=decision).count() == 3


def test_erasing_somebody_empties_what_was_told_of_him(decision: UUID) -> None:
    row = finding(decision, person=person(LAN))

    change(row, told={})

    row.refresh_from_db()
    assert (row.told, row.rule, row.says) == ({}, "units.ward_size", "too_few")


@pytest.mark.parametrize(
    "values",
    [
        {"told": {"found": 1}},
        {"told": {}, "reason": "Vì lẽ khác"},
        {"told": {}, "severity": "note"},
        {"told": {}, "person": None},
        {"severity": "note"},
        {"cited": [{"figure": "x"}]},
    ],
)
def test_nothing_else_of_it_changes(values: dict[str, Any], decision: UUID) -> None:
    row = finding(decision, person=person(LAN))

    with pytest.raises(refusals.WrittenOnce):
        change(row, **values)


@pytest.mark.parametrize("about", [{}, {"unit_id": CAI_KHE}])
def test_what_is_about_nobody_keeps_what_was_told(about: dict[str, Any], decision: UUID) -> None:
    row = finding(decision, **about)

    with pytest.raises(refusals.WrittenOnce):
        change(row, told={})


def test_none_is_ever_deleted(decision: UUID) -> None:
    row = finding(decision, person=person(LAN))

    with pytest.raises(refusals.WrittenOnce), naming(refusals.CONSTRAINTS), transaction.atomic():
        row.delete()
