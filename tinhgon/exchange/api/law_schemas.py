"""What the API answers about the law, for its documentation; tests hold the answers to it."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal
from uuid import UUID

from ninja import Field, Schema


class OnDay(Schema):
    on: str = Field("", description="The day, YYYY-MM-DD or dd/mm/yyyy, such as 2025-07-01; none is today.")


class RuleSearch(OnDay):
    topic: str = Field("", max_length=60, description="Only this topic, such as severance.")


class Asked(OnDay):
    facts: dict[str, Any] = Field(description="The facts by name; one that is left out is unknown.")


class Words(Schema):
    vi: str
    en: str


class Entry(Schema):
    id: str
    kind: Literal["rule", "calculation", "figure"]
    topic: str
    title: Words
    in_force: bool
    provisional: bool


class Entries(Schema):
    on: date
    items: list[Entry]


class Place(Schema):
    document: str = Field(description="The key of the document.")
    number: str
    article: Words
    read: list[str] = Field(description="Where it was read.")


class Rival(Schema):
    value: Any
    status: Literal["verified", "provisional"]
    source: Place
    note: Words | None


class Dated(Schema):
    since: date
    until: date | None = Field(description="The last day; null while nothing replaces it.")
    value: Any
    repealed: bool
    status: Literal["verified", "provisional"]
    expected: bool
    provisional: bool
    source: Place
    note: Words | None
    rivals: list[Rival]


class Figure(Schema):
    id: str
    title: Words
    unit: Words | None
    note: Words | None
    reference: bool
    current: Dated | None
    history: list[Dated]


class Fact(Schema):
    name: str
    title: Words | None
    kind: str
    choices: list[str]
    required: bool


class Described(Entry):
    on: date
    text: Words | None
    about: str
    figures: list[Figure]
    facts: list[Fact]


class Cited(Place):
    figure: str
    since: date
    provisional: bool


class Finding(Schema):
    rule: str
    severity: Literal["block", "warn", "note"]
    says: str
    sentence: Words
    found: Any
    allowed: Any
    facts: dict[str, Any]
    provisional: bool
    cited: list[Cited]


class FindingOfDecision(Finding):
    """What a rule finds of a decision; all three empty is the decision as a whole."""

    unit: UUID | None
    post: UUID | None
    person: UUID | None


class Findings(Schema):
    rule: str
    on: date
    findings: list[Finding]


class Told(Schema):
    name: str
    title: Words
    value: Words


class Step(Schema):
    says: str
    sentence: Words
    facts: dict[str, Any]
    cited: list[Cited]


class Working(Schema):
    calculation: str
    on: date
    gives: dict[str, Any]
    told: list[Told]
    provisional: bool
    steps: list[Step]
