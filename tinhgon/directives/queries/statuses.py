"""The status of obligations as one SQL expression: the same as `statuses.status`, which a test holds."""

from __future__ import annotations

from datetime import date

from django.db.models import Case, CharField, DateField, F, Func, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, Greatest, Least

from tinhgon.directives import statuses
from tinhgon.directives.models import Obligation
from tinhgon.directives.nearness import soon
from tinhgon.directives.statuses import Status


def with_status(found: QuerySet[Obligation], today: date) -> QuerySet[Obligation]:
    """Add `status` (a code of Status) and `late_by` (days, 0 in time) as on a day."""
    return found.annotate(status=status_of(today, soon(today)), late_by=late_by(today))


def status_of(today: date, near: date) -> Case:
    """Write the status on a day."""
    ended = Q(done_on__lte=today)
    return Case(
        When(state__in=[statuses.CANCELLED, statuses.RETURNED], then=F("state")),
        When(ended & Q(state=statuses.REPORTED), then=Value(Status.WAITING.value)),
        When(ended & Q(state=statuses.DONE, done_on__gt=F("due_on")), then=Value(Status.DONE_LATE.value)),
        When(ended & Q(state=statuses.DONE), then=Value(Status.DONE_ON_TIME.value)),
        When(due_on=None, then=Value(Status.NO_TERM.value)),
        When(due_on__lt=today, then=Value(Status.OVERDUE.value)),
        When(due_on__lte=near, then=Value(Status.DUE_SOON.value)),
        default=Value(Status.NOT_DUE.value),
        output_field=CharField(),
    )


def late_by(today: date) -> Case:
    """Write by how many days it came, or so far comes, after its day."""
    day = Value(today, output_field=DateField())
    ended = Least(Coalesce(F("done_on"), day), day)
    days = Func(
        ended, F("due_on"), template="(%(expressions)s)", arg_joiner=" - ", output_field=IntegerField()
    )
    return Case(When(due_on=None, then=0), default=Greatest(days, 0), output_field=IntegerField())
