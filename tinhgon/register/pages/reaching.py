"""What the reader of a page may see of people."""

from __future__ import annotations

from typing import Any

from tinhgon.core.reach import Reach

NOTHING = Reach()


def reach_of(request: Any) -> Reach:
    """Give what the request's user reaches; nothing where nobody has said."""
    reach = getattr(request, "reach", NOTHING)
    return reach if isinstance(reach, Reach) else NOTHING
