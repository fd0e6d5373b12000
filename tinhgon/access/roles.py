"""What a role may do on pages that hold nothing of people; on people, core.reach says it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

READ = ("register.view_unit", "register.view_decision")
DRAFT = (*READ, "register.draft_decision")
SIGN = (*DRAFT, "register.sign_decision", "register.correct_register")
PERMISSIONS: Mapping[str, Sequence[str]] = {
    "reader": READ,
    "clerk": DRAFT,
    "signer": SIGN,
    "auditor": ("access.view_audit",),
    "keeper": ("access.manage_grants", "register.view_unit"),
}
GROUPS = ("reader", "clerk", "signer")  # also given without a grant, by a group: the register alone


def permissions(roles: Iterable[str]) -> set[str]:
    """Give the permissions of several roles."""
    return {one for role in roles for one in PERMISSIONS[role]}
