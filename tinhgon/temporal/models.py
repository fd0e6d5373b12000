"""Abstract bases of a dated table: the current rows, the past ones, and both as known at a moment."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar, Self, TypeVar

from django.contrib.postgres.fields import DateTimeRangeField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from tinhgon.temporal.asof import AsOf
from tinhgon.temporal.constraints import Guard
from tinhgon.temporal.fields import PeriodField

Row = TypeVar("Row", bound=models.Model)


class UndatedRead(TypeError):  # noqa: N818  (says what happened)
    """A dated table was read without a day: a fault of the program, never of its user."""


class DatedQuerySet(models.QuerySet[Row]):
    """Rows of a dated table, narrowed by day."""

    def on(self, day: date) -> Self:
        """Keep the rows that hold on a day."""
        return self.filter(valid__contains=day)

    def known_at(self, moment: datetime) -> DatedQuerySet[Any]:
        """Read what the register said at a moment, rows since replaced included.

        :raises UndatedRead: it is asked after other conditions, which would be lost.
        """
        if self.query.where or self.query.is_sliced:
            raise UndatedRead(f"Ask {self.model.__name__} for its moment first, then narrow.")
        known = self.model.known_model  # type: ignore[attr-defined]
        return DatedQuerySet(known, using=self.db).filter(recorded__contains=moment)

    def as_known(self, as_of: AsOf) -> DatedQuerySet[Any]:
        """Read all days, as known at the moment."""
        return self.known_at(as_of.known) if as_of.known else self

    def as_of(self, as_of: AsOf) -> DatedQuerySet[Any]:
        """Keep what was so on the day, as known at the moment."""
        return self.as_known(as_of).on(as_of.valid)


class DatedManager(models.Manager[Row]):
    """Refuses a read that names no day: ask `.as_of(…)`, `.on(…)`, or for all days `.throughout()`."""

    def get_queryset(self) -> models.QuerySet[Row]:
        """Refuse.

        :raises UndatedRead: always.
        """
        raise UndatedRead(f"Read {self.model.__name__} with as_of(), on(), known_at() or throughout().")

    def throughout(self) -> DatedQuerySet[Row]:
        """Read the rows of all days, as known now."""
        return DatedQuerySet(self.model, using=self._db)

    def on(self, day: date) -> DatedQuerySet[Row]:
        """Read the rows that hold on a day, as known now."""
        return self.throughout().on(day)

    def known_at(self, moment: datetime) -> DatedQuerySet[Any]:
        """Read the rows of all days, as known at a moment."""
        return self.throughout().known_at(moment)

    def as_known(self, as_of: AsOf) -> DatedQuerySet[Any]:
        """Read the rows of all days, as known from one point of view."""
        return self.throughout().as_known(as_of)

    def as_of(self, as_of: AsOf) -> DatedQuerySet[Any]:
        """Read from one point of view."""
        return self.throughout().as_of(as_of)


class Current(models.Model):
    """What is known now. The database stamps `recorded_from` and keeps what an update replaces."""

    recorded_from = models.DateTimeField(editable=False, db_default=Now())

    objects: ClassVar[DatedManager[Self]] = DatedManager()
    # Plain access for Django's own needs: refresh_from_db, foreign keys, bulk writes of actions.
    rows = models.Manager()

    known_model: ClassVar[type[models.Model]]
    past_model: ClassVar[type[models.Model]]

    class Meta:
        abstract = True
        base_manager_name = "rows"
        constraints: ClassVar = [
            Guard(name="%(class)s_keeps_its_past", function="temporal_keep_past",
                  when="BEFORE INSERT OR UPDATE OR DELETE"),
        ]  # fmt: skip


class Past(models.Model):
    """What was known once: filled by the database alone."""

    past_id = models.BigAutoField(primary_key=True)
    recorded = DateTimeRangeField()

    class Meta:
        abstract = True
        constraints: ClassVar = [
            Guard(name="%(class)s_is_kept", function="temporal_past_is_kept",
                  when="BEFORE INSERT OR UPDATE OR DELETE"),
        ]  # fmt: skip


class Known(models.Model):
    """A view over the current and the past rows with the time over which each was known."""

    recorded = DateTimeRangeField()

    class Meta:
        abstract = True
        managed = False


class Valid(models.Model):
    """The days on which a row is so: from a first day, with or without an end."""

    valid = PeriodField()

    class Meta:
        abstract = True
        # An empty range covers no day and overlaps nothing; the calendar of programs ends in 9999.
        constraints: ClassVar = [
            models.CheckConstraint(
                name="%(class)s_has_days",
                condition=Q(valid__startswith__isnull=False, valid__startswith__gte=date.min)
                & (Q(valid__upper_inf=True) | Q(valid__endswith__lte=date.max)),
            ),
        ]
