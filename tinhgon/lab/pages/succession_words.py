"""Words of the page of succession: why a post falls vacant, who takes it how, what keeps people away."""

from __future__ import annotations

from django.utils.translation import gettext


def reasons_to_leave() -> dict[str, str]:
    """Say why a post falls vacant."""
    return {
        "empty": gettext("đang trống"), "retirement": gettext("nghỉ hưu"), "term": gettext("hết thời hạn"),
        "moved": gettext("người giữ chuyển sang vị trí khác"),
    }  # fmt: skip


def ways_to_take() -> dict[str, str]:
    """Say how somebody takes a post."""
    return {
        "promoted": gettext("dự kiến bổ nhiệm"), "rotated": gettext("dự kiến luân chuyển"),
        "reappointed": gettext("dự kiến bổ nhiệm lại"),
    }  # fmt: skip


def missing_facts() -> dict[str, str]:
    """Name a fact that is missing."""
    return {
        "retires_on": gettext("chưa biết ngày nghỉ hưu"), "born": gettext("chưa biết ngày sinh"),
        "woman": gettext("chưa biết giới tính"), "since": gettext("chưa biết ngày giữ chức vụ"),
        "home": gettext("chưa biết quê quán"),
    }  # fmt: skip


def rules() -> dict[str, str]:
    """Name what keeps people from a post."""
    return {
        "level": gettext("không cùng bậc hoặc ngay dưới một bậc"), "retired": gettext("đã đến tuổi nghỉ hưu"),
        "leaves": gettext("nghỉ hưu trong những năm này"), "qualification": gettext("thiếu tiêu chuẩn"),
        "barred": gettext("đang trong thời hạn kỷ luật"),
        "retirement_unknown": gettext("chưa biết ngày nghỉ hưu"),
        "months_left": gettext("không còn đủ thời gian công tác"), "term": gettext("thời hạn chưa hết"),
        "since_unknown": gettext("chưa biết ngày giữ chức vụ"),
        "spacing": gettext("chưa đủ thời gian luân chuyển"), "home_unknown": gettext("chưa biết quê quán"),
        "local": gettext("là người địa phương"), "training": gettext("không kịp học xong"),
        "terms": gettext("không bổ nhiệm lại được"),
        "elsewhere": gettext("đủ điều kiện nhưng cần cho vị trí khác"),
    }  # fmt: skip
