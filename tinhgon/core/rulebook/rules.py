"""A rule and a calculation: the words of the pack joined with the function of the same name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from tinhgon.core.rulebook.figures import Numbers
from tinhgon.core.rulebook.findings import Finding
from tinhgon.core.rulebook.words import Worded
from tinhgon.core.rulebook.workings import Working

__all__ = ["Asked", "Calculation", "Check", "Compute", "Rule", "Worded"]


class Check(Protocol):
    """The function of a rule: pure, from frozen facts and a day to findings."""

    def __call__(self, facts: Any, *, on: date, numbers: Numbers) -> Iterable[Finding]: ...


class Compute(Protocol):
    """The function of a calculation."""

    def __call__(self, facts: Any, *, on: date, numbers: Numbers) -> Working: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a rule asks, about what, with which figures; `says` are the sentences of its findings."""

    id: str
    title: Worded
    text: Worded
    about: str
    figures: tuple[str, ...]
    says: Mapping[str, Worded]
    check: Check
    facts: type


@dataclass(frozen=True, slots=True)
class Asked:
    """Facts that are asked for together, each with a hint where it has one."""

    title: Worded
    facts: Mapping[str, Worded | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Calculation:
    """What a calculation gives, from which facts; `steps` are the sentences of its steps.

    :param asks: how a form asks for the facts; those it does not name come last.
    """

    id: str
    title: Worded
    text: Worded
    about: str
    figures: tuple[str, ...]
    steps: Mapping[str, Worded]
    gives: Mapping[str, Worded]
    compute: Compute
    facts: type
    asks: tuple[Asked, ...] = ()
