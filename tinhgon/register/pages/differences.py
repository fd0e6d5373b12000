"""Differences between two days, in words with links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from tinhgon.core.compare import Difference, Kind, Standing
from tinhgon.register.pages.links import Links
from tinhgon.register.pages.stories import field
from tinhgon.register.pages.words import figure

Named = tuple[str, str]  # name, address

# The marks that the tree and the tables share; what is not named here is a plain change.
MARKS: Mapping[Kind, str] = {
    "merged": "merged", "split": "split", "added": "added", "ended": "ended", "renamed": "renamed",
    "moved": "moved",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A difference: the unit, then words, each followed by the units that they are about."""

    kind: Kind
    mark: str
    name: str
    code: str
    url: str
    under: str
    parts: tuple[tuple[str, tuple[Named, ...]], ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """What the words need: the two days, the addresses, the kinds, the names of either day."""

    first: date
    second: date
    links: Links
    kinds: Mapping[str, str]
    old_names: Mapping[UUID, str]
    new_names: Mapping[UUID, str]

    def old(self, standings: Iterable[Standing]) -> tuple[Named, ...]:
        """Name units of the first day."""
        return tuple((one.name, self.links.unit(one.unit, on=self.first)) for one in standings)

    def new(self, standings: Iterable[Standing]) -> tuple[Named, ...]:
        """Name units of the second day."""
        return tuple((one.name, self.links.unit(one.unit, on=self.second)) for one in standings)


def mark_of(kind: Kind) -> str:
    """Give the mark that tree and tables show."""
    return MARKS.get(kind, "changed")


def heading(kind: Kind) -> str:
    """Name a kind of difference."""
    headings: dict[Kind, str] = {
        "merged": gettext("Hợp nhất, sáp nhập"),
        "split": gettext("Chia tách"),
        "added": gettext("Lập mới"),
        "ended": gettext("Kết thúc"),
        "received": gettext("Nhận thêm một phần"),
        "renamed": gettext("Đổi tên gọi"),
        "retyped": gettext("Đổi loại đơn vị"),
        "recoded": gettext("Đổi mã đơn vị"),
        "moved": gettext("Đổi cấp trên"),
        "figures": gettext("Đổi số liệu"),
    }
    return headings[kind]


def line(difference: Difference, wording: Wording) -> Line:
    """Say one difference."""
    shown = difference.standing
    named = wording.new([shown]) if difference.after else wording.old([shown])
    names = wording.new_names if difference.after else wording.old_names
    return Line(
        kind=difference.kind,
        mark=mark_of(difference.kind),
        name=shown.name,
        code=shown.code,
        url=named[0][1],
        under=names.get(shown.parent, "") if shown.parent else "",
        parts=tuple(_parts(difference, wording)),
    )


def _parts(one: Difference, wording: Wording) -> Sequence[tuple[str, tuple[Named, ...]]]:
    if one.kind == "moved":
        return [
            (gettext("từ"), wording.old(one.origins) or ((gettext("không có cấp trên"), ""),)),
            (gettext("về"), wording.new(one.results) or ((gettext("không có cấp trên"), ""),)),
        ]
    if one.before and one.after and not one.origins:
        return [(_facts(one.kind, one.before, one.after, wording), ())]
    if one.origins:
        words = {"merged": gettext("hợp nhất từ"), "added": gettext("hình thành từ")}
        return [(words.get(one.kind, gettext("nhận một phần từ")), wording.old(one.origins))]
    if one.results:
        words = {"split": gettext("chia thành"), "ended": gettext("nhập vào")}
        return [(words[one.kind], wording.new(one.results))]
    return [(gettext("kết thúc, không có đơn vị kế tục") if one.kind == "ended" else gettext("lập mới"), ())]


def _facts(kind: Kind, old: Standing, new: Standing, wording: Wording) -> str:
    if kind != "figures":
        sides: dict[str, tuple[Any, Any]] = {
            "renamed": (old.name, new.name),
            "retyped": (wording.kinds.get(old.kind, old.kind), wording.kinds.get(new.kind, new.kind)),
            "recoded": (old.code or "–", new.code or "–"),
        }
        return "{} → {}".format(*sides[kind])
    told = [
        f"{field(name)} {figure(getattr(old, name))} → {figure(getattr(new, name))}"
        for name in ("area_km2", "population")
        if getattr(old, name) != getattr(new, name)
    ]
    return "; ".join(told)
