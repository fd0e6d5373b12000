"""The known cast: who may do what in every test of a page.

Lan signs, Hùng drafts, Mai reads, Khách has an account and must see nothing.
"""

from __future__ import annotations

from tinhgon.access.actions import DEMO_USERS, ensure_roles, make_user
from tinhgon.access.models import User

PASSWORD = "mật khẩu của bài kiểm thử"


def make_cast() -> dict[str, User]:
    """Make all of them."""
    ensure_roles()
    return {
        username: make_user(username=username, password=PASSWORD, name=name, role=role)
        for username, (name, role) in DEMO_USERS.items()
    }
