"""What merges into what, in words, and what is to be said against it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from tinhgon.lab.drawing import Drawn
from tinhgon.lab.pages.bodies import Body, bodies_of
from tinhgon.register.pages.paging import Page, page_number

LISTED = 40


def changes_page(request: HttpRequest, drawn: Drawn | None) -> dict[str, Any]:
    """Gather the mergers of a plan, all or only those with something against them."""
    if drawn is None:
        return {}
    only, asked = request.GET.get("show", ""), page_number(request)
    merged = drawn.merged
    chosen = merged if only != "against" else [one for one in merged if _missing(drawn, one)]
    shown = chosen[(asked - 1) * LISTED : asked * LISTED]
    return {
        "bodies": bodies_of(drawn, shown),
        "count": len(chosen), "merged": len(merged), "only": only,
        "gone_in": sum(len(drawn.units[one].members) for one in merged),
        "kept": len(drawn.units) - len(merged),
        "page": Page(asked, asked * LISTED < len(chosen)),
    }  # fmt: skip


def _missing(drawn: Drawn, number: int) -> bool:
    body: Body = bodies_of(drawn, [number])[0]
    return bool(body.findings or body.breaches)
