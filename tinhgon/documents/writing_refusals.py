"""Why a document is not written, not issued, or gets no number; why a template is not taken."""

from __future__ import annotations

from collections.abc import Mapping

from tinhgon.core.errors import NotPermitted, Refused
from tinhgon.documents.refusals import DuplicateInRegistry


class MayNotWrite(NotPermitted):
    vi = "Tài khoản này không được soạn văn bản cho đơn vị đã chọn. Đề nghị cán bộ của đơn vị đó soạn."
    en = "This account may not write documents for that unit. Ask somebody of that unit."


class MayNotIssue(NotPermitted):
    vi = "Tài khoản này không được ban hành văn bản của đơn vị này. Đề nghị người có quyền ký ban hành."
    en = "This account may not issue documents of that unit. Ask somebody who signs for it."


class MayNotLayOut(NotPermitted):
    vi = "Chỉ người ký toàn hệ thống được đổi mẫu văn bản. Đề nghị người đó đổi."
    en = "Only who signs for everything may change templates. Ask that person."


class NotADraft(Refused):
    vi = "Văn bản {document} đã vào sổ, không sửa được nữa. Soạn văn bản mới để sửa đổi hoặc thay thế."
    en = "Document {document} is registered and cannot be changed. Write another one that amends it."


class DraftChanged(Refused):
    vi = (
        "Người khác vừa sửa dự thảo này, khác với bản của bạn ở: {fields}. Chưa ghi gì; điều bạn viết còn"
        " nguyên dưới đây. So với bản mới ở phần xem trước, rồi ghi lại nếu muốn giữ bản của bạn."
    )
    en = (
        "Somebody else has just changed this draft; it differs from yours in: {fields}. Nothing was written,"
        " and yours is still below. Compare it with the preview, then save again to keep yours."
    )


class SymbolTooLong(Refused):
    vi = "Ký hiệu “{found}” dài quá {most} chữ. Rút ngắn ký hiệu."
    en = "The symbol “{found}” has more than {most} letters. Make it shorter."


class TooMuchWritten(Refused):
    vi = "Nội dung có {found} chữ, tối đa {most}. Chuyển bớt sang phụ lục hoặc văn bản khác."
    en = "There are {found} letters, at most {most} may be. Put some into another document."


class NoSuchKind(Refused):
    vi = "Không có loại văn bản “{kind}”. Chọn một loại trong danh sách."
    en = "There is no kind “{kind}” of document. Choose one of the list."


class NoTerm(Refused):
    vi = (
        "Chưa mở sổ số “{symbol}” cho ngày {day}. Số văn bản của Đảng tính theo nhiệm kỳ: mở sổ với ngày đầu"
        " nhiệm kỳ rồi ban hành lại."
    )
    en = (
        "No book “{symbol}” is open on {day}. Numbers of Party documents run with the term: open a book with"
        " the term's first day, then issue again."
    )


class NoSymbol(Refused):
    vi = "Văn bản chưa có ký hiệu (ví dụ QĐ-UBND). Điền ký hiệu rồi ban hành."
    en = "The document has no symbol (such as QĐ-UBND). Fill it in, then issue it."


class BeforeTheLast(Refused):
    vi = "Sổ “{book}” đã cấp số đến ngày {last}; không cấp số cho ngày {day} sớm hơn. Chọn ngày từ {last}."
    en = "The book “{book}” gave numbers up to {last} and none for the earlier {day}. Choose {last} or later."


class DayAhead(Refused):
    vi = "Ngày ban hành {day} chưa đến. Số được cấp trong ngày ban hành."
    en = "The day of issue {day} has not come. A number is given on the day of issue."


class BookOverlaps(Refused):
    vi = "Sổ “{symbol}” đã có cho khoảng ngày này ({series}). Dùng sổ đó, hoặc chọn ngày bắt đầu khác."
    en = "The book “{symbol}” is there for these days already ({series}). Use it, or choose other days."


class NumberTaken(Refused):
    vi = "Số vừa được cấp cho văn bản khác. Chưa có gì được ghi; bấm ban hành lại."
    en = "The number was just given to another document. Nothing was written; issue again."


class NoSuchTemplate(Refused):
    vi = "Không có mẫu này. Chọn một loại văn bản và thể thức trong danh sách."
    en = "There is no such template. Choose a kind and a layout of the list."


class TemplateJustTaken(Refused):
    vi = "Người khác vừa đưa lên một mẫu của loại này. Xem mẫu đó, rồi đưa mẫu của bạn lên lại nếu cần."
    en = "Somebody has just brought a template of this kind. Look at it, then bring yours again if need be."


CONSTRAINTS: Mapping[str, type[Refused]] = {
    "document_identity": DuplicateInRegistry,
    "number_taken_once": NumberTaken,
    "number_follows": NumberTaken,
    "book_one_a_series": BookOverlaps,
    "document_registered_is_kept": NotADraft,
    "template_one_a_revision": TemplateJustTaken,
}
