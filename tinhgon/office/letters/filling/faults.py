"""Why a Word template is not taken."""

from __future__ import annotations

from tinhgon.core.errors import Refused


class TemplateRefused(Refused):
    """The root of what can be wrong with a template."""


class NotAWordTemplate(TemplateRefused):
    """The file is something else than a .docx, or a broken one."""

    vi = "Tệp không phải là mẫu Word (.docx) hoặc bị hỏng: {reason}. Mở mẫu bằng Word, lưu lại dạng .docx."
    en = "The file is not a Word template (.docx), or is broken: {reason}. Open it in Word, save it as .docx."


class TemplateTooLarge(TemplateRefused):
    """The file, or what it unpacks to, is larger than any template."""

    vi = "Mẫu quá lớn: {found} MB, tối đa {allowed} MB. Bỏ bớt hình ảnh trong mẫu."
    en = "The template is too large: {found} MB, at most {allowed} MB. Take pictures out of it."


class TemplateWithMacros(TemplateRefused):
    """The file holds programs or embedded files."""

    vi = "Mẫu có macro hoặc tệp nhúng: {parts}. Xóa rồi lưu lại dạng .docx."
    en = "The template holds macros or embedded files: {parts}. Delete them and save it as .docx."


class TemplateLinksOutside(TemplateRefused):
    """The file would fetch something from elsewhere when it is opened."""

    vi = "Mẫu có liên kết ra ngoài: {targets}. Bỏ các liên kết này."
    en = "The template links to the outside: {targets}. Take these links out."


class UnknownPlaceholder(TemplateRefused):
    """The template asks for words that no document has."""

    vi = "Mẫu dùng chỗ điền không có: {names}. Xem danh sách chỗ điền và sửa lại."
    en = "The template uses unknown placeholders: {names}. See the list of placeholders and mend them."


class TemplateFaulty(TemplateRefused):
    """The commands of the template do not fit together."""

    vi = "Lệnh trong mẫu chưa đúng ({part}): {reason}. Sửa lại lệnh này."
    en = "A command of the template is wrong ({part}): {reason}. Mend this command."


class TemplateUnsafe(TemplateRefused):
    """The template tries to do more than place words."""

    vi = "Mẫu có lệnh không được phép ({part}): {reason}. Mẫu chỉ được điền chữ, lặp và xét điều kiện."
    en = "A command of the template is not allowed ({part}): {reason}. It may place words, repeat, test."


class TemplateLacks(TemplateRefused):
    """The template leaves out what every document must show."""

    vi = "Mẫu thiếu chỗ điền bắt buộc: {names}. Thêm các chỗ điền này."
    en = "The template lacks placeholders that a document must have: {names}. Add them."
