"""Why a decision as a whole, a correction or a revocation is refused."""

from __future__ import annotations

from tinhgon.core.refusals.base import OperationRefused
from tinhgon.core.refusals.posts import PostRefused


class NothingChanges(OperationRefused):
    vi = "{unit} vốn đã như vậy từ ngày {day}. Bỏ thao tác này."
    en = "{unit} is already so from {day}. Leave the operation out."


class NotUnderstood(OperationRefused):
    vi = "Giá trị “{value}” không hợp với mục “{field}” của {unit}. Ghi lại giá trị."
    en = "The value “{value}” does not fit the field “{field}” of {unit}. State another value."


class NoDayToCorrect(OperationRefused):
    vi = (
        "Giai đoạn đính chính {unit} từ {day} đến {until} không có ngày nào. Ngày kết thúc phải sau ngày đầu."
    )
    en = "The period {day} – {until} to correct for {unit} has no day. Its end must come after its start."


class UnknownDecision(OperationRefused):
    vi = "Không có quyết định đã ký {decision} để thu hồi. Kiểm tra lại quyết định."
    en = "There is no signed decision {decision} to revoke. Check which decision is meant."


class AlreadyRevoked(OperationRefused):
    vi = "Quyết định {decision} đã được thu hồi rồi. Bỏ thao tác này."
    en = "The decision {decision} has been revoked already. Leave the operation out."


class BuiltUpon(OperationRefused):
    vi = "Không thể thu hồi vì thay đổi sau đó đã dựa trên nó: {units}. Thu hồi các quyết định sau trước."
    en = "It cannot be revoked, later changes build on it: {units}. Revoke the later decisions first."


class NothingOrdered(OperationRefused):
    vi = "Quyết định chưa có thao tác nào. Thêm ít nhất một thao tác."
    en = "The decision orders nothing. Add at least one operation."


class NoSuchAppointment(PostRefused):
    vi = "Không có ghi nhận {unit} giữ {post} từ ngày {day}. Chọn dòng cần đính chính từ quá trình công tác."
    en = "Nothing says that {unit} held {post} from {day}. Choose the line to correct from the career."


class EndsBeforeItBegins(PostRefused):
    vi = "{unit}: ngày kết thúc {until} phải sau ngày bắt đầu {day}. Sửa lại ngày."
    en = "{unit}: the end {until} must come after the start {day}. Mend the days."
