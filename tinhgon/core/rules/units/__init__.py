"""Standards of units, who must merge, what a merged unit must reach (resolutions 1211, 35, 76, 112)."""

from tinhgon.core.rulebook.rules import Check, Compute
from tinhgon.core.rules.units.communes import commune_size
from tinhgon.core.rules.units.districts import district_members, district_size
from tinhgon.core.rules.units.facts import Province, Territory
from tinhgon.core.rules.units.merged import left_unmerged, merged_size
from tinhgon.core.rules.units.merging import must_merge
from tinhgon.core.rules.units.provinces import (
    city_size,
    city_urban,
    province_members,
    province_size,
    province_urban,
)
from tinhgon.core.rules.units.wards import ward_life, ward_size

__all__ = ["CALCULATIONS", "RULES", "Province", "Territory"]

RULES: tuple[Check, ...] = (
    commune_size,
    ward_size,
    ward_life,
    district_size,
    district_members,
    province_size,
    province_members,
    province_urban,
    city_size,
    city_urban,
    must_merge,
    merged_size,
    left_unmerged,
)
CALCULATIONS: tuple[Compute, ...] = ()
