"""Any row, and what becomes of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from tinhgon.core.rows.lineage import Succession
from tinhgon.core.rows.people import Appointment, Grading
from tinhgon.core.rows.posts import PostVersion, Quota
from tinhgon.core.rows.units import Identifier, Placement, Version

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
