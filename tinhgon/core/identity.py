"""Identities that every run makes alike: a body taken from a list is named by where it first stands."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid5

NAMESPACE = UUID("5b0c1f6e-6d0f-5d0b-9a53-7d3a4c2f8e11")


def unit_id(*, scheme: str, level: str, code: str, since: date) -> UUID:
    """Name a body by the code it bore, the level it stood on and the first day of its life."""
    return uuid5(NAMESPACE, f"{scheme}:{level}:{code}:{since.isoformat()}")
