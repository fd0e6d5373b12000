"""What a column holds, and how each is read from cells that people filled in their own ways."""

from __future__ import annotations

from tinhgon.office.sheets.kinds.choices import Choice, YesNo
from tinhgon.office.sheets.kinds.days import Day, Partial
from tinhgon.office.sheets.kinds.figures import Number, Whole
from tinhgon.office.sheets.kinds.kind import REFUSALS, Kind
from tinhgon.office.sheets.kinds.texts import Code, Name, Text

__all__ = ["REFUSALS", "Choice", "Code", "Day", "Kind", "Name", "Number", "Partial", "Text", "Whole", "YesNo"]
