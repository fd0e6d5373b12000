"""What people ask of the file that is kept about them, what forbids erasing it, and who asked to erase it."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tinhgon.register.models import Decision, Person

USER = settings.AUTH_USER_MODEL


class LegalHold(models.Model):
    """A file that must stay as it is until the hold is lifted: nothing of it is erased."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="holds")
    reason = models.TextField()
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, null=True, related_name="+")
    set_at = models.DateTimeField(auto_now_add=True)
    set_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="legalhold_has_a_reason", condition=~Q(reason="")),
            models.UniqueConstraint(
                name="legalhold_one_a_person", fields=["person"], condition=Q(lifted_at__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"hold {self.person_id}"


class ErasureRequest(models.Model):
    """One asks that a file be erased, another confirms: then it is done, or it is turned down."""

    class State(models.TextChoices):
        REQUESTED = "requested", _("Chờ người thứ hai")
        DONE = "done", _("Đã xóa")
        REFUSED = "refused", _("Không xóa")

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="erasures")
    reason = models.TextField()
    basis = models.TextField()
    state = models.CharField(max_length=9, choices=State.choices, default=State.REQUESTED)
    requested_at = models.DateTimeField(auto_now_add=True)
    requested_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="erasurerequest_says_why", condition=~Q(reason="") & ~Q(basis="")),
            models.CheckConstraint(
                name="erasurerequest_needs_two",
                condition=Q(decided_by__isnull=True) | ~Q(state="done") | ~Q(decided_by=F("requested_by")),
            ),
            models.UniqueConstraint(
                name="erasurerequest_one_waits", fields=["person"], condition=Q(state="requested")
            ),
        ]

    def __str__(self) -> str:
        return f"erasure {self.person_id} {self.state}"


class SubjectRequest(models.Model):
    """What a person asks under the law on personal data, with the day by which it is due."""

    class Kind(models.TextChoices):
        VIEW = "view", _("Xem, cung cấp dữ liệu")
        CORRECT = "correct", _("Chỉnh sửa dữ liệu")
        DELETE = "delete", _("Xóa dữ liệu")
        RESTRICT = "restrict", _("Hạn chế xử lý, phản đối")

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="requests")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    received_on = models.DateField()
    acknowledge_by = models.DateField()
    due_on = models.DateField()
    acknowledged_on = models.DateField(null=True)
    extended_why = models.TextField(blank=True)
    done_on = models.DateField(null=True)
    answer = models.TextField(blank=True)
    recorded_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="subjectrequest_done_has_an_answer", condition=Q(done_on__isnull=True) | ~Q(answer="")
            ),
            models.CheckConstraint(
                name="subjectrequest_done_after_received",
                condition=Q(done_on__isnull=True) | Q(done_on__gte=F("received_on")),
            ),
        ]
        indexes: ClassVar = [
            models.Index(name="subjectrequest_waiting", fields=["due_on"], condition=Q(done_on__isnull=True))
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.received_on}"
