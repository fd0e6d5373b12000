"""Why a dossier cannot be read or written so."""

from __future__ import annotations

from collections.abc import Mapping

from tinhgon.core.errors import Refused
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


CONSTRAINTS: Mapping[str, type[Refused]] = {
    **OF_THE_REGISTER,
    "person_one_file_a_number": NumberTaken,
}
