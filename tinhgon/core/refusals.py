"""Why the register refuses an operation: one class a reason, each with what to do instead."""

from __future__ import annotations

from tinhgon.core.errors import Refused


class OperationRefused(Refused):
    """An operation is impossible; `operation` counts from 1, 0 is the decision as a whole."""

    @property
    def operation(self) -> int:
        """The place of the operation in its decision."""
        return int(self.facts.get("operation", 0))


class NotAlive(OperationRefused):
    vi = "{unit} không tồn tại vào ngày {day}. Chọn ngày khác, hoặc chọn đơn vị khác."
    en = "{unit} does not exist on {day}. Choose another day or another unit."


class UnknownUnit(OperationRefused):
    vi = "sổ không có đơn vị {unit}. Kiểm tra lại mã hoặc chọn từ danh sách."
    en = "the register has no unit {unit}. Check the code or choose from the list."


class UnknownKind(OperationRefused):
    vi = "không có loại đơn vị “{kind}”. Chọn một loại trong danh mục."
    en = "there is no kind of unit “{kind}”. Choose one from the list of kinds."


class UnitExists(OperationRefused):
    vi = "{unit} đã có trong sổ, không thể lập lần nữa. Dùng “khôi phục” nếu đơn vị đã giải thể."
    en = "{unit} is already in the register. Use “restore” if it has ended."


class StillAlive(OperationRefused):
    vi = "{unit} vẫn tồn tại từ ngày {day}, không cần khôi phục."
    en = "{unit} is alive from {day}; there is nothing to restore."


class NothingChanges(OperationRefused):
    vi = "{unit} vốn đã như vậy từ ngày {day}. Bỏ thao tác này."
    en = "{unit} is already so from {day}. Leave the operation out."


class TooFewMembers(OperationRefused):
    vi = "cần ít nhất {needed} đơn vị, mới có {found}."
    en = "needs at least {needed} units, has {found}."


class NamedTwice(OperationRefused):
    vi = "{unit} được nêu hai lần, hoặc vừa là nguồn vừa là đích."
    en = "{unit} is named twice, or is both source and target."


class SharesDoNotAddUp(OperationRefused):
    vi = "{unit}: các phần được chia cộng lại bằng {sum}, phải bằng 1 ({measure})."
    en = "{unit}: the shares given away add up to {sum} and must be 1 ({measure})."


class LaterFacts(OperationRefused):
    vi = "{unit} còn thay đổi đã ghi từ ngày {day}. Thu hồi quyết định đó trước, hoặc chọn ngày sau."
    en = "{unit} has a change recorded from {day}. Revoke that decision first, or choose a later day."


class EndsOnFirstDay(OperationRefused):
    vi = "{unit} mới lập đúng ngày {day}. Thu hồi quyết định thành lập thay vì kết thúc đơn vị."
    en = "{unit} begins on {day} itself. Revoke the decision that founded it instead."


class HasChildren(OperationRefused):
    vi = "{unit} kết thúc ngày {day} nhưng còn đơn vị trực thuộc: {children}. Chuyển hoặc kết thúc các đơn vị đó trước."
    en = "{unit} ends on {day} but still has units under it: {children}. Move or end them first."


class ParentMissing(OperationRefused):
    vi = "{unit} đặt dưới {parent}, nhưng {parent} không tồn tại vào ngày {day}. Chọn cấp trên khác hoặc ngày khác."
    en = "{unit} is put under {parent}, which does not exist on {day}. Choose another parent or another day."


class OutsideLife(OperationRefused):
    vi = "{unit} không tồn tại vào ngày {day} mà vẫn có vị trí hoặc mã. Sửa giai đoạn."
    en = "{unit} does not exist on {day} but has a place or a code then. Mend the period."


class Unplaced(OperationRefused):
    vi = "{unit} không đứng trong hệ thống nào vào ngày {day}. Đặt đơn vị dưới một cấp trên."
    en = "{unit} stands in no line on {day}. Put it under a parent."


class Cycle(OperationRefused):
    vi = "{unit} sẽ là cấp trên của chính mình vào ngày {day} (hệ thống {line}). Chọn cấp trên khác."
    en = "{unit} would be its own superior on {day} (line {line}). Choose another parent."


class CodeTaken(OperationRefused):
    vi = "Mã {code} đã thuộc về {holder} vào ngày {day}. Chọn mã khác hoặc kết thúc mã đó trước."
    en = "Code {code} belongs to {holder} on {day}. Choose another code or end that one first."


class NotUnderstood(OperationRefused):
    vi = "giá trị “{value}” không hợp với trường {field}."
    en = "the value “{value}” does not fit the field {field}."


class UnknownDecision(OperationRefused):
    vi = "không có quyết định đã ký {decision} để thu hồi."
    en = "there is no signed decision {decision} to revoke."


class BuiltUpon(OperationRefused):
    vi = "không thể thu hồi vì thay đổi sau đó đã dựa trên nó: {units}. Thu hồi các quyết định sau trước."
    en = "cannot be revoked, later changes build on it: {units}. Revoke the later decisions first."


class NothingOrdered(OperationRefused):
    vi = "Quyết định chưa có thao tác nào. Thêm ít nhất một thao tác."
    en = "The decision orders nothing. Add at least one operation."
