"""Why the record refuses to be written, sealed or believed: one class a reason."""

from __future__ import annotations

from collections.abc import Mapping

from tinhgon.core.errors import Refused


class UnknownAct(Refused):
    vi = "Không có loại hành động “{act}” trong nhật ký. Dùng một mã trong danh mục."
    en = "The record knows no act “{act}”. Use a code of its list."


class UnknownPurpose(Refused):
    vi = "Không có mục đích “{purpose}”. Chọn một mục đích trong danh mục."
    en = "There is no purpose “{purpose}”. Choose one of the list."


class PurposeMissing(Refused):
    vi = "Xem dữ liệu cá nhân phải nêu mục đích. Chọn mục đích rồi mở lại."
    en = "Personal data are read for a stated purpose. Choose one, then open again."


class NotACode(Refused):
    """The value itself is not repeated: it may be what must not be recorded."""

    vi = "Mục “{field}” của nhật ký chỉ ghi mã, không ghi nội dung dữ liệu."
    en = "The field “{field}” of the record holds codes only, never data."


class RecordedForever(Refused):
    vi = "Nhật ký truy cập chỉ ghi thêm, không sửa, không xóa ({constraint})."
    en = "The record of reads and acts is only added to, never changed or deleted ({constraint})."


class ImpossibleEvent(Refused):
    vi = "Không thể ghi vào nhật ký ({constraint}): chỉ nhận mã và con số hợp lệ."
    en = "It cannot be recorded ({constraint}): only codes and sound numbers are, never data."


class SealingRefused(Refused):
    """Nothing may be signed over what was kept before."""

    vi = "Không niêm phong: nhật ký không khớp điểm kiểm {size} dòng ở {place}. Chạy: tinhgon audit verify"
    en = "Not sealed: the record belies the checkpoint of {size} rows in {place}. Run: tinhgon audit verify"


class KeyMissing(Refused):
    vi = "Thiếu khóa niêm phong {file}, mà nhật ký đã từng được niêm phong. Chép lại khóa cũ vào đó."
    en = "The sealing key {file} is missing, yet the record was sealed before. Put the old key back."


class KeyUnreadable(Refused):
    vi = "Tệp khóa {file} không đúng dạng. Chép lại khóa từ bản lưu."
    en = "The key file {file} cannot be understood. Copy the key from its backup."


class KeyNotPrivate(Refused):
    vi = "Người khác đọc được tệp khóa {file}. Đặt quyền 0600 (chmod 600), và nên thay khóa."
    en = "Others can read the key file {file}. Give it mode 0600 (chmod 600), and better change the key."


class PlaceUnusable(Refused):
    vi = "Không dùng được nơi lưu điểm kiểm {place}: {reason}. Chưa niêm phong gì. Sửa nơi đó rồi thử lại."
    en = "Checkpoints cannot be kept in {place}: {reason}. Nothing was sealed. Mend it, then try again."


CONSTRAINTS: Mapping[str, type[Refused]] = {
    "audit_is_kept": RecordedForever,
    "event_holds_codes_only": ImpossibleEvent,
    "event_class_is_known": ImpossibleEvent,
    "event_count_not_negative": ImpossibleEvent,
}
