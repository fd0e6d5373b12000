"""Why a life, a place or a code would not be sound."""

from __future__ import annotations

from tinhgon.core.refusals.base import OperationRefused


class HasChildren(OperationRefused):
    vi = "{unit} không còn từ ngày {day} nhưng còn đơn vị trực thuộc: {children}. Chuyển hoặc kết thúc trước."
    en = "{unit} is no more from {day} but has units under it: {children}. Move or end them first."


class ParentMissing(OperationRefused):
    vi = "{unit} đặt dưới {parent}, vốn không tồn tại vào ngày {day}. Chọn cấp trên khác hoặc ngày khác."
    en = "{unit} is put under {parent}, which does not exist on {day}. Choose another parent or another day."


class OutsideLife(OperationRefused):
    vi = "{unit} không tồn tại vào ngày {day} mà vẫn có vị trí hoặc mã. Sửa giai đoạn."
    en = "{unit} does not exist on {day} but has a place or a code then. Mend the period."


class Unplaced(OperationRefused):
    vi = "{unit} không đứng trong hệ thống nào vào ngày {day}. Đặt đơn vị dưới một cấp trên."
    en = "{unit} stands in no line on {day}. Put it under a parent."


class Cycle(OperationRefused):
    vi = "{unit} sẽ là cấp trên của chính mình vào ngày {day} (hệ thống {line}). Chọn cấp trên khác."
    en = "{unit} would be its own superior on {day} ({line} line). Choose another parent."


class CodeTaken(OperationRefused):
    vi = "Mã {code} đã thuộc về {holder} vào ngày {day}. Chọn mã khác hoặc kết thúc mã đó trước."
    en = "Code {code} belongs to {holder} on {day}. Choose another code or end that one first."


class LineageLost(OperationRefused):
    vi = (
        "{unit} phải tồn tại vào ngày {day}: khi đó có phần chuyển từ {origin} sang {result}. "
        "Thu hồi quyết định chuyển đó trước, hoặc chọn ngày khác."
    )
    en = (
        "{unit} must exist on {day}, when something passes from {origin} to {result}. "
        "Revoke the decision that passes it first, or choose another day."
    )
