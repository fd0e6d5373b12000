"""The ground of the story: the places of 30/06/2025, and what becomes of them on the next day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tinhgon.core import operations as ops
from tinhgon.core.rows import UnitId

EVE, MERGER = date(2025, 6, 30), date(2025, 7, 1)
CITY = "92"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A province, a district or a commune on 30/06/2025."""

    id: UnitId
    code: str
    name: str
    kind: str
    level: int
    parent: UnitId | None

    @property
    def tier(self) -> str:
        """The word for its level."""
        return ("province", "district", "commune")[self.level - 1]

    @property
    def suffix(self) -> str:
        """Its name within the name of one of its bodies: “quận Ninh Kiều”."""
        return self.name[:1].lower() + self.name[1:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heir:
    """A commune of 01/07/2025: its old communes, the first of which goes into it whole."""

    id: UnitId
    name: str
    kind: str
    members: tuple[UnitId, ...]

    @property
    def suffix(self) -> str:
        """Its name within the name of one of its bodies."""
        return self.name[:1].lower() + self.name[1:]


@dataclass(frozen=True, slots=True)
class Ground:
    """The places and their heirs; the city is the heir of the provinces."""

    places: Mapping[UnitId, Place]
    heirs: tuple[Heir, ...]
    parted: Mapping[UnitId, UnitId]  # a commune that is split, and the whole one to which its posts go
    city: UnitId

    def of_level(self, level: int, under: UnitId | None = None) -> list[Place]:
        """Give the places of a level, in the order of their codes."""
        found = [one for one in self.places.values() if one.level == level and under in (None, one.parent)]
        return sorted(found, key=lambda place: place.code)


def survey(places: Iterable[Place], merging: Sequence[ops.Operation], city: UnitId) -> Ground:
    """Make the ground of the places and of what the resolution of 01/07/2025 orders."""
    known = {place.id: place for place in places}
    merges = [one for one in merging if isinstance(one, ops.Merge)]
    heirs = [_merged(one) for one in merges]
    gone = {member.unit for one in merges for member in one.members}
    heirs += [
        Heir(id=place.id, name=place.name, kind=place.kind, members=(place.id,))
        for place in known.values() if place.level == 3 and place.id not in gone
    ]  # fmt: skip
    heirs.sort(key=lambda heir: known[heir.members[0]].code)
    return Ground(known, tuple(heirs), _parted(merges), city)


def _merged(merge: ops.Merge) -> Heir:
    whole = tuple(member.unit for member in merge.members if member.whole)
    return Heir(id=merge.into.id, name=merge.into.name, kind=merge.into.kind, members=whole)


def _parted(merges: Sequence[ops.Merge]) -> dict[UUID, UUID]:
    """Let the posts of a split commune go where most of its people go."""
    best: dict[UUID, tuple[object, UUID]] = {}
    for merge in merges:
        first = next(member.unit for member in merge.members if member.whole)
        for member in merge.members:
            if not member.whole and member.share_population > best.get(member.unit, (0, first))[0]:  # type: ignore[operator]
                best[member.unit] = (member.share_population, first)
    return {unit: to for unit, (_, to) in best.items()}
