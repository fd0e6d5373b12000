"""What the API answers, for its documentation; tests hold the answers to it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import StringConstraints

from tinhgon.exchange.api.law_schemas import FindingOfDecision
from tinhgon.temporal.asof import AsOf, read_as_of

Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=250, pattern=r"^[^\x00-\x1f]*$")]
Line = Literal["territorial", "government", "party"]


class PointOfView(Schema):
    """The two query parameters of every read."""

    on: str = Field("", description="The day, YYYY-MM-DD or dd/mm/yyyy, such as 2025-07-01; none is today.")
    known_at: str = Field("", description="The moment, such as 2025-09-10T08:30; none is the latest word.")

    def read(self, *, today: date) -> AsOf:
        """Make the point of view.

        :raises NoSuchDay, NoSuchMoment: what is written is neither.
        """
        return read_as_of(self.on, self.known_at, today=today)


class TreeOf(PointOfView):
    root: str = Field("", description="A unit's id or its national code on the day; none is the whole tree.")
    line: Line = Field("territorial", description="Which hierarchy.")
    depth: int | None = Field(None, ge=0, le=100, description="Levels below the root; none is all.")
    occupants: bool = Field(False, description="Give the posts of each unit and who holds them.")


class Paging(PointOfView):
    after: str = Field("", description="The `next` of the page before; none begins.")
    limit: int = Field(50, ge=1, le=500)


class UnitSearch(Paging):
    q: Words = Field("", description="A part of the name, with or without marks.")
    code: Words = Field("", description="The beginning of the national code.")


class DecisionSearch(Paging):
    q: Words = Field("", description="A part of the number, the title or the issuer.")


class TwoDays(Schema):
    a: str = Field(description="The first day, such as 2025-06-30.")
    b: str = Field(description="The second day, such as 2025-07-01.")
    known_at: str = Field("", description="The moment of knowledge, ISO 8601; none is the latest word.")


class After(Schema):
    after: str = Field("", description="The last cursor that was read; none begins.")
    limit: int = Field(200, ge=1, le=1000)


class DecisionFile(Schema):
    format: Literal["tinhgon/decision@1"]
    decision: dict[str, Any] = Field(
        description="number, symbol, type, issuer, issued_on, effective_on, title, source"
    )
    operations: list[dict[str, Any]] = Field(
        description="In order; a unit is named by its id, or as code:31117."
    )


class Refusal(Schema):
    code: str
    vi: str
    en: str
    facts: dict[str, Any]


class Point(Schema):
    on: date
    known_at: datetime | None


class Holder(Schema):
    person: UUID | None = Field(description="None where the person is out of the reader's reach.")
    name: str | None
    how: Literal["regular", "acting", "concurrent", "secondment", "job_share", "absent"]
    share: float
    since: date
    until: date | None
    term_until: date | None


class Post(Schema):
    id: UUID
    code: str
    title: str
    title_en: str
    rank: Literal["head", "deputy", "member", "specialist"]
    staff: str
    seats: int
    free: float
    reports_to: UUID | None
    since: date
    until: date | None
    holders: list[Holder]


class Node(Schema):
    id: UUID
    parent: UUID | None
    depth: int
    code: str | None
    name: str
    kind: str
    area_km2: float | None
    population: int | None
    estimated: bool
    has_children: bool


class Tree(Point):
    line: Line
    root: UUID | None
    ancestors: int = Field(description="How many of the first nodes stand above the root.")
    count: int
    nodes: list[Node]


class NodeWithPosts(Node):
    posts: list[Post]


class TreeWithPosts(Tree):
    nodes: list[NodeWithPosts]  # type: ignore[assignment]


class UnitFacts(Schema):
    name: str
    short_name: str
    kind: str
    area_km2: float | None
    population: int | None
    mandate: str
    estimated: bool
    note: str
    since: date
    until: date | None
    decision: UUID


class Place(Schema):
    line: Line
    parent: UUID | None
    parent_name: str | None
    since: date
    until: date | None


class Code(Schema):
    scheme: str
    value: str
    since: date
    until: date | None


class Unit(Point):
    id: UUID
    alive: bool
    facts: UnitFacts | None
    since: date
    until: date | None
    places: list[Place]
    codes: list[Code]


class Versions(Point):
    id: UUID
    versions: list[UnitFacts]


class Listed(Schema):
    id: UUID
    name: str
    kind: str
    code: str | None
    since: date
    until: date | None


class Units(Point):
    items: list[Listed]
    next: str | None


class Decision(Schema):
    id: UUID
    type: str
    number: str
    issuer: str
    issued_on: date
    effective_on: date
    title: str
    state: Literal["draft", "checked", "signed"]
    source: str
    source_note: str
    signed_at: datetime | None
    revokes: list[UUID]


class DecisionWithOperations(Decision):
    operations: list[dict[str, Any]]


class Decisions(Schema):
    items: list[Decision]
    next: str | None


class Sentence(Schema):
    did: str
    vi: str
    en: str


class Entry(Schema):
    decision: Decision
    happened: list[Sentence]


class Timeline(Point):
    id: UUID
    entries: list[Entry]


class Link(Schema):
    origin: UUID
    origin_name: str
    result: UUID
    result_name: str
    on: date
    how: str
    share_area: float
    share_population: float
    estimated: bool
    decision: UUID
    number: str
    area_km2: float | None
    population: int | None


class Lineage(Point):
    id: UUID
    links: list[Link]


class Standing(Schema):
    id: UUID
    code: str | None
    name: str
    kind: str
    parent: UUID | None
    area_km2: float | None
    population: int | None


class Difference(Schema):
    kind: str
    unit: UUID
    before: Standing | None
    after: Standing | None
    origins: list[Standing]
    results: list[Standing]
    vi: str
    en: str


class Comparison(Schema):
    a: date
    b: date
    known_at: datetime | None
    counts: dict[str, int]
    differences: list[Difference]


class RowChange(Schema):
    about: str
    unit: UUID | None
    subject: UUID | None = Field(description="The post or the person, where it is about one.")
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class Changes(Schema):
    items: list[RowChange]
    next: str | None


class OutcomeOfUnit(Schema):
    unit: UUID
    name: str
    happened: list[Sentence]


class OutcomeOfStaff(Schema):
    id: UUID
    name: str
    happened: list[Sentence]


class Outcome(Schema):
    """What a decision would change; nothing was written."""

    decision: Decision
    units: list[OutcomeOfUnit]
    posts: list[OutcomeOfStaff]
    people: list[OutcomeOfStaff] = Field(description="Those within the reader's reach.")
    changes: list[RowChange]
    findings: list[FindingOfDecision] = Field(
        description="By the rules of the effective day; what blocks needs an answer when it is signed."
    )


class Event(Schema):
    cursor: str
    kind: Literal["recorded", "effective"]
    decision: UUID
    number: str
    effective_on: date
    recorded_at: datetime
    about: str
    unit: UUID | None
    subject: UUID | None
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class Events(Schema):
    items: list[Event]
    next: str = Field(description="The cursor to ask with next time; the same as before if nothing is new.")
