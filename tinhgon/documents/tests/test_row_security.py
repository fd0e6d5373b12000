"""The database itself hides trays and registries of units out of reach, whatever a program asks for."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from tinhgon.access.models import User
from tinhgon.access.tests.ground import acting, granted, unit, user
from tinhgon.documents.actions.entering import register
from tinhgon.documents.models import Document, Intake, Reference


@pytest.fixture
def here(db: None) -> UUID:
    return unit()


@pytest.fixture
def kept(here: UUID) -> list[UUID]:
    """A file and a document with a reference at a clerk's unit, and the same at another one."""
    units = [here, unit()]
    for place, keeper in enumerate(units):
        Intake.objects.create(keeper_id=keeper, name=f"{place}", size=1, sha256=f"{place}", content=b"x")
        made = register(
            Document(keeper_id=keeper, direction="in", number=f"{place}", issuer="Sở X", abstract="Y",
                     issued_on=date(2026, 1, 1)), by=None,
        )  # fmt: skip
        Reference.objects.create(document=made, number=f"{place}")
    return units


@pytest.fixture
def clerk(here: UUID) -> User:
    made = user()
    granted(made, "clerk", at=here, field_class=1)
    return made


def seen() -> tuple[list[str], list[str], list[str]]:
    names = Intake.objects.order_by("name").values_list("name", flat=True)
    numbers = Document.objects.order_by("number").values_list("number", flat=True)
    cited = Reference.objects.order_by("number").values_list("number", flat=True)
    return list(names), list(numbers), list(cited)


def test_a_clerk_reads_what_the_own_unit_keeps_alone(kept: list[UUID], clerk: User) -> None:
    with acting(clerk.pk):
        assert seen() == (["0"], ["0"], ["0"])


def test_who_has_no_grant_reads_nothing(kept: list[UUID]) -> None:
    with acting(user().pk):
        assert seen() == ([], [], [])
    with acting(None):
        assert seen() == ([], [], [])


def test_nobody_puts_a_file_into_the_tray_of_a_unit_out_of_reach(kept: list[UUID], clerk: User) -> None:
    with acting(clerk.pk), pytest.raises(DatabaseError), transaction.atomic():
        Intake.objects.create(keeper_id=kept[1], name="z", size=1, sha256="z", content=b"x")
