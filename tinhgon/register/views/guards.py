"""Who may open which page of the register, which holds nothing that is personal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import permission_required

from tinhgon.core.policy import policy
from tinhgon.core.reach import EDIT, READ, SIGN

View = Callable[..., Any]


def _only(action: str, *permissions: str) -> Callable[[View], View]:
    asked = permission_required([f"register.{one}" for one in permissions], raise_exception=True)
    return lambda view: policy(action)(asked(view))


readers_only = _only(READ, "view_unit", "view_decision")
drafters_only = _only(EDIT, "view_decision", "draft_decision")
signers_only = _only(SIGN, "view_decision", "sign_decision")
