"""The units that a workbook brings forth, which its other rows may name."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID, uuid4

from tinhgon.exchange.imports.matching.units import words_of
from tinhgon.office.sheets.reading import Row


@dataclass(slots=True)
class Newborn:
    """The units that the file brings forth: where they are written, and by what others name them."""

    rows: dict[UUID, Row] = field(default_factory=dict)
    by_code: dict[str, UUID] = field(default_factory=dict)
    by_name: dict[str, UUID] = field(default_factory=dict)
    parents: dict[UUID, UUID | None] = field(default_factory=dict)

    def add(self, row: Row) -> None:
        """Give a row a unit of its own."""
        unit = uuid4()
        self.rows[unit] = row
        if row.values.get("code"):
            self.by_code[row.values["code"]] = unit
        self.by_name.setdefault(words_of(row.values["name"]), unit)

    def depth(self, unit: UUID) -> int | None:
        """Count the new units above one; None leads back to itself."""
        seen = [unit]
        while (above := self.parents.get(seen[-1])) in self.rows:
            if above in seen:
                return None
            seen.append(above)
        return len(seen)
