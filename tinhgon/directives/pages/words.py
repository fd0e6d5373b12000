"""How obligations are worded: how they stand, how many days are left, how heavy they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from tinhgon.directives.models import Obligation
from tinhgon.directives.statuses import FINISHED, Status
from tinhgon.register.pages.words import figure


@dataclass(frozen=True, slots=True)
class Look:
    """A status on a page: short words, a shape, so that nobody needs the colour, and the colour."""

    name: Any
    icon: str
    tone: str = ""


# Short, for columns and tags; in reports stand the words of statuses.Status.
LOOKS = {
    Status.OVERDUE: Look(_("Quá hạn"), icon="alert-triangle", tone="bad"),
    Status.DUE_SOON: Look(_("Sắp đến hạn"), icon="clock-exclamation", tone="warn"),
    Status.NOT_DUE: Look(_("Trong hạn"), icon="clock"),
    Status.NO_TERM: Look(_("Không thời hạn"), icon="clock-off"),
    Status.WAITING: Look(_("Chờ xác nhận"), icon="hourglass", tone="info"),
    Status.RETURNED: Look(_("Trả lại"), icon="arrow-back-up", tone="warn"),
    Status.DONE_ON_TIME: Look(_("Xong đúng hạn"), icon="circle-check", tone="ok"),
    Status.DONE_LATE: Look(_("Xong quá hạn"), icon="clock-check", tone="warn"),
    Status.CANCELLED: Look(_("Thôi giao"), icon="ban"),
}
COLUMNS = {
    "overdue": _("Quá hạn"), "due_soon": _("Sắp đến hạn"), "running": _("Trong hạn"),
    "waiting": _("Chờ xác nhận"), "returned": _("Trả lại"), "done": _("Hoàn thành"),
}  # fmt: skip
EVERY = {
    "week": _("hằng tuần"), "month": _("hằng tháng"), "quarter": _("hằng quý"), "half": _("6 tháng một lần"),
    "year": _("hằng năm"),
}  # fmt: skip
BOUNDS = {
    "at_least": _("ít nhất"), "at_most": _("nhiều nhất"), "above": _("trên"), "below": _("dưới"),
    "about": _("khoảng"),
}  # fmt: skip


def days_said(one: Obligation, late: int, *, today: date) -> str:
    """Say how many days are left, or by how many it is late."""
    if one.state == "cancelled":
        return ""
    if one.state in ("done", "reported") and one.done_on:
        return _done(one, late)
    if late:
        return ngettext("quá hạn %(days)d ngày", "quá hạn %(days)d ngày", late) % {"days": late}
    if one.due_on is None:
        return gettext("chưa định ngày")
    left = (one.due_on - today).days
    if not left:
        return gettext("hạn hôm nay")
    return ngettext("còn %(days)d ngày", "còn %(days)d ngày", left) % {"days": left}


def beside_status(one: Obligation, status: Status, late: int, *, today: date) -> str:
    """Say what the words of the status leave open: which day, by how many days."""
    if status in (Status.OVERDUE, Status.CANCELLED, Status.NO_TERM):
        return ""
    if status not in FINISHED or one.done_on is None:
        return days_said(one, late, today=today)
    on = f"{one.done_on:%d/%m/%Y}"
    if not late:
        return on
    said = ngettext("%(on)s, trễ %(days)d ngày", "%(on)s, trễ %(days)d ngày", late)
    return said % {"on": on, "days": late}


def _done(one: Obligation, late: int) -> str:
    on = f"{one.done_on:%d/%m/%Y}"
    if one.state == "reported":
        return _reported(on, late)
    if late:
        said = ngettext("xong %(on)s, trễ %(days)d ngày", "xong %(on)s, trễ %(days)d ngày", late)
        return said % {"on": on, "days": late}
    if one.due_on:
        return gettext("xong %(on)s, đúng hạn") % {"on": on}
    return gettext("xong %(on)s") % {"on": on}


def _reported(on: str, late: int) -> str:
    """Say what its bearer says, which nobody has confirmed yet."""
    if late:
        said = ngettext("báo xong %(on)s, trễ %(days)d ngày", "báo xong %(on)s, trễ %(days)d ngày", late)
        return said % {"on": on, "days": late}
    return gettext("báo xong %(on)s") % {"on": on}


def weight_said(weight: Decimal) -> str:
    """Say the weight where it is not the usual one."""
    return gettext("trọng số %(weight)s") % {"weight": figure(weight)} if weight != 1 else ""


def target_said(one: Obligation) -> str:
    """Say what figure a target asks, and what was reached."""
    if one.figure is None:
        return ""
    asked = f"{BOUNDS.get(one.bound, '')} {figure(one.figure)} {one.measure}".strip()
    if one.reached is None:
        return asked
    return gettext("%(asked)s; đạt %(reached)s") % {"asked": asked, "reached": figure(one.reached)}
