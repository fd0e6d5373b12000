"""The only writers of users and of what they are granted."""

from tinhgon.access.actions.demo import DEMO_USERS, Credentials, Demo, make_demo_users
from tinhgon.access.actions.factors import reset_factor
from tinhgon.access.actions.grants import Granted, end_grant, grant
from tinhgon.access.actions.users import (
    UserExists,
    WeakPassword,
    ensure_roles,
    make_administrator,
    make_user,
)

__all__ = [
    "DEMO_USERS",
    "Credentials",
    "Demo",
    "Granted",
    "UserExists",
    "WeakPassword",
    "end_grant",
    "ensure_roles",
    "grant",
    "make_administrator",
    "make_demo_users",
    "make_user",
    "reset_factor",
]
