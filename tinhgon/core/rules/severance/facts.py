"""What must be known of somebody who leaves; None is unknown, and nothing is guessed in its place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar, Literal, TypeAlias

from pydantic import Field

from tinhgon.core.operations import STRICT
from tinhgon.core.values import Count

Kind: TypeAlias = Literal["cadre", "civil_servant", "public_employee"]
Salary: TypeAlias = Annotated[Decimal, Field(ge=0, lt=10**12)]
Years: TypeAlias = Annotated[Decimal, Field(ge=0, lt=100)]
Reason: TypeAlias = Literal["restructuring", "streamlining"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaver:
    """Somebody who leaves: the day, the monthly salary, the time of compulsory social insurance.

    :param leaves_on: the first day no longer at work; without it, the day on which one calculates.
    :param insured_months: whole months of insurance.
    :param insured_years: the same in years, rounded as the file says; used before the months.
    """

    __pydantic_config__: ClassVar = STRICT
    leaves_on: date | None = None
    salary: Salary | None = None
    insured_months: Count | None = None
    insured_years: Years | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure(Leaver):
    """Somebody who leaves because bodies are rearranged or payrolls streamlined.

    :param restructured_on: the day of the decision that rearranges the body.
    :param decided_on: the day of the decision that lets this person go.
    :param scheduled: whether that decision follows an approved schedule of leaving.
    """

    __pydantic_config__: ClassVar = STRICT
    reason: Reason = "restructuring"
    restructured_on: date | None = None
    decided_on: date | None = None
    scheduled: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlyRetiree(Departure):
    """Somebody who retires early.

    :param retires_on: the first day of the normal pension.
    :param years_early: years early, rounded as the file says; used before what the days give.
    :param average_salary: the average monthly salary, where the regime counts with it.
    """

    __pydantic_config__: ClassVar = STRICT
    retires_on: date | None = None
    years_early: Years | None = None
    average_salary: Salary | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resigner(Departure):
    """Somebody who resigns instead of moving on with the work."""

    __pydantic_config__: ClassVar = STRICT
    kind: Kind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Volunteer(Leaver):
    """Somebody who resigns of their own will; `ground` is what stands against an allowance."""

    __pydantic_config__: ClassVar = STRICT
    kind: Kind | None = None
    ground: Literal["none", "retirement_notice", "streamlining", "forced_resignation"] | None = None
