"""The tables of the record: events, their leaves in sealed order, and the seals over them. Only added to."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.constraints import BaseConstraint
from django.db.models.functions import Now
from django.db.models.lookups import Regex

from tinhgon.temporal.constraints import Guard
from tinhgon.temporal.fields import TransactionId

WHAT = models.Func("what", models.Value(" "), function="array_to_string", output_field=models.TextField())


def kept(table: str) -> list[BaseConstraint]:
    """Let nobody, not even the owner, change, delete or empty a table."""
    function = "audit_is_kept"
    return [
        Guard(name=f"{table}_is_kept", function=function, when="BEFORE UPDATE OR DELETE", each="STATEMENT"),
        Guard(name=f"{table}_is_not_emptied", function=function, when="BEFORE TRUNCATE", each="STATEMENT"),
    ]


class Event(models.Model):
    """One read or act: who, what, about whom, why, from where; never a value that was read.

    Actor, subject and unit are plain values: the record outlives what it speaks of. The database sets its own
    time and transaction.
    """

    era = models.PositiveIntegerField(editable=False, default=1)
    transaction = TransactionId(
        editable=False, db_default=models.Func(function="pg_current_xact_id", output_field=TransactionId())
    )
    at = models.DateTimeField(editable=False, db_default=Now())
    actor = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=150, blank=True)
    act = models.CharField(max_length=24)
    subject = models.UUIDField(null=True)
    unit = models.UUIDField(null=True)
    classes = models.PositiveSmallIntegerField(default=0)
    what = ArrayField(models.CharField(max_length=60), default=list)
    purpose = models.CharField(max_length=24, blank=True)
    note = models.CharField(max_length=200, blank=True)
    route = models.CharField(max_length=80, blank=True)
    address = models.GenericIPAddressField(null=True)
    count = models.PositiveIntegerField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="event_class_is_known", condition=Q(classes__range=(0, 3))),
            models.CheckConstraint(name="event_count_not_negative", condition=Q(count__gte=0)),
            models.CheckConstraint(
                name="event_holds_codes_only",
                # A code is one word that begins with a letter: no name, number or date of a person is one.
                condition=Q(act__regex=r"^[a-z][a-z_]*$")
                & Q(purpose__regex=r"^([a-z][a-z_]*)?$")
                & Q(route__regex=r"^([a-z][a-z0-9_.:-]*)?$")
                & Q(Regex(WHAT, models.Value(r"^([a-z][a-z0-9_.:-]*( [a-z][a-z0-9_.:-]*)*)?$"))),
            ),
            Guard(name="event_bears_its_transaction", function="audit_event_bears_its_transaction",
                  when="BEFORE INSERT"),
            *kept("event"),
        ]  # fmt: skip
        indexes: ClassVar = [
            models.Index(name="event_in_order", fields=["era", "transaction", "id"]),
            models.Index(name="event_by_subject", fields=["subject", "at", "id"]),
            models.Index(name="event_by_actor", fields=["actor", "at", "id"]),
        ]

    def __str__(self) -> str:
        return f"{self.act} {self.actor_name}".strip()


class Leaf(models.Model):
    """The place of an event in the tree, and its hash when it was sealed: tells where a change was made."""

    position = models.BigIntegerField(primary_key=True)
    event = models.BigIntegerField(unique=True)
    hash = models.BinaryField()

    class Meta:
        constraints: ClassVar = kept("leaf")

    def __str__(self) -> str:
        return str(self.position)


class Seal(models.Model):
    """A signed checkpoint, and what the next one goes on from: the tree's frontier and its last event."""

    size = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    root = models.BinaryField()
    frontier = models.BinaryField()
    era = models.PositiveIntegerField()
    transaction = TransactionId()
    event = models.BigIntegerField()
    checkpoint = models.TextField()

    class Meta:
        constraints: ClassVar = kept("seal")

    def __str__(self) -> str:
        return str(self.size)
