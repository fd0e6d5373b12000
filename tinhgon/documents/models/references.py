"""What a document says of others: on what it rests, what it carries out, amends or replaces."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tinhgon.documents.models.documents import Document
from tinhgon.register.models import Decision


class Reference(models.Model):
    """One document named in another; it resolves when the other is in the register, and may wait for that."""

    class Role(models.TextChoices):
        CITES = "cites", _("Viện dẫn")
        BASIS = "basis", _("Căn cứ")
        IMPLEMENTS = "implements", _("Triển khai")
        AMENDS = "amends", _("Sửa đổi, bổ sung")
        REPLACES = "replaces", _("Thay thế, bãi bỏ")

    document = models.ForeignKey(
        Document, on_delete=models.CASCADE, related_name="references", db_index=False
    )
    role = models.CharField(max_length=10, choices=Role.choices, default=Role.CITES)
    type = models.CharField(max_length=12, blank=True)
    number = models.CharField(max_length=120, blank=True)
    number_key = models.CharField(max_length=120, blank=True)
    issuer = models.CharField(max_length=250, blank=True)
    day = models.DateField(null=True)
    title = models.TextField(blank=True)
    words = models.TextField(blank=True)  # as the citing document has them
    start = models.PositiveIntegerField(default=0)  # in the citing document's text
    end = models.PositiveIntegerField(default=0)
    cited = models.ForeignKey(Document, on_delete=models.SET_NULL, null=True, related_name="cited_by")
    decision = models.ForeignKey(Decision, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ("document", "start", "id")
        constraints: ClassVar = [
            models.CheckConstraint(name="reference_names_something", condition=~Q(number="") | ~Q(title="")),
            models.CheckConstraint(
                name="reference_not_to_itself", condition=Q(cited__isnull=True) | ~Q(cited=F("document"))
            ),
            models.CheckConstraint(name="reference_place_is_a_span", condition=Q(end__gte=F("start"))),
        ]
        indexes: ClassVar = [
            models.Index(name="reference_by_document", fields=["document", "start"]),
            models.Index(
                name="reference_unresolved",
                fields=["number_key"],
                condition=Q(cited__isnull=True, decision__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.number or self.title
