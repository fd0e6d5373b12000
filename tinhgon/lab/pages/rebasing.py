"""What moved in the register since a scenario was drawn, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext

from tinhgon.lab.queries.conflicts import Conflict
from tinhgon.register.models import Decision
from tinhgon.register.pages.words import figure


@dataclass(frozen=True, slots=True)
class Moved:
    """One thing that moved; one that `stops` keeps the plan from being carried out as it is."""

    name: str
    unit: UUID | None
    words: str
    stops: bool
    decision: Decision | None


def moved_since(conflicts: Iterable[Conflict], kinds: Mapping[str, str]) -> list[Moved]:
    """Word what moved, first what stops the plan."""
    found = [Moved(one.name, one.unit, _words(one, kinds), one.stops, one.decision) for one in conflicts]
    return sorted(found, key=lambda one: not one.stops)


def _words(one: Conflict, kinds: Mapping[str, str]) -> str:
    facts = {"was": one.was, "now": one.now, "count": figure(one.count)}
    if one.sort == "retyped":
        facts |= {"was": kinds.get(one.was, one.was), "now": kinds.get(one.now, one.now)}
    return {
        "ends": gettext("một quyết định khác cho đơn vị này kết thúc đúng ngày phương án có hiệu lực"),
        "gone": gettext("không còn trong sổ vào ngày ấy"),
        "new": gettext("mới có trong sổ; phương án giữ nguyên đơn vị này"),
        "renamed": gettext("đổi tên: %(was)s thành %(now)s") % facts,
        "retyped": gettext("đổi loại: %(was)s thành %(now)s") % facts,
        "figures": gettext("số liệu đổi: %(was)s thành %(now)s") % facts,
        "people": gettext("%(count)s người đã bố trí không còn giữ vị trí chính ở các đơn vị này") % facts,
    }[one.sort]
