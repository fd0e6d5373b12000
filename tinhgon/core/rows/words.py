"""Whom facts are about, and the words that they take."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias
from uuid import UUID

UnitId: TypeAlias = UUID
PostId: TypeAlias = UUID
PersonId: TypeAlias = UUID
OwnerId: TypeAlias = UUID  # a unit, a post or a person: whom a fact is about
DecisionId: TypeAlias = UUID

TERRITORIAL, GOVERNMENT, PARTY = LINES = ("territorial", "government", "party")
NATIONAL = "national"

HEAD, DEPUTY, MEMBER, SPECIALIST = RANKS = ("head", "deputy", "member", "specialist")

# How a person holds a post. Seated ones fill a seat; paid ones count against the unit's quota, and of these
# a person has one at a time: the main post. An acting holder leaves the post vacant, an absent one is paid
# but does not do its work (studies, long leave, secondment elsewhere).
REGULAR, ACTING, CONCURRENT, SECONDED, SHARED, ABSENT = WAYS = (
    "regular",
    "acting",
    "concurrent",
    "secondment",
    "job_share",
    "absent",
)
SEATED = frozenset({REGULAR, CONCURRENT, SECONDED, SHARED})
PAID = frozenset({REGULAR, SHARED, ABSENT})
MAIN = frozenset({REGULAR, ABSENT})

ONE = Decimal(1)
