"""Everything about access that can be refused, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from tinhgon.core.errors import NotPermitted, Refused


class MayNotGrant(NotPermitted):
    vi = "Chỉ người giữ quyền hoặc quản trị viên được cấp, thu hồi quyền."
    en = "Only a keeper of rights or an administrator may grant and end rights."


class NotToOneself(Refused):
    vi = "Không ai tự cấp quyền cho mình. Đề nghị một người giữ quyền khác cấp."
    en = "Nobody grants rights to himself. Ask another keeper of rights."


class NeedsAReason(Refused):
    vi = "Cần ghi lý do."
    en = "A reason is needed."


class NoSuchGrant(Refused):
    vi = "Không có vai trò, mức dữ liệu hoặc hệ như vậy ({constraint}). Chọn một mục trong danh sách."
    en = "There is no such role, class of fields or line ({constraint}). Choose one of the list."


class OnlyEnded(Refused):
    vi = "Quyền này đã thu hồi; quyền đã cấp không sửa, không xóa được. Hãy cấp quyền mới."
    en = "This grant has ended; what was granted is neither changed nor deleted. Grant anew."


class UnknownUser(Refused):
    vi = "Không có người dùng “{username}”. Xem lại tên đăng nhập; chữ hoa, chữ thường là khác nhau."
    en = "There is no user “{username}”. Look at the login name again; capitals count."


class ReasonTooLong(Refused):
    vi = "Lý do dài {length} ký tự; nhật ký giữ được tới {most}. Hãy viết ngắn lại."
    en = "The reason has {length} characters; the record keeps up to {most}. Write it shorter."


class SecondFactorMissing(NotPermitted):
    vi = "Tài khoản này phải xác thực hai lớp trước. Mở trang web, đăng nhập và làm theo hướng dẫn."
    en = "This account must show a second factor first. Open the pages, log in and follow what they say."


class PeopleAreReal(Refused):
    vi = (
        "Hồ sơ có người thật mà TINHGON_SECOND_FACTOR=off: xác thực hai lớp chỉ được tắt khi mọi người "
        "trong hồ sơ đều là minh họa. Bỏ biến này rồi chạy lại."
    )
    en = (
        "The register holds real people and TINHGON_SECOND_FACTOR=off: the second factor may be left out "
        "only where all people are illustrative. Take the variable away and start again."
    )


CONSTRAINTS: Mapping[str, type[Refused]] = {
    "grant_role_exists": NoSuchGrant,
    "grant_class_exists": NoSuchGrant,
    "grant_line_exists": NoSuchGrant,
    "grant_has_a_reason": NeedsAReason,
    "grant_is_not_to_oneself": NotToOneself,
    "grant_is_only_ended": OnlyEnded,
}
