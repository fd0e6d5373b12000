"""Why the vault refuses. No refusal tells a value, or whose it is."""

from __future__ import annotations

from tinhgon.core.errors import Refused


class Tampered(Refused):
    """The ciphertext is not what was sealed at this place: changed, moved, or of another person."""

    vi = (
        "Dữ liệu niêm phong đã bị sửa hoặc chuyển từ chỗ khác đến. Giữ nguyên hiện trạng, báo người giữ khóa."
    )
    en = "Sealed data were changed, or moved here from elsewhere. Touch nothing and tell the key keeper."


class NotSealed(Tampered):
    """The bytes are nothing that this release seals: planted text, another format, cut short."""

    vi = "Chỗ phải chứa dữ liệu niêm phong lại chứa thứ khác. Giữ nguyên hiện trạng, báo người giữ khóa."
    en = "What should be sealed data is something else. Touch nothing and tell the key keeper."


class KeyDestroyed(Refused):
    """The person's key was destroyed; nothing will ever open what it sealed, and no new one is made."""

    vi = "Dữ liệu của người này đã được xóa bằng cách hủy khóa; không đọc lại và không ghi thêm được."
    en = "This person's data were erased by destroying their key: nothing can be read or added."


class KeyMissing(Refused):
    """A key file that the key store names is not in the folder."""

    vi = (
        "Thiếu khóa {key} trong {folder}. Hãy chép lại khóa từ bản sao lưu; không có khóa thì không đọc được."
    )
    en = "The key {key} is missing from {folder}. Put it back from its backup; nothing opens without it."


class WrongKey(Refused):
    """A key file holds another key than the one that was used."""

    vi = "Khóa {key} trong {folder} không phải khóa đã dùng. Hãy chép lại đúng khóa từ bản sao lưu."
    en = "The key {key} in {folder} is not the one that was used. Put the right one back from its backup."


class DataKeyMissing(Refused):
    """The key store knows neither a key of this person nor that one was destroyed."""

    vi = "Kho khóa không có khóa của người này. Hãy khôi phục kho khóa từ bản sao lưu mới nhất."
    en = "The key store has no key of this person. Restore the key store from its newest backup."


class KeysExposed(Refused):
    """Others than the owner may reach a file of the vault."""

    vi = "Người khác mở được {place} (quyền {mode}). Hãy chạy: chmod go-rwx {place}"
    en = "Others may open {place} (mode {mode}). Run: chmod go-rwx {place}"


class StoreMissing(Refused):
    """There are key files but no key store: it was lost, and a new one would hide that."""

    vi = "Có khóa trong {folder} nhưng mất kho khóa {name}. Hãy khôi phục kho khóa từ bản sao lưu."
    en = "{folder} has keys but the key store {name} is gone. Restore it from its backup."


class StoreUnusable(Refused):
    """The key store cannot be read or written."""

    vi = "Không dùng được kho khóa: {reason}. Thử lại; nếu vẫn vậy, xem đĩa và quyền của thư mục khóa."
    en = "The key store cannot be used: {reason}. Try again; if that fails, see the folder and its disk."


class CopyExists(Refused):
    """A copy of the key store would overwrite a file."""

    vi = "{place} đã có. Hãy chọn tên tệp khác cho bản sao kho khóa."
    en = "{place} is already there. Choose another file for the copy of the key store."
