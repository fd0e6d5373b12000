"""Posts and people in words: how a post is held, which rank it has, who somebody is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from tinhgon.core.errors import Said
from tinhgon.core.names import nfc
from tinhgon.register.queries.staffing_search import FoundPerson, FoundPost

RANKS: Mapping[str, Any] = {
    "head": _("Người đứng đầu"),
    "deputy": _("Cấp phó"),
    "member": _("Ủy viên"),
    "specialist": _("Chuyên môn"),
}
WAYS: Mapping[str, Any] = {
    "regular": _("chính thức"),
    "acting": _("phụ trách, quyền"),
    "concurrent": _("kiêm nhiệm"),
    "secondment": _("biệt phái đến"),
    "job_share": _("chia sẻ vị trí"),
    "absent": _("vắng, còn hưởng lương"),
}
TONES = 8


def in_words(said: Said) -> str:
    """Say it in the page's language."""
    return said.en if (get_language() or "vi").startswith("en") else said.vi


def out_of_reach() -> str:
    """Name somebody whom the reader may not see: one word for all of them."""
    return gettext("người ngoài phạm vi xem")


def post_label(found: FoundPost) -> str:
    """Name a post as a box for it does."""
    return f"{in_words(found.title)} – {found.unit}"


def person_label(found: FoundPerson) -> str:
    """Name somebody as a box does: with his post and his year of birth, which tell him from others."""
    parts = [in_words(found.title) if found.title else "", found.unit or ""]
    what = ", ".join(filter(None, parts))
    label = f"{found.name} – {what}" if what else found.name
    if found.born:
        label = gettext("%(person)s (sinh %(year)d)") % {"person": label, "year": found.born.year}
    return nfc(label)


def initials(name: str) -> str:
    """Give the letters that stand for somebody: of the first and of the last word of the name."""
    words = name.split()
    return "".join(word[0] for word in dict.fromkeys((words[0], words[-1]))).upper() if words else "?"


def tone(name: str) -> int:
    """Give somebody's colour, always the same: one of the palette's."""
    return sum(map(ord, name)) % TONES + 1
