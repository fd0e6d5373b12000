"""Why a file is not taken in, a document not confirmed, ended or found."""

from __future__ import annotations

from collections.abc import Mapping

from tinhgon.core.errors import NotPermitted, Refused


class MayNotTakeIn(NotPermitted):
    vi = (
        "Tài khoản này không được vào sổ văn bản cho đơn vị đã chọn. Đề nghị văn thư của đơn vị đó thực hiện."
    )
    en = "This account may not keep documents for that unit. Ask the clerk of that unit."


class FileTooLarge(Refused):
    vi = "Tệp “{name}” lớn hơn {most} MB nên không nhận. Bỏ ảnh quét, nén lại hoặc tách phụ lục rồi nạp lại."
    en = "The file “{name}” is larger than {most} MB and was not taken in. Leave out pictures, or split it."


class SecretPaper(Refused):
    vi = (
        "Tệp “{name}” có dấu chỉ độ mật. Bí mật nhà nước không được soạn thảo, lưu giữ trên máy có kết nối "
        "mạng nên tệp không được nhận và nội dung đã bị hủy. Xử lý theo quy trình văn bản mật."
    )
    en = (
        "The file “{name}” bears a mark of secrecy. State secrets may not be worked on or kept on a machine "
        "in a network: it was not taken in, its content is thrown away. Treat it as secret papers are."
    )


class AlreadyTakenIn(Refused):
    vi = "Tệp này đã có trong khay của đơn vị: “{name}”, nạp lúc {moment}. Mở tệp đó thay vì nạp lần nữa."
    en = "This file is in the unit's tray already: “{name}”, taken in at {moment}. Open that one instead."


class TakenInMeanwhile(Refused):
    vi = "Tệp này vừa được người khác nạp vào khay của đơn vị. Tải lại trang để thấy."
    en = "Somebody else took this very file in just now. Reload the page to see it."


class NoSuchIntake(Refused):
    vi = "Không có tệp này trong khay, hoặc nó nằm ngoài phạm vi của tài khoản."
    en = "There is no such file in the tray, or it lies outside the reach of this account."


class IntakeSettled(Refused):
    vi = "Tệp “{name}” đã được xác nhận hoặc đã bỏ, không sửa được nữa."
    en = "The file “{name}” was confirmed or dropped already and cannot be changed."


class NothingToConfirm(Refused):
    vi = "Tệp “{name}” không đọc được nên không xác nhận được. Nạp bản có chữ, hoặc bỏ tệp này."
    en = "The file “{name}” could not be read and cannot be confirmed. Take in one with text, or drop this."


class IntakeOvertaken(Refused):
    vi = "Người khác đã sửa lựa chọn của tệp “{name}” sau khi bạn mở trang. Tải lại trang, xem rồi xác nhận."
    en = "Somebody changed the choices for “{name}” after you opened the page. Reload, look, then confirm."


class FindingsLeft(Refused):
    vi = "Còn {count} điều máy đọc được mà chưa ai nhận hoặc bỏ. Xem từng điều, hoặc bấm “Nhận tất cả”."
    en = "{count} findings were neither accepted nor dropped. Look at each, or press “Accept all”."


class NoSuchFinding(Refused):
    vi = "Không có điều này trong tệp. Tải lại trang."
    en = "There is no such finding in this file. Reload the page."


class HeadIncomplete(Refused):
    vi = "Phần đầu văn bản còn thiếu: {fields}. Điền rồi xác nhận lại."
    en = "The head of the document lacks: {fields}. Fill it in, then confirm."


class HeadUnfit(Refused):
    vi = "Phần đầu văn bản ghi sai: {fields}. Sửa rồi lưu lại."
    en = "The head of the document is wrong: {fields}. Mend it, then save again."


class TaskWithoutBearer(Refused):
    vi = "Nhiệm vụ “{matter}” chưa có đơn vị nào thực hiện. Chọn đơn vị, hoặc bỏ nhiệm vụ."
    en = "No unit bears the task “{matter}”. Choose one, or drop the task."


class TaskWithoutMatter(Refused):
    vi = "Chưa có nội dung nhiệm vụ. Chọn một đoạn của văn bản hoặc tự ghi nội dung."
    en = "The task has no matter. Select a part of the text or write it yourself."


class NoSuchBearer(Refused):
    vi = "Đơn vị {unit} không có vào ngày {day}. Chọn đơn vị đang hoạt động."
    en = "Unit {unit} is not there on {day}. Choose a unit that is."


class ChoiceUnfit(Refused):
    vi = "{field}: “{value}” không đọc được. {hint}"
    en = "{field}: “{value}” cannot be read. {hint}"


class ReasonMissing(Refused):
    vi = "Ghi lý do bỏ tệp này: nó ở lại trong sổ."
    en = "Say why this file is dropped: the reason stays in the record."


class DuplicateInRegistry(Refused):
    vi = (
        "Sổ của đơn vị đã có văn bản cùng số, cơ quan ban hành và ngày. Mở văn bản đó thay vì vào sổ lần nữa."
    )
    en = "The unit's registry has a document of this number, issuer and day already. Open that one instead."


class NoSuchDocument(Refused):
    vi = "Không có văn bản này, hoặc nó nằm ngoài phạm vi của tài khoản."
    en = "There is no such document, or it lies outside the reach of this account."


class AlreadyEnded(Refused):
    vi = "Văn bản {document} đã hết hiệu lực từ ngày {day}."
    en = "Document {document} is no more in force since {day}."


class EndsItself(Refused):
    vi = "Văn bản không thể tự thay thế chính nó. Chọn văn bản khác."
    en = "A document cannot end itself. Choose another one."


class EndsTooEarly(Refused):
    vi = "Văn bản {document} có hiệu lực từ {begins}, không thể hết hiệu lực vào {day}. Kiểm tra lại ngày."
    en = "Document {document} begins on {begins} and cannot end on {day}. Check the day."


class NotRegistered(Refused):
    vi = "Văn bản {document} còn là dự thảo, chưa có hiệu lực để chấm dứt."
    en = "Document {document} is still a draft: there is nothing to end."


# The refusal of each constraint of documents that a person may run into.
CONSTRAINTS: Mapping[str, type[Refused]] = {
    "document_identity": DuplicateInRegistry,
    "intake_once": TakenInMeanwhile,
}
