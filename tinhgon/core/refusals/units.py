"""Why the register refuses what is ordered of units."""

from __future__ import annotations

from tinhgon.core.refusals.base import OperationRefused


class NotAlive(OperationRefused):
    vi = "{unit} không tồn tại vào ngày {day}. Chọn ngày khác, hoặc chọn đơn vị khác."
    en = "{unit} does not exist on {day}. Choose another day or another unit."


class UnknownUnit(OperationRefused):
    vi = "Sổ không có đơn vị {unit}. Kiểm tra lại mã hoặc chọn từ danh sách."
    en = "The register has no unit {unit}. Check the code or choose from the list."


class UnknownKind(OperationRefused):
    vi = "Không có loại đơn vị “{kind}”. Chọn một loại trong danh mục."
    en = "There is no kind of unit “{kind}”. Choose one from the list of kinds."


class UnitExists(OperationRefused):
    vi = "{unit} đã có trong sổ, không thể lập lần nữa. Dùng “khôi phục” nếu đơn vị đã giải thể."
    en = "{unit} is already in the register. Use “restore” if it has ended."


class StillAlive(OperationRefused):
    vi = "{unit} vẫn tồn tại vào ngày {day}, không cần khôi phục. Bỏ thao tác này."
    en = "{unit} is alive on {day}; there is nothing to restore. Leave the operation out."


class NothingGiven(OperationRefused):
    vi = "Phần {unit} chuyển sang {heir} bằng 0 cả diện tích lẫn dân số. Ghi tỷ lệ trên 0, hoặc bỏ phần này."
    en = "What {unit} gives to {heir} is 0 in area and in population. State a share above 0, or leave it out."


class TooFewMembers(OperationRefused):
    vi = "Cần ít nhất {needed} đơn vị khác nhau, mới có {found}. Nêu thêm đơn vị."
    en = "At least {needed} different units are needed, there are {found}. Name more units."


class NamedTwice(OperationRefused):
    vi = "{unit} được nêu hai lần, hoặc vừa là nguồn vừa là đích. Chỉ nêu một lần."
    en = "{unit} is named twice, or is both source and target. Name it once."


class SharesDoNotAddUp(OperationRefused):
    vi = (
        "{unit}: các phần chia ra ngày {day} cộng lại bằng {sum} ({measure}). "
        "Tổng phải bằng 1 khi đơn vị kết thúc, không quá 1 khi đơn vị còn lại."
    )
    en = (
        "{unit}: the shares it gives on {day} add up to {sum} ({measure}). "
        "They must make 1 where the unit ends, and no more than 1 where it lives on."
    )


class LaterFacts(OperationRefused):
    vi = "{unit} còn thay đổi đã ghi từ ngày {day}. Thu hồi quyết định đó trước, hoặc chọn ngày sau."
    en = "{unit} has a change recorded from {day}. Revoke that decision first, or choose a later day."


class EndsOnFirstDay(OperationRefused):
    vi = "{unit} mới lập đúng ngày {day}. Thu hồi quyết định thành lập thay vì kết thúc đơn vị."
    en = "{unit} begins on {day} itself. Revoke the decision that founded it instead."
