"""What goes out is narrowed to what its reader reaches: people out of reach are left out, ids too."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from tinhgon.core.reach import INTERNAL, Allowed, Reach
from tinhgon.register.models import Change
from tinhgon.register.pages.staff_wording import people_in
from tinhgon.register.queries.people import visible

EVERYWHERE = Reach((Allowed("reader", INTERNAL, None),))  # who runs a command on the server has the database
OF_PEOPLE = ("appointment", "grading")


def unseen(people: Iterable[UUID], reach: Reach) -> frozenset[UUID]:
    """Give those of some people who are out of reach."""
    asked = set(people)
    seen = visible(reach).filter(pk__in=asked).values_list("pk", flat=True) if asked else ()
    return frozenset(asked - set(seen))


def operations(raw: list[dict[str, Any]], reach: Reach) -> list[dict[str, Any]]:
    """Give operations without the ids of people out of reach."""
    hidden = {str(one) for one in unseen(people_in(raw), reach)}
    return [
        one | {"person": None} if str(one.get("person")) in hidden else one for one in raw
    ] if hidden else raw  # fmt: skip


def changes(rows: list[Change], reach: Reach) -> list[Change]:
    """Leave out what was changed about people out of reach."""
    hidden = unseen((row.subject for row in rows if row.subject and row.about in OF_PEOPLE), reach)
    return [row for row in rows if row.subject not in hidden]
