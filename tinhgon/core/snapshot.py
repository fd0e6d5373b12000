"""The register as values: the lives of the units, posts and people that a decision touches or leans on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from tinhgon.core.life import Life
from tinhgon.core.rows import (
    Change,
    DecisionId,
    Fact,
    OwnerId,
    PersonId,
    Row,
    Succession,
)

HIDDEN = "người ngoài phạm vi xem"  # whoever holds a post, but is not for this reader to know


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
        if life.appointments or life.grades:
            return HIDDEN
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
