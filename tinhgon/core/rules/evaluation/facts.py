"""What must be known of an evaluation; None is unknown, and nothing is guessed in its place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar, Literal, TypeAlias

from pydantic import Field

from tinhgon.core.operations import STRICT
from tinhgon.core.values import Count

System: TypeAlias = Literal["party", "civil_servant", "public_employee"]
Subject: TypeAlias = Literal["person", "leader", "collective"]
Grade: TypeAlias = Literal["excellent", "good", "done", "failed"]
Percent: TypeAlias = Annotated[Decimal, Field(ge=0, le=100)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A grade given to a person or body, and what it must rest on. Rates are per cent.

    :param discipline_count: how often the one reviewed was disciplined in the year.
    :param disciplined_below: subordinate units and members of the leadership disciplined in the year.
    """

    __pydantic_config__: ClassVar = STRICT
    system: System
    subject: Subject
    grade: Grade | None = None
    points: Percent | None = None
    finished_percent: Percent | None = None
    on_time_percent: Percent | None = None
    beyond_percent: Percent | None = None
    late_percent: Percent | None = None
    fixed_percent: Percent | None = None
    low_confidence_percent: Percent | None = None
    failing_units_percent: Percent | None = None
    units_done_percent: Percent | None = None
    units_good_percent: Percent | None = None
    discipline_count: Count | None = None
    disciplined_below: Count | None = None
    degraded: bool | None = None
    corruption_in_unit: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """How many of a group were graded how.

    :param graded: all who were graded.
    :param outstanding: whether a decision grants the group the higher cap.
    :param one_agency: whether all belong to one agency.
    :param one_duty: whether all have similar duties.
    """

    __pydantic_config__: ClassVar = STRICT
    system: System
    excellent_count: Count | None = None
    good_count: Count | None = None
    graded: Count | None = None
    party_members: Count | None = None
    party_excellent: Count | None = None
    outstanding: bool | None = None
    one_agency: bool | None = None
    one_duty: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """The evaluation of one year, and the day on which it was finished."""

    __pydantic_config__: ClassVar = STRICT
    system: Literal["civil_servant", "public_employee"]
    review_year: Count | None = None
    finished_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Points of the general criteria, and the results of the tasks in per cent."""

    __pydantic_config__: ClassVar = STRICT
    general: Percent | None = None
    results_percent: Percent | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """How often a product failed its check, and how often it was late."""

    __pydantic_config__: ClassVar = STRICT
    failed_checks: Count | None = None
    delays: Count | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """How many of a leader's staff were graded as not having done their tasks."""

    __pydantic_config__: ClassVar = STRICT
    failing: Count | None = None
