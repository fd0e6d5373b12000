"""What a document obliges somebody to do, and how that is handed down."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tinhgon.documents.models import Document
from tinhgon.register.models import Person, Unit
from tinhgon.temporal.constraints import Guard

USER = settings.AUTH_USER_MODEL


class Obligation(models.Model):
    """Something that a unit, or a person in it, must do by a day.

    `parent` is the obligation of which it is a part, to any depth; `weight` is its share among its siblings.
    Its status is told by the calendar (queries.statuses): nothing of it is stored but what was done when.
    """

    class Kind(models.TextChoices):
        ISSUE = "issue", _("Ban hành văn bản")
        TASK = "task", _("Thực hiện nhiệm vụ")
        TARGET = "target", _("Đạt chỉ tiêu")
        REPORT = "report", _("Báo cáo")

    class State(models.TextChoices):
        OPEN = "open", _("Đang thực hiện")
        REPORTED = "reported", _("Chờ xác nhận hoàn thành")
        DONE = "done", _("Đã hoàn thành")
        RETURNED = "returned", _("Trả lại")  # by the bearer, with a reason; the assigner decides
        CANCELLED = "cancelled", _("Thôi giao")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    directive = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="obligations")
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="parts")
    kind = models.CharField(max_length=6, choices=Kind.choices, default=Kind.TASK)
    # The whole of a task of several bodies: who gave it watches it, and its parts alone are anybody's to do.
    gathers = models.BooleanField(default=False)
    matter = models.TextField()
    place = models.CharField(max_length=60, blank=True)  # Đ3.2.a: where the directive says it
    start = models.PositiveIntegerField(null=True)  # … and its letters there
    end = models.PositiveIntegerField(null=True)
    assigner = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="+", db_index=False
    )  # who bears it now
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    weight = models.DecimalField(max_digits=6, decimal_places=2, default=1)
    assigned_on = models.DateField()
    due_on = models.DateField(null=True)  # the last day in time, extensions included
    first_due_on = models.DateField(null=True)
    due_words = models.CharField(max_length=250, blank=True)  # as the directive has it
    every = models.CharField(max_length=7, blank=True)  # week, month, quarter, half, year
    follows = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="next")
    figure = models.DecimalField(max_digits=18, decimal_places=4, null=True)  # of a target
    measure = models.CharField(max_length=60, blank=True)
    bound = models.CharField(max_length=8, blank=True)
    reached = models.DecimalField(max_digits=18, decimal_places=4, null=True)
    state = models.CharField(max_length=9, choices=State.choices, default=State.OPEN)
    done_on = models.DateField(
        null=True
    )  # the day it was done: what the bearer reports, and the assigner confirms
    answer = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, related_name="answers")
    revision = models.PositiveIntegerField(default=1)
    added_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="obligation_not_its_own_part", condition=~Q(parent=F("id"))),
            models.CheckConstraint(name="obligation_has_a_matter", condition=~Q(matter="")),
            models.CheckConstraint(name="obligation_weight_is_positive", condition=Q(weight__gt=0)),
            models.CheckConstraint(
                name="obligation_done_has_a_day",
                condition=Q(state__in=["done", "reported"], done_on__isnull=False)
                | (~Q(state__in=["done", "reported"]) & Q(done_on__isnull=True)),
            ),
            models.CheckConstraint(
                name="obligation_due_after_assigned",
                condition=Q(due_on__isnull=True) | Q(due_on__gte=F("assigned_on")),
            ),
            models.CheckConstraint(
                name="obligation_target_has_a_figure", condition=~Q(kind="target") | Q(figure__isnull=False)
            ),
            Guard(name="obligation_without_cycle", function="directives_obligation_without_cycle",
                  when="BEFORE INSERT OR UPDATE OF parent_id"),
        ]  # fmt: skip
        indexes: ClassVar = [
            models.Index(name="obligation_by_unit", fields=["unit", "state", "due_on"]),
            models.Index(name="obligation_by_assigner", fields=["assigner", "state", "due_on"]),
            models.Index(name="obligation_by_due", fields=["state", "due_on", "id"]),
            models.Index(name="obligation_by_done", fields=["state", "-done_on", "id"]),
        ]

    def __str__(self) -> str:
        return self.matter[:80]


class Cooperator(models.Model):
    """A unit that helps with an obligation."""

    obligation = models.ForeignKey(Obligation, on_delete=models.CASCADE, related_name="cooperators")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="cooperator_once", fields=["obligation", "unit"]),
        ]

    def __str__(self) -> str:
        return f"{self.obligation_id} {self.unit_id}"
