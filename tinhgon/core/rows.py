"""The facts of the register as frozen rows: of a unit, a post or a person, over a period, by a decision."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias
from uuid import UUID

from tinhgon.core.periods import Period

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What a unit was over a period: its life is the sum of its versions."""

    unit: UnitId
    valid: Period
    decision: DecisionId
    name: str
    kind: str
    short_name: str = ""
    area_km2: Decimal | None = None
    population: int | None = None
    mandate: str = ""
    estimated: bool = False
    note: str = ""

    @property
    def key(self) -> Hashable:
        """What no two rows share."""
        return (Version, self.unit, self.valid.since)

    @property
    def owner(self) -> OwnerId:
        """Whom it is about: the unit."""
        return self.unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Under which parent a unit stood in one line; a parent of None is the line's top."""

    unit: UnitId
    valid: Period
    decision: DecisionId
    line: str
    parent: UnitId | None

    @property
    def key(self) -> Hashable:
        """What no two rows share."""
        return (Placement, self.unit, self.line, self.valid.since)

    @property
    def owner(self) -> OwnerId:
        """Whom it is about: the unit."""
        return self.unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """A code of one scheme that a unit bore; codes are re-used, units are not."""

    unit: UnitId
    valid: Period
    decision: DecisionId
    scheme: str
    value: str

    @property
    def key(self) -> Hashable:
        """What no two rows share."""
        return (Identifier, self.unit, self.scheme, self.valid.since)

    @property
    def owner(self) -> OwnerId:
        """Whom it is about: the unit."""
        return self.unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """What passed from one unit to another on a day: lineage, with shares of area and people."""

    origin: UnitId
    result: UnitId
    on: date
    decision: DecisionId
    how: str
    share_area: Decimal = ONE
    share_population: Decimal = ONE
    estimated: bool = False

    @property
    def key(self) -> Hashable:
        """What no two rows share."""
        return (Succession, self.origin, self.result, self.decision)

    @property
    def unit(self) -> UnitId:
        """The unit whose line it continues: the origin."""
        return self.origin

    @property
    def owner(self) -> OwnerId:
        """Whom it is about: the unit whose line it continues."""
        return self.origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """How many staff of a kind a unit may have."""

    unit: UnitId
    valid: Period
    decision: DecisionId
    staff: str
    number: int

    @property
    def key(self) -> Hashable:
        """What no two rows share."""
        return (Quota, self.unit, self.staff, self.valid.since)

    @property
    def owner(self) -> OwnerId:
        """Whom it is about: the unit."""
        return self.unit


@dataclass(frozen=True, slots=True, kw_only=True)
class PostVersion:
    """What a post was over a period, and of which unit; it has as many seats as people may hold it."""

    post: PostId
    valid: Period
    decision: DecisionId
    unit: UnitId
    title: str
    staff: str
    rank: str = SPECIALIST
    seats: int = 1
    reports_to: PostId | None = None
    description: str = ""

    @property
    def key(self) -> Hashable:
        """What no two rows share."""
        return (PostVersion, self.post, self.valid.since)

    @property
    def owner(self) -> OwnerId:
        """Whom it is about: the post."""
        return self.post


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """Which post a person held, and how. `term_until` is the day a limited term runs out."""

    person: PersonId
    valid: Period
    decision: DecisionId
    post: PostId
    how: str = REGULAR
    share: Decimal = ONE
    term_until: date | None = None

    @property
    def key(self) -> Hashable:
        """What no two rows share."""
        return (Appointment, self.person, self.post, self.valid.since)

    @property
    def owner(self) -> OwnerId:
        """Whom it is about: the person."""
        return self.person


@dataclass(frozen=True, slots=True, kw_only=True)
class Grading:
    """In which grade and step of salary a person was."""

    person: PersonId
    valid: Period
    decision: DecisionId
    grade: str
    step: int | None = None
    coefficient: Decimal | None = None

    @property
    def key(self) -> Hashable:
        """What no two rows share."""
        return (Grading, self.person, self.valid.since)

    @property
    def owner(self) -> OwnerId:
        """Whom it is about: the person."""
        return self.person


Fact: TypeAlias = Version | Placement | Identifier | Quota | PostVersion | Appointment | Grading
Row: TypeAlias = Fact | Succession
# What is about a unit; all else is about a post or a person.
OF_UNITS = (Version, Placement, Identifier, Quota, Succession)


@dataclass(frozen=True, slots=True)
class Change:
    """One row as it was and as it becomes; no `before` is new, no `after` is taken back."""

    before: Row | None
    after: Row | None

    @property
    def row(self) -> Row:
        """The newest side that exists."""
        row = self.after or self.before
        assert row is not None  # noqa: S101  (a change of nothing into nothing is never made)
        return row

    @property
    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(self.after, self.before)
