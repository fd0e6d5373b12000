"""What happened to an obligation; only added to."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tinhgon.directives.models.obligations import Obligation
from tinhgon.register.models import Decision, Unit
from tinhgon.temporal.constraints import Guard

# What is not done without saying why.
REASONED = ["asked", "extended", "returned", "reassigned", "refused", "reopened", "cancelled"]


class Act(models.Model):
    """One step: given, handed on, extended, returned, reported done, confirmed, passed to a successor …"""

    class Kind(models.TextChoices):
        ASSIGNED = "assigned", _("Giao")
        DIVIDED = "divided", _("Giao tiếp cho cấp dưới")
        NAMED = "named", _("Giao cho người")
        ASKED = "asked", _("Đề nghị gia hạn")
        EXTENDED = "extended", _("Gia hạn")
        RETURNED = "returned", _("Trả lại")
        REASSIGNED = "reassigned", _("Giao đơn vị khác")
        EVIDENCED = "evidenced", _("Nộp minh chứng")
        REPORTED = "reported", _("Báo cáo hoàn thành")
        CONFIRMED = "confirmed", _("Xác nhận hoàn thành")
        REFUSED = "refused", _("Chưa chấp nhận kết quả")
        REOPENED = "reopened", _("Mở lại")
        PASSED_ON = "passed_on", _("Chuyển theo sáp nhập")
        CANCELLED = "cancelled", _("Thôi giao")

    class Role(models.TextChoices):
        BEARS = "bears", _("Đơn vị thực hiện")
        GIVES = "gives", _("Đơn vị giao")
        HELPS = "helps", _("Đơn vị phối hợp")

    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="acts", db_index=False)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    reason = models.TextField(blank=True)
    due_before = models.DateField(null=True)
    due_after = models.DateField(null=True)
    role = models.CharField(max_length=5, choices=Role.choices, blank=True)  # of the unit that changed
    unit_before = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    unit_after = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("obligation", "id")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="act_gives_its_reason",
                condition=~Q(kind__in=REASONED) | ~Q(reason=""),
            ),
            models.CheckConstraint(
                name="act_of_succession_has_a_decision",
                condition=~Q(kind="passed_on") | Q(decision__isnull=False),
            ),
            Guard(name="act_is_immutable", function="directives_act_is_immutable",
                  when="BEFORE UPDATE OR DELETE"),
        ]  # fmt: skip
        indexes: ClassVar = [models.Index(name="act_by_obligation", fields=["obligation", "id"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.obligation_id}"
