"""What is signed stays as it was signed, whoever tries."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection, models, transaction

from tinhgon.core import operations as ops
from tinhgon.core.tests.world import CAI_KHE
from tinhgon.register import refusals
from tinhgon.register.models import Change, Decision
from tinhgon.register.tests.factories import drafted, found_town, stamped
from tinhgon.temporal.naming import naming

pytestmark = pytest.mark.django_db


def raw(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def again(row: models.Model) -> None:
    row.save()


ATTACKS: dict[str, Callable[[Decision], object]] = {
    "save": again,
    "save of nothing new": lambda decision: decision.save(update_fields=["title"]),
    "update": lambda decision: Decision.objects.filter(pk=decision.pk).update(title="khác"),
    "bulk_update": lambda decision: Decision.objects.bulk_update([decision], ["number"]),
    "back to a draft": lambda decision: Decision.objects.filter(pk=decision.pk).update(state="draft"),
    "another moment": lambda decision: Decision.objects.update(
        signed_at=models.F("signed_at") - timedelta(days=9)
    ),
    "raw update": lambda decision: raw("UPDATE register_decision SET operations = '[]'"),
    "raw delete": lambda decision: raw("DELETE FROM register_decision"),
    "upsert": lambda decision: Decision.objects.bulk_create(
        [decision], update_conflicts=True, unique_fields=["id"], update_fields=["title"]
    ),
}
ON_CHANGES: dict[str, Callable[[Change], object]] = {
    "save": again,
    "update": lambda change: Change.objects.update(after={}),
    "delete": lambda change: change.delete(),
    "delete of many": lambda change: Change.objects.all().delete(),
    "raw update": lambda change: raw("UPDATE register_change SET recorded_at = now()"),
    "raw delete": lambda change: raw("DELETE FROM register_change"),
}


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("stamp", [False, True], ids=["", "even under the lock"])
def test_a_signed_decision_is_never_changed(attack: str, *, stamp: bool) -> None:
    decision = found_town().decision
    kept = Decision.objects.filter(pk=decision.pk).values().get()

    with (
        pytest.raises(refusals.AlreadySigned) as refusal,
        naming(refusals.CONSTRAINTS),
        stamped() if stamp else transaction.atomic(),
    ):
        ATTACKS[attack](decision)

    assert decision.number in refusal.value.message("vi")
    assert Decision.objects.filter(pk=decision.pk).values().get() == kept


def test_django_does_not_delete_it_either() -> None:
    decision = found_town().decision

    with pytest.raises(models.ProtectedError):
        decision.delete()


@pytest.mark.parametrize("attack", ON_CHANGES)
@pytest.mark.parametrize("stamp", [False, True], ids=["", "even under the lock"])
def test_a_recorded_change_is_never_changed(attack: str, *, stamp: bool) -> None:
    change = found_town().decision.changes.earliest("id")
    kept = list(Change.objects.order_by("id").values())

    with (
        pytest.raises(refusals.WrittenOnce),
        naming(refusals.CONSTRAINTS),
        stamped() if stamp else transaction.atomic(),
    ):
        ON_CHANGES[attack](change)

    assert list(Change.objects.order_by("id").values()) == kept


def test_a_draft_changes_and_goes() -> None:
    decision = drafted(ops.Dissolve(unit=CAI_KHE))

    Decision.objects.filter(pk=decision.pk).update(title="khác", state="checked")
    decision.refresh_from_db()
    decision.delete()

    assert not Decision.objects.exists()
