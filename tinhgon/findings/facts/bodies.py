"""Bodies and provinces as the rules of organisation see them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tinhgon.core.rules.apparatus.facts import Body, Kind, Province, ProvinceType
from tinhgon.findings.picture import Picture, Seen

PROVINCES = frozenset({"province", "municipality"})
COMMUNES = frozenset({"commune", "ward", "township", "special_zone"})
# What counts as a department of the People's Committee of a province: its office and inspectorate too.
DEPARTMENTS = frozenset({"department", "office", "agency"})
SPECIAL = frozenset({"Thành phố Hà Nội", "Thành phố Hồ Chí Minh"})
# Kinds of bodies by what they are and what they stand under, as the rules part them.
KINDS: dict[tuple[str, str], Kind] = {
    ("division", "department"): "division",
    ("office", "department"): "office",
    ("service_unit", "province"): "service_unit",
    ("service_unit", "municipality"): "service_unit",
    ("division", "service_unit"): "service_division",
}
STAFF: dict[str, str] = {"service_unit": "public_employee", "service_division": "public_employee"}


def body(seen: Seen, picture: Picture, *, born_on: bool = False) -> Body | None:
    """Give a body as rules see it; None where no rule speaks of its kind. `born_on`: it begins that day."""
    above = picture.above(seen)
    kind = KINDS.get((seen.kind, above.kind)) if above else None
    if above is None or kind is None:
        return None
    return Body(
        kind=kind,
        province_type=province_type(picture.top(seen)),
        headcount=seen.quotas.get(STAFF.get(kind, "civil_servant")),
        deputy_heads=seen.deputies,
        divisions=_count(picture.children.get(seen.unit, ()), {"division"}),
        superior_deputies=above.deputies if above.kind not in PROVINCES else None,
        being_set_up=born_on,
        merged_on=seen.merged_on if seen.origins > 1 else None,
    )


def province(top: Seen, picture: Picture) -> Province:
    """Give a province with all its departments and communes."""
    beneath = picture.children.get(top.unit, ())
    departments = [one for one in beneath if one.kind in DEPARTMENTS and "government" in one.parents]
    communes = list(_communes(top, picture))
    bodies = [one for commune in communes for one in picture.children.get(commune.unit, ())]
    divisions = [one for one in bodies if one.kind in ("division", "office") and "government" in one.parents]
    joined = [one for one in departments if one.origins > 1]
    return Province(
        province_type=province_type(top),
        departments=len(departments) or None,
        department_deputies=sum(one.deputies for one in departments) if departments else None,
        merged_from=max(top.origins, 1),
        joined_departments=len(joined),
        merged_on=top.merged_on if top.origins > 1 else None,
        communes=len(communes) or None,
        commune_bodies=len(divisions) + _count(bodies, {"service_unit"}) if bodies else None,
        commune_divisions=len(divisions) if bodies else None,
        commune_deputies=sum(one.deputies for one in divisions) if bodies else None,
    )


def province_type(top: Seen) -> ProvinceType | None:
    """Tell Hà Nội and Hồ Chí Minh City from the others, whose class the register does not hold."""
    if top.kind not in PROVINCES:
        return None
    return "hanoi_hcm" if top.name in SPECIAL else "other_province"


def _communes(top: Seen, picture: Picture) -> Iterator[Seen]:
    for child in picture.children.get(top.unit, ()):
        if child.kind in COMMUNES:
            yield child
        elif child.parents.get("territorial") == top.unit:  # lines may lead round, no one of them does
            yield from _communes(child, picture)


def _count(units: Iterable[Seen], kinds: set[str]) -> int:
    return sum(one.kind in kinds for one in units)
