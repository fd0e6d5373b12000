"""The tables of dossiers: entries, the files that belong to them, how they changed."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tinhgon.core.reach import CLASSES
from tinhgon.register.models import Person

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
        ERASED = "erased", _("Xóa theo quy định")

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
