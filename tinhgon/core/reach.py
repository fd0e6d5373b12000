"""What somebody may see and do: by role, by the units reached, by the class of a field. Pure and total."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from tinhgon.core.rows import PersonId, UnitId

# Classes of fields, each holding all before it. A person's name and posts are internal.
PUBLIC, INTERNAL, PERSONAL, SENSITIVE = CLASSES = (0, 1, 2, 3)
NOTHING = -1

READ, EDIT, SIGN, EXPORT, ERASE, AUDIT, GRANT = ACTIONS = (
    "read",
    "edit",
    "sign",
    "export",
    "erase",
    "audit",
    "grant",
)
# What each role does where it reaches. Who grants and who audits sees no dossier by that alone.
ROLES: Mapping[str, frozenset[str]] = {
    "reader": frozenset({READ}),
    "clerk": frozenset({READ, EDIT, EXPORT}),
    "signer": frozenset({READ, EDIT, SIGN, EXPORT, ERASE}),
    "auditor": frozenset({AUDIT}),
    "keeper": frozenset({GRANT}),
}
READING = frozenset(role for role, may in ROLES.items() if READ in may)


@dataclass(frozen=True, slots=True)
class Allowed:
    """One grant in force: a role, up to a class of fields, in some units, or everywhere (None)."""

    role: str
    field_class: int
    units: frozenset[UnitId] | None

    def reaches(self, home: UnitId | None) -> bool:
        """Tell whether a unit lies within; what has no unit is reached from everywhere only."""
        return self.units is None or (home is not None and home in self.units)


@dataclass(frozen=True, slots=True)
class Reach:
    """All that one user may; without a grant, nothing. `person` is the user's own dossier."""

    allowed: tuple[Allowed, ...] = ()
    person: PersonId | None = None

    def may(self, action: str, home: UnitId | None, field_class: int = INTERNAL) -> bool:
        """Tell whether an action is allowed on a dossier that a unit keeps."""
        return any(
            action in ROLES[one.role] and field_class <= one.field_class and one.reaches(home)
            for one in self.allowed
        )

    def sees(
        self, home: UnitId | None, field_class: int = INTERNAL, *, person: PersonId | None = None
    ) -> bool:
        """Tell whether fields of a class can be read; one's own always."""
        own = person is not None and person == self.person
        return own or self.may(READ, home, field_class)

    def class_at(self, home: UnitId | None) -> int:
        """Give the highest class of fields that can be read there, or NOTHING."""
        return max((of for of in CLASSES if self.may(READ, home, of)), default=NOTHING)

    def does(self, action: str) -> bool:
        """Tell whether an action is allowed anywhere."""
        return any(action in ROLES[one.role] for one in self.allowed)

    def only(self, action: str) -> Reach:
        """Narrow to where an action is allowed: what may be read beside it is left out."""
        return Reach(tuple(one for one in self.allowed if action in ROLES[one.role]), self.person)

    @property
    def highest(self) -> int:
        """The highest class of fields that can be read anywhere."""
        return max((one.field_class for one in self.allowed if READ in ROLES[one.role]), default=NOTHING)

    def units(self, field_class: int = INTERNAL, *, action: str = READ) -> frozenset[UnitId] | None:
        """Give the units where an action is allowed on fields of a class; None is everywhere."""
        fitting = [
            one for one in self.allowed if action in ROLES[one.role] and field_class <= one.field_class
        ]
        if any(one.units is None for one in fitting):
            return None
        return frozenset[UUID]().union(*(one.units or () for one in fitting))


# What commands act with: whoever may run them may read the whole database.
EVERYTHING = Reach((Allowed("signer", SENSITIVE, None),))


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a unit stood in a line over days: first and last, as plain ordinals of days."""

    unit: UnitId
    parent: UnitId | None
    line: str
    since: int
    until: int


def units_under(
    top: UnitId, *, subtree: bool, line: str, since: int, until: int, standings: Iterable[Standing]
) -> frozenset[UnitId]:
    """Give the units under one on any day of [since, until), in one line or (empty) in any.

    The same as the database's access_units_under; here to be compared with it.
    """
    found: set[tuple[UnitId, int, int]] = {(top, since, until)} if since < until else set()
    waiting = list(found) if subtree else []
    below: dict[UnitId, list[Standing]] = {}
    for one in standings:
        if one.parent is not None and line in ("", one.line):
            below.setdefault(one.parent, []).append(one)
    while waiting:
        unit, first, last = waiting.pop()
        for one in below.get(unit, ()):
            step = (one.unit, max(first, one.since), min(last, one.until))
            if step[1] < step[2] and step not in found:
                found.add(step)
                waiting.append(step)
    return frozenset(unit for unit, _, _ in found)
