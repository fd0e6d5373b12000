"""Why a dossier cannot be read or written so."""

from __future__ import annotations

from collections.abc import Mapping

from tinhgon.access.refusals import NeedsAReason
from tinhgon.core.errors import NotPermitted, Refused
from tinhgon.register.refusals import CONSTRAINTS as OF_THE_REGISTER


class NoSuchPerson(Refused):
    """There is none, or not within reach: which of the two is not told."""

    vi = "Không có hồ sơ này trong phạm vi được xem."
    en = "There is no such dossier within your reach."


class NoSuchEntry(Refused):
    vi = "Không có mục này trong hồ sơ. Có thể người khác vừa bỏ; mở lại hồ sơ."
    en = "The dossier has no such entry. Somebody may just have removed it; open the dossier again."


class ChangedMeanwhile(Refused):
    vi = "Người khác vừa sửa mục này. Chưa có gì được ghi; xem nội dung mới rồi sửa lại."
    en = "Somebody else has just changed this entry. Nothing was written; look at it anew, then mend it."


class NumberTaken(Refused):
    vi = "Số định danh này đã là số của một hồ sơ khác. Mỗi người chỉ có một hồ sơ; kiểm tra lại số."
    en = "This identity number is another file's already. A person has one file; check the number."


class OutOfReach(Refused):
    vi = "Mục này ngoài phạm vi được sửa của tài khoản."
    en = "This is outside of what the account may change."


class AlreadyThere(Refused):
    vi = "Hồ sơ đã có phần “{section}”. Sửa mục đã có; dữ liệu đã có thì không hỏi lại."
    en = "The dossier has “{section}” already. Mend that entry; what is held is not asked for again."


class Erased(Refused):
    vi = "Hồ sơ này đã được xóa theo quy định. Không ghi thêm được."
    en = "This dossier has been erased as the rules ask. Nothing can be added."


class NotOpen(Refused):
    vi = "Đợt cập nhật không mở mục này hôm nay ({day}). Đợi đợt sau, hoặc gặp cơ quan quản lý hồ sơ."
    en = "The campaign does not open this today ({day}). Wait for the next, or ask who keeps the file."


class NotProposed(Refused):
    vi = "Đề nghị này đã được giải quyết rồi."
    en = "This proposal has been decided already."


class NotOwn(Refused):
    vi = "“{field}” không phải mục cá nhân tự cập nhật được. Bỏ mục này khỏi đợt."
    en = "“{field}” is not for people to mend themselves. Take it out of the campaign."


class NothingOpened(Refused):
    vi = "Đợt cập nhật chưa mở mục nào. Chọn ít nhất một mục."
    en = "The campaign opens nothing. Choose at least one field."


class NoEnd(Refused):
    vi = "Đợt cập nhật phải có ngày bắt đầu và ngày kết thúc."
    en = "A campaign needs its first and its last day."


class NothingProposed(Refused):
    vi = "Nội dung đề nghị giống dữ liệu đang có. Sửa ít nhất một mục rồi gửi lại."
    en = "What is proposed is what is held already. Change at least one field, then send it again."


class OwnFile(Refused):
    vi = "Không ai tự ghi hồ sơ của mình. Đề nghị thay đổi trong đợt cập nhật, hoặc nhờ cán bộ khác ghi."
    en = "Nobody writes his own file. Propose the change in a campaign, or ask another officer to write it."


class NotOnesOwn(Refused):
    vi = "Không ai tự xác nhận đề nghị của mình. Đề nghị một cán bộ quản lý hồ sơ khác xác nhận."
    en = "Nobody confirms his own proposal. Ask another officer who keeps files."


class NeedsAnAnswer(Refused):
    vi = "Cần ghi nội dung trả lời."
    en = "An answer is needed."


class NotAlone(Refused):
    vi = "Xóa hồ sơ cần hai người: người xác nhận không được là người đề nghị."
    en = "Erasing takes two: who confirms must not be who asked."


class NotOneself(Refused):
    vi = "Không ai đề nghị hay xác nhận xóa hồ sơ của chính mình."
    en = "Nobody asks or confirms the erasure of his own file."


class MayNotErase(NotPermitted):
    vi = "Tài khoản này không có quyền xóa hồ sơ của người này."
    en = "This account may not erase this person's file."


class AlreadyRequested(Refused):
    vi = "Đã có đề nghị xóa hồ sơ này, đang chờ người thứ hai."
    en = "The erasure of this file has been asked for already and waits for a second person."


class NotRequested(Refused):
    vi = "Đề nghị xóa này không còn chờ giải quyết."
    en = "This request of erasure is not waiting any more."


class InOffice(Refused):
    vi = "Người này đang giữ vị trí, hoặc sẽ giữ theo quyết định đã ký. Thôi giữ rồi mới xóa hồ sơ được."
    en = "This person holds a post, or will by a signed decision. Erase the file after that has ended."


class Held(Refused):
    vi = "Hồ sơ đang được giữ nguyên theo yêu cầu pháp lý. Gỡ yêu cầu giữ rồi mới xóa được."
    en = "The file is under a legal hold. It can be erased after the hold has been lifted."


class AlreadyHeld(Refused):
    vi = "Hồ sơ này đang được giữ nguyên rồi."
    en = "This file is under a hold already."


class NotHeld(Refused):
    vi = "Hồ sơ này không còn yêu cầu giữ nguyên nào để gỡ."
    en = "There is no hold on this file to lift."


class TakesNoFiles(Refused):
    vi = "Phần này của hồ sơ không đính kèm tệp."
    en = "This part of the dossier takes no files."


class NotAFileOfOurs(Refused):
    vi = "Chỉ nhận tệp PDF, JPEG hoặc PNG; nội dung tệp này không phải vậy. Quét hoặc xuất lại rồi nạp."
    en = "Only PDF, JPEG or PNG are taken; this file's content is none of them. Scan or export it anew."


class FileTooLarge(Refused):
    vi = "Tệp lớn hơn {limit} MB. Quét với độ phân giải thấp hơn rồi nạp lại."
    en = "The file is larger than {limit} MB. Scan it at a lower resolution, then send it again."


class NoSuchFile(Refused):
    vi = "Không có tệp này trong phạm vi được xem."
    en = "There is no such file within your reach."


class MalformedRetention(Refused):
    vi = "Bảng thời hạn lưu giữ {file} sai ở “{section}”: {reason_vi}."
    en = "The table of retention {file} is wrong at “{section}”: {reason_en}."


class NoSuchRequest(Refused):
    vi = "Không có yêu cầu này trong phạm vi được xem, hoặc đã trả lời xong."
    en = "There is no such request within your reach, or it has been answered."


class ExtendedAlready(Refused):
    vi = "Yêu cầu đã được gia hạn một lần; không gia hạn thêm được."
    en = "The request was extended once; it cannot be extended again."


class NameMissing(Refused):
    vi = "Đặt tên cho danh sách, dài nhất 120 ký tự."
    en = "Give the list a name, of 120 characters at most."


class TooManyViews(Refused):
    vi = "Mỗi người lưu nhiều nhất {most} danh sách. Bỏ bớt một danh sách cũ."
    en = "One keeps {most} lists at most. Let an old one go."


CONSTRAINTS: Mapping[str, type[Refused]] = {
    **OF_THE_REGISTER,
    "person_one_file_a_number": NumberTaken,
    "campaign_opens_fields": NothingOpened,
    "campaign_has_an_end": NoEnd,
    "proposal_return_has_an_answer": NeedsAnAnswer,
    "legalhold_has_a_reason": NeedsAReason,
    "legalhold_one_a_person": AlreadyHeld,
    "erasurerequest_says_why": NeedsAReason,
    "erasurerequest_needs_two": NotAlone,
    "erasurerequest_one_waits": AlreadyRequested,
    "subjectrequest_done_has_an_answer": NeedsAnAnswer,
}
