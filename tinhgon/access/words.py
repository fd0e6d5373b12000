"""What roles and lines are called on pages."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

ROLES = {
    "reader": _("Người xem"),
    "clerk": _("Cán bộ nghiệp vụ"),
    "signer": _("Người ký"),
    "auditor": _("Người giám sát"),
    "keeper": _("Người giữ quyền"),
}
LINES = {
    "territorial": _("Địa bàn"),
    "government": _("Chính quyền"),
    "party": _("Đảng"),
}
