"""What roles and lines are called on pages."""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext
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


def recorded() -> Mapping[str, str]:
    """Give the words of codes in the record; apps above this one bring theirs by the settings."""
    own = {role: str(words) for role, words in ROLES.items()}
    own["second_factor"] = gettext("Xác thực hai lớp")
    for name in settings.RECORD_WORDS:
        own.update(import_string(name)())
    return own
