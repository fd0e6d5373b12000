"""What the rules found of a decision when it was signed, and who answered for what stood against it."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from tinhgon.register.models.decisions import Decision
from tinhgon.register.models.people import Person
from tinhgon.register.models.posts import Post
from tinhgon.register.models.units import Unit
from tinhgon.temporal.constraints import Guard


class DecisionFinding(models.Model):
    """One finding, about a unit, a post or a person, or about the decision as a whole; written once.

    What blocks is signed only with a written reason and its basis in law, and both stay.
    """

    class Severity(models.TextChoices):
        BLOCK = "block"
        WARN = "warn"
        NOTE = "note"

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="findings", db_index=False)
    place = models.PositiveIntegerField()
    rule = models.CharField(max_length=80)
    severity = models.CharField(max_length=5, choices=Severity.choices)
    says = models.CharField(max_length=80)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    # What the sentence names, and the dated values that were used, as they were then.
    told = models.JSONField(encoder=DjangoJSONEncoder, default=dict)
    cited = models.JSONField(encoder=DjangoJSONEncoder, default=list)
    reason = models.TextField(blank=True)
    basis = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ("decision", "place")
        constraints: ClassVar = [
            models.UniqueConstraint(name="finding_has_its_place", fields=["decision", "place"]),
            models.CheckConstraint(
                name="finding_blocking_is_answered",
                condition=~Q(severity="block") | (~Q(reason="") & ~Q(basis="")),
            ),
            models.CheckConstraint(
                name="finding_about_one",
                condition=Q(post__isnull=True, person__isnull=True)
                | Q(unit__isnull=True, person__isnull=True)
                | Q(unit__isnull=True, post__isnull=True),
            ),
            Guard(name="finding_is_written_with_its_decision", function="register_finding_is_written_once",
                  when="BEFORE INSERT OR UPDATE OR DELETE"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.rule} {self.severity}"
