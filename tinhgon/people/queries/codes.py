"""The code lists that lists of people are filtered by."""

from __future__ import annotations

from tinhgon.register.models import PostTitle, StaffKind


def titles() -> dict[str, str]:
    """Name every title of a post in the language in use."""
    return {one.code: str(one) for one in PostTitle.objects.all()}


def staff_kinds() -> dict[str, str]:
    """Name every kind of staff in the language in use."""
    return {one.code: str(one) for one in StaffKind.objects.all()}
