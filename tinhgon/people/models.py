"""The tables of dossiers: entries, how they changed, campaigns in which people mend their own."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tinhgon.core.reach import CLASSES
from tinhgon.register.models import Person, Unit
from tinhgon.temporal.fields import PeriodField

USER = settings.AUTH_USER_MODEL


class Entry(models.Model):
    """One item of a dossier: a degree, an evaluation, a document.

    `data` holds the fields up to class personal, `sealed` the sensitive ones as one value sealed with the
    person's key. `since` and `until` are the first days that what is written can mean; the precisions tell
    how much of them was written. The highest revision is the newest; a stale one is not written over.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="entries", db_index=False)
    section = models.CharField(max_length=20)
    field_class = models.SmallIntegerField()
    since = models.DateField(null=True)
    since_precision = models.CharField(max_length=5, blank=True)
    until = models.DateField(null=True)
    until_precision = models.CharField(max_length=5, blank=True)
    data = models.JSONField(default=dict)
    sealed = models.BinaryField(null=True)
    revision = models.PositiveIntegerField(default=1)
    recorded_at = models.DateTimeField(auto_now=True)
    recorded_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="entry_class_exists", condition=Q(field_class__in=CLASSES)),
            models.CheckConstraint(
                name="entry_ends_after_it_begins",
                condition=Q(since__isnull=True) | Q(until__isnull=True) | Q(until__gte=F("since")),
            ),
        ]
        indexes: ClassVar = [models.Index(name="entry_by_person", fields=["person", "section", "since"])]

    def __str__(self) -> str:
        return f"{self.section} {self.id}"


class Attachment(models.Model):
    """A file that belongs to an entry, sealed like a sensitive field."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="attachments")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    media_type = models.CharField(max_length=60)
    size = models.PositiveIntegerField()
    sealed = models.BinaryField()
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return str(self.id)


class Amendment(models.Model):
    """One change of a dossier, with what was before and after, sealed; the clock of synchronisation.

    Decree 27/2026/NĐ-CP: the national database is told within three working days; `due_on` is that day.
    """

    class Act(models.TextChoices):
        OPENED = "opened", _("Lập hồ sơ")
        ADDED = "added", _("Thêm")
        CHANGED = "changed", _("Sửa")
        REMOVED = "removed", _("Bỏ")

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="amendments", db_index=False)
    act = models.CharField(max_length=8, choices=Act.choices)
    section = models.CharField(max_length=20)
    entry = models.UUIDField(null=True)
    fields = ArrayField(models.CharField(max_length=40), default=list)
    sealed = models.BinaryField(null=True)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    due_on = models.DateField()
    synchronised_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(name="amendment_by_person", fields=["person", "-id"]),
            models.Index(
                name="amendment_waiting", fields=["due_on"], condition=Q(synchronised_at__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.act} {self.section}"


class Campaign(models.Model):
    """A period in which people may propose changes of named fields of their own dossiers."""

    title = models.CharField(max_length=250)
    fields = ArrayField(models.CharField(max_length=40))  # section.field
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    valid = PeriodField()
    note = models.TextField(blank=True)
    opened_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    opened_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="campaign_opens_fields", condition=~Q(fields=[])),
            models.CheckConstraint(
                name="campaign_has_an_end",
                condition=Q(valid__startswith__isnull=False, valid__upper_inf=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Proposal(models.Model):
    """What a person proposes to change of one entry; an officer confirms or returns it, item by item."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("Chờ xác nhận")
        CONFIRMED = "confirmed", _("Đã xác nhận")
        RETURNED = "returned", _("Trả lại")
        WITHDRAWN = "withdrawn", _("Đã rút")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="proposals")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="proposals")
    section = models.CharField(max_length=20)
    entry = models.UUIDField(null=True)  # none: a new one
    revision = models.PositiveIntegerField(null=True)  # of the entry, as the person saw it
    sealed = models.BinaryField()
    state = models.CharField(max_length=9, choices=State.choices, default=State.PROPOSED)
    answer = models.TextField(blank=True)
    proposed_at = models.DateTimeField(auto_now_add=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="proposal_return_has_an_answer", condition=~Q(state="returned") | ~Q(answer="")
            ),
            models.CheckConstraint(
                name="proposal_decided_has_its_moment",
                condition=Q(state__in=["proposed", "withdrawn"]) | Q(decided_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.section} {self.state}"


class SavedView(models.Model):
    """A list of people as a user arranged it: filters, order and columns under a name."""

    user = models.ForeignKey(USER, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=120)
    arrangement = models.JSONField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="savedview_one_name_a_user", fields=["user", "name"])
        ]

    def __str__(self) -> str:
        return self.name
