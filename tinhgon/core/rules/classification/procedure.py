"""Who recognises a class, which classes a kind of unit may have, and the days that each stage may take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar, Literal, TypeAlias

from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Dated, Finding, Numbers, Step, Working, block, note, unknown, warn

Class: TypeAlias = Literal["special", "I", "II", "III"]
Kind: TypeAlias = Literal["hanoi", "ho_chi_minh", "city", "province", "commune", "ward", "zone"]
PROVINCIAL = ("hanoi", "ho_chi_minh", "city", "province")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """A class that is to be recognised, and by whom."""

    __pydantic_config__: ClassVar = STRICT
    kind: Kind
    recognised_class: Class | None = None
    decided_by: Literal["minister", "chair", "other"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """The stages of a dossier; `central` for a province or a special class, which the ministry appraises.

    :param received: the day on which the full dossier was received.
    :param appraised: the day of the result of appraisal.
    :param submitted: the day on which the department of home affairs submitted it to the chair.
    """

    __pydantic_config__: ClassVar = STRICT
    central: bool = False
    received: date | None = None
    appraised: date | None = None
    submitted: date | None = None
    decided: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Interim:
    """A unit not yet classified, how it came to be, and the classes of the units before."""

    __pydantic_config__: ClassVar = STRICT
    change: Literal["split", "united", "adjusted"]
    classes: tuple[Class, ...] = ()


def class_of_kind(facts: Recognition, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask that the class is one that this kind of unit may have."""
    dated = numbers["classification.classes"].on(on)
    allowed = dated.amount[facts.kind]
    if facts.recognised_class is None:
        yield unknown("classification.class_of_kind", "recognised_class", dated, allowed=allowed)
    elif facts.recognised_class not in allowed:
        found = facts.recognised_class
        yield block("classification.class_of_kind", "other_class", dated, found=found, allowed=allowed)


def competence(facts: Recognition, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask that the one who is competent recognises the class."""
    dated = numbers["classification.competence"].on(on)
    if facts.decided_by is None:
        yield unknown("classification.competence", "decided_by", dated)
    elif facts.kind not in PROVINCIAL and facts.recognised_class is None:
        yield unknown("classification.competence", "recognised_class", dated)
    elif facts.decided_by != (asked := dated.amount[_level(facts)]):
        found = facts.decided_by
        yield block("classification.competence", f"not_{asked}", dated, found=found, allowed=asked)


def stages(facts: Dossier, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Warn of each stage that took, or is taking, longer than its days."""
    name = "central_days" if facts.central else "local_days"
    dated = numbers[f"classification.{name}"].on(on)
    if facts.received is None:
        yield unknown("classification.stages", "received", dated)
        return
    yield from _stage("appraisal", facts.received, facts.appraised, on, dated)
    if not facts.central:
        yield from _stage("submission", facts.appraised, facts.submitted, on, dated)
    since = facts.appraised if facts.central else facts.submitted
    yield from _stage("decision", since, facts.decided, on, dated)


def interim(facts: Interim, *, on: date, numbers: Numbers) -> Working:
    """Give the class that a unit has until it is classified.

    :raises NotInForce: the decree is not in force on that day.
    """
    dated = numbers["classification.interim"].on(on)
    order = numbers["classification.classes"].on(on).amount["ward"]
    if facts.change == "split":
        of = dated.amount["split"]
    else:
        of = min(facts.classes, key=order.index, default=None)
    step = Step(facts.change if of else "classes_unknown", {"class": of}, (dated,))
    return Working(calculation="classification.interim", gives={"class": of}, steps=(step,))


def _level(facts: Recognition) -> str:
    if facts.kind in PROVINCIAL:
        return "province"
    return "special" if facts.recognised_class == "special" else "commune"


def _stage(stage: str, since: date | None, done: date | None, on: date, dated: Dated) -> Iterator[Finding]:
    if since is None:
        return
    last = since + timedelta(days=dated.amount[stage])
    if (done or on) > last:
        yield warn("classification.stages", f"{stage}_late", dated, found=done or on, allowed=last)
    elif done is None:
        yield note("classification.stages", f"{stage}_until", dated, found=on, allowed=last)
