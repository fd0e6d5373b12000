"""Two offices of Ninh Kiều, one of Bình Thủy, and a division below the first, each with a mandate."""

from __future__ import annotations

from uuid import UUID

from tests.cast import make_cast
from tinhgon.access.models import User
from tinhgon.core import operations as ops
from tinhgon.core.tests.world import BINH_THUY, CAI_KHE, DAY, NINH_KIEU
from tinhgon.register.tests.factories import found_town, new, signed

WATER, BUILDING, ELSEWHERE, BELOW = (UUID(int=number) for number in (901, 902, 903, 904))
DUTY = "Tài nguyên nước dưới đất, cấp phép khai thác nước; quan trắc môi trường."
MANDATES = {
    WATER: ("Phòng Môi trường", NINH_KIEU, DUTY),
    BUILDING: (
        "Phòng Đô thị",
        NINH_KIEU,
        "Cấp phép xây dựng; cấp phép khai thác nước dưới đất cho công trình.",
    ),
    ELSEWHERE: ("Phòng Môi trường Bình Thủy", BINH_THUY, DUTY),
    BELOW: ("Tổ Quan trắc", WATER, DUTY),
}


def make_offices() -> dict[str, User]:
    """Found the town with its offices, and the cast; Tâm's area is one ward."""
    found_town()
    for unit, (name, parent, mandate) in MANDATES.items():
        made = new(name, id=unit, kind="division", parent=parent, line="government", mandate=mandate)
        signed(ops.Establish(unit=made), on=DAY)
    return make_cast(area=[CAI_KHE])
