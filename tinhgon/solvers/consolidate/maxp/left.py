"""What a plan of most regions must own up to, in words."""

from __future__ import annotations

from tinhgon.core.errors import Refused

QUOTED = 20


class LeftOver(Refused):
    vi = "{count} đơn vị chưa đạt ngưỡng và không nhập được vào đơn vị nào đã đạt: {units}."
    en = "{count} units stay below the threshold and no unit above it can take them: {units}."


class SharesOnly(Refused):
    vi = "Số đơn vị tối đa chỉ tính theo tổng, vì có quá nhiều cách gộp để xét hết."
    en = (
        "The most units there can be is told from sums only: there are too many ways to merge to look at all."
    )


def note_left(codes: list[str]) -> str:
    """Say which units stay below the threshold."""
    more = [f"… (+{len(codes) - QUOTED})"] if len(codes) > QUOTED else []
    said = LeftOver(count=len(codes), units=tuple(codes[:QUOTED] + more))
    return f"{said.message('vi')} {said.message('en')}"


def note_shares() -> str:
    """Say that the bound is a weak one."""
    return f"{SharesOnly().message('vi')} {SharesOnly().message('en')}"
