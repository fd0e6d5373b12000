"""What the record of reads calls parts of dossiers, in words."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext

from tinhgon.people.pages.arrangement import COLUMNS
from tinhgon.people.sections import sections


def recorded() -> Mapping[str, str]:
    """Give the words of the codes that this app writes into the record."""
    return {
        **{code: str(words) for code, words in COLUMNS.items()},
        **{code: str(words) for code, words in sections().items()},
        "person": gettext("Họ và tên"),
        "form": gettext("Sơ yếu lý lịch"),
        "subject": gettext("Toàn bộ dữ liệu đang lưu"),
        "file": gettext("Tệp đính kèm"),
        "list": gettext("Danh sách"),
        "upcoming": gettext("Sắp đến hạn"),
        "update": gettext("Cập nhật hồ sơ của tôi"),
        "proposal": gettext("Đợt cập nhật"),
        "request": gettext("Yêu cầu của cá nhân"),
        "synchronisation": gettext("Đồng bộ"),
        "retention": gettext("Lưu giữ"),
        "erasure": gettext("Đề nghị xóa hồ sơ"),
        "hold": gettext("Giữ nguyên theo yêu cầu pháp lý"),
    }
