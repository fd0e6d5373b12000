"""What the calendar says of an obligation on a day. Pure; queries.statuses says the same in SQL."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

OPEN, REPORTED, DONE, RETURNED, CANCELLED = "open", "reported", "done", "returned", "cancelled"


class Status(models.TextChoices):
    """The words of reports on assigned tasks: completed or not, in time or not; and who is waited for."""

    NOT_DUE = "not_due", _("Chưa hoàn thành, trong hạn")
    DUE_SOON = "due_soon", _("Sắp đến hạn")
    OVERDUE = "overdue", _("Chưa hoàn thành, quá hạn")
    NO_TERM = "no_term", _("Không có thời hạn")
    WAITING = "waiting", _("Chờ xác nhận hoàn thành")
    RETURNED = "returned", _("Đơn vị trả lại")
    DONE_ON_TIME = "done_on_time", _("Hoàn thành đúng hạn")
    DONE_LATE = "done_late", _("Hoàn thành quá hạn")
    CANCELLED = "cancelled", _("Thôi giao")


# What is still to be done, and what was.
PENDING = frozenset({Status.NOT_DUE, Status.DUE_SOON, Status.OVERDUE, Status.NO_TERM, Status.RETURNED})
FINISHED = frozenset({Status.DONE_ON_TIME, Status.DONE_LATE})


def status(state: str, done_on: date | None, due_on: date | None, today: date, soon: date) -> Status:
    """
    Tell how an obligation stands on a day; what was done later was not done on it yet.

    :param state: of models.Obligation.
    :param due_on: the last day that is in time; whatever has none is never late.
    :param soon: the last day that counts as near.
    """
    if state in (CANCELLED, RETURNED):
        return Status(state)
    if state in (DONE, REPORTED) and done_on is not None and done_on <= today:
        if state == REPORTED:
            return Status.WAITING
        return Status.DONE_LATE if due_on is not None and done_on > due_on else Status.DONE_ON_TIME
    if due_on is None:
        return Status.NO_TERM
    if due_on < today:
        return Status.OVERDUE
    return Status.DUE_SOON if due_on <= soon else Status.NOT_DUE


def days_late(done_on: date | None, due_on: date | None, today: date) -> int:
    """Count the days by which it came, or so far comes, after its day; 0 in time."""
    if due_on is None:
        return 0
    ended = done_on if done_on is not None and done_on <= today else today
    return max((ended - due_on).days, 0)
