"""The known cast: who may do what in every test of a page.

Lan signs everywhere and sees everything, Hùng is a clerk everywhere, Mai reads names, Tâm is a clerk of one
area only, Nga audits, Quý keeps the rights; Khách has an account and must see nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from tinhgon.access.actions import DEMO_USERS, ensure_roles, make_user
from tinhgon.access.actions.demo import play
from tinhgon.access.models import User

PASSWORD = "mật khẩu của bài kiểm thử"


def make_cast(area: Iterable[UUID] | None = None) -> dict[str, User]:
    """Make all of them; Tâm's area is some units, or what the demonstration says where it is loaded."""
    ensure_roles()
    cast = {
        username: make_user(username=username, password=PASSWORD, name=part.name)
        for username, part in DEMO_USERS.items()
    }
    for username, part in DEMO_USERS.items():
        play(cast[username], part, area)
    return cast
