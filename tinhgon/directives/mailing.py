"""What a reminder says by mail: how much is late, near or to confirm, and where to look."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext, ngettext

from tinhgon.access.queries import reach_of
from tinhgon.directives.models import Digest, Obligation
from tinhgon.directives.queries.digests import pointed_at

SHOWN = 20  # obligations whose matter is told, where the settings have it told


def message_of(digest: Digest) -> tuple[str, str]:
    """Give the subject, which says nothing of any matter, and the text."""
    with translation.override("vi"):
        subject = gettext("Tinh Gọn: nhắc việc ngày %(day)s") % {"day": f"{digest.on_day:%d/%m/%Y}"}
        return subject, "\n".join(_lines(digest))


def _lines(digest: Digest) -> list[str]:
    counts = [
        (digest.overdue, gettext("quá hạn")),
        (digest.due_soon, gettext("sắp đến hạn")),
        (digest.waiting, gettext("chờ xác nhận hoàn thành")),
    ]
    lines = [gettext("Kính gửi %(name)s,") % {"name": digest.user.get_full_name()}, ""]
    for count, word in counts:
        if count:
            said = ngettext("%(count)s nhiệm vụ %(word)s", "%(count)s nhiệm vụ %(word)s", count)
            lines.append("– " + said % {"count": count, "word": word})
    if settings.EMAIL_MATTERS:
        reach = reach_of(digest.user_id, on=digest.on_day)
        lines += ["", *(_told(one) for one in pointed_at(digest, reach)[:SHOWN])]
    return [*lines, "", gettext("Xem tại: %(address)s") % {"address": _address()}]


def _told(one: Obligation) -> str:
    return f"{one.due_on:%d/%m/%Y}  {one.matter}" if one.due_on else one.matter


def _address() -> str:
    """Give the page's address as people reach it from outside, as far as the settings tell."""
    origin = settings.CSRF_TRUSTED_ORIGINS[0] if settings.CSRF_TRUSTED_ORIGINS else ""
    return origin + reverse("directives:mine")
