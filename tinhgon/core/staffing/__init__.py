"""How a decision's operations on posts, quotas and people change the draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tinhgon.core import operations as ops
from tinhgon.core.draft import Draft
from tinhgon.core.staffing.leaving import release, retire
from tinhgon.core.staffing.mending import change_grade, correct_appointment
from tinhgon.core.staffing.posts import (
    abolish_post,
    change_post,
    create_post,
    lead_posts,
    move_post,
    report_to,
)
from tinhgon.core.staffing.quotas import set_quota
from tinhgon.core.staffing.taking import appoint, change_occupancy, reappoint, second, transfer_person

__all__ = ["ACTS", "lead_posts"]

ACTS: Mapping[type[Any], Callable[[Any, Draft], None]] = {
    ops.CreatePost: create_post,
    ops.ChangePost: change_post,
    ops.ReportTo: report_to,
    ops.MovePost: move_post,
    ops.AbolishPost: abolish_post,
    ops.SetQuota: set_quota,
    ops.Appoint: appoint,
    ops.Reappoint: reappoint,
    ops.TransferPerson: transfer_person,
    ops.Second: second,
    ops.ChangeOccupancy: change_occupancy,
    ops.Release: release,
    ops.Retire: retire,
    ops.ChangeGrade: change_grade,
    ops.CorrectAppointment: correct_appointment,
}
