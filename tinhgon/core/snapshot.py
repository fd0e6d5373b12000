"""The register as values: the lives of the units, posts and people that a decision touches or leans on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from tinhgon.core.periods import Period, joined
from tinhgon.core.rows import (
    NATIONAL,
    Appointment,
    Change,
    DecisionId,
    Fact,
    Grading,
    Identifier,
    OwnerId,
    PersonId,
    Placement,
    PostVersion,
    Quota,
    Row,
    Succession,
    Version,
)


@dataclass(frozen=True, slots=True)
class Life:
    """All that is known now of one unit, post or person, each list in order of days."""

    versions: tuple[Version, ...] = ()
    placements: tuple[Placement, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    staffing: tuple[Quota | PostVersion | Appointment | Grading, ...] = ()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All rows."""
        return (*self.versions, *self.placements, *self.identifiers, *self.staffing)

    @property
    def quotas(self) -> tuple[Quota, ...]:
        """How many staff a unit may have."""
        return tuple(row for row in self.staffing if isinstance(row, Quota))

    @property
    def posts(self) -> tuple[PostVersion, ...]:
        """What a post was."""
        return tuple(row for row in self.staffing if isinstance(row, PostVersion))

    @property
    def appointments(self) -> tuple[Appointment, ...]:
        """Which posts a person held."""
        return tuple(row for row in self.staffing if isinstance(row, Appointment))

    @property
    def grades(self) -> tuple[Grading, ...]:
        """In which grades a person was."""
        return tuple(row for row in self.staffing if isinstance(row, Grading))

    def post_on(self, day: date) -> PostVersion | None:
        """What the post was on a day, or None."""
        return next((row for row in self.posts if day in row.valid), None)

    def version_on(self, day: date) -> Version | None:
        """What the unit was on a day, or None."""
        return next((row for row in self.versions if day in row.valid), None)

    def placement_on(self, line: str, day: date) -> Placement | None:
        """Where it stood in a line on a day, or None."""
        return next((row for row in self.placements if row.line == line and day in row.valid), None)

    @property
    def stretches(self) -> tuple[Period, ...]:
        """The unbroken stretches a unit or a post lived; a second one means that it was restored."""
        return joined(row.valid for row in self.versions or self.posts)

    def label(self) -> str:
        """Name it for a reader: its last name and its last national code."""
        name = self.versions[-1].name if self.versions else "?"
        codes = [row.value for row in self.identifiers if row.scheme == NATIONAL]
        return f"{name} ({codes[-1]})" if codes else name

    def with_facts(self, facts: Iterable[Fact]) -> Life:
        """Give a life of these rows, put in order."""
        ordered = sorted(facts, key=_order)
        return Life(
            tuple(row for row in ordered if isinstance(row, Version)),
            tuple(row for row in ordered if isinstance(row, Placement)),
            tuple(row for row in ordered if isinstance(row, Identifier)),
            tuple(row for row in ordered if isinstance(row, Quota | PostVersion | Appointment | Grading)),
        )


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Lives by unit, post and person; what signed decisions changed, where one may be revoked.

    The successions are those that touch its units: lineage must not lose an end.
    The codes are those of kinds, titles, staff and grades, by list; a list that is missing means that
    any code is taken (as a test of periods alone wants). The people are those there are, with their names;
    the titles are words for codes of posts and of kinds of staff.
    """

    lives: Mapping[OwnerId, Life] = field(default_factory=dict)
    signed: Mapping[DecisionId, tuple[Change, ...]] = field(default_factory=dict)
    successions: frozenset[Succession] = frozenset()
    codes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    people: Mapping[PersonId, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)

    def knows(self, of: str, code: str) -> bool:
        """Tell whether a code list holds a code, or is not there to ask."""
        return of not in self.codes or code in self.codes[of]

    def label(self, owner: OwnerId, life: Life | None = None) -> str:
        """Name a unit, a post or a person for a reader, by its number where nothing is known of it."""
        if owner in self.people:
            return self.people[owner]
        life = life or self.lives.get(owner) or Life()
        if life.posts:
            last = life.posts[-1]
            return f"{self.titles.get(last.title, last.title)} – {self.label(last.unit)}"
        return life.label() if life.versions else str(owner)

    @classmethod
    def of(cls, rows: Iterable[Row], **more: object) -> Snapshot:
        """Sort rows into lives."""
        facts: dict[OwnerId, list[Fact]] = {}
        successions = set()
        for row in rows:
            if isinstance(row, Succession):
                successions.add(row)
            else:
                facts.setdefault(row.owner, []).append(row)
        lives = {owner: Life().with_facts(of) for owner, of in facts.items()}
        return cls(lives, successions=frozenset(successions), **more)  # type: ignore[arg-type]

    def after(self, changes: Iterable[Change]) -> Snapshot:
        """Give the register as the changes leave it."""
        facts: dict[OwnerId, dict[object, Fact]] = {}
        successions = set(self.successions)
        for change in changes:
            if isinstance(change.row, Succession):
                _replace(successions, change)
                continue
            owner = change.row.owner
            if owner not in facts:
                facts[owner] = {row.key: row for row in self.lives.get(owner, Life()).facts}
            if change.before is not None:
                facts[owner].pop(change.before.key, None)
            if change.after is not None:
                facts[owner][change.row.key] = change.row
        lives = dict(self.lives)
        for owner, rows in facts.items():
            lives[owner] = Life().with_facts(rows.values())
            if not rows:
                del lives[owner]
        return replace(self, lives=lives, successions=frozenset(successions))


def _replace(successions: set[Succession], change: Change) -> None:
    if isinstance(change.before, Succession):
        successions.discard(change.before)
    if isinstance(change.after, Succession):
        successions.add(change.after)


def _order(row: Fact) -> tuple[date, str]:
    """By day; rows of several lines or schemes that begin on one day always stand alike."""
    match row:
        case Placement():
            return row.valid.since, row.line
        case Identifier():
            return row.valid.since, row.scheme
        case Quota():
            return row.valid.since, row.staff
        case Appointment():
            return row.valid.since, str(row.post)
    return row.valid.since, ""
