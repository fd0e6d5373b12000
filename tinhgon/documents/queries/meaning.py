"""Which units of the register a body's name means; more than one is for a person to choose from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from tinhgon.documents.findings import Named
from tinhgon.documents.keys import issuer_key
from tinhgon.texts.bodies.resolving import Unit, resolve

COMMUNES = frozenset({"commune", "ward", "township", "special_zone"})
# Groups that the register can tell by the kinds of its units; of others a person says who is meant.
GROUP: Mapping[str, frozenset[str]] = {
    "communes": COMMUNES, "localities": COMMUNES, "departments": frozenset({"department", "agency"}),
    "party_committees": frozenset({"party_committee"}), "mass_organisations": frozenset({"front"}),
}  # fmt: skip
PROVINCES = frozenset({"municipality", "province"})
# Whoever holds an office is meant with the body; a committee is kept as the place that it governs.
OFFICE = re.compile(
    r"^(?:pho )?(?:chu tich|giam doc|thu truong|bi thu|chanh thanh tra|truong|nguoi dung dau|lanh dao) "
)
COMMITTEE = re.compile(r"^uy ban nhan dan (?=thanh pho|tinh|xa|phuong|thi tran|dac khu)")
TAIL = re.compile(r"^(.+?) (?:thanh pho|tinh)(?: .+)?$")
MOST = 12


@dataclass(frozen=True, slots=True)
class Known:
    """A unit as it is called on the day, and what it stands under."""

    unit: UUID
    name: str
    kind: str
    short_name: str = ""
    parent: str = ""


def meant(named: Named, units: Sequence[Known]) -> tuple[Known, ...]:
    """Give the units that a name may mean: the one meant beyond doubt; else all that are near to it."""
    wanted = _wanted(named.name)
    if wanted in ("thanh pho", "tinh"):
        return tuple(one for one in units if one.kind in PROVINCES)
    if not wanted:
        return ()
    exact = tuple(one for one in units if wanted in _keys(one.name))
    return exact or _resolved(named.name, units)


def _resolved(name: str, units: Sequence[Known]) -> tuple[Known, ...]:
    """Ask the reader, who knows of parents and short names; several as likely are all given."""
    place = next((one.name for one in units if one.kind in PROVINCES), "")
    known = {str(one.unit): one for one in units}
    asked = [Unit(str(one.unit), one.name, one.short_name, one.kind, one.parent) for one in units]
    found = resolve(name, asked, place=place)
    if found.unit is not None:
        return (known[str(found.unit.id)],)
    return tuple(known[str(one.unit.id)] for one in found.candidates)[:MOST]


@lru_cache(maxsize=4096)
def _wanted(name: str) -> str:
    return COMMITTEE.sub("", OFFICE.sub("", _key(name)))


@lru_cache(maxsize=65536)
def _keys(name: str) -> frozenset[str]:
    """Give a unit's name whole, and without the province in which it is."""
    key = _key(name)
    tail = TAIL.match(key)
    return frozenset({key, tail[1]}) if tail else frozenset({key})


def _key(name: str) -> str:
    return issuer_key(name)
