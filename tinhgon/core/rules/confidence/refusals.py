"""Why nothing can be said of some ballots."""

from __future__ import annotations

from tinhgon.core.errors import Refused


class BallotsDoNotAddUp(Refused):
    vi = "Các loại phiếu cộng lại là {sum}, khác tổng số phiếu {ballots}. Kiểm tra biên bản kiểm phiếu."
    en = "The kinds of ballots add up to {sum}, not to the {ballots} in all. Check the record of the count."


class TooFewInAll(Refused):
    vi = "Mẫu số là {base}, ít hơn {low} phiếu tín nhiệm thấp hoặc bằng không. Kiểm tra biên bản kiểm phiếu."
    en = "The base is {base}: nought, or fewer than the {low} low ballots. Check the record of the count."
