"""One of a list; yes or no."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

from tinhgon.core.errors import Said
from tinhgon.core.names import fold, nfc
from tinhgon.office.sheets import faults
from tinhgon.office.sheets.cells import Cell, shown
from tinhgon.office.sheets.kinds.kind import Kind
from tinhgon.office.sheets.nearest import Nearest


@dataclass(frozen=True)
class Choice(Kind):
    """One of a list: `names` says how each value is written; the first is the name to show."""

    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    hint = Said("Chọn trong danh mục.", "Choose from the list.")
    named_at_most = 8

    def read(self, cell: Cell) -> str:
        """Give the value that the cell names."""
        text = shown(cell)
        value = self._known.get(fold(text))
        if value is None:
            some = self.listed[: self.named_at_most]
            known = (*some, "…") if len(self.names) > len(some) else some
            meant = self._nearest.to(text)
            raise faults.UnknownChoice(found=nfc(text)[:60], known=known, suggested=meant)
        return value

    @cached_property
    def listed(self) -> tuple[str, ...]:
        """The names of the list."""
        return tuple(names[0] for names in self.names.values())

    @cached_property
    def _known(self) -> dict[str, str]:
        written = [(name, value) for value, names in self.names.items() for name in (*names, value)]
        return {fold(name): value for name, value in reversed(written)}

    @cached_property
    def _nearest(self) -> Nearest:
        return Nearest(self.listed)


@dataclass(frozen=True)
class YesNo(Kind):
    """Yes or no, in the words people use."""

    hint = Said("Ghi “có” hoặc “không”.", "Write “có” (yes) or “không” (no).")
    answers: ClassVar[dict[str, bool]] = {
        **dict.fromkeys(("co", "c", "x", "v", "✓", "✔", "true", "yes", "y", "1", "dung"), True),
        **dict.fromkeys(("khong", "k", "0", "false", "no", "n", "-", "sai"), False),
    }

    def read(self, cell: Cell) -> bool:
        """Give the answer."""
        answer = self.answers.get(fold(shown(cell)))
        if answer is None:
            raise faults.NotYesOrNo(found=shown(cell)[:40])
        return answer
