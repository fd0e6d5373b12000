"""By when, within what time and how often: deadlines of a text, and the days they fall on."""

from tinhgon.texts.deadlines.due import due_date, next_due
from tinhgon.texts.deadlines.reading import read_deadlines

__all__ = ["due_date", "next_due", "read_deadlines"]
