"""Lists kept under names by their users."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tinhgon.access.models import User
from tinhgon.core.names import nfc
from tinhgon.people import refusals
from tinhgon.people.models import SavedView
from tinhgon.temporal.naming import whole

MOST = 50


def keep_view(name: str, arrangement: Mapping[str, Any], *, by: User) -> SavedView:
    """Keep a list under a name; what was kept under it before goes.

    :raises NameMissing, TooManyViews: nothing was kept.
    """
    name = nfc(name)
    if not name or len(name) > 120:
        raise refusals.NameMissing
    with whole(refusals.CONSTRAINTS):
        others = SavedView.objects.filter(user=by).exclude(name=name)
        if others.count() >= MOST:
            raise refusals.TooManyViews(most=MOST)
        return SavedView.objects.update_or_create(
            user=by, name=name, defaults={"arrangement": dict(arrangement)}
        )[0]


def forget_view(view: int, *, by: User) -> None:
    """Forget one of a user's own lists; one that is not there is forgotten already."""
    SavedView.objects.filter(user=by, pk=view).delete()
