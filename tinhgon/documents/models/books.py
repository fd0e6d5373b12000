"""Number books: from each, numbers run on without gap or double."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from tinhgon.documents.models.documents import Document
from tinhgon.register.models import Unit
from tinhgon.temporal.constraints import Guard


class Book(models.Model):
    """One issuer's numbers of one series: a year in the state, a committee's term in the Party.

    `type` is empty where one series runs through all types. `last` is the number that was given last.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    type = models.CharField(max_length=12, blank=True)
    symbol = models.CharField(max_length=60)  # what follows the digits: QĐ-UBND, KL/TU
    series = models.CharField(max_length=20)  # 2026; 2025-2030
    began_on = models.DateField()
    ends_on = models.DateField(null=True)  # the first day that is no more of the series
    last = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("unit", "type", "series")
        constraints: ClassVar = [
            models.UniqueConstraint(name="book_one_a_series", fields=["unit", "type", "symbol", "series"]),
            models.CheckConstraint(name="book_has_a_symbol", condition=~Q(symbol="")),
        ]

    def __str__(self) -> str:
        return f"{self.symbol} {self.series}"


class TakenNumber(models.Model):
    """A number given to a document, for good; the database lets only the next one through."""

    book = models.ForeignKey(Book, on_delete=models.PROTECT, related_name="taken", db_index=False)
    number = models.PositiveIntegerField()
    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="taken")
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    taken_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("book", "number")
        constraints: ClassVar = [
            models.UniqueConstraint(name="number_taken_once", fields=["book", "number"]),
            Guard(name="number_follows", function="documents_number_follows",
                  when="BEFORE INSERT OR UPDATE OR DELETE"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.number}"
