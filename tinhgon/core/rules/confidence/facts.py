"""What must be known of a confidence vote; None is unknown, and nothing is guessed in its place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal, TypeAlias

from tinhgon.core.operations import STRICT
from tinhgon.core.values import Count

System: TypeAlias = Literal["party", "elected"]
Post: TypeAlias = Literal[
    "council_chair",
    "council_deputy_chair",
    "council_committee_head",
    "people_committee_chair",
    "people_committee_deputy_chair",
    "people_committee_member",
    "other_post",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """The ballots on one person: by level of confidence, those that do not count, all, and the deputies."""

    __pydantic_config__: ClassVar = STRICT
    system: System
    high: Count | None = None
    medium: Count | None = None
    low: Count | None = None
    invalid: Count | None = None
    ballots: Count | None = None
    deputies: Count | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer:
    """Somebody who may have to be voted on.

    :param term_year: which year of the term it is on the day of the vote.
    :param took_office_on: the day of election or appointment.
    :param retirement_noticed: whether the notice of retirement was given.
    :param posts: how many posts on the list the person holds at once.
    :param votes: how often the person is to be voted on in this round.
    """

    __pydantic_config__: ClassVar = STRICT
    system: System
    term_year: Count | None = None
    took_office_on: date | None = None
    retirement_noticed: bool | None = None
    post: Post | None = None
    posts: Count = 1
    votes: Count | None = None
