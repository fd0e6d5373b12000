"""Numbers of documents: how they are written, how they run on, how soon they are given."""

from __future__ import annotations

from tinhgon.core.rulebook.rules import Check, Compute
from tinhgon.core.rules.numbering.issuing import cell_types, same_day
from tinhgon.core.rules.numbering.series import year_series
from tinhgon.core.rules.numbering.symbol import symbol

RULES: tuple[Check, ...] = (symbol, year_series, same_day, cell_types)
CALCULATIONS: tuple[Compute, ...] = ()
